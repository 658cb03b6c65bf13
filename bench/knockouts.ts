/**
 * `npm run knockouts`: the expected knock-outs under shared luck, as one table.
 *
 *     node dist/bench/knockouts.js [-r replicates] [-j threads] [--json]
 *
 * @source model document, section 14
 * @module
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { createThreadExecutor } from '../engine/executors/threads.ts'
import {
  jobOf,
  type ExperimentPoint,
  type ExperimentSetup,
} from '../analysis/experiment/experiment.ts'
import { orderJobs } from '../analysis/experiment/job-order.ts'
import type { Calibrations } from '../scenarios/calibrations/calibration.ts'
import { scenarioPoints } from '../bin/experiment-setup.ts'
import { resolveOne, type ResolvedScenario } from '../bin/resolve.ts'
import { readLevers, readRules, readTables } from '../bin/sources.ts'
import { effectOf, judge, metrics, type Cell, type Series } from './knockout-effects.ts'
import { printKnockouts } from './knockout-table.ts'
import { columns, FULL, variants, type ColumnId, type Variant } from './knockout-variants.ts'

const DEFAULT_REPLICATES = '12'

/** A variant's cells by column. */
export interface VariantResult {
  readonly variant: Variant
  readonly cells: Readonly<Record<ColumnId, Cell>>
}

/** Points of one experiment, and which two each variant compares. */
interface Pairs {
  readonly points: readonly ExperimentPoint[]
  readonly calibrations: Calibrations
  readonly baseline: readonly number[]
  readonly reform: readonly number[]
  readonly first: ResolvedScenario
}

const { values: flags } = parseArgs({
  options: {
    replicates: { type: 'string', short: 'r', default: DEFAULT_REPLICATES },
    jobs: { type: 'string', short: 'j', default: String(availableParallelism()) },
    json: { type: 'boolean', default: false },
  },
})
const replicates = Number(flags.replicates)
const pairs = resolvePairs()
const results = compare(pairs, await runAll(pairs, replicates, Number(flags.jobs)))
if (flags.json) {
  const shown = results.map(({ variant, cells }) => ({ id: variant.id, ...cells }))
  console.log(JSON.stringify({ schema: 'knockouts/1', replicates, variants: shown }, null, 2))
} else printKnockouts(results, replicates)

/** Every variant and its baseline; variants under the same overrides share the baseline. */
function resolvePairs(): Pairs {
  const levers = readLevers()
  const resolved: ResolvedScenario[] = []
  const places = new Map<string, number>()
  const place = (scenario: ResolvedScenario, name: string): number => {
    if (!places.has(name)) places.set(name, resolved.push(scenario) - 1)
    return places.get(name)!
  }
  const baseline: number[] = []
  const reform: number[] = []
  for (const { id, scenario, both = [], reform: own = [] } of variants) {
    // At catalogue values, where the expected sizes are.
    const world = ['calibration=none', ...both]
    const asked = resolveOne(scenario, [...world, ...own], levers)
    const before = withWorldOf(resolveOne('rules-before', world, levers), asked)
    baseline.push(
      place(before, JSON.stringify([both, before.parameterOverrides, before.calibration?.id])),
    )
    reform.push(place(asked, id))
  }
  const { points, calibrations } = scenarioPoints(resolved)
  return { points, calibrations, baseline, reform, first: resolved[0] }
}

/** The rules of one scenario in the world of another: a scenario file may set parameters too. */
function withWorldOf(rules: ResolvedScenario, world: ResolvedScenario): ResolvedScenario {
  return { ...world, settings: rules.settings, allSettings: rules.allSettings }
}

/** Series of every job, `[metric * periods + period]`. */
async function runAll(
  { points, calibrations, first }: Pairs,
  count: number,
  threads: number,
): Promise<Float64Array[]> {
  const setup: ExperimentSetup = {
    seed: first.run.seed,
    start: first.run.start,
    periods: first.run.periods,
    metrics,
    tables: readTables(),
    rules: readRules(),
    points,
    calibrations,
  }
  const module = new URL('../analysis/experiment/job.js', import.meta.url).href
  const executor = createThreadExecutor({ module, setup }, { threads: Math.min(threads, count) })
  const order = orderJobs(points)
  const series: Float64Array[] = []
  let done = 0
  try {
    process.stderr.write(`${points.length} scenarios in ${count} replicates\n`)
    await executor.run(order.jobs(0, count), {
      group: order.group,
      onResult(index, outcome) {
        const { point, replicate } = jobOf(index, points.length)
        if (!outcome.ok) {
          throw new Error(
            `replicate ${replicate}, point ${point}: ${outcome.code} ${outcome.message}`,
          )
        }
        series[index] = outcome.result
        if (++done % points.length === 0) {
          process.stderr.write(`replicate ${done / points.length} of ${count}\n`)
        }
      },
    })
  } finally {
    await executor.close()
  }
  return series
}

function compare({ points, baseline, reform, first }: Pairs, series: readonly Float64Array[]) {
  const { periods } = first.run
  const reader =
    (replicate: number, point: number): Series =>
    (metric) => {
      const from = metrics.indexOf(metric) * periods
      return series[replicate * points.length + point].subarray(from, from + periods)
    }
  const effects = variants.map((_, v) =>
    columns.map(({ id }) =>
      Float64Array.from({ length: replicates }, (_, k) =>
        effectOf(id, reader(k, baseline[v]), reader(k, reform[v])),
      ),
    ),
  )
  const full = effects[variants.findIndex(({ id }) => id === FULL)]
  return variants.map((variant, v): VariantResult => {
    const cells = columns.map(({ id }, c) => [
      id,
      judge(id, effects[v][c], full[c], variant.expected[id]),
    ])
    return { variant, cells: Object.fromEntries(cells) as VariantResult['cells'] }
  })
}
