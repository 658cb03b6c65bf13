/**
 * The public data: what banks, platforms, guarantors and regulators published, read from tables in
 * which every number has a source, a date and a confidence. All broken cells are reported at once.
 *
 * @source model document, section 10; `data/` beside this file
 * @module
 */
import { z } from 'zod'
import { SimulationError, type Problem } from '../engine/errors.ts'
import { lastDay } from './observation-date.ts'
import { inModelUnits, OBSERVATION_UNITS } from './observation-unit.ts'
import { readTable, type TableRow } from './read-table.ts'

export type Confidence = 'high' | 'medium' | 'low'
export type GroupRole = 'head' | 'listed' | 'small' | 'lender' | 'other'

/** One published number in the units of the model. */
export interface Observation {
  file: string
  entity: string
  kind: string
  metric: string
  value: number
  unit: string
  /** As written, the last day it covers, and the last day of its publication. */
  date: string
  day: string
  source: string
  published: string
  confidence: Confidence
}

/** One partner list a bank published. */
export interface PartnerList {
  bank: string
  kind: string
  date: string
  day: string
  partners: number | undefined
  platforms: number | undefined
  named: string[]
  source: string
  published: string
  confidence: Confidence
}

export interface GroupName {
  name: string
  group: string
  role: GroupRole
  confidence: Confidence
}

export interface Region {
  id: number
  zh: string
  en: string
  weight: number
  source: string
  date: string
  confidence: Confidence
}

export interface PublicData {
  observations: Observation[]
  lists: PartnerList[]
  groups: GroupName[]
  regions: Region[]
}

const NAMED = 'named_partners(;-separated)'
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

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text))
const isCount = (text: string): boolean => text === '' || /^\d+$/.test(text)

const name = z.string().min(1, 'a name')
const date = z.string().refine((text) => text !== '' && lastDay(text) !== undefined, {
  error: 'a day, month, quarter, half, year or range, such as 2025-06-30, 2025-06, 2025Q2, FY2024',
})
const published = z.string().refine((text) => lastDay(text) !== undefined, {
  error: 'a publication date such as 2025-06-30, or blank',
})
const CONFIDENCE = /^(high|medium|low)( \(.*\))?$/
const confidence = z
  .string()
  .regex(CONFIDENCE, 'high, medium or low, with a remark in brackets if any')
  .transform((text) => text.split(' ')[0] as Confidence)
const count = z.string().refine(isCount, { error: 'a whole number, or blank when not seen' })

const observationRow = z.object({
  entity: name,
  kind: name,
  date,
  metric: name,
  value: z.string().refine((text) => text === '' || isNumber(text), {
    error: 'a number, or blank when not known',
  }),
  unit: z.enum(OBSERVATION_UNITS as [string, ...string[]], {
    error: `a unit: ${OBSERVATION_UNITS.join(', ')}`,
  }),
  source_url: z.string(),
  published_date: published,
  confidence,
})

const listRow = z.object({
  bank: name,
  bank_type: name,
  date,
  partners_total: count,
  platforms: count,
  [NAMED]: z.string(),
  source_url: z.string(),
  published_date: published,
  confidence,
})

const groupRow = z.object({
  name,
  group: name,
  role: z.enum(['head', 'listed', 'small', 'lender', 'other'], {
    error: 'a role: head, listed, small, lender or other',
  }),
  confidence,
})

const regionRow = z.object({
  id: z.string().regex(/^\d+$/, 'a whole number'),
  zh: name,
  en: name,
  weight: z.string().refine((text) => isNumber(text) && Number(text) > 0, {
    error: 'a number above 0',
  }),
  source: name,
  date,
  confidence,
})

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
