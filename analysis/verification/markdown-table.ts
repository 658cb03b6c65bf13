/**
 * A Markdown table with aligned columns, as formatters leave it.
 *
 * @param heads  one per column
 * @param rows  cells without line breaks
 * @module
 */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = [heads, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = heads.map((_, column) =>
    Math.max(...cells.map((row) => widthOf(row[column])), NARROWEST),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell + ' '.repeat(widths[i] - widthOf(cell))).join(' | ')} |`
  const [head, ...body] = cells
  return [head, widths.map((width) => '-'.repeat(width)), ...body].map(line).join('\n')
}

const NARROWEST = 3

/** Characters, counting those beyond 16 bits once. */
const widthOf = (cell: string): number => [...cell].length
