/**
 * Finds entries of a summary, each with its place, so that every number told can say where it stands.
 * @module
 */
import type { Moment } from '../../answer/readings.ts'
import type {
  Summary,
  SummaryChange,
  SummaryLevel,
  SummaryMetric,
  SummarySeries,
} from '../../results/summary.ts'

/** An entry and its place: `changes.12`. */
export interface Placed<T> {
  readonly entry: T
  readonly path: string
}

export interface SummaryIndex {
  metric(id: string): SummaryMetric | undefined
  /** At the end or over the last year, whichever answers, unless said. */
  level(point: string, metric: string): Placed<SummaryLevel> | undefined
  change(point: string, metric: string, at?: Moment): Placed<SummaryChange> | undefined
  series(point: string, metric: string): Placed<SummarySeries> | undefined
}

export function indexSummary(summary: Summary): SummaryIndex {
  const metrics = new Map(summary.metrics.map((metric) => [metric.id, metric]))
  const levels = placed('levels', summary.levels, ({ point, metric }) => `${point}\n${metric}`)
  const changes = placed('changes', summary.changes, ({ point, metric, at }) => {
    return `${point}\n${metric}\n${at}`
  })
  const series = placed('series', summary.series, ({ point, metric }) => `${point}\n${metric}`)
  return {
    metric: (id) => metrics.get(id),
    level: (point, metric) => levels.get(`${point}\n${metric}`),
    change(point, metric, at) {
      const key = `${point}\n${metric}\n`
      if (at !== undefined) return changes.get(key + at)
      return changes.get(`${key}end`) ?? changes.get(`${key}lastYear`)
    },
    series: (point, metric) => series.get(`${point}\n${metric}`),
  }
}

function placed<T>(
  list: string,
  entries: readonly T[],
  keyOf: (entry: T) => string,
): ReadonlyMap<string, Placed<T>> {
  return new Map(entries.map((entry, i) => [keyOf(entry), { entry, path: `${list}.${i}` }]))
}
