/**
 * Student's t and the chi-square distribution, wrapped: the library is right to 5e-8, far below what
 * an interval shows.
 * @module
 */
import { pt, qchisq, qt } from 'lib-r-math.js'

/** Quantile of Student's t, for 0 < p < 1 and at least one degree of freedom. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return qt(p, degreesOfFreedom)
}

/** Distribution function of Student's t. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return pt(t, degreesOfFreedom)
}

/** Quantile of the chi-square distribution. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return qchisq(p, degreesOfFreedom)
}
