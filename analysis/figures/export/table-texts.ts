/**
 * The table of a figure as people read it: numbers on the scale of their unit.
 * @module
 */
import { formatChange, formatLevel } from '../../words/numbers.ts'
import type { Figure } from '../figure.ts'

/** Heads and cells; numbers without a unit are written plainly. */
export function tableTexts({ table, language }: Figure): {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const { columns, rows, units } = table
  return {
    head: columns.map(({ label }) => label),
    rows: rows.map((row, i) =>
      row.map((cell, c) => {
        if (typeof cell === 'string') return cell
        const { sort, unit } = columns[c]
        const write = sort === 'change' ? formatChange : formatLevel
        return write(cell, unit ?? units?.[i] ?? PLAIN, language)
      }),
    ),
  }
}

/** Counts have no unit to say. */
const PLAIN = ''
