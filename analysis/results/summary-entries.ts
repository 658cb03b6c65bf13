/**
 * Entries of a summary: a level, a change, a band of months.
 * @module
 */
import { momentOf, type MetricDescription, type Moment } from '../answer/readings.ts'
import { changeRow } from '../answer/rows.ts'
import { bootstrapMean } from '../statistics/bootstrap-mean.ts'
import { estimateMean } from '../statistics/interval.ts'
import { comparePairs } from '../statistics/paired.ts'
import { widenToAsked } from '../statistics/stopping-looks.ts'
import type { Placed } from './placed-points.ts'
import { bandOf, estimateOf, intervalsOf, quantilesOf } from './spread.ts'
import { known, type SummaryChange, type SummaryLevel, type SummarySeries } from './summary.ts'

export function levelOf(
  { point }: Placed,
  metric: MetricDescription,
  values: Float64Array,
  asked = 0,
): SummaryLevel {
  return {
    point: point.id,
    metric: metric.id,
    at: momentOf(metric),
    ...estimateOf(widenToAsked(estimateMean(values), asked)),
    ...quantilesOf(values),
  }
}

/**
 * @param shown  whether the interval is also resampled
 * @param asked  half-width at which a stopping rule ended the run; 0 where none did
 */
export function changeOf(
  { point, against }: Placed,
  metric: MetricDescription,
  moment: Moment,
  before: Float64Array,
  after: Float64Array,
  shown: boolean,
  asked = 0,
): SummaryChange {
  const compared = comparePairs(before, after, asked)
  const { relative } = changeRow(metric, moment, compared)
  const difference = differenceOf(before, after).filter((value) => !Number.isNaN(value))
  const resample = shown && difference.length > 1 && compared.verdict !== 'identical'
  const name = [metric.id, moment, against!.point.id, point.id].join('|')
  const resampled = resample ? bootstrapMean(difference, name) : undefined
  return {
    point: point.id,
    against: against!.point.id,
    metric: metric.id,
    at: moment,
    verdict: compared.verdict,
    n: compared.n,
    baseline: estimateOf(compared.baseline),
    reform: estimateOf(compared.reform),
    change: { ...estimateOf(compared.change), ...quantilesOf(difference) },
    bootstrap: resampled ? { low: known(resampled.low), high: known(resampled.high) } : null,
    relative: {
      mean: known(relative.mean),
      low: known(relative.low),
      high: known(relative.high),
    },
    signProbability: known(compared.signProbability),
    sameSignShare: known(compared.sameSignShare),
    varianceReduction: known(compared.varianceReduction),
    pairsNeeded: known(compared.pairsNeeded),
  }
}

export function seriesOf(
  { point, against }: Placed,
  metric: MetricDescription,
  block: Float64Array,
  periods: number,
  difference?: Float64Array,
): SummarySeries {
  const level = bandOf(block, periods)
  if (!difference || !against) return { point: point.id, metric: metric.id, level, change: null }
  const change = {
    against: against.point.id,
    ...bandOf(difference, periods),
    ...intervalsOf(difference, periods),
  }
  return { point: point.id, metric: metric.id, level, change }
}

export function differenceOf(left: Float64Array, right: Float64Array): Float64Array {
  return right.map((value, i) => value - left[i])
}
