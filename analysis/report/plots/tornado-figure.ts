/**
 * Section 7: how much the answer moves with each assumption that was swept.
 *
 * The change at an end of an assumption is the mean over the points in the outer quarter of its
 * settings: in a grid of up to four settings, over those at the end itself.
 * @module
 */
import { tornado, type TornadoRow } from '../../figures/sweeps/tornado.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { parameterOf, subjectLabel } from '../point-names.ts'
import { inputWordsOf } from '../rule-sentences.ts'
import { frameOf, type PlotContext, type ReportFigure } from '../report-figure.ts'
import { estimateAt } from './sweep-figures.ts'
import { sweepMetrics } from './sweep-metrics.ts'

const QUARTER = 4

export function tornadoFigure(context: PlotContext): ReportFigure[] {
  const { shape, index, canvas } = context
  const [metric] = sweepMetrics(context)
  const swept = shape.swept.filter((id) => parameterOf(id)?.kind === 'number')
  if (!shape.compared || shape.kind !== 'sweep' || swept.length === 0) return []
  const rows = swept.flatMap((id) => rowOf(context, id, metric))
  if (rows.length === 0) return []
  // One at a time, the point at which nothing is moved is what is assumed.
  const unmoved = shape.asked.filter(({ values }) => Object.keys(values).length === 0)
  const base = meanAt(context, unmoved.length > 0 ? unmoved : shape.asked, metric)
  const figure = tornado(
    canvas,
    { metric: index.metric(metric)!, base: base.mean, rows },
    frameOf(context, 'tornado'),
  )
  return [{ name: 'tornado', section: 'assumptions', figure, path: () => undefined }]
}

function rowOf(context: PlotContext, id: string, metric: string): TornadoRow[] {
  const { shape, source } = context
  const settings = [...new Set(shape.asked.map(({ values }) => values[id]))]
    .filter((value) => typeof value === 'number')
    .sort((a, b) => a - b)
  if (settings.length < 2) return []
  const outer = Math.max(1, Math.floor(settings.length / QUARTER))
  const ends = [settings.slice(0, outer), settings.slice(-outer)]
  const [low, high] = ends.map((end) =>
    meanAt(
      context,
      shape.asked.filter(({ values }) => end.includes(values[id] as number)),
      metric,
    ),
  )
  const say = inputWordsOf(context)
  return [
    {
      name: subjectLabel(source, id),
      lowSetting: say.value(id, settings[0]),
      highSetting: say.value(id, settings[settings.length - 1]),
      atLow: low.mean,
      atHigh: high.mean,
    },
  ]
}

function meanAt(context: PlotContext, points: readonly SummaryPoint[], metric: string) {
  const means = points.flatMap((point) => {
    const found = estimateAt(context, point, metric)
    return found && Number.isFinite(found.estimate.mean) ? [found.estimate.mean] : []
  })
  return { mean: means.reduce((sum, one) => sum + one, 0) / means.length }
}
