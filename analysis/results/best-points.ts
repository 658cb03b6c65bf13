/**
 * Which points may be the best by a metric, all comparisons taken together. Points are compared within
 * one world: those that share every swept parameter.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { momentOf, type MetricDescription, type Moment } from '../answer/readings.ts'
import { bestPolicies } from '../statistics/best-policies.ts'
import type { ResultPoint } from './result-plan.ts'
import { known, type Known } from './summary.ts'

/** Readings of a point, one per finished replicate. */
export interface PointReadings {
  readonly point: ResultPoint
  /** Ascending. */
  readonly replicates: Int32Array
  readonly values: Float64Array
}

export interface SummaryBest {
  readonly metric: string
  readonly at: Moment
  readonly better: 'higher' | 'lower'
  /** Replicates in which all points are defined. */
  readonly n: number
  /** In the order of the points; the best is among those that may be it with 95% probability. */
  readonly standings: readonly {
    readonly point: string
    readonly mean: Known
    /** From the best of the others, with intervals that hold all at once. */
    readonly difference: Known
    readonly low: Known
    readonly high: Known
    readonly mayBeBest: boolean
  }[]
}

/** Beyond this many points the comparisons cost more than the run. */
const MOST_POINTS = 512
const PARAMETERS = new Set<string>(parameterCatalogue.map(({ id }) => id))

/** One set per world with at least two points; none where no side of the metric is better. */
export function bestPoints(
  metric: MetricDescription,
  readings: readonly PointReadings[],
): SummaryBest[] {
  const { better, id } = metric
  if (better === 'neither') return []
  const worlds = new Map<string, PointReadings[]>()
  for (const one of readings) {
    const world = worldOf(one.point)
    worlds.set(world, [...(worlds.get(world) ?? []), one])
  }
  return [...worlds]
    .filter(([, points]) => points.length > 1 && points.length <= MOST_POINTS)
    .map(([world, points]) => {
      const { standings, n } = bestPolicies(aligned(points), better, `${id}|${world}`)
      return {
        metric: id,
        at: momentOf(metric),
        better,
        n,
        standings: standings.map((one, p) => ({
          point: points[p].point.id,
          mean: known(one.mean),
          difference: known(one.difference),
          low: known(one.low),
          high: known(one.high),
          mayBeBest: one.mayBeBest,
        })),
      }
    })
}

/** The swept parameters of a point, as a text. */
function worldOf({ values }: ResultPoint): string {
  const swept = Object.keys(values).filter((id) => PARAMETERS.has(id))
  return JSON.stringify(swept.sort().map((id) => [id, values[id]]))
}

/** Values by replicate, NaN where a point lacks one. */
function aligned(points: readonly PointReadings[]): Float64Array[] {
  const length = Math.max(...points.map(({ replicates }) => (replicates.at(-1) ?? -1) + 1))
  return points.map(({ replicates, values }) => {
    const row = new Float64Array(length).fill(NaN)
    for (let i = 0; i < values.length; i++) row[replicates[i]] = values[i]
    return row
  })
}
