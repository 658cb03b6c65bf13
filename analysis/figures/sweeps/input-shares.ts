/**
 * What metrics depend on: a row for each input and for luck, a panel for each metric, a bar for each
 * share of the metric's variance. Bars whose interval is wide are hollow.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import { formatLevel, formatLevelRange } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Cell, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { BOLD, LABEL, LINE, PAD } from '../layout/sizes.ts'
import { widest, wrap } from '../layout/text-width.ts'
import { shareMarks, SHARE_ROW, type ShareBar, type SharePanel } from './input-share-marks.ts'
import { figureWords, type FigureWords } from '../words/figure-words.ts'

/** A share of variance; ends are NaN where there is no interval. */
export interface ShareCell {
  readonly share: number
  readonly low: number
  readonly high: number
  /** Its interval is narrow enough. */
  readonly isSettled: boolean
  /** With what the input does together with others; absent where that is not known. */
  readonly total?: number
}

export interface ShareRow {
  readonly name: Label
  /** Luck, and what inputs do together, stand below the inputs. */
  readonly isRest: boolean
  /** One for each metric. */
  readonly cells: readonly ShareCell[]
}

export interface InputShares {
  readonly metrics: readonly Label[]
  readonly rows: readonly ShareRow[]
  /** Inputs drawn at most, 12 unless said; the table has all. */
  readonly most?: number
}

const MOST = 12
const WIDEST_NAME = 184
const WIDEST_SHARE = 0.34
/** Names take two lines at most. */
const NAME_LINES = 2
/** From one line of a name to the next: they stand closer than texts. */
const NAME_LINE = 14
/** Width of a panel with its numbers, at least [px]. */
const PANEL = 112
/** Head of a panel: two lines. */
const HEAD = 2 * LINE + PAD
/** Below the rows of a panel: its scale, and room. */
const FOOT = LINE + 2 * PAD

export function inputShares(canvas: Canvas, shown: InputShares, frame: FigureFrame): Figure {
  const { language } = frame
  const words = figureWords(language)
  const { columns: heads } = words.inputs
  const hasTotals = shown.rows.some(({ cells }) => cells.some(({ total }) => total !== undefined))
  const columns = [
    { label: words.columns.metric },
    { label: heads.input },
    ...[heads.share, words.columns.low, words.columns.high].map((label) => ({
      label,
      unit: 'share',
    })),
    ...(hasTotals ? [{ label: heads.total, unit: 'share' }] : []),
    { label: heads.settled },
  ]
  const subtitle = hasTotals ? words.inputs.subtitle + words.inputs.totals : words.inputs.subtitle
  const rows = drawnRows(shown)
  if (rows.length === 0 || shown.metrics.length === 0) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const width = frame.width ?? PAGE_WIDTH
  const names = rows.map(({ name }) => say(name, language))
  const room = Math.min(WIDEST_NAME, width * WIDEST_SHARE, widest(names, LABEL))
  const left = room + 2 * PAD
  const perBand = Math.max(1, Math.min(shown.metrics.length, Math.floor((width - left) / PANEL)))
  const high = HEAD + rows.length * SHARE_ROW + FOOT
  const panels = shown.metrics.map((metric, m) =>
    panelOf(rows, m, say(metric, language), {
      left: left + ((m % perBand) * (width - left)) / perBand,
      right: left + ((m % perBand) + 1) * ((width - left) / perBand),
      top: Math.floor(m / perBand) * high + HEAD,
      language: frame.language,
    }),
  )
  const bands = Math.ceil(shown.metrics.length / perBand)
  return drawFigure(canvas, frame, {
    kind: 'input-shares',
    title: titleOf(shown, frame, words),
    subtitle,
    description: words.inputs.description(
      shown.metrics
        .map((metric, m) => sentenceOf(shown.rows, m, say(metric, language), frame, words))
        .join(words.semicolon),
    ),
    table: {
      columns,
      rows: shown.metrics.flatMap((metric, m) =>
        shown.rows.map(({ name, isRest, cells }): Cell[] => [
          say(metric, language),
          say(name, language),
          cells[m].share,
          cells[m].low,
          cells[m].high,
          ...(hasTotals ? [cells[m].total ?? ''] : []),
          isRest || Number.isNaN(cells[m].share)
            ? ''
            : cells[m].isSettled
              ? words.inputs.settled
              : words.inputs.notSettled,
        ]),
      ),
    },
    height: bands * high,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      ...Array.from({ length: bands }, (_, band) =>
        nameMarks(canvas, rows, names, room, band * high + HEAD),
      ).flat(),
      ...panels.flatMap((panel) => shareMarks(canvas.plot, panel)),
    ],
  })
}

