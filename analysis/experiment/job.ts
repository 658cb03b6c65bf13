/**
 * The job module of an experiment: prepared once per worker, then one point of one replicate per job.
 * @module
 */
import type { Outcome } from '../../engine/executors/executor.ts'
import { simulate } from '../../engine/simulate.ts'
import type { Keep } from '../../scenarios/keep.ts'
import { createFormulaColumns, type FormulaColumns } from '../formulas/index.ts'
import { createKeeper } from '../kept/keeper.ts'
import { columnName } from '../measurement/column.ts'
import {
  jobOf,
  prepareExperiment,
  preparePoint,
  type Experiment,
  type ExperimentSetup,
} from './experiment.ts'

const NOTHING_KEPT: Keep = { tables: { agents: 'none', links: 'none', ledger: 'none' } }

let experiment: Experiment | undefined
let columns: FormulaColumns | undefined

/** Called once per worker. */
export async function prepare(setup: unknown): Promise<void> {
  const { formulas = [], metrics, readings = [] } = setup as ExperimentSetup
  experiment = prepareExperiment(setup as ExperimentSetup)
  columns = await createFormulaColumns(
    formulas.map((text) => ({ text })),
    [...metrics, ...readings.map(columnName)],
  )
}

/** Runs job `index`. What it throws becomes a failed job, which is a value. */
export function runJob(index: number): Outcome {
  if (experiment === undefined || columns === undefined) throw new Error('the job was not prepared')
  const { periods, points, start, keep = NOTHING_KEPT } = experiment.setup
  const { point, replicate } = jobOf(index, points.length)
  const { model, market, span } = preparePoint(experiment, point, replicate)
  const keeper = createKeeper(keep, { start, periods, replicate }, model)
  const { observer } = keeper
  const { series, hashes } = simulate(keeper.model, market, observer ? { ...span, observer } : span)
  const kept = keeper.kept()
  const result = withFormulas(series, periods, columns)
  return { ok: true, result, hashes, ...(kept === undefined ? {} : { kept }) }
}

function withFormulas(
  series: Float64Array,
  periods: number,
  columns: FormulaColumns,
): Float64Array {
  if (columns.formulas === 0) return series
  const result = new Float64Array(series.length + columns.formulas * periods)
  result.set(series)
  columns.fill(result, periods)
  return result
}
