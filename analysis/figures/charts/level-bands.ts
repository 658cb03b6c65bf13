/**
 * Levels over time: medians of up to five scenarios, each with the band that holds nine in ten
 * replicates. Never two strengths of band on top of each other.
 * @module
 */
import type { Language } from '../../words/language.ts'
import { formatLevel, formatMonth } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { monthTicks } from '../layout/month-axis.ts'
import { planeOf } from '../layout/plane.ts'
import { LINE, PAD } from '../layout/sizes.ts'
import { valueAxis } from '../layout/value-axis.ts'
import { effectLine, monthsAlong, valuesUp } from '../marks/axes.ts'
import { levelBand, seriesLine, type Bands } from '../marks/bands.ts'
import { directLabels, heightWithLabels, nameRoom, withLabels } from '../marks/direct-labels.ts'
import { palette, roleOf } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import type { FigureMetric } from './difference-bands.ts'
import { emptyFigure } from './empty-figure.ts'

export interface LevelSeries extends Pick<Bands, 'q05' | 'median' | 'q95'> {
  readonly name: Label
}

export interface LevelBands {
  readonly metric: FigureMetric
  readonly months: readonly string[]
  /** The baseline first, then the reforms. */
  readonly series: readonly LevelSeries[]
  readonly replicates: number
  readonly effective?: string
}

const HEIGHT = 260

export function levelBands(canvas: Canvas, shown: LevelBands, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { metric, months, series } = shown
  const { language } = frame
  const words = figureWords(language)
  const label = say(metric.label, language)
  const subtitle = words.levels.subtitle(label, words.replicates(shown.replicates))
  const names = series.map(({ name }) => say(name, language))
  const { q05, median, q95 } = words.columns
  const columns = [
    { label: words.columns.month },
    ...names.flatMap((name) =>
      [q05, median, q95].map((one) => ({ label: words.columns.of(name, one), unit: metric.unit })),
    ),
  ]
  if (!series.some((one) => one.median.some(Number.isFinite))) {
    return emptyFigure(canvas, frame, subtitle, columns)
  }

  const last = months.length - 1
  const x = months.map((_, i) => i)
  const axis = valueAxis(
    series.flatMap((one) => [...one.q05, ...one.q95, ...one.median]),
    {
      unit: metric.unit,
      sort: 'level',
      language,
    },
  )
  const ends = series.map((one) => formatLevel(one.median[last], metric.unit, language))
  const labels = series.map((one, i) => ({
    at: one.median[last],
    name: names[i],
    value: ends[i],
    colour: roleOf(i),
    dash: palette[roleOf(i)].dash,
  }))
  const width = frame.width ?? PAGE_WIDTH
  const room = nameRoom(width)
  const margins = withLabels(
    {
      top: 2 * LINE + PAD,
      right: 4 * PAD,
      bottom: LINE + 2 * PAD,
      left: Math.max(axis.width + 2 * PAD, 5 * PAD),
    },
    labels,
    room,
  )
  const height = heightWithLabels(HEIGHT, margins, labels, room)
  const plane = planeOf(width, height, margins, [0, Math.max(1, last)], [axis.low, axis.high])
  const month = formatMonth(months[last], language)
  const values = words.and(names.map((name, i) => words.valueOf(name, ends[i])))
  return drawFigure(canvas, frame, {
    kind: 'level-bands',
    title: words.levels.title(label, ends, spanOf(shown, language), month),
    subtitle,
    description: words.levels.description(label, formatMonth(months[0], language), month, values),
    table: {
      columns,
      rows: months.map((one, i) => [
        one,
        ...series.flatMap((row) => [row.q05[i], row.median[i], row.q95[i]]),
      ]),
    },
    height,
    margins,
    x: { domain: [0, Math.max(1, last)] },
    y: { domain: [axis.low, axis.high] },
    marks: [
      ...valuesUp(plot, axis, margins.left),
      ...series.map((one, i) => levelBand(plot, x, one, roleOf(i), words.levels.ninety(names[i]))),
      ...series.map((one, i) => seriesLine(plot, x, one.median, roleOf(i))),
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

/** The lowest and the highest median of the last month. */
function spanOf({ metric, series, months }: LevelBands, language: Language): [string, string] {
  const last = series.map(({ median }) => median[months.length - 1]).filter(Number.isFinite)
  const written = (value: number) => formatLevel(value, metric.unit, language)
  return [written(Math.min(...last)), written(Math.max(...last))]
}
