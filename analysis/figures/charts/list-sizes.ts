/**
 * How many platforms banks have on their lists: bars before and after, one above the other on the same
 * scales, with the medians marked.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import { quantile } from '../../statistics/quantile.ts'
import { formatLevel } from '../../words/numbers.ts'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { planeOf, type Plane } from '../layout/plane.ts'
import { HAIR, LINE, PAD } from '../layout/sizes.ts'
import { thinTicks, valueAxis, type ValueAxis } from '../layout/value-axis.ts'
import { FAINT } from '../marks/axes.ts'
import { panelHead } from '../marks/panel-head.ts'
import { paint, palette, roleOf, type Role } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { emptyFigure } from './empty-figure.ts'

export interface ListGroup {
  readonly name: Label
  /** One per bank, or per bank and replicate. */
  readonly sizes: readonly number[]
  /** By place unless said. */
  readonly role?: Role
}

export interface ListSizes {
  /** Before, then after; or scenarios. */
  readonly groups: readonly ListGroup[]
}

const PANEL = 104
const HEAD = 2 * LINE
const FOOT = 2 * LINE + 2 * PAD
const MOST_BINS = 26

interface Bin {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

export function listSizes(canvas: Canvas, shown: ListSizes, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { language } = frame
  const words = figureWords(language)
  const groups = shown.groups.map(({ name, sizes, role }, i) => ({
    name: say(name, language),
    sizes: sizes.filter(Number.isFinite),
    role: role ?? roleOf(i),
  }))
  const columns = [
    { label: words.lists.size },
    ...groups.map(({ name }) => ({ label: words.lists.banks(name) })),
  ]
  const { subtitle } = words.lists
  if (groups.every(({ sizes }) => sizes.length === 0)) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const bins = binsOf(groups.flatMap(({ sizes }) => sizes))
  const counts = groups.map(({ sizes }) => bins.map((bin) => countIn(sizes, bin)))
  const medians = groups.map(({ sizes }) => quantile(sizes, 1 / 2))
  const said = medians.map((size) => formatLevel(size, 'platforms', language))
  const upright = valueAxis(counts.flat(), {
    unit: 'banks',
    sort: 'level',
    language,
    zero: true,
    steps: 3,
  })
  const along = valueAxis([bins[0].from, bins[bins.length - 1].to], {
    unit: 'platforms',
    sort: 'level',
    language,
    steps: 8,
  })
  const width = frame.width ?? PAGE_WIDTH
  const left = Math.max(upright.width + 2 * PAD, 5 * PAD)
  const height = groups.length * (HEAD + PANEL) + FOOT
  const planes = groups.map((_, g) => {
    const top = HEAD + g * (HEAD + PANEL)
    const margins = { left, right: 3 * PAD, top, bottom: height - top - PANEL }
    const ends = [bins[0].from, bins[bins.length - 1].to] as const
    return planeOf(width, height, margins, ends, [0, upright.high])
  })
  const bottom = planes[planes.length - 1]
  const ticks = thinTicks(along, bottom.x).filter((tick) => tick < bins[bins.length - 1].to)
  /** A bar of one size has its number below its middle, a wider one at its edge. */
  const middle = bins[0].to - bins[0].from === 1 ? 1 / 2 : 0
  return drawFigure(canvas, frame, {
    kind: 'list-sizes',
    title:
      said[0] === said[said.length - 1]
        ? words.lists.same(said[0])
        : words.lists.title(said[0], said[said.length - 1]),
    subtitle,
    description: words.lists.description(
      groups
        .map(({ name, sizes }, g) => words.lists.group(name, sizes.length, said[g]))
        .join(words.semicolon),
    ),
    table: {
      columns,
      rows: bins.map((bin, i) => [nameOfBin(bin), ...counts.map((count) => count[i])]),
    },
    height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      ...groups.flatMap(({ name, role }, g) => [
        ...panelMarks(plot, planes[g], upright, name, words.lists.median(said[g])),
        ...barMarks(plot, planes[g], bins, counts[g], role),
        ...medianMarks(plot, planes[g], medians[g]),
      ]),
      plot.text(ticks.map(along.label), {
        x: ticks.map((tick) => bottom.x(tick + middle)),
        y: bottom.bottom + PAD,
        lineAnchor: 'top',
        className: 'axis-x',
      }),
      plot.text([words.lists.x], {
        x: [bottom.right],
        y: [bottom.bottom + PAD + LINE + 4],
        textAnchor: 'end',
        lineAnchor: 'top',
      }),
    ],
  })
}

function panelMarks(
  plot: PlotLibrary,
  plane: Plane,
  axis: ValueAxis,
  name: string,
  median: string,
): Markish[] {
  const across = { x1: plane.left, x2: plane.right, stroke: 'currentColor' }
  return [
    plot.ruleY(axis.ticks.map(plane.y), { ...across, strokeOpacity: FAINT }),
    plot.ruleY([plane.bottom], { ...across, strokeOpacity: 0.75 }),
    plot.text(axis.ticks.map(axis.label), {
      x: plane.left - PAD,
      y: axis.ticks.map(plane.y),
      textAnchor: 'end',
      className: 'axis-y',
    }),
    panelHead(plot, plane, name, median),
  ]
}

/** Bars stand on zero. */
function barMarks(
  plot: PlotLibrary,
  plane: Plane,
  bins: readonly Bin[],
  counts: readonly number[],
  role: Role,
): Markish[] {
  return [
    plot.rect(bins, {
      x1: bins.map(({ from }) => plane.x(from) + 1),
      x2: bins.map(({ to }) => plane.x(to) - 1),
      y1: plane.bottom,
      y2: counts.map(plane.y),
      fill: palette[role].hollow ? paint('page') : paint(role),
      stroke: paint(role),
      strokeWidth: HAIR * 1.5,
      className: 'bar',
    }),
  ]
}

function medianMarks(plot: PlotLibrary, plane: Plane, size: number): Markish[] {
  if (Number.isNaN(size)) return []
  const place = plane.x(size + 1 / 2)
  return [
    plot.ruleX([place], {
      y1: plane.top,
      y2: plane.bottom,
      stroke: 'currentColor',
      strokeWidth: 2,
      strokeDasharray: '2 3',
      className: 'median',
    }),
  ]
}

/** Whole sizes, several to a bin where there are many. */
function binsOf(sizes: readonly number[]): Bin[] {
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0)
  const width =
    [1, 2, 5, 10, 20, 50, 100].find((w) => (largest + 1) / w <= MOST_BINS) ?? largest + 1
  const count = Math.floor(largest / width) + 1
  return Array.from({ length: count }, (_, i) => ({ from: i * width, to: (i + 1) * width }))
}

function countIn(sizes: readonly number[], { from, to }: Bin): number {
  return sizes.filter((size) => size >= from && size < to).length
}

function nameOfBin({ from, to }: Bin): string {
  return to - from === 1 ? String(from) : `${from}–${to - 1}`
}
