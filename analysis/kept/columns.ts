/**
 * How columns of kept tables are read from rows of numbers.
 * @module
 */
import { monthAt, type Month } from '../../engine/time.ts'
import type { Text } from '../metrics/metric.ts'
import { daysAt } from '../results/dates.ts'
import type { KeptColumn } from '../results/tables.ts'
import { agentId, type AgentKind, type AgentNames } from './agent-names.ts'

/** What a reader of kept rows must know besides them. */
export interface KeptContext {
  readonly start: Month
  readonly names: AgentNames
}

/** First day of the month whose period stands at `place`. */
export function monthColumn(start: Month, place: number): KeptColumn {
  return {
    name: 'period',
    kind: 'month',
    unit: 'date',
    label: { en: 'month', zh: '月份' },
    doc: 'First day of the month',
    read: (rows, at) => daysAt(monthAt(start, rows[at + place])),
  }
}

const KIND_LABELS: Readonly<Record<AgentKind, Text>> = {
  bank: { en: 'bank', zh: '银行' },
  platform: { en: 'platform', zh: '平台' },
  guarantor: { en: 'guarantor', zh: '担保机构' },
}

/** Id of the agent whose number stands at `place`; empty for a negative number. */
export function agentColumn(names: AgentNames, kind: AgentKind, place: number): KeptColumn {
  return {
    name: kind,
    kind: 'text',
    unit: '',
    label: KIND_LABELS[kind],
    doc: `Id of the ${kind}, the same in all replicates`,
    optional: true,
    read: (rows, at) => (rows[at + place] < 0 ? null : agentId(names, kind, rows[at + place])),
  }
}

/** The word of the code at `place`; the first word of `codes` stands for none and stays empty. */
export function codeColumn(
  name: string,
  label: Text,
  doc: string,
  codes: readonly string[],
  place: number,
): KeptColumn {
  return {
    name,
    kind: 'text',
    unit: '',
    label,
    doc,
    optional: true,
    read(rows, at) {
      const word = codes[rows[at + place]]
      return word === 'none' ? null : word
    },
  }
}

/** The number at `place`. */
export function numberColumn(
  name: string,
  unit: string,
  label: Text,
  doc: string,
  place: number,
): KeptColumn {
  const read = (rows: Float64Array, at: number) => rows[at + place]
  return { name, kind: 'number', unit, label, doc, optional: true, read }
}
