/**
 * Student's t distribution.
 * @module
 */
import { dt, pt, qt } from 'lib-r-math.js'

/**
 * Quantile of Student's t, for 0 < p < 1 and at least one degree of freedom. The library's quantile is
 * right to 5e-8 and its distribution function to 1e-11, so one Newton step is added.
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  const start = qt(p, degreesOfFreedom)
  return start - (pt(start, degreesOfFreedom) - p) / dt(start, degreesOfFreedom)
}

/** Distribution function of Student's t. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return pt(t, degreesOfFreedom)
}
