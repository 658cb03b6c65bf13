/**
 * How easily luck would have raised the density of a box as far as one of its restrictions does:
 *
 *     P(X ≥ H),    X ~ binomial(T, h / t)
 *
 * with T cases in the box, H of them of interest, and t, h the same without the restriction. Only quasi:
 * the box was looked for in the same cases, so the chance is larger than it says.
 *
 * @source Bryant, Lempert (2010), Technological Forecasting and Social Change 77:34
 * @module
 */
import { exp, log } from '../../engine/numerics/index.ts'

/** Cases of a box, and how many are of interest. */
export interface BoxCount {
  readonly cases: number
  readonly ofInterest: number
}

/** @param without  counts of the box with one restriction lifted */
export function quasiPValue(box: BoxCount, without: BoxCount): number {
  return binomialUpperTail(box.ofInterest, box.cases, without.ofInterest / without.cases)
}

/**
 * P(X ≥ least) for X ~ binomial(n, p); sums the shorter tail, from the larger term on.
 */
export function binomialUpperTail(least: number, n: number, p: number): number {
  if (least <= 0 || p >= 1) return 1
  if (least > n || p <= 0) return 0
  const odds = p / (1 - p)
  let sum = 0
  if (least > n * p) {
    let term = exp(logBinomial(least, n, p))
    for (let k = least; k <= n; k++) {
      sum += term
      term *= ((n - k) / (k + 1)) * odds
    }
    return Math.min(1, sum)
  }
  let term = exp(logBinomial(least - 1, n, p))
  for (let k = least - 1; k >= 0; k--) {
    sum += term
    term *= k / (n - k + 1) / odds
  }
  return Math.max(0, 1 - sum)
}

/** ln P(X = k). */
function logBinomial(k: number, n: number, p: number): number {
  const few = Math.min(k, n - k)
  let sum = k * log(p) + (n - k) * log(1 - p)
  for (let j = 1; j <= few; j++) sum += log((n - few + j) / j)
  return sum
}
