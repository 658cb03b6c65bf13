/**
 * Synthetic likelihood: moments of a replicate are taken as jointly normal around their means.
 *
 *     log L(θ) = −½ (z − f)ᵀ C⁻¹ (z − f) − ½ log|C| + constant
 *     Cⱼₖ = ( Sⱼₖ (1 + √(hⱼ hₖ)) + sdⱼ² [j = k] ) / √(weightⱼ weightₖ)
 *
 * S is the covariance of one replicate, because what was observed happened once; h the leverage of the
 * means: their errors are correlated as the residuals are, exactly so for surfaces fitted to the same
 * cases. A weight divides the variance of a misfit. Moments not observed are left out of all settings
 * alike.
 *
 * @source Wood (2010), Nature 466:1102; Price, Drovandi, Lee, Nott (2018), Journal of Computational and
 *   Graphical Statistics 27:1
 * @module
 */
import { log } from '../../engine/numerics/log.ts'
import { factorInPlace, solveLower } from './cholesky.ts'
import type { Predictions } from './emulator.ts'
import { IMPLAUSIBLE } from './implausibility.ts'
import { usableMoments, type ObservedMoments } from './observed-moments.ts'
import { variancesOf, type ShrunkCovariance } from './shrunk-covariance.ts'

/**
 * By point. A moment that is observed but that the model does not define at a point counts there as a
 * misfit of three standard deviations: the model says it cannot be measured, and it was.
 *
 * @returns −Infinity where the covariance is not positive definite
 */
export function logLikelihoods(
  predictions: Predictions,
  covariance: ShrunkCovariance,
  observed: ObservedMoments,
): Float64Array {
  return manyLogLikelihoods(predictions, covariance, [observed])[0]
}

/** The same for several observations, which may lack different moments. */
export function manyLogLikelihoods(
  predictions: Predictions,
  covariance: ShrunkCovariance,
  observations: readonly ObservedMoments[],
): Float64Array[] {
  const found = observations.map(() => new Float64Array(predictions.size))
  const groups = new Map<string, number[]>()
  observations.forEach((observed, o) => {
    const name = groupName(observed, covariance)
    groups.set(name, [...(groups.get(name) ?? []), o])
  })
  for (const places of groups.values()) {
    const chosen = places.map((o) => observations[o])
    fillLikelihoods(predictions, covariance, chosen, places.map((o) => found[o])) // prettier-ignore
  }
  return found
}

/** Observations of one name have the same covariance at every point. */
function groupName(observed: ObservedMoments, covariance: ShrunkCovariance): string {
  return usableMoments(observed, variancesOf(covariance))
    .map((m) => `${m}:${observed.sds[m]}:${observed.weights[m]}`)
    .join()
}

function fillLikelihoods(
  { size, moments, means, leverages }: Predictions,
  covariance: ShrunkCovariance,
  observations: readonly ObservedMoments[],
  out: readonly Float64Array[],
): void {
  const usable = Int32Array.from(usableMoments(observations[0], variancesOf(covariance)))
  const n = usable.length
  const base = baseOf(covariance, observations[0], usable)
  const values = observations.map(({ values }) => Float64Array.from(usable, (m) => values[m]))
  const factor = new Float64Array(n * n)
  const roots = new Float64Array(n)
  const centres = new Float64Array(n)
  const apart = new Float64Array(n)
  const undefinedMisfits = new Float64Array(n)
  for (let p = 0; p < size; p++) {
    for (let j = 0; j < n; j++) {
      const place = p * moments + usable[j]
      centres[j] = means[place]
      roots[j] = Math.sqrt(leverages[place])
    }
    fillFactor(factor, base, roots)
    for (let j = 0; j < n; j++) undefinedMisfits[j] = IMPLAUSIBLE * Math.sqrt(factor[j * n + j])
    if (!factorInPlace(factor, n)) {
      for (const likelihoods of out) likelihoods[p] = -Infinity
      continue
    }
    let half = 0
    for (let j = 0; j < n; j++) half += log(factor[j * n + j])
    for (let o = 0; o < out.length; o++) {
      const observed = values[o]
      for (let j = 0; j < n; j++) {
        const misfit = observed[j] - centres[j]
        apart[j] = Number.isNaN(misfit) ? undefinedMisfits[j] : misfit
      }
      solveLower(factor, n, apart)
      let squares = 0
      for (let j = 0; j < n; j++) squares += apart[j] * apart[j]
      out[o][p] = -squares / 2 - half
    }
  }
}

/** The covariance without leverage, and with it: what a point's own is made of. */
interface BaseCovariance {
  /** Sⱼₖ / √(weightⱼ weightₖ) */
  readonly replicate: Float64Array
  /** sdⱼ² / weightⱼ */
  readonly observation: Float64Array
}

function baseOf(
  covariance: ShrunkCovariance,
  observed: ObservedMoments,
  usable: Int32Array,
): BaseCovariance {
  const n = usable.length
  const replicate = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      const entry = covariance.entries[usable[j] * covariance.moments + usable[k]]
      const scale = observed.weights[usable[j]] * observed.weights[usable[k]]
      replicate[j * n + k] = entry / Math.sqrt(scale)
    }
  }
  const observation = Float64Array.from(
    usable,
    (m) => (observed.sds[m] * observed.sds[m]) / observed.weights[m],
  )
  return { replicate, observation }
}

function fillFactor(factor: Float64Array, base: BaseCovariance, roots: Float64Array): void {
  const n = roots.length
  for (let j = 0; j < n; j++) {
    for (let k = 0; k <= j; k++) {
      factor[j * n + k] = base.replicate[j * n + k] * (1 + roots[j] * roots[k])
    }
    factor[j * n + j] += base.observation[j]
  }
}