/** Inputs with the largest shares, then the rest. */
function drawnRows({ rows, most = MOST }: InputShares): ShareRow[] {
  const inputs = rows.filter(({ isRest }) => !isRest)
  return [...inputs.slice(0, most), ...rows.filter(({ isRest }) => isRest)]
}

function panelOf(
  rows: readonly ShareRow[],
  metric: number,
  name: string,
  place: { left: number; right: number; top: number; language: FigureFrame['language'] },
): SharePanel {
  const { left, right, top, language } = place
  const value = (cell: ShareCell) => formatLevel(cell.share, 'share', language)
  const values = widest(
    rows.map(({ cells }) => value(cells[metric])),
    LABEL,
  )
  const scaleEnd = right - values - 2 * PAD
  return {
    lines: wrap(name, (right - left - PAD) / BOLD, LABEL, 2),
    name,
    left,
    scaleEnd,
    top,
    bars: rows.map(({ cells, isRest }, i): ShareBar => ({
      ...cells[metric],
      isRest,
      text: value(cells[metric]),
      y: top + (i + 1 / 2) * SHARE_ROW,
    })),
    rule: top + rows.findIndex(({ isRest }) => isRest) * SHARE_ROW,
    bottom: top + rows.length * SHARE_ROW,
  }
}

function nameMarks(
  { plot }: Canvas,
  rows: readonly ShareRow[],
  names: readonly string[],
  room: number,
  top: number,
): Markish[] {
  return rows.map((_, i) => {
    const lines = wrap(names[i], room, LABEL, NAME_LINES)
    const isWhole = lines.join('').replace(/\s/g, '') === names[i].replace(/\s/g, '')
    return plot.text([lines.join('\n')], {
      x: [room + PAD],
      y: [top + (i + 1 / 2) * SHARE_ROW],
      textAnchor: 'end',
      lineHeight: NAME_LINE / LABEL,
      className: 'row-label',
      ...(isWhole ? {} : { title: [names[i]] }),
    })
  })
}

/** The input with the largest share of each metric, if it stands out from luck. */
function titleOf({ rows, metrics }: InputShares, { language }: FigureFrame, words: FigureWords) {
  const first = metrics.flatMap((_, m) => {
    const [top] = rows
      .filter(({ isRest, cells }) => !isRest && cells[m].low > 0)
      .sort((one, other) => other.cells[m].share - one.cells[m].share)
    return top ? [say(top.name, language)] : []
  })
  const leading = [...new Set(first)]
  return leading.length === 0 ? words.inputs.none : words.inputs.title(leading)
}

function sentenceOf(
  rows: readonly ShareRow[],
  metric: number,
  name: string,
  { language }: FigureFrame,
  words: FigureWords,
): string {
  const parts = rows.flatMap(({ name: row, cells }) => {
    const { share, low, high } = cells[metric]
    if (Number.isNaN(share)) return []
    const range = Number.isNaN(low) ? '' : formatLevelRange(low, high, 'share', language)
    return [words.inputs.part(say(row, language), formatLevel(share, 'share', language), range)]
  })
  return words.inputs.ofMetric(name, parts.join(words.comma))
}
