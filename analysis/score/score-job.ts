/**
 * The job module of a score: the model and its benchmarks for one point of one replicate, from one
 * opening market.
 * @module
 */
import type { Outcome } from '../../engine/executors/executor.ts'
import { simulate, type Arena } from '../../engine/simulate.ts'
import type { Market } from '../../agents/market.ts'
import {
  jobOf,
  prepareExperiment,
  preparePoint,
  type Experiment,
  type ExperimentSetup,
} from '../experiment/experiment.ts'
import { createReadings } from '../measurement/index.ts'
import { BENCHMARKS, benchmarkModel } from './benchmarks/benchmark.ts'
import { countPartnerships } from './benchmarks/cut-link.ts'

let experiment: Experiment | undefined
const frozenArena: Arena<Market> = { market: undefined }

/** Called once per worker. */
export function prepare(setup: unknown): void {
  experiment = prepareExperiment(setup as ExperimentSetup)
}

/**
 * Runs job `index`: the result holds the readings of the model, then those of each benchmark. What it
 * throws becomes a failed job, which is a value.
 */
export function runJob(index: number): Outcome {
  if (experiment === undefined) throw new Error('the job was not prepared')
  const { point, replicate } = jobOf(index, experiment.setup.points.length)
  return { ok: true, ...runForecasts(experiment, point, replicate) }
}

/** Series of model and benchmarks, one after the other, and the fingerprints of the model's months. */
export function runForecasts(experiment: Experiment, point: number, replicate: number) {
  const { periods, start, readings: columns = [] } = experiment.setup
  const { model, market, span } = preparePoint(experiment, point, replicate)
  const modelLinks = new Int32Array(periods)
  const { series, hashes } = simulate(model, market, {
    ...span,
    observer: (now, { period }) => (modelLinks[period] = countPartnerships(now)),
  })
  const result = new Float64Array(series.length * (1 + BENCHMARKS.length))
  result.set(series)
  BENCHMARKS.forEach((benchmark, k) => {
    const readings = createReadings(columns)
    const run = { start, readings, modelLinks, arena: frozenArena }
    const recording = simulate(benchmarkModel(benchmark, run), market, span)
    result.set(recording.series, (k + 1) * series.length)
  })
  return { result, hashes }
}
