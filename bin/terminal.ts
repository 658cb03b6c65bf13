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
function clip(line: string, width: number): string {
  let shown = ''
  for (const letter of line) {
    if (stringWidth(shown + letter) > width) return shown
    shown += letter
  }
  return shown
}

/** Breaks a text into lines no wider than `width`; Chinese may break between any two characters. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = indent
  for (const piece of text.match(PIECES) ?? []) {
    const blank = line.trim() === ''
    const candidate = blank ? indent + piece.trimStart() : line + piece
    if (!blank && stringWidth(candidate.trimEnd()) > width && !HANGING.test(piece)) {
      lines.push(line.trimEnd())
      line = indent + piece.trimStart()
    } else line = candidate
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** A word with the space before it, or one wide character; closing marks never start a line. */
const PIECES =
  /\s+|[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]|[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]+/g
const HANGING = /^[，。；：、）》」！？]$/

/** A table of cells: the first column to the left, the others to the right. */
export function alignColumns(rows: readonly (readonly string[])[], gap = 3): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[c] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, c) => {
        const space = ' '.repeat(widths[c] - stringWidth(cell))
        return c === 0 ? cell + space : space + cell
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}

/** The same with every column to the left. */
export function alignLeft(rows: readonly (readonly string[])[], gap = 2): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[c] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, c) => cell + ' '.repeat(widths[c] - stringWidth(cell)))
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}
