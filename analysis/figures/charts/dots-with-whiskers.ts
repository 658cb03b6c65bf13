/**
 * Means with the intervals of the means, row by row: headline changes, groups, settings of a sweep.
 * Rows of one unit share a scale; each unit has its own panel.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, type Figure, type FigureFrame, type Label } from '../figure.ts'
import type { Interval } from '../finding.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { truncate, widest } from '../layout/text-width.ts'
import { thinTicks, valueAxis, type ValueAxis } from '../layout/value-axis.ts'
import { FAINT } from '../marks/axes.ts'
import { whiskerMarks } from '../marks/whiskers.ts'
import type { Role } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { readRow, type RowReading } from './dot-row.ts'
import { emptyFigure } from './empty-figure.ts'

export interface DotRow {
  readonly label: Label
  readonly unit: string
  readonly estimate: Interval
  /** The first reform's unless said. */
  readonly role?: Role
}

export interface DotsWithWhiskers {
  readonly rows: readonly DotRow[]
  /** What the numbers are: differences from the baseline, or levels. */
  readonly sort: 'level' | 'change'
  readonly replicates: number
}

const ROW = 26
/** Below the rows of a panel: its ticks. */
const AXIS = LINE + 2 * PAD
/** Share of the width names may take. */
const WIDEST_LABEL = 0.42
const LEAST_LABEL = 0.26
/** Width a scale wants, with the room around it [px]. */
const SCALE = 260
/** Share of the width on either side of zero where anything lies there. */
const LEAST_SIDE = 0.3
/** Pixels a tick wants. */
const TICK = 80

interface Panel {
  readonly rows: readonly (DotRow & { readonly reading: RowReading })[]
  readonly axis: ValueAxis
  readonly top: number
  readonly bottom: number
  /** From a value to its place on this panel's scale. */
  readonly place: (value: number) => number
}

interface Frame {
  readonly left: number
  readonly right: number
}

export function dotsWithWhiskers(
  canvas: Canvas,
  shown: DotsWithWhiskers,
  frame: FigureFrame,
): Figure {
  const { rows, sort, replicates } = shown
  const words = figureWords(frame.language)
  const changes = sort === 'change'
  const { metric, mean, low, high, verdict } = words.columns
  const columns = [
    { label: metric },
    ...[mean, low, high].map((label) => ({ label, sort })),
    ...(changes ? [{ label: verdict }] : []),
  ]
  const subtitle = words.dots.subtitle(
    changes ? words.pairs(replicates) : words.replicates(replicates),
  )
  if (!rows.some(({ estimate }) => Number.isFinite(estimate.mean))) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const width = frame.width ?? PAGE_WIDTH
  const read = rows.map((row) => ({ ...row, reading: readRow(row, sort, frame.language) }))
  const names = widest(
    read.map(({ reading }) => reading.name),
    LABEL,
  )
  const values = widest(
    read.map(({ reading }) => reading.value),
    LABEL,
  )
  const inner: Frame = {
    left: Math.min(nameRoom(width, values), names) + 2 * PAD,
    right: width - Math.max(values + 2 * PAD, 4 * PAD),
  }
  const panels = panelsOf(read, sort, frame, inner)
  const told = read.filter(({ reading }) => reading.told).length
  return drawFigure(canvas, frame, {
    kind: 'dots-with-whiskers',
    title: changes ? words.dots.title(rows.length, told) : words.dots.levels(rows.length),
    subtitle,
    description: words.dots.description(
      read.map(({ reading }) => reading.sentence).join(words.semicolon),
    ),
    table: {
      columns,
      units: rows.map(({ unit }) => unit),
      rows: read.map(({ estimate, reading }) => [
        reading.name,
        estimate.mean,
        estimate.low,
        estimate.high,
        ...(changes ? [words.verdict(reading.verdict)] : []),
      ]),
    },
    height: panels[panels.length - 1].bottom + AXIS,
    margins: { top: 0, right: width - inner.right, bottom: 0, left: inner.left },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: panels.flatMap((panel) => [
      ...scaleMarks(canvas.plot, panel, inner, changes),
      ...panel.rows.flatMap((_, i) => rowMarks(canvas.plot, panel, i, inner)),
    ]),
  })
}

