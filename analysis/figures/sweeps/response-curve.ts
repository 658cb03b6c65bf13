/**
 * A metric against one swept number: a mean with its interval at every setting, joined by a thin line.
 * @module
 */
import { formatChange, formatLevel } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import type { FigureMetric } from '../charts/difference-bands.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import type { Interval } from '../finding.ts'
import { planeOf } from '../layout/plane.ts'
import { LINE, PAD } from '../layout/sizes.ts'
import { thinTicks, valueAxis } from '../layout/value-axis.ts'
import { valuesUp, zeroLine } from '../marks/axes.ts'
import { directLabels, heightWithLabels, nameRoom, withLabels } from '../marks/direct-labels.ts'
import { whiskerMarks } from '../marks/whiskers.ts'
import { paint, palette, roleOf } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'

export interface ResponsePoint {
  readonly setting: number
  readonly estimate: Interval
}

export interface ResponseSeries {
  readonly name: Label
  /** In ascending order of setting. */
  readonly points: readonly ResponsePoint[]
}

export interface ResponseCurve {
  readonly metric: FigureMetric
  /** Differences from the baseline, or levels. */
  readonly sort: 'level' | 'change'
  /** What was swept. */
  readonly variable: FigureMetric
  /** One, or one for each setting of a second variable; five at most. */
  readonly series: readonly ResponseSeries[]
  readonly replicates: number
}

const HEIGHT = 280
/** Between whiskers of several series at one setting [px]. */
const ASIDE = 7
const MOST_SERIES = 5
/** Room beyond the first and last setting, as a share of their distance. */
const BEYOND = 0.03

export function responseCurve(canvas: Canvas, shown: ResponseCurve, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { metric, variable, sort, replicates } = shown
  const series = shown.series.slice(0, MOST_SERIES)
  const { language } = frame
  const words = figureWords(language)
  const [label, by] = [say(metric.label, language), say(variable.label, language)]
  const changes = sort === 'change'
  const n = changes ? words.pairs(replicates) : words.replicates(replicates)
  const subtitle = words.response.subtitle(label, by, n)
  const { mean, low, high, group } = words.columns
  const columns = [
    { label: group },
    { label: by, unit: variable.unit },
    ...[mean, low, high].map((one) => ({ label: one, unit: metric.unit, sort })),
  ]
  const points = series.flatMap((one) => one.points)
  const known = points.filter(({ estimate }) => Number.isFinite(estimate.mean))
  if (known.length === 0) return emptyFigure(canvas, frame, subtitle, columns)

  const axis = valueAxis(
    points.flatMap(({ estimate }) => [estimate.mean, estimate.low, estimate.high]),
    { unit: metric.unit, sort, language, zero: changes },
  )
  const along = valueAxis(
    points.map(({ setting }) => setting),
    {
      unit: variable.unit,
      sort: 'level',
      language,
      steps: 6,
    },
  )
  const written = (value: number) =>
    (changes ? formatChange : formatLevel)(value, metric.unit, language)
  const setting = (value: number) => formatLevel(value, variable.unit, language)
  const labels =
    series.length < 2
      ? []
      : series.map(({ name, points: own }, i) => ({
          at: own[own.length - 1]?.estimate.mean ?? NaN,
          name: say(name, language),
          colour: roleOf(i + 1),
        }))
  const width = frame.width ?? PAGE_WIDTH
  const room = nameRoom(width)
  const margins = withLabels(
    {
      top: 2 * LINE + PAD,
      right: 4 * PAD,
      bottom: 2 * LINE + 2 * PAD,
      left: Math.max(axis.width + 2 * PAD, 5 * PAD),
    },
    labels,
    room,
  )
  const height = heightWithLabels(HEIGHT, margins, labels, room)
  const beyond = (along.high - along.low) * BEYOND
  const ends: [number, number] = [along.low - beyond, along.high + beyond]
  const plane = planeOf(width, height, margins, ends, [axis.low, axis.high])
  const aside = (i: number, value: number) =>
    plane.valueAtX(plane.x(value) + (i - (series.length - 1) / 2) * ASIDE)
  const said = ({ setting: at, estimate }: ResponsePoint) =>
    words.response.point(setting(at), written(estimate.mean))
  const [first, last] = [known[0], known[known.length - 1]]
  return drawFigure(canvas, frame, {
    kind: 'response-curve',
    title:
      series.length > 1
        ? words.response.several(label, by)
        : words.response.title(
            label,
            setting(first.setting),
            setting(last.setting),
            written(first.estimate.mean),
            written(last.estimate.mean),
          ),
    subtitle,
    description: words.response.description(label, by, points.map(said).join(words.semicolon)),
    table: {
      columns,
      rows: series.flatMap(({ name, points: own }) =>
        own.map(({ setting: at, estimate }) => [
          say(name, language),
          at,
          estimate.mean,
          estimate.low,
          estimate.high,
        ]),
      ),
    },
    height,
    margins,
    x: { domain: ends },
    y: { domain: [axis.low, axis.high] },
    marks: [
      ...valuesUp(plot, axis, margins.left),
      ...(changes ? [zeroLine(plot)] : []),
      plot.axisX([...thinTicks(along, plane.x)], {
        tickFormat: along.label,
        tickSize: 5,
        tickPadding: 4,
        label: null,
        strokeOpacity: 0.5,
      }),
      plot.text([along.unit === '' ? by : words.withUnit(by, along.unit)], {
        frameAnchor: 'bottom-right',
        dy: 2 * LINE + PAD,
        textAnchor: 'end',
        lineAnchor: 'bottom',
      }),
      ...series.flatMap(({ points: own }, i) => {
        const role = roleOf(i + 1)
        return [
          plot.line(own, {
            x: own.map((point) => aside(i, point.setting)),
            y: own.map(({ estimate }) => estimate.mean),
            stroke: paint(role),
            strokeWidth: 2,
            strokeOpacity: 0.5,
            className: 'response',
          }),
          ...whiskerMarks(
            plot,
            own.map((point) => ({
              place: aside(i, point.setting),
              ...point.estimate,
              role,
              title: said(point),
              hollow: palette[role].hollow,
            })),
            'up',
          ),
        ]
      }),
      ...directLabels(plot, plane, ends[1], labels, room),
    ],
  })
}
