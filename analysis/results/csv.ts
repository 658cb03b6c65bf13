/**
 * Tables as comma-separated text: full precision, empty where nothing is known.
 * @module
 */

export type CsvCell = string | number | boolean | null

/** Rows under a head, lines ending in a newline. */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [head, ...rows].map((row) => row.map(cellText).join(',') + '\n').join('')
}

function cellText(cell: CsvCell): string {
  if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) return ''
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
