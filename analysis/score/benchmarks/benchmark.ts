/**
 * What the model must beat: forecasts that know less, run as models from the same opening market.
 *
 * All of them live through period 0 as the model does, so that there are flows to carry on; from then on
 * each has one phase of its own. They are not the model: no check is made of them.
 *
 * @source Model document, section 15 (benchmarks to beat on the evaluation data)
 * @module
 */
import type { Phase } from '../../../engine/phase.ts'
import type { Metric } from '../../../engine/record.ts'
import type { Arena, Model } from '../../../engine/simulate.ts'
import type { Month } from '../../../engine/time.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel } from '../../../agents/model.ts'
import { month } from '../../../agents/month.ts'
import { closedForm } from './closed-form.ts'
import { evenChance, inverseToBalance, linkDeletion } from './link-deletion.ts'
import { standingStill } from './standing-still.ts'

export const BENCHMARKS = ['noChange', 'randomDeletion', 'sizeProportional', 'closedForm'] as const
export type Benchmark = (typeof BENCHMARKS)[number]

/** What a benchmark is told of the run it stands beside. */
export interface BenchmarkRun {
  readonly start: Month
  /** Made anew for this run. */
  readonly readings: readonly Metric<Market>[]
  /** Partnerships of the model at the end of each period. */
  readonly modelLinks: ArrayLike<number>
  /** Memory for a second market. */
  readonly arena: Arena<Market>
}

/** A benchmark as a model, good for one run. */
export function benchmarkModel(benchmark: Benchmark, run: BenchmarkRun): Model<Market> {
  return {
    ...marketModel(run.readings),
    start: run.start,
    checks: [],
    phases: [...openingMonth, fromSecondMonth(phaseOf(benchmark, run))],
  }
}

function phaseOf(benchmark: Benchmark, { modelLinks, arena }: BenchmarkRun): Phase<Market> {
  switch (benchmark) {
    case 'noChange':
      return standingStill()
    case 'randomDeletion':
      return linkDeletion(evenChance, modelLinks)
    case 'sizeProportional':
      return linkDeletion(inverseToBalance, modelLinks)
    case 'closedForm':
      return closedForm(arena)
  }
}

/** The phases of the model, in period 0 alone. */
const openingMonth: readonly Phase<Market>[] = month.map((phase) => ({
  ...phase,
  run(market, context) {
    if (context.period === 0) phase.run(market, context)
  },
}))

function fromSecondMonth(phase: Phase<Market>): Phase<Market> {
  return {
    ...phase,
    run(market, context) {
      if (context.period > 0) phase.run(market, context)
    },
  }
}
