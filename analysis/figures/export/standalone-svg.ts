/**
 * A figure as a file of its own: its colours are written out and its words stand above and below it, so
 * that it looks the same in a page, a slide or an editor.
 * @module
 */
import type { Figure } from '../figure.ts'
import { BOLD, LABEL, LINE, PAD } from '../layout/sizes.ts'
import { wrap } from '../layout/text-width.ts'
import { literalColours } from '../palette.ts'
import { escapeXml } from '../serialize.ts'
import { figureWords } from '../words/figure-words.ts'

const HEADING = 16
const MOST_LINES = 4

const PAGES = {
  light: { paper: '#FFFFFF', ink: '#111827' },
  dark: { paper: '#111827', ink: '#E5E7EB' },
}

interface Line {
  readonly text: string
  readonly size: number
  readonly bold: boolean
}

export function standaloneSvg(figure: Figure, page: 'light' | 'dark' = 'light'): string {
  const { width, height, title, subtitle, source, language, svg } = figure
  const { paper, ink } = PAGES[page]
  const lines = (text: string, size: number, bold: boolean): Line[] =>
    wrap(text, width / (bold ? BOLD : 1), size, MOST_LINES).map((one) => ({
      text: one,
      size,
      bold,
    }))
  const head = [...lines(title, HEADING, true), ...lines(subtitle, LABEL, false)]
  const foot = lines(source === '' ? '' : figureWords(language).source(source), LABEL, false)
  const top = heightOf(head) + PAD
  const whole = top + height + PAD + heightOf(foot)
  const open = svg.slice(0, svg.indexOf('>') + 1)
  const words = svg.slice(open.length, svg.indexOf('</desc>') + '</desc>'.length)
  const drawing = svg.slice(open.length + words.length, -'</svg>'.length)
  const frame = [-PAD, -PAD, width + 2 * PAD, whole + 2 * PAD]
  const root = open
    .replace(/ viewBox="[^"]*"/, ` viewBox="${frame.join(' ')}"`)
    .replace(/ width="[^"]*"/, ` width="${frame[2]}"`)
    .replace(/ height="[^"]*"/, ` height="${frame[3]}"`)
    .replace(/ fill="currentColor"/, ` fill="${ink}"`)
    .replace('<svg', `<svg color="${ink}"`)
  const paperRect = `<rect x="${frame[0]}" y="${frame[1]}" width="${frame[2]}" height="${frame[3]}" fill="${paper}"/>`
  const body = `<g transform="translate(0,${top})">${drawing}</g>`
  return literalColours(
    root +
      words +
      paperRect +
      textsOf(head, 0) +
      body +
      textsOf(foot, top + height + PAD) +
      '</svg>',
    page,
  )
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size }) => sum + lineOf(size), 0)
}

function lineOf(size: number): number {
  return (size * LINE) / LABEL
}

function textsOf(lines: readonly Line[], top: number): string {
  let y = top
  return lines
    .map(({ text, size, bold }) => {
      y += lineOf(size)
      const weight = bold ? ' font-weight="600"' : ''
      return `<text x="0" y="${y - size / 3}" font-size="${size}" text-anchor="start"${weight}>${escapeXml(text)}</text>`
    })
    .join('')
}
