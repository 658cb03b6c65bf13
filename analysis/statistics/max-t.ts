/**
 * The critical value for all pairwise comparisons at once: the 95% point of
 *
 *     max over i < j of |Dᵢ − Dⱼ| / (sᵢⱼ √(χ²ᵢⱼ/(n−1))),    D ~ N(0, covariance observed)
 *
 * so that policies whose results move together, as under common draws, are not corrected as if they
 * were unrelated. Every pair has its own standard deviation sᵢⱼ, estimated from n replicates: the
 * χ²ᵢⱼ stand for that. They are drawn independently, which errs on the safe side. One pair alone has
 * Student's t itself.
 *
 * @source Westfall, Young (1993), Resampling-Based Multiple Testing, ch. 2; Games, Howell (1976),
 *   Journal of Educational Statistics 1:113 for a standard error per pair
 * @module
 */
import { normalQuantile } from '../../engine/numerics/normal.ts'
import { createSfc32, fillUniform } from '../../engine/sfc32.ts'
import { CONFIDENCE } from './interval.ts'
import { sortedQuantile } from './quantile.ts'
import { studentQuantile } from './student.ts'

/** Puts the critical value within about 1.5%. */
export const MAX_T_DRAWS = 4_000

const NINE_HALVES = 4.5
/** Keeps a draw above 0 at a handful of replicates. */
const LEAST_CUBE = 1e-3
/** A pivot below this share of its variance is rounding: the policy adds nothing new. */
const NOTHING_NEW = 1e-12

/**
 * @param covariance  of K contrasts, one of which may be constant 0, row by row
 * @param degrees  of freedom: replicates less one
 * @param seed  text that names the comparison
 */
export function maxTQuantile(
  covariance: readonly Float64Array[],
  degrees: number,
  seed: string,
  draws: number = MAX_T_DRAWS,
): number {
  const size = covariance.length
  const pairs = pairsOf(covariance)
  if (pairs.length <= 1) return studentQuantile((1 + CONFIDENCE) / 2, degrees)
  const root = choleskyRoot(covariance)
  const generator = createSfc32(`max-t|${seed}`)
  const normals = new Float64Array(size)
  const spreads = new Float64Array(pairs.length)
  const drawn = new Float64Array(size)
  const greatest = new Float64Array(draws)
  for (let k = 0; k < draws; k++) {
    fillUniform(generator, normals)
    fillUniform(generator, spreads)
    for (let i = 0; i < size; i++) normals[i] = normalQuantile(normals[i])
    for (let i = 0; i < size; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += root[i][j] * normals[j]
      drawn[i] = sum
    }
    let most = 0
    for (let p = 0; p < pairs.length; p++) {
      const { first, second, sd } = pairs[p]
      const spread = sd * spreadFactor(normalQuantile(spreads[p]), degrees)
      most = Math.max(most, Math.abs(drawn[first] - drawn[second]) / spread)
    }
    greatest[k] = most
  }
  return sortedQuantile(greatest.sort(), CONFIDENCE)
}

interface Pair {
  readonly first: number
  readonly second: number
  readonly sd: number
}

/** Pairs that differ by more than a constant. */
function pairsOf(covariance: readonly Float64Array[]): Pair[] {
  const pairs: Pair[] = []
  for (let i = 0; i < covariance.length; i++) {
    for (let j = i + 1; j < covariance.length; j++) {
      const variance = covariance[i][i] + covariance[j][j] - 2 * covariance[i][j]
      if (variance > 0) pairs.push({ first: i, second: j, sd: Math.sqrt(variance) })
    }
  }
  return pairs
}

/** L with L·Lᵀ = covariance; a column of zeros where a variable is a combination of earlier ones. */
function choleskyRoot(covariance: readonly Float64Array[]): Float64Array[] {
  const root = covariance.map((row) => new Float64Array(row.length))
  for (let j = 0; j < covariance.length; j++) {
    for (let i = j; i < covariance.length; i++) {
      let left = covariance[i][j]
      for (let k = 0; k < j; k++) left -= root[i][k] * root[j][k]
      if (i === j) root[j][j] = left > NOTHING_NEW * covariance[j][j] ? Math.sqrt(left) : 0
      else root[i][j] = root[j][j] > 0 ? left / root[j][j] : 0
    }
  }
  return root
}

/**
 * √(χ²/degrees) from a standard normal: an observed standard deviation over the true one.
 *
 * @source Wilson, Hilferty (1931), PNAS 17:684
 */
function spreadFactor(z: number, degrees: number): number {
  const part = 1 / (NINE_HALVES * degrees)
  const cube = Math.max(LEAST_CUBE, 1 - part + z * Math.sqrt(part))
  return Math.sqrt(cube * cube * cube)
}
