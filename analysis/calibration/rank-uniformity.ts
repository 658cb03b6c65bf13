/**
 * Are ranks spread evenly? Truths drawn from the prior fall anywhere in their posteriors with the same
 * chance, if posteriors are right: too wide ones have ranks in the middle, too narrow ones at the ends.
 *
 *     X = Σ (count − n/k)² / (n/k),      p = e^(−X/2) Σ_{i < (k−1)/2} (X/2)ⁱ / i!
 *
 * over k equal bins. k is odd: then the tail of χ² with k − 1 degrees is that finite sum.
 *
 * @source Talts, Betancourt, Simpson, Vehtari, Gelman (2018), arXiv:1804.06788; Cook, Gelman, Rubin (2006),
 *   Journal of Computational and Graphical Statistics 15:675; Abramowitz, Stegun (1964), 26.4.5
 * @module
 */
import { exp } from '../../engine/numerics/exp.ts'

const MOST_BINS = 9
const FEWEST_BINS = 3
/** Expected in a bin, for χ² to hold. */
const FEWEST_EXPECTED = 5

/** @param ranks  shares of a posterior below the truth, in [0, 1] */
export function rankUniformity(ranks: ArrayLike<number>): number {
  const fitting = Math.floor(ranks.length / FEWEST_EXPECTED)
  const bins = Math.min(MOST_BINS, fitting % 2 === 1 ? fitting : fitting - 1)
  if (bins < FEWEST_BINS) return NaN
  const counts = new Float64Array(bins)
  for (let i = 0; i < ranks.length; i++) counts[Math.min(bins - 1, Math.floor(ranks[i] * bins))]++
  const expected = ranks.length / bins
  const half = counts.reduce((sum, n) => sum + (n - expected) * (n - expected), 0) / expected / 2
  let term = 1
  let sum = 0
  for (let i = 0; i < (bins - 1) / 2; i++) {
    sum += term
    term *= half / (i + 1)
  }
  return exp(-half) * sum
}
