/**
 * The network of banks and platforms in replicate 0.
 * @module
 */
import type { PlotContext, ReportFigure } from '../report-figure.ts'

export function networkFigure(_: PlotContext): ReportFigure[] {
  return []
}
