/**
 * Market shares on top of each other over time, the largest at the bottom, names at the right end.
 * One hue from dark to light by rank; what is gathered as "other" is grey.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import { formatLevel, formatMonth } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { monthTicks } from '../layout/month-axis.ts'
import { planeOf } from '../layout/plane.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth, truncate } from '../layout/text-width.ts'
import { valueAxis } from '../layout/value-axis.ts'
import { effectLine, monthsAlong, valuesUp } from '../marks/axes.ts'
import { directLabels, heightWithLabels, nameRoom, withLabels } from '../marks/direct-labels.ts'
import { paint } from '../palette.ts'
import { figureWords, type FigureWords } from '../words/figure-words.ts'
import { emptyFigure } from './empty-figure.ts'

export interface ShareSeries {
  readonly name: Label
  /** Amounts a month, in any unit; they are drawn as shares of their sum. */
  readonly amounts: readonly number[]
}

export interface StackedShares {
  /** What is shared out: balance, new loans, partnerships. */
  readonly what: Label
  readonly months: readonly string[]
  readonly series: readonly ShareSeries[]
  readonly effective?: string
  /** Series with a name of their own; 8 unless said. */
  readonly named?: number
}

const HEIGHT = 300
const NAMED = 8
const DARKEST = 0.95
const LIGHTEST = 0.25
const OTHER = 0.45

interface Layer {
  readonly name: string
  readonly share: readonly number[]
  readonly other: boolean
}

export function stackedShares(canvas: Canvas, shown: StackedShares, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { months } = shown
  const { language } = frame
  const words = figureWords(language)
  const subtitle = words.shares.subtitle(say(shown.what, language))
  const layers = layersOf(shown, frame)
  const columns = [
    { label: words.columns.month },
    ...layers.map(({ name }) => ({ label: name, unit: 'share' })),
  ]
  if (!layers.some(({ share }) => share.some(Number.isFinite))) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const last = months.length - 1
  const axis = valueAxis([0, 1], { unit: 'share', sort: 'level', language })
  const tops = stack(layers)
  const bottom = (i: number) => (i === 0 ? layers[0].share.map((one) => one * 0) : tops[i - 1])
  const written = (value: number) => formatLevel(value, 'share', language)
  const width = frame.width ?? PAGE_WIDTH
  const room = nameRoom(width, WIDEST)
  const labels = layers.map(({ name, share, other }, i) => ({
    at: (bottom(i)[last] + tops[i][last]) / 2,
    ...fitted(name, written(share[last]), room, words),
    colour: other ? ('quiet' as const) : ('reform' as const),
  }))
  const margins = withLabels(
    {
      top: 2 * LINE,
      right: 4 * PAD,
      bottom: LINE + 2 * PAD,
      left: Math.max(axis.width + 2 * PAD, 5 * PAD),
    },
    labels,
    room,
  )
  const height = heightWithLabels(HEIGHT, margins, labels, room)
  const plane = planeOf(width, height, margins, [0, Math.max(1, last)], [0, 1])
  const x = months.map((_, i) => i)
  const areas: Markish[] = layers.flatMap(({ name, other }, i) => [
    plot.areaY(x, {
      x,
      y1: bottom(i),
      y2: tops[i],
      fill: paint(other ? 'quiet' : 'reform'),
      fillOpacity: other ? OTHER : strength(i, layers.length),
      title: () => name,
      className: 'share',
    }),
    plot.lineY(x, { x, y: tops[i], stroke: paint('page'), strokeWidth: 1.5 }),
  ])
  const [first] = layers
  return drawFigure(canvas, frame, {
    kind: 'stacked-shares',
    title: words.shares.title(first.name, written(first.share[0]), written(first.share[last])),
    subtitle,
    description: words.shares.description(
      formatMonth(months[0], language),
      formatMonth(months[last], language),
      layers
        .map(({ name, share }) => words.pairOf(name, written(share[last])))
        .join(words.semicolon),
    ),
    table: {
      columns,
      rows: months.map((month, i) => [month, ...layers.map(({ share }) => share[i])]),
    },
    height,
    margins,
    x: { domain: [0, Math.max(1, last)] },
    y: { domain: [0, 1] },
    marks: [
      ...valuesUp(plot, axis, margins.left),
      ...areas,
      ...effectLine(
        plot,
        plane,
        months.indexOf(shown.effective ?? ''),
        words.effective(formatMonth(shown.effective ?? '', language)),
      ),
      ...directLabels(plot, plane, last, labels, room),
      monthsAlong(plot, monthTicks(months, plane.right - plane.left, language)),
    ],
  })
}

/** The share is never cut, the name where it must be. */
function fitted(name: string, share: string, room: number, words: FigureWords) {
  const left = 2 * room - textWidth(words.pairOf('', share), LABEL) - LABEL
  const short = truncate(name, left, LABEL)
  const label = { name: words.pairOf(short, share) }
  return short === name ? label : { ...label, whole: name }
}

/** Names may be wider here: they are all there is to tell the layers apart [px]. */
const WIDEST = 190

function strength(rank: number, layers: number): number {
  return DARKEST - ((DARKEST - LIGHTEST) * rank) / Math.max(1, layers - 1)
}

/** The largest in the last month that has any, then the rest as one. */
function layersOf({ series, named, months }: StackedShares, { language }: FigureFrame): Layer[] {
  const words = figureWords(language)
  const totals = months.map((_, i) => series.reduce((sum, { amounts }) => sum + amounts[i], 0))
  const last = totals.findLastIndex((total) => total > 0)
  const ranked = series
    .map((one, i) => ({ one, i, size: last < 0 ? 0 : one.amounts[last] }))
    .sort((a, b) => b.size - a.size || a.i - b.i)
    .map(({ one }) => one)
  const shares = (members: readonly ShareSeries[]) =>
    totals.map((total, i) =>
      total > 0 ? members.reduce((sum, { amounts }) => sum + amounts[i], 0) / total : NaN,
    )
  const most = named ?? NAMED
  const rest = ranked.slice(most)
  const layers = ranked
    .slice(0, most)
    .map((one) => ({ name: say(one.name, language), share: shares([one]), other: false }))
  if (rest.length === 0) return layers
  return [...layers, { name: words.others(rest.length), share: shares(rest), other: true }]
}

function stack(layers: readonly Layer[]): number[][] {
  const below: number[] = layers[0].share.map(() => 0)
  return layers.map(({ share }) => share.map((one, i) => (below[i] += one)))
}
