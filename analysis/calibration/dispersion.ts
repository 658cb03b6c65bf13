/**
 * How much worse even the best setting fits than chance allows.
 *
 *     χ² = (z − f)ᵀ C⁻¹ (z − f),      dispersion = max(1, χ² of the best / number of moments)
 *
 * A model that misses some of its targets whatever its parameters are would otherwise look sure of the
 * parameters that miss least. Every log-likelihood is divided by the dispersion: all variances are
 * widened until the best setting fits as well as chance would have it.
 *
 * It divides by the moments, not by moments less fitted parameters: how many parameters the data fix is
 * itself in doubt. The dispersion is low by that share, and the set a little too sure.
 *
 * @source Wedderburn (1974), Biometrika 61:439, quasi-likelihood; Birge (1932), Physical Review 40:207
 * @module
 */
import { logLikelihoods } from './log-likelihood.ts'
import type { Predictions } from './emulator.ts'
import { usableMoments, type ObservedMoments } from './observed-moments.ts'
import { variancesOf, type ShrunkCovariance } from './shrunk-covariance.ts'

const HALF = 0.5

/** χ² by point: what a log-likelihood lacks to that of a perfect fit. */
export function chiSquares(
  predictions: Predictions,
  covariance: ShrunkCovariance,
  observed: ObservedMoments,
): Float64Array {
  const { moments, means } = predictions
  const perfect = means.map((_, i) => observed.values[i % moments])
  const best = logLikelihoods({ ...predictions, means: perfect }, covariance, observed)
  const found = logLikelihoods(predictions, covariance, observed)
  return found.map((value, i) => (best[i] - value) / HALF)
}

/** Of the best of some points; 1 at least. */
export function dispersionOf(
  predictions: Predictions,
  covariance: ShrunkCovariance,
  observed: ObservedMoments,
): number {
  const moments = usableMoments(observed, variancesOf(covariance)).length
  const least = chiSquares(predictions, covariance, observed).reduce(
    (smallest, value) => Math.min(smallest, value),
    Infinity,
  )
  return Math.max(1, least / moments)
}
