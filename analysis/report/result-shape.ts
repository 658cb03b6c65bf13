/**
 * What kind of result a report is about: one scenario, a pair, several reforms, or a sweep.
 * @module
 */
import type { Summary, SummaryPoint } from '../results/summary.ts'
import type { Text } from '../metrics/metric.ts'

export type ResultKind = 'single' | 'several' | 'pair' | 'reforms' | 'sweep'

export interface ResultShape {
  readonly kind: ResultKind
  /** Whether the points are compared with a baseline. */
  readonly compared: boolean
  /** Points asked about, in order. */
  readonly asked: readonly SummaryPoint[]
  /** Baselines first; one unless parameters are swept. */
  readonly baselines: readonly SummaryPoint[]
  /** Ids of what is swept. */
  readonly swept: readonly string[]
  /** The point a figure of one point is about. */
  readonly head: SummaryPoint
}

/** More points than this are no columns of a table. */
export const MOST_SIDE_BY_SIDE = 4

export function shapeOf(summary: Summary): ResultShape {
  const baselines = summary.points.filter(({ role }) => role === 'baseline')
  const reforms = summary.points.filter(({ role }) => role === 'reform')
  const asked = reforms.length > 0 ? reforms : summary.points
  const swept = [...new Set(asked.flatMap(({ values }) => Object.keys(values)))]
  const compared = asked.some((point) => point.baseline !== null)
  return {
    kind: kindOf(asked.length, compared, swept.length > 0 || asked.length > MOST_SIDE_BY_SIDE),
    compared,
    asked,
    baselines,
    swept,
    head: asked[0],
  }
}

function kindOf(asked: number, compared: boolean, swept: boolean): ResultKind {
  if (swept && asked > 1) return 'sweep'
  if (compared) return asked > 1 ? 'reforms' : 'pair'
  return asked > 1 ? 'several' : 'single'
}

/** Titles of the scenarios asked about, in order. */
export function askedTitles(summary: Summary): readonly Text[] {
  return summary.reforms.length > 0
    ? summary.reforms.map(({ title }) => title)
    : summary.baseline === null
      ? []
      : [summary.baseline.title]
}

/** True when no partnership and no loan is left at a point in any replicate. */
export function isEmptyMarket(summary: Summary, point: string): boolean {
  const gone = ['links', 'balance'].map((metric) =>
    summary.levels.find((level) => level.point === point && level.metric === metric),
  )
  const known = gone.filter((level) => level !== undefined)
  return known.length > 0 && known.every(({ mean, sd }) => mean === 0 && (sd === 0 || sd === null))
}
