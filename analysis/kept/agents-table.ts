/**
 * The agents: every column of every bank, platform, guarantor and borrower group, one value a row.
 * @module
 */
import type { Columns } from '../../engine/table.ts'
import {
  bankColumns,
  borrowerColumns,
  guarantorColumns,
  platformColumns,
  type Market,
} from '../../agents/market.ts'
import { REGIONS } from '../../agents/regulator/regions.ts'
import type { KeptColumn, KeptShape } from '../results/tables.ts'
import { agentId, type AgentKind, type AgentNames } from './agent-names.ts'
import { codeColumn, monthColumn, numberColumn, type KeptContext } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Kinds in the order of their codes. */
const KINDS = ['bank', 'platform', 'guarantor', 'borrower'] as const
const BORROWER = 3

const AGENT_COLUMNS = ['period', 'kind', 'agent', 'column', 'value'] as const

/** Numbers in a row of the agents. */
export const AGENTS_WIDTH = AGENT_COLUMNS.length

/** One number of an agent: a column, or one of the several numbers of a column. */
interface Field {
  /** `segmentMix.1` for the first of several numbers. */
  readonly name: string
  readonly column: string
  readonly unit: string
  readonly width: number
  readonly part: number
}

function fieldsOf(columns: Columns): readonly Field[] {
  return Object.entries(columns).flatMap(([column, { unit, width = 1 }]) =>
    Array.from({ length: width }, (_, part) => ({
      name: width === 1 ? column : `${column}.${part + 1}`,
      column,
      unit,
      width,
      part,
    })),
  )
}

/** Fields by kind; the code of a field is its place among those of its kind. */
const FIELDS: readonly (readonly Field[])[] = [
  bankColumns,
  platformColumns,
  guarantorColumns,
  borrowerColumns,
].map(fieldsOf)

/** How rows of the agents are read. */
export function agentsShape({ start, names }: KeptContext): KeptShape {
  const place = (name: (typeof AGENT_COLUMNS)[number]) => AGENT_COLUMNS.indexOf(name)
  const fieldAt = (rows: Float64Array, at: number) =>
    FIELDS[rows[at + place('kind')]][rows[at + place('column')]]
  const text = (name: string, en: string, zh: string, doc: string): Omit<KeptColumn, 'read'> => ({
    name,
    kind: 'text',
    unit: '',
    label: { en, zh },
    doc,
  })
  return {
    width: AGENTS_WIDTH,
    columns: [
      monthColumn(start, place('period')),
      codeColumn('kind', { en: 'kind', zh: '类别' }, 'Kind of agent', KINDS, place('kind')),
      {
        ...text('id', 'agent', '机构', 'Id, the same in all replicates'),
        read: (rows, at) => idOf(names, rows[at + place('kind')], rows[at + place('agent')]),
      },
      {
        ...text('column', 'column', '列', 'What is measured'),
        read: (rows, at) => fieldAt(rows, at).name,
      },
      {
        ...text('unit', 'unit', '单位', 'Unit of the value'),
        read: (rows, at) => fieldAt(rows, at).unit,
      },
      numberColumn(
        'value',
        'by column',
        { en: 'value', zh: '数值' },
        'At the end of the month; flows of the month',
        place('value'),
      ),
    ],
  }
}

/** `borrower:s1-Guangdong` for a segment and region; others by name. */
function idOf(names: AgentNames, kind: number, number: number): string {
  if (kind !== BORROWER) return agentId(names, KINDS[kind] as AgentKind, number)
  const segment = Math.floor(number / REGIONS.length)
  return `borrower:s${segment + 1}-${REGIONS[number % REGIONS.length]}`
}

const row = new Float64Array(AGENTS_WIDTH)

/** Adds every number of every agent at the end of one month. */
export function keepAgents(market: Market, period: number, store: RowStore): void {
  const tables = [market.banks, market.platforms, market.guarantors, market.borrowers]
  for (let kind = 0; kind < tables.length; kind++) {
    const table = tables[kind] as unknown as Record<string, Float64Array>
    const { size } = tables[kind]
    const fields = FIELDS[kind]
    for (let agent = 0; agent < size; agent++) {
      for (let field = 0; field < fields.length; field++) {
        const { column, width, part } = fields[field]
        row[0] = period
        row[1] = kind
        // Borrower groups have no number of their own: segment and region are their place.
        row[2] = kind === BORROWER ? agent : table.id[agent]
        row[3] = field
        row[4] = table[column][agent * width + part]
        store.add(row, 1)
      }
    }
  }
}
