/**
 * A summary read back as the rows that tables and sentences are made of.
 * @module
 */
import { monthAt, periodOf } from '../../engine/time.ts'
import type { ComparisonFindings, LevelFindings } from '../answer/findings.ts'
import type { MetricDescription } from '../answer/readings.ts'
import { rowFinder, type ChangeRow, type LevelRow } from '../answer/rows.ts'
import { metricOf } from '../metrics/index.ts'
import type { Estimate } from '../statistics/interval.ts'
import type { Text } from '../metrics/metric.ts'
import type { Known, Summary, SummaryEstimate, SummaryMetric } from './summary.ts'

/** Levels of a point, in order of metric. */
export function levelRowsOf(summary: Summary, point: string): LevelRow[] {
  const metrics = describe(summary)
  return summary.levels
    .filter((level) => level.point === point)
    .map((level) => ({
      metric: metrics.get(level.metric)!,
      moment: level.at,
      level: estimate(level),
    }))
}

/** Changes of a point from its baseline, in order of metric. */
export function changeRowsOf(summary: Summary, point: string): ChangeRow[] {
  const metrics = describe(summary)
  return summary.changes
    .filter((change) => change.point === point)
    .map((one) => ({
      metric: metrics.get(one.metric)!,
      moment: one.at,
      compared: {
        baseline: estimate(one.baseline),
        reform: estimate(one.reform),
        change: estimate(one.change),
        verdict: one.verdict,
        n: one.n,
        signProbability: number(one.signProbability),
        sameSignShare: number(one.sameSignShare),
        varianceReduction: number(one.varianceReduction),
        pairsNeeded: number(one.pairsNeeded),
      },
      relative: {
        mean: number(one.relative.mean),
        low: number(one.relative.low),
        high: number(one.relative.high),
      },
    }))
}

/**
 * What the sentences of a comparison are made of; undefined for a point compared with nothing.
 *
 * @param wanted  pairs asked for
 */
export function comparisonOf(
  summary: Summary,
  point: string,
  wanted: number,
): ComparisonFindings | undefined {
  const pair = summary.pairs.find((one) => one.point === point)
  if (pair === undefined) return undefined
  const { start, periods } = summary
  const { effective } = pair
  const period = effective === null ? -1 : periodOf(start, effective)
  return {
    baseline: titleOf(summary, pair.against),
    reform: titleOf(summary, point),
    pairs: pair.pairs,
    wanted,
    periods,
    lastMonth: monthAt(start, periods - 1),
    effectiveMonth: effective ?? undefined,
    monthBefore: period > 0 ? monthAt(start, period - 1) : undefined,
    identical: pair.identical ? (pair.sameness ?? 'neverBinds') : undefined,
    row: rowFinder(changeRowsOf(summary, point)),
  }
}

/** What the sentences on a single point are made of. */
export function levelsOf(summary: Summary, point: string, wanted: number): LevelFindings {
  const { start, periods, points } = summary
  return {
    scenario: titleOf(summary, point),
    replicates: points.find(({ id }) => id === point)?.done ?? 0,
    wanted,
    periods,
    lastMonth: monthAt(start, periods - 1),
    row: rowFinder(levelRowsOf(summary, point)),
  }
}

/** The title of a point's scenario. */
export function titleOf({ baseline, reforms, points }: Summary, point: string): Text {
  const scenario = points.find(({ id }) => id === point)?.scenario ?? point
  const all = baseline === null ? reforms : [baseline, ...reforms]
  return all.find(({ id }) => id === scenario)?.title ?? { en: scenario, zh: scenario }
}

/** Its metrics, in order. */
export function descriptionsOf({ metrics }: Summary): MetricDescription[] {
  return metrics.map(described)
}

function describe({ metrics }: Summary): ReadonlyMap<string, MetricDescription> {
  return new Map(metrics.map((metric) => [metric.id, described(metric)]))
}

/** Definition and source are the catalogue's; a metric of the user's own has its text elsewhere. */
function described(metric: SummaryMetric): MetricDescription {
  const { doc = '', source = '' } = metricOf(metric.id) ?? {}
  return { ...metric, doc, source }
}

function estimate({ mean, low, high, sd, n }: SummaryEstimate): Estimate {
  return { mean: number(mean), low: number(low), high: number(high), sd: number(sd), n }
}

function number(value: Known): number {
  return value ?? NaN
}
