/**
 * The job module of an experiment: prepared once per worker, then one point of one replicate per job.
 * @module
 */
import type { Outcome } from '../../engine/executors/executor.ts'
import { createFormulaColumns, type FormulaColumns } from '../formulas/index.ts'
import {
  jobOf,
  prepareExperiment,
  runPoint,
  type Experiment,
  type ExperimentSetup,
} from './experiment.ts'

let experiment: Experiment | undefined
let columns: FormulaColumns | undefined

/** Called once per worker. */
export async function prepare(setup: unknown): Promise<void> {
  const { formulas = [], metrics } = setup as ExperimentSetup
  experiment = prepareExperiment(setup as ExperimentSetup)
  columns = await createFormulaColumns(
    formulas.map((text) => ({ text })),
    metrics,
  )
}

/** Runs job `index`. What it throws becomes a failed job, which is a value. */
export function runJob(index: number): Outcome {
  if (experiment === undefined || columns === undefined) throw new Error('the job was not prepared')
  const { periods, points } = experiment.setup
  const { point, replicate } = jobOf(index, points.length)
  const { series, hashes } = runPoint(experiment, point, replicate)
  if (columns.formulas === 0) return { ok: true, result: series, hashes }
  const result = new Float64Array(series.length + columns.formulas * periods)
  result.set(series)
  columns.fill(result, periods)
  return { ok: true, result, hashes }
}
