/**
 * Means of simulated numbers with their standard errors.
 * @module
 */
import { mean, standardDeviation } from '../statistics/moments.ts'

const BATCHES = 20

/** Standard error of the mean of independent values. */
export function standardError(values: ArrayLike<number>): number {
  return standardDeviation(values) / Math.sqrt(values.length)
}

/**
 * Standard error of the mean of a correlated series, from the spread of 20 batch means.
 *
 * @source Law and Kelton (2000), Simulation modeling and analysis, chapter 9: batch means
 */
export function batchError(series: Float64Array): number {
  const length = Math.floor(series.length / BATCHES)
  const means = Float64Array.from({ length: BATCHES }, (_, i) =>
    mean(series.subarray(i * length, (i + 1) * length)),
  )
  return standardError(means)
}
