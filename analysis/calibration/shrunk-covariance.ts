/**
 * Covariance of many moments from few cases: correlations drawn towards 0, as far as their own
 * uncertainty asks, and variances as they are.
 *
 *     r*ⱼₖ = (1 − a) rⱼₖ,      a = Σ_{j≠k} V[rⱼₖ] / Σ_{j≠k} rⱼₖ²,  between 0 and 1
 *
 * Moments undefined in some cases are correlated over the cases they share, so that the matrix may
 * not be positive definite: then a is raised until it is.
 *
 * @source Schäfer, Strimmer (2005), Statistical Applications in Genetics and Molecular Biology 4:32,
 *   target D; Ledoit, Wolf (2004), Journal of Multivariate Analysis 88:365
 * @module
 */
import { factorInPlace } from './cholesky.ts'

export interface ShrunkCovariance {
  readonly moments: number
  /** `[moment * moments + other]`; NaN where a variance is. */
  readonly entries: Float64Array
  /** How far correlations were drawn to 0: from 0 to 1. */
  readonly shrinkage: number
}

/** Cases two moments must share before their correlation counts. */
const FEWEST_SHARED = 8
const RAISE = 0.05
/** Least share of a moment's variance that the others must leave unexplained. */
const LEAST_OWN = 1e-6

/**
 * @param deviations  from their means or fits, of equal variance by moment, NaN where not defined:
 *   `[case * moments + moment]`
 * @param variances  of the moments; 0 and NaN allowed
 */
export function shrunkCovariance(
  deviations: Float64Array,
  variances: Float64Array,
): ShrunkCovariance {
  const moments = variances.length
  const correlations = new Float64Array(moments * moments)
  let uncertainty = 0
  let strength = 0
  for (let j = 0; j < moments; j++) {
    for (let k = 0; k < j; k++) {
      const { r, variance } = correlation(deviations, moments, j, k)
      correlations[j * moments + k] = correlations[k * moments + j] = r
      uncertainty += variance
      strength += r * r
    }
  }
  let shrinkage = strength > 0 ? Math.min(1, uncertainty / strength) : 1
  while (shrinkage < 1 && !isSafe(correlations, moments, shrinkage)) {
    shrinkage = Math.min(1, shrinkage + RAISE)
  }
  const entries = new Float64Array(moments * moments)
  for (let j = 0; j < moments; j++) {
    for (let k = 0; k < moments; k++) {
      const r = j === k ? 1 : (1 - shrinkage) * correlations[j * moments + k]
      entries[j * moments + k] = r * Math.sqrt(variances[j] * variances[k])
    }
  }
  return { moments, entries, shrinkage }
}

/** The variances of a covariance, by moment. */
export function variancesOf({ moments, entries }: ShrunkCovariance): Float64Array {
  return Float64Array.from({ length: moments }, (_, m) => entries[m * moments + m])
}

/** Correlation over the cases both have, with the variance of that estimate. */
function correlation(deviations: Float64Array, moments: number, j: number, k: number) {
  const cases = deviations.length / moments
  let shared = 0
  let own = 0
  let other = 0
  let both = 0
  for (let i = 0; i < cases; i++) {
    const x = deviations[i * moments + j]
    const y = deviations[i * moments + k]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    shared++
    own += x * x
    other += y * y
    both += x * y
  }
  const scale = Math.sqrt(own * other)
  if (shared < FEWEST_SHARED || !(scale > 0)) return { r: 0, variance: 0 }
  const r = both / scale
  let squares = 0
  for (let i = 0; i < cases; i++) {
    const product = deviations[i * moments + j] * deviations[i * moments + k]
    if (Number.isNaN(product)) continue
    const away = (product * shared) / scale - r
    squares += away * away
  }
  return { r, variance: squares / (shared * (shared - 1)) }
}

function isSafe(correlations: Float64Array, moments: number, shrinkage: number): boolean {
  const matrix = correlations.map((r) => (1 - shrinkage) * r)
  for (let m = 0; m < moments; m++) matrix[m * moments + m] = 1 - LEAST_OWN
  return factorInPlace(matrix, moments)
}
