/**
 * Which assumptions the answer depends on: a bar for each, from the change with the assumption at its
 * low end to the change at its high end, the longest first. Those that could change the sign carry a
 * diamond and say so.
 * @module
 */
import { formatChange } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import type { FigureMetric } from '../charts/difference-bands.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth, widest } from '../layout/text-width.ts'
import { valueAxis, type ValueAxis } from '../layout/value-axis.ts'
import { figureWords } from '../words/figure-words.ts'
import {
  barMarks,
  baseMarks,
  keyMarks,
  MARK,
  nameMarks,
  scaleMarks,
  TOP,
  WIDEST_SETTING,
  type Bar,
} from './tornado-marks.ts'

export interface TornadoRow {
  readonly name: Label
  /** What its ends are: `6 months`, `36 months`. */
  readonly lowSetting: Label
  readonly highSetting: Label
  /** Change of the metric at either end, the other assumptions as they are. */
  readonly atLow: number
  readonly atHigh: number
  /** Whether it could change the sign; from the ends unless said. */
  readonly flips?: boolean
}

export interface Tornado {
  readonly metric: FigureMetric
  /** Change with all assumptions as they are. */
  readonly base: number
  readonly rows: readonly TornadoRow[]
  /** Bars at most, 12 unless said. */
  readonly most?: number
}

const ROW = 36
const MOST = 12
const WIDEST_NAME = 0.3
/** Rounds until the scale has settled. */
const ROUNDS = 8

export function tornado(canvas: Canvas, shown: Tornado, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { metric, base } = shown
  const { language } = frame
  const words = figureWords(language)
  const { columns: heads } = words.tornado
  const label = say(metric.label, language)
  const change = { unit: metric.unit, sort: 'change' as const }
  const columns = [
    { label: heads.assumption },
    { label: heads.lowSetting },
    { label: heads.highSetting },
    { label: heads.atLow, ...change },
    { label: heads.atHigh, ...change },
    { label: heads.sign },
  ]
  const subtitle = words.tornado.subtitle(label)
  const bars = barsOf(shown, frame)
  if (bars.length === 0) return emptyFigure(canvas, frame, subtitle, columns)

  const width = frame.width ?? PAGE_WIDTH
  const longest = widest(
    bars.map(({ name }) => name),
    LABEL,
  )
  const note = bars.some((bar) => bar.flips) ? textWidth(words.tornado.flips, LABEL) : 0
  const names = Math.max(Math.min(width * WIDEST_NAME, longest), note) + MARK
  const axis = valueAxis([base, ...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])], {
    ...change,
    language,
    zero: true,
  })
  const place = placesOf(bars, axis, names + PAD, width)
  const bottom = TOP + bars.length * ROW
  const flips = bars.filter((bar) => bar.flips).length
  return drawFigure(canvas, frame, {
    kind: 'tornado',
    title: words.tornado.title(bars[0].name, flips),
    subtitle,
    description: words.tornado.description(
      bars.map(({ sentence }) => sentence).join(words.semicolon),
    ),
    table: {
      columns,
      rows: bars.map((bar) => [
        bar.name,
        bar.low,
        bar.high,
        bar.atLow,
        bar.atHigh,
        bar.flips ? words.tornado.flips : words.tornado.keeps,
      ]),
    },
    height: bottom + 2 * LINE + 2 * PAD,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      ...scaleMarks(plot, axis, place, bottom, width),
      ...bars.flatMap((bar) => barMarks(plot, bar, place, place(base))),
      ...nameMarks(plot, bars, names, words),
      ...baseMarks(
        plot,
        place(base),
        bottom,
        words.tornado.base(formatChange(base, metric.unit, language)),
        width,
      ),
      ...keyMarks(plot, words, bottom, width),
    ],
  })
}

function barsOf({ metric, base, rows, most }: Tornado, { language }: FigureFrame): Bar[] {
  const words = figureWords(language)
  const span = ({ atLow, atHigh }: TornadoRow) => Math.abs(atHigh - atLow)
  return rows
    .filter(({ atLow, atHigh }) => Number.isFinite(atLow) && Number.isFinite(atHigh))
    .map((row, i) => ({ row, i }))
    .sort((a, b) => span(b.row) - span(a.row) || a.i - b.i)
    .slice(0, most ?? MOST)
    .map(({ row }, i) => {
      const name = say(row.name, language)
      const flips = row.flips ?? (row.atLow * base < 0 || row.atHigh * base < 0)
      const written = (value: number) => formatChange(value, metric.unit, language)
      return {
        name,
        low: say(row.lowSetting, language),
        high: say(row.highSetting, language),
        atLow: row.atLow,
        atHigh: row.atHigh,
        flips,
        sentence: words.tornado.row(name, written(row.atLow), written(row.atHigh), flips),
        y: TOP + (i + 1 / 2) * ROW,
      }
    })
}

/** The widest scale at which every setting has room beside its bar. */
function placesOf(bars: readonly Bar[], axis: ValueAxis, left: number, right: number) {
  const room = (text: string) => Math.min(WIDEST_SETTING, textWidth(text, LABEL)) + PAD + 2
  let [from, to] = [left, right]
  const place = (value: number) =>
    from + ((value - axis.low) * (to - from)) / (axis.high - axis.low)
  for (let round = 0; round < ROUNDS; round++) {
    let [under, over] = [0, 0]
    for (const { atLow, atHigh, low, high } of bars) {
      const [first, last] = atLow <= atHigh ? [low, high] : [high, low]
      under = Math.max(under, left - place(Math.min(atLow, atHigh)) + room(first))
      over = Math.max(over, place(Math.max(atLow, atHigh)) + room(last) - right)
    }
    from += under
    to -= over
  }
  return place
}
