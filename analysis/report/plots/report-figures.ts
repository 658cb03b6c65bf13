/**
 * Every figure of a report, in the order of its sections.
 * @module
 */
import type { Canvas } from '../../figures/canvas.ts'
import type { Language } from '../../words/language.ts'
import { contextOf, type PlotContext, type ReportFigure } from '../report-figure.ts'
import type { ReportSource } from '../report-source.ts'
import { dependenceFigures } from './dependence-figures.ts'
import { groupFigures } from './group-figures.ts'
import { headlineDots } from './headline-dots.ts'
import { overTimeFigures } from './over-time.ts'
import { shapeFigures } from './shape-figures.ts'
import { sweepFigures } from './sweep-figures.ts'
import { tornadoFigure } from './tornado-figure.ts'

/** @returns figures with names of their own; none repeats */
export function reportFigures(
  canvas: Canvas,
  source: ReportSource,
  language: Language,
): ReportFigure[] {
  const context: PlotContext = { ...contextOf(source, language), canvas }
  return [
    ...headlineDots(context),
    ...overTimeFigures(context),
    ...sweepFigures(context),
    ...groupFigures(context),
    ...shapeFigures(context),
    ...tornadoFigure(context),
    ...dependenceFigures(context),
  ]
}
