/**
 * The rows of an answer: every metric's level or change, with its interval.
 * @module
 */
import { metricCatalogue, metricOf, type MetricDefinition } from '../metrics/index.ts'
import { estimateMean, type Estimate } from '../statistics/interval.ts'
import { comparePairs, type PairedDifference } from '../statistics/paired.ts'
import {
  momentOf,
  readReplicates,
  type MetricDescription,
  type Moment,
  type Replicates,
} from './readings.ts'

/** A level of one scenario. */
export interface LevelRow {
  readonly metric: MetricDescription
  readonly moment: Moment
  readonly level: Estimate
}

/** A change from baseline to reform. */
export interface ChangeRow {
  readonly metric: MetricDescription
  readonly moment: Moment
  readonly compared: PairedDifference
  /** The mean change and its interval as shares of the baseline's mean; NaN where that is 0. */
  readonly relative: { readonly mean: number; readonly low: number; readonly high: number }
}

/** Metrics also read just before the reform's rules take effect. */
export const READ_BEFORE: readonly string[] = [
  'links',
  'linksHead',
  'linksListed',
  'linksNiche',
  'linksSmallOther',
]

/** Levels of scenario 0, one row per metric recorded. */
export function levelRows(replicates: Replicates): LevelRow[] {
  return recorded(replicates).map((metric) => {
    const moment = momentOf(metric)
    return { metric, moment, level: estimateMean(readReplicates(replicates, 0, metric, moment, 0)) }
  })
}

/**
 * Changes from scenario 0, the baseline, to scenario 1.
 *
 * @param effective  period in which the reform's rules take effect; -1 when it has no date in the run
 */
export function changeRows(replicates: Replicates, effective: number): ChangeRow[] {
  const rows = recorded(replicates).map((metric) =>
    changeOf(replicates, metric, momentOf(metric), effective),
  )
  if (effective < 1) return rows
  const before = READ_BEFORE.map(metricOf).filter((metric) => metric !== undefined)
  return [
    ...rows,
    ...before.map((metric) => changeOf(replicates, metric, 'beforeEffective', effective)),
  ]
}

/** True when no metric of any pair differs in any month, to the last bit. */
export function allIdentical({ series, metrics, periods }: Replicates): boolean {
  const half = metrics.length * periods
  return series.every((pair) => {
    for (let i = 0; i < half; i++) if (!Object.is(pair[i], pair[half + i])) return false
    return true
  })
}

/** Finds rows by metric id and moment. */
export function rowFinder<Row extends LevelRow | ChangeRow>(rows: readonly Row[]) {
  const byKey = new Map(rows.map((row) => [`${row.metric.id}@${row.moment}`, row]))
  return (id: string, moment?: Moment): Row | undefined => {
    if (moment !== undefined) return byKey.get(`${id}@${moment}`)
    return byKey.get(`${id}@end`) ?? byKey.get(`${id}@lastYear`)
  }
}

function recorded({ metrics }: Replicates): MetricDefinition[] {
  return metricCatalogue.filter((metric) => metrics.includes(metric.id))
}

function changeOf(
  replicates: Replicates,
  metric: MetricDefinition,
  moment: Moment,
  effective: number,
): ChangeRow {
  const before = effective - 1
  const baseline = readReplicates(replicates, 0, metric, moment, before)
  const reform = readReplicates(replicates, 1, metric, moment, before)
  return changeRow(metric, moment, comparePairs(baseline, reform))
}

/** The row of a comparison. */
export function changeRow(
  metric: MetricDescription,
  moment: Moment,
  compared: PairedDifference,
): ChangeRow {
  const level = compared.baseline.mean
  const scale = level > 0 ? level : NaN
  const { mean, low, high } = compared.change
  return {
    metric,
    moment,
    compared,
    relative: { mean: mean / scale, low: low / scale, high: high / scale },
  }
}
