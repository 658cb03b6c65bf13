/**
 * The three figures of a brief: headline changes, and two metrics over time.
 * @module
 */
import type { Canvas } from '../../figures/canvas.ts'
import type { Language } from '../../words/language.ts'
import { contextOf, type PlotContext, type ReportFigure } from '../report-figure.ts'
import type { ReportSource } from '../report-source.ts'
import { dotsOf } from './headline-dots.ts'
import { known } from './metric-choice.ts'
import { overTimeFigures } from './over-time.ts'
import { sweepFigures } from './sweep-figures.ts'

const FIGURES = 3
/** Drawn wider than the half page it gets, so that names fit and letters are above 6 points [px]. */
const WIDTH = 480
const ROWS: readonly string[] = [
  'links',
  'programmesOn',
  'activeSmallPlatforms',
  'cr5',
  'averageApr',
  'originations',
]

export function briefFigures(
  canvas: Canvas,
  source: ReportSource,
  language: Language,
): ReportFigure[] {
  const context: PlotContext = { ...contextOf(source, language), canvas, width: WIDTH }
  const usual = known(context.index, ROWS)
  const ids = usual.length > 0 ? usual : source.summary.metrics.map(({ id }) => id).slice(0, 6)
  const subjects = ids.map((metric) => ({ metric, label: context.index.metric(metric)!.label }))
  const most = Math.max(1, Math.floor(MOST_DOTS / context.shape.asked.length))
  const dots = dotsOf(context, 'headlines', 'answer', subjects.slice(0, most))
  if (context.shape.kind === 'sweep') return sweepFigures(context).slice(0, FIGURES)
  return [...dots, ...overTimeFigures(context)].slice(0, FIGURES)
}

const MOST_DOTS = 8
