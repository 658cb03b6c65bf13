/**
 * The parts of a tornado: scale, bars, names, and what the two ends of a bar look like.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth, truncate } from '../layout/text-width.ts'
import { thinTicks, type ValueAxis } from '../layout/value-axis.ts'
import { FAINT, halo } from '../marks/axes.ts'
import { paint } from '../palette.ts'
import type { FigureWords } from '../words/figure-words.ts'

/** Where the bars begin, below what the base is [px]. */
export const TOP = LINE + 2 * PAD
export const WIDEST_SETTING = 88
/** Room of the diamond before a name. */
export const MARK = 16
const BAR = 14

export interface Bar {
  readonly name: string
  readonly low: string
  readonly high: string
  readonly atLow: number
  readonly atHigh: number
  readonly flips: boolean
  readonly sentence: string
  readonly y: number
}

export function scaleMarks(
  plot: PlotLibrary,
  axis: ValueAxis,
  place: (value: number) => number,
  bottom: number,
  width: number,
): Markish[] {
  const line = { y1: TOP, y2: bottom, stroke: 'currentColor' }
  const labelled = thinTicks(axis, place, width)
  return [
    plot.ruleX(axis.ticks.map(place), { ...line, strokeOpacity: FAINT }),
    plot.ruleX([place(0)], { ...line, strokeOpacity: 0.8, strokeWidth: 1.5, className: 'zero' }),
    plot.text(labelled.map(axis.label), {
      x: labelled.map(place),
      y: bottom + PAD / 2,
      lineAnchor: 'top',
      className: 'axis-x',
    }),
    plot.text(axis.unit === '' ? [] : [axis.unit], {
      x: place(axis.low) - axis.width,
      y: bottom + PAD / 2,
      textAnchor: 'end',
      lineAnchor: 'top',
      className: 'unit',
    }),
  ]
}

/** Hollow towards the low end, filled towards the high end; each end says its setting. */
export function barMarks(
  plot: PlotLibrary,
  bar: Bar,
  place: (value: number) => number,
  base: number,
): Markish[] {
  const half = BAR / 2
  const ends = [
    { at: place(bar.atLow), text: bar.low, fill: paint('page'), stroke: paint('baseline') },
    { at: place(bar.atHigh), text: bar.high, fill: paint('reform'), stroke: paint('reform') },
  ]
  const leftmost = ends[0].at <= ends[1].at ? 0 : 1
  return ends.flatMap(({ at, text, fill, stroke }, i) => {
    const outward = i === leftmost ? -1 : 1
    const edge = outward < 0 ? Math.min(at, base) : Math.max(at, base)
    const fitted = truncate(text, WIDEST_SETTING, LABEL)
    return [
      plot.rect([bar], {
        x1: Math.min(at, base),
        x2: Math.max(at, base),
        y1: bar.y - half,
        y2: bar.y + half,
        fill,
        stroke,
        strokeWidth: 1.5,
        title: () => bar.sentence,
        className: i === 0 ? 'low-end' : 'high-end',
      }),
      plot.text([fitted], {
        x: edge + outward * PAD,
        y: bar.y,
        textAnchor: outward < 0 ? 'end' : 'start',
        className: 'setting',
        fill: 'currentColor',
        ...halo,
        ...(fitted === text ? {} : { title: [text] }),
      }),
    ]
  })
}

export function nameMarks(
  plot: PlotLibrary,
  bars: readonly Bar[],
  room: number,
  words: FigureWords,
): Markish[] {
  const flipping = bars.filter(({ flips }) => flips)
  return [
    plot.text(bars, {
      x: room,
      y: ({ y, flips }: Bar) => (flips ? y - LINE / 2 : y),
      text: ({ name }: Bar) => truncate(name, room - MARK, LABEL),
      title: 'name',
      textAnchor: 'end',
      className: 'row-label',
    }),
    plot.dot(flipping, {
      x: room - textWidth(words.tornado.flips, LABEL) - PAD,
      y: ({ y }: Bar) => y + LINE / 2,
      symbol: 'diamond',
      r: 4.5,
      fill: 'currentColor',
      className: 'flips',
    }),
    plot.text(flipping, {
      x: room,
      y: ({ y }: Bar) => y + LINE / 2,
      text: () => words.tornado.flips,
      textAnchor: 'end',
      fillOpacity: 0.8,
      className: 'flips-label',
    }),
  ]
}

export function baseMarks(
  plot: PlotLibrary,
  at: number,
  bottom: number,
  text: string,
  width: number,
): Markish[] {
  const half = textWidth(text, LABEL) / 2
  return [
    plot.ruleX([at], {
      y1: TOP - 4,
      y2: bottom,
      stroke: 'currentColor',
      strokeDasharray: '1.5 3',
      className: 'base',
    }),
    plot.text([text], {
      x: Math.min(Math.max(at, half), width - half),
      y: TOP - PAD,
      lineAnchor: 'bottom',
    }),
  ]
}

/** Which half is which end, below on the right. */
export function keyMarks(
  plot: PlotLibrary,
  words: FigureWords,
  bottom: number,
  width: number,
): Markish[] {
  const y = bottom + LINE + 2 * PAD
  const entries = [
    { text: words.tornado.low, fill: paint('page'), stroke: paint('baseline') },
    { text: words.tornado.high, fill: paint('reform'), stroke: paint('reform') },
  ]
  let right = width
  return entries.reverse().flatMap(({ text, fill, stroke }) => {
    const end = right
    const from = end - textWidth(text, LABEL)
    right = from - BAR - 3 * PAD
    return [
      plot.text([text], { x: from, y, textAnchor: 'start' }),
      plot.rect([text], {
        x1: from - BAR - PAD,
        x2: from - PAD,
        y1: y - BAR / 2 + 1,
        y2: y + BAR / 2 - 1,
        fill,
        stroke,
        strokeWidth: 1.5,
      }),
    ]
  })
}
