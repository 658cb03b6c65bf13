/**
 * Streams, colour and exit codes: stdout carries the answer only, stderr everything else.
 * @module
 */
import pico from 'picocolors'
import stringWidth from 'string-width'

/** What a process exit means. */
export const EXIT = {
  done: 0,
  ourFault: 1,
  yoursToFix: 2,
  someFailed: 3,
  /** `reproduce` found a difference. */
  differs: 4,
  interrupted: 130,
} as const

/** How the answer and the progress are shown. */
export interface Terminal {
  readonly quiet: boolean
  /** Writes a line of the answer. */
  answer(line?: string): void
  /** Writes a line beside the answer: notes and errors. Never suppressed. */
  note(line: string): void
  /** Shows or replaces the progress line; only on a terminal, and not when quiet. */
  redraw(line: string): void
  /** Writes one line of progress for a log; only off a terminal, and not when quiet. */
  log(line: string): void
  /** Removes the progress line. */
  clear(): void
  readonly live: boolean
  readonly colour: ReturnType<typeof pico.createColors>
}

const CLEAR_LINE = '\r\u001b[K'

/** @param options.colour  false: never colours */
export function createTerminal(options: { quiet: boolean; colour: boolean }): Terminal {
  const { stdout, stderr } = process
  const plain = process.env.TERM === 'dumb'
  const live = stderr.isTTY && !plain
  const allowed = options.colour && !plain && !process.env.NO_COLOR && stdout.isTTY
  return {
    quiet: options.quiet,
    live,
    colour: pico.createColors(allowed),
    answer: (line = '') => void stdout.write(`${line}\n`),
    note(line) {
      if (live) stderr.write(CLEAR_LINE)
      stderr.write(`${line}\n`)
    },
    redraw(line) {
      if (!live || options.quiet) return
      stderr.write(CLEAR_LINE + clip(line, (stderr.columns || DEFAULT_WIDTH) - 1))
    },
    log(line) {
      if (!live && !options.quiet) stderr.write(`${line}\n`)
    },
    clear() {
      if (live) stderr.write(CLEAR_LINE)
    },
  }
}

const DEFAULT_WIDTH = 80

/** Columns of the terminal that shows the answer. */
export function answerWidth(): number {
  return process.stdout.columns || 100
}

/** Cuts a line to a width, counting Chinese characters as two. */
export function clip(line: string, width: number): string {
  let shown = ''
  for (const letter of line) {
    if (stringWidth(shown + letter) > width) return shown
    shown += letter
  }
  return shown
}

/** Breaks a text into lines no wider than `width`; Chinese may break between any two characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    const candidate = line === '' ? piece.trimStart() : line + piece
    if (line !== '' && stringWidth(candidate.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line = candidate
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** What may not be broken: spaces; a word or one wide character with the marks that hold on to it. */
const WIDE = '\\u2e80-\\u9fff\\uff00-\\uffef'
const PIECES = new RegExp(`\\s+|[（《「]*(?:[${WIDE}]|[^\\s${WIDE}]+)[，。；：、）》」！？]*`, 'g')

/** A table of cells: the first column to the left, the others to the right, a sixth to the left. */
export function alignColumns(rows: readonly (readonly string[])[], gap = 3): string[] {
  return aligned(rows, gap, (column) => column === 0 || column === REMARK_COLUMN)
}

/** A table with every column to the left. */
export function alignLeft(rows: readonly (readonly string[])[], gap = 2): string[] {
  return aligned(rows, gap, () => true)
}

/** Where a table of changes has its words. */
const REMARK_COLUMN = 5

function aligned(
  rows: readonly (readonly string[])[],
  gap: number,
  isLeft: (column: number) => boolean,
): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[c] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, c) => {
        const space = ' '.repeat(widths[c] - stringWidth(cell))
        return isLeft(c) ? cell + space : space + cell
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}
