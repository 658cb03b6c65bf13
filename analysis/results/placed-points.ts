/**
 * The points of a plan with their places in the scratch file, and their readings.
 * @module
 */
import { periodOf } from '../../engine/time.ts'
import { readingOf, type MetricDescription, type Moment } from '../answer/readings.ts'
import type { Merged } from './merge.ts'
import { pairUp, type Pairing } from './pairing.ts'
import type { ResultPoint, ResultSubject } from './result-plan.ts'

/** A point with its place in the scratch file and, for a reform, its baseline. */
export interface Placed {
  readonly point: ResultPoint
  readonly first: number
  readonly replicates: Int32Array
  readonly against?: Placed
  readonly pairing?: Pairing
  /** Period in which the rules take effect; below 1 when they have no date inside the run. */
  readonly effective: number
}

/** Points in the order of the plan; a baseline comes before what is compared with it. */
export function placePoints({ plan, comparisons = {} }: ResultSubject, merged: Merged): Placed[] {
  const placed = new Map<string, Placed>()
  let first = 0
  plan.points.forEach((point, p) => {
    const replicates = merged.replicates[p]
    const against = point.baseline === undefined ? undefined : placed.get(point.baseline)
    const month = comparisons[point.id]?.effective
    const period = month === undefined ? -1 : periodOf(plan.start, month)
    placed.set(point.id, {
      point,
      first,
      replicates,
      effective: period < plan.periods ? period : -1,
      ...(against ? { against, pairing: pairUp(against.replicates, replicates) } : {}),
    })
    first += replicates.length
  })
  return [...placed.values()]
}

/** One reading per job of a block `[job * periods + period]`. */
export function readBlock(
  block: Float64Array,
  periods: number,
  metric: MetricDescription,
  moment: Moment,
  before: number,
): Float64Array {
  const values = new Float64Array(block.length / periods)
  for (let j = 0; j < values.length; j++) {
    values[j] = readingOf(block, j * periods, periods, metric, moment, before)
  }
  return values
}
