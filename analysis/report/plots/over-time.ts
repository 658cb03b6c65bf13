/**
 * Section 4: paired differences month by month; levels where several scenarios, or one, are shown.
 * @module
 */
import { differenceBands } from '../../figures/charts/difference-bands.ts'
import { levelBands, type LevelSeries } from '../../figures/charts/level-bands.ts'
import { titleOf } from '../../results/summary-rows.ts'
import { monthAt } from '../../../engine/time.ts'
import type { SummaryBand, SummaryPoint } from '../../results/summary.ts'
import {
  effectiveOf,
  frameOf,
  numbersOf,
  pairsOf,
  type PlotContext,
  type ReportContext,
  type ReportFigure,
} from '../report-figure.ts'
import { MOST_SIDE_BY_SIDE } from '../result-shape.ts'
import { numberOf } from '../numbers/told.ts'
import { overTime } from './metric-choice.ts'

export function overTimeFigures(context: PlotContext): ReportFigure[] {
  const { index, source, shape } = context
  if (shape.kind === 'sweep') return []
  const ids = overTime(index, source.summary.metrics)
  const draw = shape.kind === 'pair' ? differenceFigure : levelFigure
  return ids.flatMap((metric) => draw(context, metric))
}

/** The months of the run. */
export function monthsOf({ source }: ReportContext): string[] {
  const { start, periods } = source.summary
  return Array.from({ length: periods }, (_, period) => monthAt(start, period))
}

const BANDS = ['q05', 'q25', 'median', 'q75', 'q95'] as const
const LEVELS = ['q05', 'median', 'q95'] as const

export function bandsOf(band: SummaryBand) {
  return {
    q05: numbersOf(band.q05),
    q25: numbersOf(band.q25),
    median: numbersOf(band.median),
    q75: numbersOf(band.q75),
    q95: numbersOf(band.q95),
  }
}

function differenceFigure(context: PlotContext, metric: string): ReportFigure[] {
  const { index, shape, canvas } = context
  const point = shape.head.id
  const found = index.series(point, metric)
  const change = found?.entry.change
  const described = index.metric(metric)
  if (!found || !change || !described) return []
  const last = change.mean.length - 1
  const effective = effectiveOf(context, point)
  const name = `change-${metric}`
  const figure = differenceBands(
    canvas,
    {
      metric: described,
      months: monthsOf(context),
      change: bandsOf(change),
      pairs: pairsOf(context, point),
      mean: {
        mean: numberOf(change.mean[last]),
        low: numberOf(change.low[last]),
        high: numberOf(change.high[last]),
      },
      ...(effective === undefined ? {} : { effective }),
    },
    frameOf(context, name),
  )
  const path = (row: number, column: number): string | undefined =>
    column === 0 ? undefined : `${found.path}.change.${BANDS[column - 1]}.${row}`
  return [{ name, section: 'time', figure, path }]
}

/** Scenarios drawn in one chart of levels: the baseline, then those asked about. */
export function drawnPoints({ shape }: ReportContext): readonly SummaryPoint[] {
  const baseline = shape.compared ? shape.baselines.slice(0, 1) : []
  return [...baseline, ...shape.asked].slice(0, MOST_SIDE_BY_SIDE + 1)
}

function levelFigure(context: PlotContext, metric: string): ReportFigure[] {
  const { index, source, canvas, shape } = context
  const described = index.metric(metric)
  const drawn = drawnPoints(context).flatMap((point) => {
    const found = index.series(point.id, metric)
    if (!found) return []
    const { q05, median, q95 } = bandsOf(found.entry.level)
    const series: LevelSeries = { name: titleOf(source.summary, point.id), q05, median, q95 }
    return [{ series, path: found.path }]
  })
  if (drawn.length === 0 || !described) return []
  const effective = effectiveOf(context, shape.head.id)
  const name = `level-${metric}`
  const figure = levelBands(
    canvas,
    {
      metric: described,
      months: monthsOf(context),
      series: drawn.map(({ series }) => series),
      replicates: shape.head.done,
      ...(effective === undefined ? {} : { effective }),
    },
    frameOf(context, name),
  )
  const path = (row: number, column: number): string | undefined => {
    if (column === 0) return undefined
    const { path: of } = drawn[Math.floor((column - 1) / LEVELS.length)]
    return `${of}.level.${LEVELS[(column - 1) % LEVELS.length]}.${row}`
  }
  return [{ name, section: 'time', figure, path }]
}
