/** A table of cells: the columns named in `left` to the left, the others to the right. */
export function alignCells(
  rows: readonly (readonly string[])[],
  left: readonly number[],
): string[] {
  const count = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, c) =>
    Math.max(...rows.map((row) => (row[c] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, c) => (left.includes(c) ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
      .join('  ')
      .trimEnd(),
  )
}
