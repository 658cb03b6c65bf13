/**
 * What is kept of a replicate. Recording draws nothing and copies scalars only.
 *
 * @module
 */
import type { Context, Label } from './phase.ts'

/** A number read off the market each period. It never writes. */
export interface Metric<M> {
  readonly id: string
  readonly label: Label
  readonly unit: string
  readonly doc: string
  readonly source?: string
  /** Which direction a policymaker would call better. */
  readonly better: 'higher' | 'lower' | 'neither'
  /** NaN where it is not defined, such as a share of nothing. */
  measure(market: M, context: Context): number
}

/** What a replicate leaves behind. */
export interface Recording {
  /** Ids of the metrics, in the order of `series`. */
  readonly metrics: readonly string[]
  readonly periods: number
  /** Metric after metric: metric m in the t-th recorded period is at m · periods + t. */
  readonly series: Float64Array
  /** Fingerprint of the market at the end of each period, two words each. */
  readonly hashes: Uint32Array
  /** How many checks were made, all of them passed. */
  readonly checksMade: number
}

/** An empty recording of the right size. */
export function createRecording(metrics: readonly string[], periods: number): Recording {
  return {
    metrics,
    periods,
    series: new Float64Array(metrics.length * periods),
    hashes: new Uint32Array(2 * periods),
    checksMade: 0,
  }
}

/** One metric over time, as a view on the recording. */
export function seriesOf(recording: Recording, metric: string): Float64Array {
  const m = recording.metrics.indexOf(metric)
  if (m < 0) throw new RangeError(`the recording has no metric ${metric}`)
  return recording.series.subarray(m * recording.periods, (m + 1) * recording.periods)
}
