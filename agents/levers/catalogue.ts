/**
 * The catalogue of levers, built from the rules table: legal source and dates from the table, effect
 * from the model.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import { actingLevers } from './acting-levers.ts'
import { designLevers } from './design-levers.ts'
import { formOf } from './lever-forms.ts'
import type { HistoryEntry, Lever, LeverCatalogue, LeverValue, PathPoint } from './lever.ts'
import { parseRuleRecords, type RuleRecord } from './rule-records.ts'

/** Publication and first day of notice 9 (金规〔2025〕9号). */
export const NOTICE_ANNOUNCED: Month = '2025-04'
export const NOTICE_EFFECTIVE: Month = '2025-10'

/**
 * All levers: those of the rules table in its order, then the design levers.
 *
 * @param parsed the rules table as read from JSON
 * @throws SimulationError RULES_INVALID
 */
export function createLeverCatalogue(parsed: unknown): LeverCatalogue {
  const list = [...parseRuleRecords(parsed).map(leverOf), ...designLevers]
  return { list, byId: new Map(list.map((lever) => [lever.id, lever])) }
}

function leverOf(record: RuleRecord): Lever {
  const acting = actingLevers[record.parameter]
  const history = acting?.history ?? record.history.map(entryOf)
  const initial = initialOf(record, history)
  const lever: Lever = {
    id: record.parameter,
    label: record.label,
    kind: record.kind,
    unit: record.unit,
    value: valueOf(record.value),
    nullable: initial === null || record.offValue === null,
    initial,
    history: history.filter((entry) => entry.from !== null),
    defaultOn: record.defaultOn,
    acts: acting !== undefined,
    scopable: acting !== undefined && acting.marketWide !== true,
    form: formOf(record.parameter),
    entersThrough: acting?.through ?? [],
    entersAt: acting?.at ?? '',
    status: record.status,
    confidence: record.confidence,
    doc: [record.mechanism, record.note].filter((part) => part !== '').join(' '),
    source: [record.document, record.article].filter((part) => part !== null).join(', '),
    links: record.sources,
  }
  const announced = record.announced?.slice(0, MONTH_LENGTH)
  const inForce = record.inForce?.slice(0, MONTH_LENGTH)
  return {
    ...lever,
    ...(record.bounds ? { bounds: record.bounds } : {}),
    ...(record.members ? { members: record.members } : {}),
    ...(announced === undefined ? {} : { announced }),
    ...(inForce === undefined ? {} : { inForce }),
    ...(announced === NOTICE_ANNOUNCED && inForce === NOTICE_EFFECTIVE
      ? { package: 'notice9' as const }
      : {}),
  }
}

/** The value before any setting: the table's earliest, no effect, or the lever's constant. */
function initialOf(record: RuleRecord, history: readonly HistoryEntry[]): LeverValue {
  const acting = actingLevers[record.parameter]
  if (acting?.initial !== undefined) return acting.initial
  if (!record.defaultOn) return valueOf(record.baseline)
  const opening = history.find((entry) => entry.from === null)
  if (opening) return opening.value
  return valueOf(history.length > 0 ? record.offValue : record.baseline)
}

const MONTH_LENGTH = 'YYYY-MM'.length

/** Days become months: a rule of any day of a month is a rule of that month. */
function entryOf(entry: RuleRecord['history'][number]): HistoryEntry {
  return { from: entry.from?.slice(0, MONTH_LENGTH) ?? null, value: valueOf(entry.value) }
}

function valueOf(value: RuleRecord['value']): LeverValue {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return value
  return (value as PathPoint[]).map((one) => ({
    at: one.at.slice(0, MONTH_LENGTH),
    value: one.value,
  }))
}
