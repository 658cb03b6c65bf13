/**
 * The section `keep`: which tables of a run are kept, of which replicates and months.
 * @module
 */
import { DEFAULT_KEEP, KEPT_TABLES, type Keep, type KeptTable } from '../keep.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import { monthSchema } from '../schema.ts'
import { readMember } from '../values.ts'
import { firstTwice, isWritten, readFields, take, type Entries } from './read-fields.ts'

const AMOUNTS = ['none', 'first', 'all'] as const
const EXPECTED = 'a list of agents, links, ledger, or { agents, links, ledger, months }'

type Tables = Record<KeptTable, Keep['tables'][KeptTable]>

/** What is kept: a list keeps those tables of all replicates, a map changes the defaults. */
export function readKeep(written: unknown, path: Path, findings: Findings): Keep {
  if (Array.isArray(written)) return { tables: readList(written, path, findings) }
  const fields = readFields(written, path, [...KEPT_TABLES, 'months'], EXPECTED, findings)
  if (!fields) return DEFAULT_KEEP
  const tables: Tables = { ...DEFAULT_KEEP.tables }
  for (const table of KEPT_TABLES) {
    if (!isWritten(fields, table)) continue
    const place = [...path, table]
    const amount = take(readMember(fields[table], AMOUNTS), fields[table], place, findings)
    if (amount !== undefined) tables[table] = amount
  }
  if (!isWritten(fields, 'months')) return { tables }
  return { tables, months: readMonths(fields, [...path, 'months'], findings) }
}

function readList(written: readonly unknown[], path: Path, findings: Findings): Tables {
  const tables: Tables = { agents: 'none', links: 'none', ledger: 'none' }
  written.forEach((one, k) => {
    const table = take(readMember(one, KEPT_TABLES), one, [...path, k], findings)
    if (table !== undefined) tables[table] = 'all'
  })
  const twice = firstTwice(written)
  if (twice >= 0) findings.value([...path, twice], 'each table once', written[twice])
  return tables
}

/** Months in order of date. */
function readMonths(fields: Entries, path: Path, findings: Findings): readonly string[] {
  const written = fields['months']
  if (!Array.isArray(written) || written.length === 0) {
    findings.value(path, 'a list of months such as [2026-12]', written)
    return []
  }
  const months: string[] = []
  written.forEach((one, k) => {
    const month = monthSchema.safeParse(one)
    if (!month.success) findings.value([...path, k], month.error.issues[0].message, one)
    else if (months.includes(month.data)) findings.value([...path, k], 'each month once', one)
    else months.push(month.data)
  })
  return months.sort()
}
