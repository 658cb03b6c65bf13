/**
 * The summary of a result: what compare, report and page read. Numbers as they print; what is not
 * defined is null.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { LeverValue, ParameterValue } from '../../scenarios/values.ts'
import type { Sameness } from '../answer/findings.ts'
import type { MetricDescription, Moment } from '../answer/readings.ts'
import type { Verdict } from '../statistics/paired.ts'
import type { Text } from '../metrics/metric.ts'
import type { SummaryBest } from './best-points.ts'

export const SUMMARY_SCHEMA = 'summary/1'

/** A number, or null where it is not defined. */
export type Known = number | null

export interface SummaryScenario {
  readonly id: string
  readonly title: Text
}

export interface SummaryPoint {
  readonly id: string
  readonly scenario: string
  readonly role: 'baseline' | 'reform'
  readonly baseline: string | null
  readonly values: Readonly<Record<string, LeverValue | ParameterValue>>
  /** Replicates finished and failed. */
  readonly done: number
  readonly failed: number
}

/** A metric as it was reported. */
export type SummaryMetric = Omit<MetricDescription, 'doc' | 'source'>

/** A mean with its 95% interval, from Student's t. */
export interface SummaryEstimate {
  readonly mean: Known
  readonly low: Known
  readonly high: Known
  readonly sd: Known
  readonly n: number
}

/** Quantiles over replicates. */
export interface SummaryQuantiles {
  readonly q05: Known
  readonly q25: Known
  readonly median: Known
  readonly q75: Known
  readonly q95: Known
}

/** A level of one point. */
export interface SummaryLevel extends SummaryEstimate, SummaryQuantiles {
  readonly point: string
  readonly metric: string
  readonly at: Moment
}

/** A change from a point's baseline to the point, replicate by replicate. */
export interface SummaryChange {
  readonly point: string
  readonly against: string
  readonly metric: string
  readonly at: Moment
  readonly verdict: Verdict
  /** Pairs in which both sides are defined. */
  readonly n: number
  readonly baseline: SummaryEstimate
  readonly reform: SummaryEstimate
  readonly change: SummaryEstimate & SummaryQuantiles
  /** 95% interval of the mean change by resampling pairs; null where it was not worked out. */
  readonly bootstrap: { readonly low: Known; readonly high: Known } | null
  /** As shares of the baseline's mean. */
  readonly relative: { readonly mean: Known; readonly low: Known; readonly high: Known }
  readonly signProbability: Known
  readonly sameSignShare: Known
  readonly varianceReduction: Known
  readonly pairsNeeded: Known
}

/** What is said of a pair of points as a whole. */
export interface SummaryPair {
  readonly point: string
  readonly against: string
  /** Replicates finished in both. */
  readonly pairs: number
  /** No metric of any pair differs in any month, to the last bit. */
  readonly identical: boolean
  readonly effective: Month | null
  readonly sameness: Sameness | null
}

/** Month by month, over replicates; arrays have one entry a month. */
export interface SummaryBand {
  readonly n: readonly number[]
  readonly mean: readonly Known[]
  readonly q05: readonly Known[]
  readonly q25: readonly Known[]
  readonly median: readonly Known[]
  readonly q75: readonly Known[]
  readonly q95: readonly Known[]
}

export interface SummarySeries {
  readonly point: string
  readonly metric: string
  readonly level: SummaryBand
  /** Paired change, with the 95% interval of its mean. */
  readonly change:
    | (SummaryBand & {
        readonly against: string
        readonly low: readonly Known[]
        readonly high: readonly Known[]
      })
    | null
}

export interface Summary {
  readonly schema: typeof SUMMARY_SCHEMA
  readonly question: string
  readonly baseline: SummaryScenario | null
  readonly reforms: readonly SummaryScenario[]
  readonly start: Month
  readonly periods: number
  readonly seed: string
  readonly points: readonly SummaryPoint[]
  readonly metrics: readonly SummaryMetric[]
  readonly pairs: readonly SummaryPair[]
  readonly levels: readonly SummaryLevel[]
  readonly changes: readonly SummaryChange[]
  /** Which points may be the best, by metric. */
  readonly best: readonly SummaryBest[]
  readonly series: readonly SummarySeries[]
}

/** NaN and infinity are null; zero has no sign. */
export function known(value: number): Known {
  return Number.isFinite(value) ? value + 0 : null
}

/** One line per entry, so that a difference is found by eye. */
export function summaryText(summary: Summary): string {
  const parts = Object.entries(summary).map(([key, value]) => {
    const name = JSON.stringify(key)
    if (!Array.isArray(value) || value.length === 0) return `${name}: ${JSON.stringify(value)}`
    const lines = value.map((entry) => `  ${JSON.stringify(entry)}`)
    return `${name}: [\n${lines.join(',\n')}\n]`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}
