/**
 * Where to look next: many normal kernels around points that did well, and a tenth of the prior.
 *
 * Points live as normal scores y = Φ⁻¹(share of the prior range). The uniform prior is a standard normal
 * there, a parameter that nothing is learnt of stays one, and no bound is in the way.
 *
 *     q(y) = .1 N(y; 0, I) + .9 / C · Σ_c N(y; m + a (y_c − m), 1.6 h² V),      a = √(1 − h²)
 *
 * with m and V the weighted mean and covariance of the points, y_c drawn from them by weight and h by
 * Silverman's rule: shrinking to the mean keeps the kernels together from being wider than the points.
 *
 * @source West (1993), JRSS B 55:409 for shrunk kernels; Hesterberg (1995), Technometrics 37:185 for the
 *   part of the prior, which bounds the weights; Silverman (1986), Density Estimation, section 4.3
 * @module
 */
import { exp } from '../../engine/numerics/exp.ts'
import { log } from '../../engine/numerics/log.ts'
import { normalCdf, normalQuantile } from '../../engine/numerics/normal.ts'
import { pow } from '../../engine/numerics/pow.ts'
import { createSfc32, fillUniform } from '../../engine/sfc32.ts'
import { factorInPlace, solveLower } from './cholesky.ts'
import { systematicCounts } from './importance.ts'
import { weightedCovariance } from './weighted-moments.ts'

export interface KernelMixture {
  readonly dimensions: number
  /** L of the covariance of one kernel, L Lᵀ. */
  readonly factor: Float64Array
  /** L⁻¹ times the middles: `[kernel * dimensions + dimension]`. */
  readonly middles: Float64Array
}

const KERNELS = 300
const PRIOR_PART = 0.1
const WIDER = 1.6
/** Φ is below 1 in floating point up to here. */
const MOST_SCORE = 8
/** Added to variances, which few points may leave at 0. */
const LEAST_VARIANCE = 1e-8
const [TWO, FOUR] = [2, 4]

export function toScores(units: Float64Array): Float64Array {
  return units.map((u) => Math.max(-MOST_SCORE, Math.min(MOST_SCORE, normalQuantile(u))))
}

export function toUnits(scores: Float64Array): Float64Array {
  return scores.map((score) => normalCdf(score))
}

/** @param seed  text that names the draw of the middles */
export function kernelMixture(
  scores: Float64Array,
  dimensions: number,
  weights: Float64Array,
  seed: string,
): KernelMixture {
  const { means, entries } = weightedCovariance(scores, dimensions, weights)
  const width = pow(FOUR / (KERNELS * (dimensions + TWO)), 1 / (dimensions + FOUR))
  const factor = entries.map((entry) => WIDER * width * width * entry)
  for (let d = 0; d < dimensions; d++) factor[d * dimensions + d] += LEAST_VARIANCE
  factorInPlace(factor, dimensions)
  const shrink = Math.sqrt(1 - width * width)
  const middles = new Float64Array(KERNELS * dimensions)
  let kernel = 0
  systematicCounts(weights, KERNELS, `kernels|${seed}`).forEach((times, i) => {
    for (let k = 0; k < times; k++) {
      const middle = middles.subarray(kernel * dimensions, (kernel + 1) * dimensions)
      for (let d = 0; d < dimensions; d++) {
        middle[d] = means[d] + shrink * (scores[i * dimensions + d] - means[d])
      }
      solveLower(factor, dimensions, middle)
      kernel++
    }
  })
  return { dimensions, factor, middles }
}

/** Normal scores of `count` points; every kernel, and the prior, gets its share of them. */
export function drawScores(mixture: KernelMixture, count: number, seed: string): Float64Array {
  const { dimensions, factor, middles } = mixture
  const luck = new Float64Array(count * dimensions)
  fillUniform(createSfc32(`kernelDraws|${seed}`), luck)
  const scores = toScores(luck)
  const fromPrior = Math.round(PRIOR_PART * count)
  const moved = new Float64Array(dimensions)
  for (let i = fromPrior; i < count; i++) {
    const kernel = Math.floor(((i - fromPrior) * KERNELS) / (count - fromPrior))
    const point = scores.subarray(i * dimensions, (i + 1) * dimensions)
    for (let d = 0; d < dimensions; d++) moved[d] = middles[kernel * dimensions + d] + point[d]
    for (let d = 0; d < dimensions; d++) {
      let score = 0
      for (let e = 0; e <= d; e++) score += factor[d * dimensions + e] * moved[e]
      point[d] = Math.max(-MOST_SCORE, Math.min(MOST_SCORE, score))
    }
  }
  return scores
}

/** log of prior density over density of the mixture, by point. */
export function logPriorRatios(mixture: KernelMixture, scores: Float64Array): Float64Array {
  const { dimensions, factor, middles } = mixture
  let logScale = 0
  for (let d = 0; d < dimensions; d++) logScale += log(factor[d * dimensions + d])
  const place = new Float64Array(dimensions)
  return Float64Array.from({ length: scores.length / dimensions }, (_, i) => {
    let far = 0
    for (let d = 0; d < dimensions; d++) {
      place[d] = scores[i * dimensions + d]
      far += place[d] * place[d]
    }
    solveLower(factor, dimensions, place)
    const kernels = log(kernelSum(middles, place) / KERNELS) - logScale + far / 2
    return -log(PRIOR_PART + (1 - PRIOR_PART) * exp(kernels))
  })
}

/** Σ exp(−½ distance²) over the kernels. */
function kernelSum(middles: Float64Array, place: Float64Array): number {
  let sum = 0
  for (let first = 0; first < middles.length; first += place.length) {
    let squares = 0
    for (let d = 0; d < place.length; d++) {
      const apart = place[d] - middles[first + d]
      squares += apart * apart
    }
    sum += exp(-squares / 2)
  }
  return sum
}
