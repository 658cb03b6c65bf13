/**
 * What a variant changes, replicate by replicate, and whether that is what was expected.
 * @module
 */
import { comparePairs, type PairedDifference } from '../analysis/statistics/paired.ts'
import { columns, type ColumnId, type Expectation } from './knockout-variants.ts'

/** Metrics a job records, in order. */
export const metrics = [
  'links',
  'linksSmallOther',
  'linksNiche',
  'linksHead',
  'programmeExitShare',
  'cr5',
  'balance',
  'originationsS5',
] as const
type MetricId = (typeof metrics)[number]

/** One run's metric by period. */
export type Series = (metric: MetricId) => Float64Array

export type Verdict = 'as stated' | 'not' | 'not distinguishable' | 'open'

/** The last month before the notice is in force, 2025-09 of a run from 2024-11. */
const BEFORE = 10
const YEAR = 12
const HUNDRED = 100

/**
 * The effect on one column in one pair: per cent of the baseline, or points for shares.
 */
export function effectOf(column: ColumnId, baseline: Series, reform: Series): number {
  switch (column) {
    case 'before':
      return relative(baseline('links')[BEFORE], reform('links')[BEFORE])
    case 'after':
      return relativeAtEnd('links', baseline, reform)
    case 'exits':
      return HUNDRED * (last(reform('programmeExitShare')) - last(baseline('programmeExitShare')))
    case 'cr5':
      return HUNDRED * (last(reform('cr5')) - last(baseline('cr5')))
    case 'loans':
      return relativeAtEnd('balance', baseline, reform)
    case 's5':
      return relative(lastYear(baseline('originationsS5')), lastYear(reform('originationsS5')))
    case 'small':
      return relativeAtEnd('linksSmallOther', baseline, reform)
    case 'niche':
      return relativeAtEnd('linksNiche', baseline, reform)
    case 'head':
      return relativeAtEnd('linksHead', baseline, reform)
  }
}

/** Mean effect with its paired 95% half-width. */
export interface Cell {
  readonly mean: number
  readonly halfWidth: number
  readonly expected: Expectation
  readonly verdict: Verdict
}

/** @param effects, @param full  effects of the variant and of the full notice, in order of replicate */
export function judge(
  column: ColumnId,
  effects: Float64Array,
  full: Float64Array,
  expected: Expectation,
): Cell {
  const change = comparePairs(new Float64Array(effects.length), effects)
  const beyond = comparePairs(full, effects)
  const direction = columns.find((one) => one.id === column)!.direction
  return {
    mean: change.change.mean,
    halfWidth: change.change.high - change.change.mean,
    expected,
    verdict: verdictOf(expected, direction, change, beyond),
  }
}

function verdictOf(
  expected: Expectation,
  direction: number,
  change: PairedDifference,
  beyond: PairedDifference,
): Verdict {
  switch (expected) {
    case 'open':
      return 'open'
    case 'nothing':
      return change.verdict === 'identical' ? 'as stated' : 'not'
    case 'same':
      return signVerdict(change, direction)
    case 'more':
      return signVerdict(beyond, direction)
    case 'less':
      return signVerdict(beyond, -direction)
  }
}

function signVerdict({ verdict }: PairedDifference, sign: number): Verdict {
  if (verdict === 'higher') return sign > 0 ? 'as stated' : 'not'
  if (verdict === 'lower') return sign < 0 ? 'as stated' : 'not'
  return verdict === 'identical' ? 'not' : 'not distinguishable'
}

function relative(from: number, to: number): number {
  return HUNDRED * (to / from - 1)
}

function relativeAtEnd(metric: MetricId, baseline: Series, reform: Series): number {
  return relative(last(baseline(metric)), last(reform(metric)))
}

function last(series: Float64Array): number {
  return series[series.length - 1]
}

function lastYear(series: Float64Array): number {
  let sum = 0
  for (let t = series.length - YEAR; t < series.length; t++) sum += series[t]
  return sum
}
