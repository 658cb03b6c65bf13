/**
 * Section 4 of a sweep: each metric along what was swept, by one number, by two, or point by point.
 * @module
 */
import { dotsWithWhiskers } from '../../figures/charts/dots-with-whiskers.ts'
import type { Interval } from '../../figures/finding.ts'
import { frontier } from '../../figures/sweeps/frontier.ts'
import { heatMap } from '../../figures/sweeps/heat-map.ts'
import { responseCurve } from '../../figures/sweeps/response-curve.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { titleOf } from '../../results/summary-rows.ts'
import { numberOf } from '../numbers/told.ts'
import { leverOf, parameterOf, pointName, subjectLabel, sweptText } from '../point-names.ts'
import {
  countText,
  frameOf,
  pairsOf,
  type PlotContext,
  type ReportFigure,
} from '../report-figure.ts'
import { sweepMetrics } from './sweep-metrics.ts'

/** Settings of an axis of a heat map; points of the other figures. */
const MOST_SETTINGS = 12
const MOST_DOTS = 24
const MOST_FRONTIER = 40

export function sweepFigures(context: PlotContext): ReportFigure[] {
  const { shape } = context
  if (shape.kind !== 'sweep') return []
  const metrics = sweepMetrics(context)
  const draw = figureFor(context)
  return [
    ...metrics.flatMap((metric) => draw(context, metric)),
    ...frontierFigure(context, metrics),
  ]
}

type Draw = (context: PlotContext, metric: string) => ReportFigure[]

/** One number: a curve. Two ids: a map of cells. Else dots, where they can be told apart. */
function figureFor({ shape }: PlotContext): Draw {
  const [first, second, ...more] = shape.swept
  const settings = (id: string) =>
    new Set(shape.asked.map(({ values }) => JSON.stringify(values[id]))).size
  if (first !== undefined && second === undefined) {
    const numeric = shape.asked.every(({ values }) => typeof values[first] === 'number')
    if (numeric && settings(first) > 1) return curve
  }
  if (second !== undefined && more.length === 0) {
    const grid = settings(first) * settings(second)
    const small = settings(first) <= MOST_SETTINGS && settings(second) <= MOST_SETTINGS
    if (small && grid <= shape.asked.length) return cells
  }
  return shape.asked.length <= MOST_DOTS ? dots : () => []
}

/** The estimate of a metric at a point, and where it stands. */
export function estimateAt(
  { index, shape }: PlotContext,
  point: SummaryPoint,
  metric: string,
): { estimate: Interval; path: string } | undefined {
  const change = shape.compared ? index.change(point.id, metric) : undefined
  if (change) return { estimate: interval(change.entry.change), path: `${change.path}.change` }
  if (shape.compared) return undefined
  const level = index.level(point.id, metric)
  return level ? { estimate: interval(level.entry), path: level.path } : undefined
}

function interval(of: {
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}): Interval {
  return { mean: numberOf(of.mean), low: numberOf(of.low), high: numberOf(of.high) }
}

const ENDS = ['mean', 'low', 'high']

/** Paths of rows of name, setting, mean, low, high. */
function pathsFrom(rows: readonly (string | undefined)[], first: number) {
  return (row: number, column: number): string | undefined => {
    const end = ENDS[column - first]
    return end === undefined || rows[row] === undefined ? undefined : `${rows[row]}.${end}`
  }
}

function curve(context: PlotContext, metric: string): ReportFigure[] {
  const { shape, source, canvas, index } = context
  const [id] = shape.swept
  const described = index.metric(metric)!
  const scenarios = [...new Set(shape.asked.map(({ scenario }) => scenario))]
  const paths: string[] = []
  const series = scenarios.map((scenario) => {
    const points = shape.asked
      .filter((point) => point.scenario === scenario)
      .sort((a, b) => Number(a.values[id]) - Number(b.values[id]))
      .flatMap((point) => {
        const found = estimateAt(context, point, metric)
        if (found === undefined) return []
        paths.push(found.path)
        return [{ setting: Number(point.values[id]), estimate: found.estimate }]
      })
    const named = shape.asked.find((point) => point.scenario === scenario)!
    return { name: titleOf(source.summary, named.id), points }
  })
  const name = `response-${metric}`
  const unit = leverOf(source, id)?.unit ?? parameterOf(id)?.unit ?? ''
  const figure = responseCurve(
    canvas,
    {
      metric: described,
      sort: shape.compared ? 'change' : 'level',
      variable: { label: subjectLabel(source, id), unit: unit === '1' ? 'share' : unit },
      series,
      replicates: replicatesOf(context),
    },
    frameOf(context, name),
  )
  return [{ name, section: 'time', figure, path: pathsFrom(paths, 2) }]
}

