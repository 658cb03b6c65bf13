/**
 * The public data: what banks, platforms, guarantors and regulators published, read from tables in
 * which every number has a source, a date and a confidence. All broken cells are reported at once.
 *
 * @source model document, section 10; `data/` beside this file
 * @module
 */
import type { z } from 'zod'
import { SimulationError, type Problem } from '../engine/errors.ts'
import { lastDay } from './observation-date.ts'
import { groupRow, listRow, NAMED, observationRow, regionRow } from './observation-schema.ts'
import { inModelUnits } from './observation-unit.ts'
import type { Observation, PartnerList, PublicData, Region } from './public-data.ts'
import { readTable, type TableRow } from './read-table.ts'

const BANK_HEADINGS = { entity: 'entity', kind: 'type', date: 'date' }
const PLATFORM_HEADINGS = { entity: 'company', kind: 'ticker', date: 'quarter' }

/** Which headings name the entity, its class and the date, by file. */
const OBSERVATION_FILES = {
  'banks.csv': BANK_HEADINGS,
  'banks_more.csv': BANK_HEADINGS,
  'small_lenders.csv': BANK_HEADINGS,
  'guarantors.csv': BANK_HEADINGS,
  'platforms.csv': PLATFORM_HEADINGS,
  'platforms_more.csv': PLATFORM_HEADINGS,
} as const

/** Every file `readObservations` needs. */
export const DATA_FILES: readonly string[] = [
  ...Object.keys(OBSERVATION_FILES),
  'whitelists.csv',
  'groups.csv',
  'regions.csv',
]

/**
 * Reads the public data.
 *
 * @param files  text by file name, all of `DATA_FILES`
 * @returns rows in file order; blank values are left out, they mean unknown
 * @throws SimulationError DATA_FILE_MISSING, DATA_SYNTAX, DATA_COLUMN_MISSING, DATA_CELL_COUNT or
 * DATA_INVALID, all problems at once
 */
export function readObservations(files: Readonly<Record<string, string>>): PublicData {
  const problems: Problem[] = []
  const missing = DATA_FILES.filter((file) => files[file] === undefined)
  for (const file of missing) {
    const expected = 'a table of the public data'
    problems.push({ code: 'DATA_FILE_MISSING', file, expected, got: 'no such file' })
  }
  const text = (file: string): string | undefined => files[file]
  const observations: Observation[] = []
  for (const [file, headings] of Object.entries(OBSERVATION_FILES)) {
    const rename = new Map(Object.entries(headings).map(([field, heading]) => [field, heading]))
    for (const row of readRows(file, text(file), observationRow, problems, rename)) {
      if (row.value !== '') observations.push(observationOf(file, row))
    }
  }
  const lists = readRows('whitelists.csv', text('whitelists.csv'), listRow, problems).map(listOf)
  const groups = readRows('groups.csv', text('groups.csv'), groupRow, problems)
  const regions = readRows('regions.csv', text('regions.csv'), regionRow, problems).map(regionOf)
  if (problems.length > 0) throw new SimulationError(problems)
  return { observations, lists, groups, regions }
}

function readRows<Shape extends z.ZodObject>(
  file: string,
  text: string | undefined,
  shape: Shape,
  problems: Problem[],
  rename: ReadonlyMap<string, string> = new Map(),
): z.infer<Shape>[] {
  if (text === undefined) return []
  const heading = (field: string): string => rename.get(field) ?? field
  const fields = Object.keys(shape.shape)
  const rows: z.infer<Shape>[] = []
  for (const row of readTable(file, text, fields.map(heading), problems)) {
    const cells = Object.fromEntries(fields.map((field) => [field, row.cells[heading(field)]]))
    const parsed = shape.safeParse(cells)
    if (parsed.success) rows.push(parsed.data)
    else
      for (const issue of parsed.error.issues) problems.push(problemOf(file, row, issue, heading))
  }
  return rows
}

function problemOf(
  file: string,
  row: TableRow,
  issue: z.core.$ZodIssue,
  heading: (field: string) => string,
): Problem {
  const path = heading(String(issue.path[0]))
  const got = row.cells[path] === '' ? 'a blank' : String(row.cells[path])
  return { code: 'DATA_INVALID', file, ...row.place(path), path, expected: issue.message, got }
}

function observationOf(file: string, row: z.infer<typeof observationRow>): Observation {
  const converted = inModelUnits(Number(row.value), row.unit)!
  return {
    file,
    entity: row.entity,
    kind: row.kind,
    metric: row.metric,
    value: converted.value,
    unit: converted.unit,
    date: row.date,
    day: lastDay(row.date)!,
    source: row.source_url,
    published: lastDay(row.published_date)!,
    confidence: row.confidence,
  }
}

function listOf(row: z.infer<typeof listRow>): PartnerList {
  return {
    bank: row.bank,
    kind: row.bank_type,
    date: row.date,
    day: lastDay(row.date)!,
    partners: countOf(row.partners_total),
    platforms: countOf(row.platforms),
    named: row[NAMED].split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    source: row.source_url,
    published: lastDay(row.published_date)!,
    confidence: row.confidence,
  }
}

function regionOf(row: z.infer<typeof regionRow>): Region {
  return { ...row, id: Number(row.id), weight: Number(row.weight) }
}

function countOf(text: string): number | undefined {
  return text === '' ? undefined : Number(text)
}
