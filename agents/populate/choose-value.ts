/**
 * Which value: of all rows about one entity and metric, the one the opening market uses.
 *
 *     the latest day ≤ 2024-12-31, else the earliest day ≤ 2025-06-30;
 *     of one day the higher confidence, then the later publication
 *
 * @source model document, section 10
 * @module
 */
import type { Confidence, Observation } from './public-data.ts'

/** Nothing observed later may be used. */
export const LAST_DAY = '2025-10-31'
const OPENING_DAY = '2024-12-31'
const LAST_OPENING_DAY = '2025-06-30'

const RULE_KIND = /^rule/
const OPINION_METRIC = /^(expert_|loan_balance_internal_forecast$)/
const TRUST: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 }

/** What the choice looks at, shared by observations and partner lists. */
interface Dated {
  readonly day: string
  readonly published: string
  readonly confidence: Confidence
  readonly source: string
}

/** Rows by entity and metric, without those that may not be used. */
export interface ObservationIndex {
  /** Rows of an entity and metric, in no order that matters; empty when there are none. */
  rows(entity: string, metric: string): readonly Observation[]
  /** Metrics known of an entity, in order of code units. */
  metrics(entity: string): readonly string[]
}

export function isUsable(row: Observation): boolean {
  const known = row.day !== '' && row.day <= LAST_DAY
  return known && !RULE_KIND.test(row.kind) && !OPINION_METRIC.test(row.metric)
}

/** Sorts the usable rows by entity and metric. */
export function indexObservations(rows: readonly Observation[]): ObservationIndex {
  const byEntity = new Map<string, Map<string, Observation[]>>()
  for (const row of rows) {
    if (!isUsable(row)) continue
    const byMetric = byEntity.get(row.entity) ?? new Map<string, Observation[]>()
    byEntity.set(row.entity, byMetric)
    byMetric.set(row.metric, [...(byMetric.get(row.metric) ?? []), row])
  }
  return {
    rows: (entity, metric) => byEntity.get(entity)?.get(metric) ?? [],
    metrics: (entity) => [...(byEntity.get(entity)?.keys() ?? [])].sort(),
  }
}

/**
 * The row the opening market uses; undefined when none qualifies.
 *
 * @param allowLow  also rows of low confidence, which otherwise only set ranges
 */
export function chooseValue<Row extends Dated>(
  rows: readonly Row[],
  allowLow = false,
): Row | undefined {
  let chosen: Row | undefined
  for (const row of rows) {
    if (row.day === '' || row.day > LAST_OPENING_DAY) continue
    if (row.confidence === 'low' && !allowLow) continue
    if (chosen === undefined || isPreferred(row, chosen)) chosen = row
  }
  return chosen
}

/** The row of one day that a step names. */
export function valueOn<Row extends Dated>(rows: readonly Row[], day: string): Row | undefined {
  return chosenAmong(rows.filter((row) => row.day === day && row.confidence !== 'low'))
}

/** The row of the latest day, for steps that name it. */
export function latestValue<Row extends Dated>(rows: readonly Row[]): Row | undefined {
  const trusted = rows.filter((row) => row.confidence !== 'low')
  const days = trusted.map((row) => row.day).sort()
  return chosenAmong(trusted.filter((row) => row.day === days[days.length - 1]))
}

function chosenAmong<Row extends Dated>(rows: readonly Row[]): Row | undefined {
  let chosen: Row | undefined
  for (const row of rows) if (chosen === undefined || isMoreReliable(row, chosen)) chosen = row
  return chosen
}

function isPreferred(row: Dated, than: Dated): boolean {
  if (row.day === than.day) return isMoreReliable(row, than)
  const [rowBefore, thanBefore] = [row.day <= OPENING_DAY, than.day <= OPENING_DAY]
  if (rowBefore !== thanBefore) return rowBefore
  return rowBefore ? row.day > than.day : row.day < than.day
}

/** The last comparison only makes the choice independent of the order of rows. */
function isMoreReliable(row: Dated, than: Dated): boolean {
  const trust = TRUST[row.confidence] - TRUST[than.confidence]
  if (trust !== 0) return trust > 0
  if (row.published !== than.published) return row.published > than.published
  return signature(row) < signature(than)
}

function signature(row: Dated): string {
  return JSON.stringify(row, Object.keys(row).sort())
}
