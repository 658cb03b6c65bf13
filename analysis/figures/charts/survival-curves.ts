/**
 * Survival of the partnerships at the start: a step down at every month that cuts one.
 * @module
 */
import { formatLevel } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { planeOf } from '../layout/plane.ts'
import { LINE, PAD, STROKE } from '../layout/sizes.ts'
import { thinTicks, valueAxis } from '../layout/value-axis.ts'
import { valuesUp } from '../marks/axes.ts'
import { directLabels, heightWithLabels, nameRoom, withLabels } from '../marks/direct-labels.ts'
import { paint, palette, roleOf, type Role } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { emptyFigure } from './empty-figure.ts'

export interface SurvivalSeries {
  readonly name: Label
  /** Share alive, by months since the start; the first is 1. */
  readonly alive: readonly number[]
  /** By place unless said. */
  readonly role?: Role
}

export interface SurvivalCurves {
  readonly series: readonly SurvivalSeries[]
}

const HEIGHT = 260

export function survivalCurves(canvas: Canvas, shown: SurvivalCurves, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { series } = shown
  const { language } = frame
  const words = figureWords(language)
  const names = series.map(({ name }) => say(name, language))
  const columns = [
    { label: words.survival.months },
    ...names.map((label) => ({ label, unit: 'share' })),
  ]
  const { subtitle } = words.survival
  if (!series.some(({ alive }) => alive.some(Number.isFinite))) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const last = Math.max(1, ...series.map(({ alive }) => alive.length - 1))
  const months = Array.from({ length: last + 1 }, (_, i) => i)
  const ends = series.map(({ alive }) => formatLevel(alive[alive.length - 1], 'share', language))
  const role = (i: number) => series[i].role ?? roleOf(i)
  const labels = series.map(({ alive }, i) => ({
    at: alive[alive.length - 1],
    name: names[i],
    value: ends[i],
    colour: role(i),
    dash: palette[role(i)].dash,
  }))
  const axis = valueAxis([0, 1], { unit: 'share', sort: 'level', language })
  const along = valueAxis([0, last], { unit: '', sort: 'level', language, steps: 8 })
  const width = frame.width ?? PAGE_WIDTH
  const room = nameRoom(width)
  const margins = withLabels(
    { top: LINE, right: 4 * PAD, bottom: 2 * LINE + 2 * PAD, left: axis.width + 2 * PAD },
    labels,
    room,
  )
  const height = heightWithLabels(HEIGHT, margins, labels, room)
  const plane = planeOf(width, height, margins, [0, last], [0, 1])
  const said = words.and(names.map((name, i) => words.valueOf(name, ends[i])))
  return drawFigure(canvas, frame, {
    kind: 'survival-curves',
    title: words.survival.title(said, last),
    subtitle,
    description: words.survival.description(said, last),
    table: { columns, rows: months.map((i) => [i, ...series.map(({ alive }) => alive[i] ?? NaN)]) },
    height,
    margins,
    x: { domain: [0, last] },
    y: { domain: [0, 1] },
    marks: [
      ...valuesUp(plot, axis, margins.left),
      plot.axisX(
        thinTicks(along, plane.x).filter((month) => month <= last && Number.isInteger(month)),
        { tickSize: 5, tickPadding: 4, label: null, strokeOpacity: 0.5, tickFormat: String },
      ),
      plot.text([words.survival.x], {
        frameAnchor: 'bottom-right',
        dy: 2 * LINE + PAD,
        textAnchor: 'end',
        lineAnchor: 'bottom',
      }),
      ...series.map(({ alive }, i) => {
        const dash = palette[role(i)].dash
        return plot.lineY(alive, {
          x: alive.map((_, month) => month),
          y: alive,
          curve: 'step-after',
          stroke: paint(role(i)),
          strokeWidth: STROKE,
          className: 'survival',
          ...(dash === undefined ? {} : { strokeDasharray: dash }),
        })
      }),
      ...directLabels(plot, plane, last, labels, room),
    ],
  })
}
