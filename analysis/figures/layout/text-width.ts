/**
 * How wide a text will be, so that margins hold it and nothing is clipped.
 *
 * There is no font to ask when a report is written. The estimate is that of a wide sans-serif: it may
 * leave a little room, and never takes too little.
 * @module
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2014\u2026\u{1f000}-\u{3fffd}]/u
const NARROW = /[ .,:;'’|!iljI()[\]·/]/
const BROAD = /[mwMW%@→←＝]/
const UPPER = /[A-ZÀ-Þ0-9+−=<>&#$§◆▲▼●○■□×]/

const WIDTHS = { wide: 1, narrow: 0.36, broad: 0.95, upper: 0.66, other: 0.6 }

/** What adding widths in another order may differ by [px]. */
const TOLERANCE = 0.01

/** Width of a text in one line [px]. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += letterWidth(letter)
  return ems * size
}

function letterWidth(letter: string): number {
  if (WIDE.test(letter)) return WIDTHS.wide
  if (NARROW.test(letter)) return WIDTHS.narrow
  if (BROAD.test(letter)) return WIDTHS.broad
  return UPPER.test(letter) ? WIDTHS.upper : WIDTHS.other
}

/** Width of the widest. */
export function widest(texts: readonly string[], size: number): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, size)), 0)
}

/** The text, or as much of it as fits, with an ellipsis. */
export function truncate(text: string, width: number, size: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (textWidth(line, size) <= width + TOLERANCE) return line
  let kept = ''
  let left = width - textWidth('…', size)
  for (const letter of line) {
    left -= letterWidth(letter) * size
    if (left < 0) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** What stays on one line: words, and Chinese characters with the punctuation that clings to them. */
const PIECES = /(?:[^\s\u2e80-\uffef]+ ?|[（〔《“「]*[^（〔《“「])[，。、；：！？）〕》”」]*/gu

/** Lines no wider than `width`, broken at spaces and between Chinese characters; the last is cut. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const whole = text.replace(/\s+/g, ' ')
  const lines: string[] = []
  let from = 0
  let line = ''
  for (const piece of whole.match(PIECES) ?? []) {
    const full = line !== '' && textWidth((line + piece).trimEnd(), size) > width + TOLERANCE
    if (full && lines.length < most - 1) {
      lines.push(truncate(line.trimEnd(), width, size))
      from += line.length
      line = ''
    }
    line += piece
  }
  return [...lines, truncate(whole.slice(from).trimEnd(), width, size)].filter((one) => one !== '')
}
