/**
 * The metrics a sweep is told by.
 * @module
 */
import type { Summary } from '../../results/summary.ts'
import type { ReportContext } from '../report-figure.ts'
import { HEADLINES } from './metric-choice.ts'

const TOLD = 4
const FIRST = ['links', 'originations', 'excludedBorrowers', 'averageApr']

export function sweepMetrics({ source }: Pick<ReportContext, 'source'>): string[] {
  return toldMetrics(source.summary)
}

/** The usual ones the result has, else the first there are. */
export function toldMetrics({ metrics }: Pick<Summary, 'metrics'>): string[] {
  const all = metrics.map(({ id }) => id)
  const usual = [...new Set([...FIRST, ...HEADLINES])].filter((id) => all.includes(id))
  return (usual.length > 0 ? usual : all).slice(0, TOLD)
}
