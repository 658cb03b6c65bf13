/**
 * The paired difference over time: median, where half and nine in ten of the pairs lie, zero, and the
 * month of effect. Spread is a band; how well the mean is known is the whisker at the end.
 * @module
 */
import { formatChange, formatChangeRange, formatMonth } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import {
  PAGE_WIDTH,
  say,
  type Figure,
  type FigureColumn,
  type FigureFrame,
  type Label,
} from '../figure.ts'
import { sizeOfChange, verdictOf, type Interval } from '../finding.ts'
import { monthTicks } from '../layout/month-axis.ts'
import { planeOf } from '../layout/plane.ts'
import { LINE, PAD, type Margins } from '../layout/sizes.ts'
import { valueAxis } from '../layout/value-axis.ts'
import { effectLine, monthsAlong, valuesUp, zeroLine } from '../marks/axes.ts'
import { bandMarks, runMarks, type Bands } from '../marks/bands.ts'
import { directLabels, nameRoom, withLabels, type DirectLabel } from '../marks/direct-labels.ts'
import { whiskerMarks } from '../marks/whiskers.ts'
import type { Role } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { emptyFigure } from './empty-figure.ts'

/** A metric as a figure needs it. */
export interface FigureMetric {
  readonly label: Label
  readonly unit: string
}

export interface DifferenceBands {
  readonly metric: FigureMetric
  /** `2024-11`, in order. */
  readonly months: readonly string[]
  /** Reform minus baseline. */
  readonly change: Bands
  readonly pairs: number
  /** Month in which the rules take effect. */
  readonly effective?: string
  /** Mean change in the last month. */
  readonly mean?: Interval
  /** Single replicates, twelve at most are drawn. */
  readonly runs?: readonly (readonly number[])[]
  /** Colour; the first reform's unless said. */
  readonly role?: Role
}

const HEIGHT = 260
const MOST_RUNS = 12
/** From the last month to the whisker [px]. */
const WHISKER = 10

export function differenceBands(
  canvas: Canvas,
  shown: DifferenceBands,
  frame: FigureFrame,
): Figure {
  const { plot } = canvas
  const { metric, months, change, mean } = shown
  const { language } = frame
  const words = figureWords(language)
  const name = say(metric.label, language)
  const runs = (shown.runs ?? []).slice(0, MOST_RUNS)
  const subtitle = words.bands.subtitle(name, words.pairs(shown.pairs))
  const columns = columnsOf(shown, frame, runs.length)
  if (!change.median.some(Number.isFinite)) return emptyFigure(canvas, frame, subtitle, columns)

  const last = months.length - 1
  const x = months.map((_, i) => i)
  const written = (value: number) => formatChange(value, metric.unit, language)
  const axis = valueAxis(
    [...change.q05, ...change.q95, ...runs.flat(), ...(mean ? [mean.low, mean.high] : [])],
    { unit: metric.unit, sort: 'change', language, zero: true },
  )
  const role = shown.role ?? 'reform'
  const median = written(change.median[last])
  const label: DirectLabel = mean
    ? {
        at: mean.mean,
        name: words.pairOf(words.bands.mean, written(mean.mean)),
        value: words.pairOf(words.bands.median, median),
        colour: role,
      }
    : { at: change.median[last], name: words.bands.median, value: median, colour: role }
  const whisker = mean ? WHISKER : 0
  const plain: Margins = {
    top: 2 * LINE + PAD,
    right: 4 * PAD,
    bottom: LINE + 2 * PAD,
    left: Math.max(axis.width + 2 * PAD, 5 * PAD),
  }
  const width = frame.width ?? PAGE_WIDTH
  const room = nameRoom(width)
  const labelled = withLabels(plain, [label], room)
  const margins = { ...labelled, right: labelled.right + whisker }
  const plane = planeOf(width, HEIGHT, margins, [0, Math.max(1, last)], [axis.low, axis.high])
  const end = plane.valueAtX(plane.x(last) + whisker)
  const month = formatMonth(months[last], language)
  const precision = ({ low, high }: Interval) =>
    words.bands.precision(formatChangeRange(low, high, metric.unit, language))
  const title = mean
    ? words.change(name, verdictOf(mean), sizeOfChange(mean.mean, metric.unit, language), month)
    : words.medianChange(name, written(change.median[last]), month)
  return drawFigure(canvas, frame, {
    kind: 'difference-bands',
    title,
    subtitle: mean ? `${subtitle}${words.space}${words.bands.whisker}` : subtitle,
    description: words.bands.description(
      name,
      formatMonth(months[0], language),
      month,
      written(change.median[last]),
      written(change.q05[last]),
      written(change.q95[last]),
    ),
    table: {
      columns,
      rows: months.map((one, i) => [one, ...row(shown, i), ...runs.map((run) => run[i])]),
    },
    height: HEIGHT,
    margins,
    x: { domain: [0, Math.max(1, last)] },
    y: { domain: [axis.low, axis.high] },
    marks: [
      ...valuesUp(plot, axis, margins.left),
      ...bandMarks(plot, x, change, role, words),
      ...runMarks(plot, x, runs, role),
      zeroLine(plot),
      ...effectLine(
        plot,
        plane,
        months.indexOf(shown.effective ?? ''),
        words.effective(formatMonth(shown.effective ?? '', language)),
      ),
      ...(mean
        ? whiskerMarks(plot, [{ ...mean, place: end, role, title: precision(mean) }], 'up')
        : []),
      ...directLabels(plot, plane, end, [label], room),
      monthsAlong(plot, monthTicks(months, plane.right - plane.left, language)),
    ],
  })
}

function columnsOf(
  { metric }: DifferenceBands,
  { language }: FigureFrame,
  runs: number,
): FigureColumn[] {
  const { columns } = figureWords(language)
  const numbers = [columns.q05, columns.q25, columns.median, columns.q75, columns.q95]
  const replicates = Array.from({ length: runs }, (_, i) => columns.run(i + 1))
  return [
    { label: columns.month },
    ...[...numbers, ...replicates].map((label) => ({
      label,
      unit: metric.unit,
      sort: 'change' as const,
    })),
  ]
}

function row({ change }: DifferenceBands, i: number): number[] {
  return [change.q05[i], change.q25[i], change.median[i], change.q75[i], change.q95[i]]
}