/** Names give way to the scale where the figure is narrow. */
function nameRoom(width: number, values: number): number {
  const left = width - values - SCALE
  return Math.min(width * WIDEST_LABEL, Math.max(width * LEAST_LABEL, left))
}

function panelsOf(
  rows: Panel['rows'],
  sort: 'level' | 'change',
  { language }: FigureFrame,
  { left, right }: Frame,
): Panel[] {
  const changes = sort === 'change'
  const steps = Math.max(2, Math.floor((right - left) / TICK))
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const members = units.map((unit) => rows.filter((row) => row.unit === unit))
  const axes = members.map((group, i) =>
    valueAxis(
      group.flatMap(({ estimate: { mean, low, high } }) => [mean, low, high]),
      { unit: units[i], sort, language, steps, zero: changes },
    ),
  )
  const zero = changes ? zeroShare(axes) : 0
  const width = right - left - 2 * PAD
  let top = PAD
  return axes.map((axis, i) => {
    const perValue = changes
      ? Math.min(
          (zero * width) / Math.abs(axis.low) || Infinity,
          ((1 - zero) * width) / axis.high || Infinity,
        )
      : width / (axis.high - axis.low)
    const origin = changes ? zero * width : -axis.low * perValue
    const start = top
    top += members[i].length * ROW + AXIS + PAD
    return {
      rows: members[i],
      axis,
      top: start,
      bottom: start + members[i].length * ROW,
      place: (value) => left + PAD + origin + value * perValue,
    }
  })
}

/** Where zero stands in all panels, as a share of the width, so that sides can be compared. */
function zeroShare(axes: readonly ValueAxis[]): number {
  const shares = axes.map(({ low, high }) => -low / (high - low))
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const least = shares.some((share) => share > 0) ? LEAST_SIDE : 0
  const most = shares.some((share) => share < 1) ? 1 - LEAST_SIDE : 1
  return Math.max(least, Math.min(most, mean))
}

function scaleMarks(
  plot: PlotLibrary,
  { axis, top, bottom, place }: Panel,
  { left }: Frame,
  changes: boolean,
): Markish[] {
  const line = { y1: top, y2: bottom, stroke: 'currentColor' }
  const ticks = axis.ticks.map(place)
  const labelled = thinTicks(axis, place)
  return [
    plot.ruleX(ticks, { ...line, strokeOpacity: FAINT }),
    ...(changes
      ? [plot.ruleX([place(0)], { ...line, strokeOpacity: 0.75, className: 'zero' })]
      : []),
    plot.text(labelled.map(axis.label), {
      x: labelled.map(place),
      y: bottom + PAD,
      lineAnchor: 'top',
      className: 'axis-x',
    }),
    plot.text(axis.unit === '' ? [] : [axis.unit], {
      x: left - 3 * PAD,
      y: bottom + PAD,
      textAnchor: 'end',
      lineAnchor: 'top',
      className: 'unit',
    }),
  ]
}

function rowMarks(plot: PlotLibrary, panel: Panel, i: number, { left, right }: Frame): Markish[] {
  const { reading, estimate, role } = panel.rows[i]
  const { name, value, sentence, unclear } = reading
  const y = panel.top + (i + 1 / 2) * ROW
  const fitted = truncate(name, left - 2 * PAD, LABEL)
  const whisker = {
    place: y,
    mean: panel.place(estimate.mean),
    low: panel.place(estimate.low),
    high: panel.place(estimate.high),
    role: role ?? 'reform',
    title: sentence,
    ...(unclear ? { hollow: true } : {}),
  }
  return [
    plot.text([fitted], {
      x: [left - PAD],
      y: [y],
      textAnchor: 'end',
      className: 'row-label',
      ...(fitted === name ? {} : { title: [name] }),
    }),
    plot.text([value], { x: [right + PAD], y: [y], textAnchor: 'start', className: 'row-value' }),
    ...whiskerMarks(plot, [whisker], 'along'),
  ]
}
