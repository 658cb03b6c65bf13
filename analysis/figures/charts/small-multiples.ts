/**
 * The paired difference over time, once for each tier, licence or segment, all on one scale.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import { formatChange } from '../../words/numbers.ts'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { monthTicks, type MonthTick } from '../layout/month-axis.ts'
import { planeOf, type Plane } from '../layout/plane.ts'
import { LINE, PAD } from '../layout/sizes.ts'
import { valueAxis, type ValueAxis } from '../layout/value-axis.ts'
import { FAINT } from '../marks/axes.ts'
import { bandMarks, type Bands } from '../marks/bands.ts'
import { panelHead } from '../marks/panel-head.ts'
import { figureWords, type FigureWords } from '../words/figure-words.ts'
import type { FigureMetric } from './difference-bands.ts'
import { emptyFigure } from './empty-figure.ts'

export interface MultiplePanel {
  readonly name: Label
  readonly change: Bands
}

export interface SmallMultiples {
  readonly metric: FigureMetric
  readonly months: readonly string[]
  readonly panels: readonly MultiplePanel[]
  readonly pairs: number
  readonly effective?: string
}

const PANEL_HEIGHT = 120
const MOST_COLUMNS = 4
/** Narrowest panel [px]. */
const NARROWEST = 140
const GAP = 20
/** Head of a panel above it, months below it. */
const HEAD = LINE + PAD
const FOOT = LINE + 2 * PAD

export function smallMultiples(canvas: Canvas, shown: SmallMultiples, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { metric, months, panels, pairs } = shown
  const { language } = frame
  const words = figureWords(language)
  const label = say(metric.label, language)
  const names = panels.map(({ name }) => say(name, language))
  const subtitle = `${words.bands.subtitle(label, words.pairs(pairs))}${words.space}${words.multiples.note}`
  const { group, month, q05, q25, median, q75, q95 } = words.columns
  const numbers = [q05, q25, median, q75, q95]
  const columns = [
    { label: group },
    { label: month },
    ...numbers.map((one) => ({ label: one, unit: metric.unit, sort: 'change' as const })),
  ]
  if (!panels.some(({ change }) => change.median.some(Number.isFinite))) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const axis = valueAxis(
    panels.flatMap(({ change }) => [...change.q05, ...change.q95]),
    { unit: metric.unit, sort: 'change', language, zero: true, steps: 4 },
  )
  const width = frame.width ?? PAGE_WIDTH
  const last = months.length - 1
  const left = Math.max(axis.width + 2 * PAD, 5 * PAD)
  const right = 3 * PAD
  const across = columnsFor(panels.length, width - left - right)
  const panelWidth = (width - left - right - (across - 1) * GAP) / across
  const top = axis.unit === '' ? 0 : LINE
  const down = Math.ceil(panels.length / across)
  const height = top + down * (HEAD + PANEL_HEIGHT + FOOT)
  const planes = panels.map((_, p) => {
    const x = left + (p % across) * (panelWidth + GAP)
    const y = top + Math.floor(p / across) * (HEAD + PANEL_HEIGHT + FOOT) + HEAD
    const margins = {
      left: x,
      right: width - x - panelWidth,
      top: y,
      bottom: height - y - PANEL_HEIGHT,
    }
    return planeOf(width, height, margins, [0, Math.max(1, last)], [axis.low, axis.high])
  })
  const ends = panels.map(({ change }) => formatChange(change.median[last], metric.unit, language))
  const most = largestChange(panels.map(({ change }) => change.median[last]))
  const ticks = monthTicks(months, panelWidth, language)
  return drawFigure(canvas, frame, {
    kind: 'small-multiples',
    title:
      most < 0
        ? words.multiples.none(label)
        : words.multiples.title(label, names[most], ends[most]),
    subtitle,
    description: words.multiples.description(
      panels.length,
      label,
      names.map((name, i) => words.pairOf(name, ends[i])).join(words.semicolon),
    ),
    table: {
      columns,
      rows: panels.flatMap(({ change }, p) =>
        months.map((one, i) => [
          names[p],
          one,
          change.q05[i],
          change.q25[i],
          change.median[i],
          change.q75[i],
          change.q95[i],
        ]),
      ),
    },
    height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      plot.text(axis.unit === '' ? [] : [axis.unit], {
        x: [0],
        y: [LINE / 2],
        textAnchor: 'start',
        className: 'unit',
      }),
      ...panels.flatMap(({ change }, p) => [
        ...gridMarks(plot, planes[p], axis, ticks, p % across === 0),
        ...effectMark(plot, planes[p], months.indexOf(shown.effective ?? '')),
        ...panelMarks(plot, planes[p], change, words),
        panelHead(plot, planes[p], names[p], ends[p]),
      ]),
    ],
  })
}

function gridMarks(
  plot: PlotLibrary,
  plane: Plane,
  axis: ValueAxis,
  ticks: readonly MonthTick[],
  first: boolean,
): Markish[] {
  const across = { x1: plane.left, x2: plane.right, stroke: 'currentColor' }
  return [
    plot.ruleY(axis.ticks.map(plane.y), { ...across, strokeOpacity: FAINT }),
    plot.ruleY([plane.y(0)], { ...across, strokeOpacity: 0.75, className: 'zero' }),
    plot.text(first ? axis.ticks.map(axis.label) : [], {
      x: plane.left - PAD,
      y: axis.ticks.map(plane.y),
      textAnchor: 'end',
      className: 'axis-y',
    }),
    plot.text(
      ticks.map(({ text }) => text),
      {
        x: ticks.map(({ at }) => plane.x(at)),
        y: plane.bottom + PAD,
        lineAnchor: 'top',
        className: 'axis-x',
      },
    ),
  ]
}

function effectMark(plot: PlotLibrary, plane: Plane, at: number): Markish[] {
  if (at < 0) return []
  return [
    plot.ruleX([plane.x(at)], {
      y1: plane.top,
      y2: plane.bottom,
      stroke: 'currentColor',
      strokeDasharray: '1.5 3',
      className: 'effective',
    }),
  ]
}

function panelMarks(plot: PlotLibrary, plane: Plane, change: Bands, words: FigureWords): Markish[] {
  const places = (values: readonly number[]) => values.map(plane.y)
  const bands = {
    q05: places(change.q05),
    q25: places(change.q25),
    median: places(change.median),
    q75: places(change.q75),
    q95: places(change.q95),
  }
  const x = change.median.map((_, i) => plane.x(i))
  return bandMarks(plot, x, bands, 'reform', words)
}

/** Columns that leave panels wide enough, and rows as even as can be. */
function columnsFor(panels: number, width: number): number {
  const most = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((width + GAP) / (NARROWEST + GAP))))
  const rows = Math.ceil(panels / most)
  return Math.ceil(panels / rows)
}

/** The panel with the largest change in the last month; -1 when none changes. */
function largestChange(ends: readonly number[]): number {
  let most = -1
  ends.forEach((end, i) => {
    if (Math.abs(end) > (most < 0 ? 0 : Math.abs(ends[most]))) most = i
  })
  return most
}
