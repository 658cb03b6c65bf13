/**
 * Weights of points that were not drawn from what they stand for.
 * @module
 */
import { exp } from '../../engine/numerics/exp.ts'
import { makeKey, purpose, uniform } from '../../engine/stream.ts'

const RESAMPLE = purpose('calibration.resample')

/** Weights that sum to 1 from their logarithms; all 0 when none is above −Infinity. */
export function normalisedWeights(logWeights: ArrayLike<number>): Float64Array {
  let most = -Infinity
  for (let i = 0; i < logWeights.length; i++) most = Math.max(most, logWeights[i])
  const weights = new Float64Array(logWeights.length)
  if (most === -Infinity) return weights
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    weights[i] = exp(logWeights[i] - most)
    sum += weights[i]
  }
  for (let i = 0; i < weights.length; i++) weights[i] /= sum
  return weights
}

/**
 * How many points of equal weight are worth as much: 1 / Σw².
 * @source Kong, Liu, Wong (1994), JASA 89:278
 */
export function effectiveSize(weights: Float64Array): number {
  let squares = 0
  for (let i = 0; i < weights.length; i++) squares += weights[i] * weights[i]
  return squares > 0 ? 1 / squares : 0
}

/**
 * How often each point is taken when `count` are drawn by weight, at equal steps from one draw: floor or
 * ceiling of count · weight, so that a point below 1/count is taken once at most.
 *
 * @param seed  text that names the draw
 * @source Kitagawa (1996), Journal of Computational and Graphical Statistics 5:1, systematic resampling
 */
export function systematicCounts(weights: Float64Array, count: number, seed: string): Int32Array {
  const start = uniform(makeKey(seed, 0), RESAMPLE, 0, 0, 0)
  const counts = new Int32Array(weights.length)
  let passed = 0
  let drawn = 0
  let last = 0
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] > 0) last = i
    passed += weights[i] * count
    while (drawn < count && drawn + start < passed) {
      counts[i]++
      drawn++
    }
  }
  // Rounding may leave the sum of weights short of the last step.
  counts[last] += count - drawn
  return counts
}