function cells(context: PlotContext, metric: string): ReportFigure[] {
  const { shape, source, canvas, index, language } = context
  const [across, down] = shape.swept.map((id) => ({
    id,
    values: [
      ...new Map(
        shape.asked.map(({ values }) => [JSON.stringify(values[id]), values[id]]),
      ).values(),
    ],
  }))
  const paths: (string | undefined)[] = []
  const grid = down.values.map((row) =>
    across.values.map((column): Interval => {
      const point = shape.asked.find(
        ({ values }) =>
          JSON.stringify(values[across.id]) === JSON.stringify(column) &&
          JSON.stringify(values[down.id]) === JSON.stringify(row),
      )
      const found = point && estimateAt(context, point, metric)
      paths.push(found?.path)
      return found?.estimate ?? { mean: NaN, low: NaN, high: NaN }
    }),
  )
  const axis = ({ id, values }: typeof across) => ({
    name: subjectLabel(source, id),
    settings: values.map((value) => sweptText(source, id, value, language)),
  })
  const name = `cells-${metric}`
  const figure = heatMap(
    canvas,
    {
      metric: index.metric(metric)!,
      sort: shape.compared ? 'change' : 'level',
      across: axis(across),
      down: axis(down),
      cells: grid,
    },
    frameOf(context, name),
  )
  return [{ name, section: 'time', figure, path: pathsFrom(paths, 2) }]
}

function dots(context: PlotContext, metric: string): ReportFigure[] {
  const { shape, canvas, index, words, language } = context
  const { label, unit } = index.metric(metric)!
  const rows = shape.asked.flatMap((point) => {
    const found = estimateAt(context, point, metric)
    return found ? [{ label: pointName(context, point), unit, ...found }] : []
  })
  if (rows.length === 0) return []
  const name = `dots-${metric}`
  const n = countText(context, shape.head)
  const say = shape.compared ? words.dots.changes : words.dots.levels
  const figure = dotsWithWhiskers(
    canvas,
    { rows, sort: shape.compared ? 'change' : 'level', replicates: replicatesOf(context) },
    frameOf(context, name, { subtitle: say(label[language], n) }),
  )
  return [
    {
      name,
      section: 'time',
      figure,
      path: pathsFrom(
        rows.map(({ path }) => path),
        1,
      ),
    },
  ]
}

/** The first two metrics against each other, setting by setting. */
function frontierFigure(context: PlotContext, metrics: readonly string[]): ReportFigure[] {
  const { shape, canvas, index } = context
  const [across, up] = metrics
  if (up === undefined || shape.asked.length > MOST_FRONTIER) return []
  const found = shape.asked.flatMap((point) => {
    const [x, y] = [across, up].map((metric) => estimateAt(context, point, metric))
    return x && y ? [{ name: pointName(context, point), x, y }] : []
  })
  if (found.length === 0) return []
  const figure = frontier(
    canvas,
    {
      across: index.metric(across)!,
      up: index.metric(up)!,
      sort: shape.compared ? 'change' : 'level',
      points: found.map(({ name, x, y }) => ({ name, x: x.estimate, y: y.estimate })),
      replicates: replicatesOf(context),
    },
    frameOf(context, 'frontier'),
  )
  const places = new Map(found.map(({ name, x, y }) => [name, [x.path, y.path]]))
  const path = (row: number, column: number): string | undefined => {
    const paths = places.get(String(figure.table.rows[row][0]))
    const end = ENDS[(column - 1) % ENDS.length]
    const side = Math.floor((column - 1) / ENDS.length)
    return paths === undefined || column < 1 || side > 1 ? undefined : `${paths[side]}.${end}`
  }
  return [{ name: 'frontier', section: 'time', figure, path }]
}

function replicatesOf(context: PlotContext): number {
  const { shape } = context
  return shape.compared ? pairsOf(context, shape.head.id) : shape.head.done
}
