/**
 * How wide the intervals of a result still are.
 * @module
 */
import { halfWidth } from '../statistics/stopping-looks.ts'
import type { Summary, SummaryEstimate } from './summary.ts'

/**
 * Half of the widest 95% interval by metric: of the paired change where there is a baseline, else of the
 * level. NaN where one is not defined.
 */
export function widestHalfWidths(
  summary: Pick<Summary, 'baseline' | 'changes' | 'levels'>,
  metrics: readonly string[],
): Record<string, number> {
  return Object.fromEntries(metrics.map((metric) => [metric, widest(estimates(summary, metric))]))
}

function estimates(
  { baseline, changes, levels }: Pick<Summary, 'baseline' | 'changes' | 'levels'>,
  metric: string,
): SummaryEstimate[] {
  const isRead = (one: { metric: string; at: string }) =>
    one.metric === metric && one.at !== 'beforeEffective'
  return baseline === null
    ? levels.filter(isRead)
    : changes.filter(isRead).map(({ change }) => change)
}

function widest(found: readonly SummaryEstimate[]): number {
  let most = found.length > 0 ? 0 : NaN
  for (const { low, high } of found) {
    const width = halfWidth({ low: low ?? NaN, high: high ?? NaN })
    if (!(width <= most)) most = width
  }
  return most
}
