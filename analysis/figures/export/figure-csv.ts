/**
 * The table of a figure as a file: full precision, one line a row, safe to open in a spreadsheet.
 * @module
 */
import type { Cell, Figure, FigureColumn } from '../figure.ts'

const NEW_LINE = '\r\n'

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front. Numbers stay as they
 * are; what is not defined is empty.
 *
 * @source RFC 4180 for quotes and line ends
 */
export function figureCsv({ table }: Figure): string {
  const units = table.units
  const unitColumn = units === undefined ? [] : ['unit']
  const head = [...table.columns.map(headOf), ...unitColumn].map(quoted).join(',')
  const lines = table.rows.map((row, i) =>
    [...row, ...(units === undefined ? [] : [units[i]])].map(cellOf).join(','),
  )
  return [head, ...lines].map((line) => line + NEW_LINE).join('')
}

function headOf({ label, unit }: FigureColumn): string {
  return unit === undefined ? label : `${label} [${unit}]`
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return quoted(cell)
  return Number.isFinite(cell) ? String(cell) : ''
}

function quoted(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
