/**
 * Text of a table → rows that know their place, so that a broken cell can be pointed at.
 * @module
 */
import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../engine/errors.ts'

export interface TableRow {
  /** Text of each cell by column name. */
  readonly cells: Readonly<Record<string, string>>
  /** Line of a cell, and its first character within that line, both from 1. */
  place(column: string): { line: number; column: number }
}

interface ParsedRecord {
  record: string[]
  raw: string
  info: { lines: number }
}

/**
 * Reads a table with a header line; blank lines are skipped.
 *
 * @param problems  receives what is wrong; rows with the wrong number of cells are left out
 */
export function readTable(
  file: string,
  text: string,
  columns: readonly string[],
  problems: Problem[],
): TableRow[] {
  const records = parseRecords(file, text, problems)
  if (records === undefined) return []
  const header = records[0]?.record ?? []
  const missing = columns.filter((column) => !header.includes(column))
  for (const column of missing) {
    const expected = `a column ${column}`
    const got = header.length === 0 ? 'an empty file' : header.join(',')
    problems.push({ code: 'DATA_COLUMN_MISSING', file, line: 1, path: column, expected, got })
  }
  if (missing.length > 0) return []
  const rows: TableRow[] = []
  for (const parsed of records.slice(1)) {
    if (parsed.record.length === header.length) rows.push(rowOf(header, parsed))
    else problems.push(wrongLength(file, header.length, parsed))
  }
  return rows
}

/** Undefined when the text is no table; then one problem says so. */
function parseRecords(file: string, text: string, problems: Problem[]): ParsedRecord[] | undefined {
  try {
    return parse(text, {
      bom: true,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error['lines'] ?? 1)
    const expected = 'comma-separated values with balanced quotes'
    problems.push({ code: 'DATA_SYNTAX', file, line, expected, got: error.message })
    return undefined
  }
}

function rowOf(header: readonly string[], parsed: ParsedRecord): TableRow {
  const cells: Record<string, string> = {}
  for (let i = 0; i < header.length; i++) cells[header[i]] = parsed.record[i].trim()
  return { cells, place: (column) => placeOf(parsed, header.indexOf(column)) }
}

function wrongLength(file: string, expected: number, parsed: ParsedRecord): Problem {
  const got = parsed.record.length
  return {
    code: 'DATA_CELL_COUNT',
    file,
    ...placeOf(parsed, Math.min(expected, got) - 1),
    expected: `${expected} cells`,
    got: `${got} cells`,
    hint: 'quote a cell that contains a comma',
  }
}

/** Where a cell starts: commas outside quotes separate cells, line ends inside quotes count. */
function placeOf(parsed: ParsedRecord, cell: number): { line: number; column: number } {
  const raw = parsed.raw.replace(/^[\r\n\uFEFF]+/, '').replace(/[\r\n]+$/, '')
  let line = parsed.info.lines - (raw.split('\n').length - 1)
  let column = 1
  let quoted = false
  for (let i = 0, passed = 0; i < raw.length && passed < cell; i++) {
    const character = raw[i]
    column++
    if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) passed++
    else if (character === '\n') {
      line++
      column = 1
    }
  }
  return { line, column }
}
