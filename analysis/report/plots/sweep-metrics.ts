/**
 * The metrics a sweep is told by.
 * @module
 */
import type { ReportContext } from '../report-figure.ts'
import { HEADLINES, known } from './metric-choice.ts'

const TOLD = 4
const FIRST = ['links', 'originations', 'excludedBorrowers', 'averageApr']

/** The usual ones the result has, else the first there are. */
export function sweepMetrics({ index, source }: ReportContext): string[] {
  const usual = known(index, [...new Set([...FIRST, ...HEADLINES])])
  const all = source.summary.metrics.map(({ id }) => id)
  return (usual.length > 0 ? usual : all).slice(0, TOLD)
}
