/**
 * Student's t distribution, wrapped: the library is right to 5e-8, far below what an interval shows.
 * @module
 */
import { pt, qt } from 'lib-r-math.js'

/** Quantile of Student's t, for 0 < p < 1 and at least one degree of freedom. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return qt(p, degreesOfFreedom)
}

/** Distribution function of Student's t. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return pt(t, degreesOfFreedom)
}
