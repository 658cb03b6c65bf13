/**
 * A level with its uncertainty over replicates.
 * @module
 */
import { defined, mean, standardDeviation } from './moments.ts'
import { studentQuantile } from './student.ts'

export const CONFIDENCE = 0.95

/** A mean with its 95% interval; bounds are NaN below two values. */
export interface Estimate {
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Values that are defined. */
  readonly n: number
  /** Standard deviation over replicates. */
  readonly sd: number
}

/** Mean ± t·sd/√n over the values that are defined. */
export function estimateMean(values: ArrayLike<number>): Estimate {
  const known = defined(values)
  const n = known.length
  const centre = mean(known)
  const sd = standardDeviation(known)
  const half = n < 2 ? NaN : (studentQuantile((1 + CONFIDENCE) / 2, n - 1) * sd) / Math.sqrt(n)
  return { mean: centre, low: centre - half, high: centre + half, n, sd }
}
