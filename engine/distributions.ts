/**
 * Draws from distributions: each turns one uniform in (0, 1) into a value by the inverse of its
 * distribution function, so that a higher uniform always means a higher value.
 *
 * @source Devroye (1986), Non-uniform random variate generation, chapter 2
 * @module
 */
import { exp } from './numerics/exp.ts'
import { normalQuantile } from './numerics/normal.ts'
import { intPow } from './numerics/pow.ts'

/** Most trials for which `binomialQuantile` is exact. */
export const EXACT_TRIALS = 200

/** Uniform on (low, high). */
export function uniformBetween(low: number, high: number, u: number): number {
  return low + (high - low) * u
}

/** Normal with mean and standard deviation. */
export function normal(mean: number, sd: number, u: number): number {
  return mean + sd * normalQuantile(u)
}

/** Log-normal with median and standard deviation of the logarithm. */
export function logNormal(median: number, sdLog: number, u: number): number {
  return median * exp(sdLog * normalQuantile(u))
}

/**
 * Number of successes in `n` trials: the smallest k with P(K ≤ k) ≥ u.
 *
 * Exact by adding up probabilities for n ≤ 200. Above, the nearest whole number to the normal
 * quantile, clipped to [0, n].
 *
 * @param n  whole number of trials
 * @param p  chance of success, in [0, 1]
 * @source `model.md` section 17
 */
export function binomialQuantile(n: number, p: number, u: number): number {
  if (p <= 0 || n <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return binomialAbove(n, p, u)
  if (n > EXACT_TRIALS) return normalCount(n, p, u)
  const odds = p / (1 - p)
  let probability = intPow(1 - p, n)
  let cumulative = probability
  let k = 0
  while (cumulative < u && k < n) {
    k++
    probability *= (odds * (n - k + 1)) / k
    cumulative += probability
  }
  return k
}

/** Counts failures, whose chance is at most ½, so that the first probability never underflows. */
function binomialAbove(n: number, p: number, u: number): number {
  return n - binomialQuantile(n, 1 - p, 1 - u)
}

function normalCount(n: number, p: number, u: number): number {
  const count = Math.floor(normal(n * p, Math.sqrt(n * p * (1 - p)), u) + 0.5)
  return Math.max(0, Math.min(n, count))
}
