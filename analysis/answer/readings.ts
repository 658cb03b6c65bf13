/**
 * One number per replicate out of a metric's months.
 * @module
 */
import type { MetricDefinition, Theme } from '../metrics/metric.ts'

/** A metric as far as answers speak of it; one of the user's own has the theme `own`. */
export interface MetricDescription extends Omit<MetricDefinition, 'read' | 'theme'> {
  readonly theme: Theme | 'own'
}

/** Months a flow is averaged over. */
export const YEAR = 12

/** When a reading was taken: at the end of the run, over its last year, or before rules took effect. */
export type Moment = 'end' | 'lastYear' | 'beforeEffective'

/** Metric series of replicates, one array each: `[(scenario * metrics + metric) * periods + period]`. */
export interface Replicates {
  readonly metrics: readonly string[]
  readonly scenarios: number
  readonly periods: number
  /** Finished replicates and their series, in order of replicate. */
  readonly indices: readonly number[]
  readonly series: readonly Float64Array[]
}

/** The moment at which a metric answers: flows over the last year, stocks at the end. */
export function momentOf(metric: Pick<MetricDescription, 'flow'>): Moment {
  return metric.flow ? 'lastYear' : 'end'
}

/**
 * A metric's reading in every replicate of a scenario.
 *
 * @param before  for `beforeEffective`: the period to read; flows are averaged over the year up to it
 * @returns one per replicate; NaN where it is not defined
 */
export function readReplicates(
  replicates: Replicates,
  scenario: number,
  metric: MetricDescription,
  moment: Moment,
  before: number,
): Float64Array {
  const { metrics, periods, series } = replicates
  const m = metrics.indexOf(metric.id)
  const start = (scenario * metrics.length + m) * periods
  return Float64Array.from(series, (one) => readingOf(one, start, periods, metric, moment, before))
}

/**
 * One reading of a series of `periods` months that begins at `start`.
 *
 * @param before  for `beforeEffective`: the period to read
 */
export function readingOf(
  series: Float64Array,
  start: number,
  periods: number,
  metric: Pick<MetricDescription, 'flow'>,
  moment: Moment,
  before: number,
): number {
  const last = moment === 'beforeEffective' ? before : periods - 1
  const first = metric.flow ? Math.max(0, last - YEAR + 1) : last
  return meanOfMonths(series, start + first, start + last)
}

/** Mean over the months in which it is defined. */
function meanOfMonths(series: Float64Array, first: number, last: number): number {
  let sum = 0
  let months = 0
  for (let i = first; i <= last; i++) {
    if (Number.isNaN(series[i])) continue
    sum += series[i]
    months++
  }
  return months > 0 ? sum / months : NaN
}
