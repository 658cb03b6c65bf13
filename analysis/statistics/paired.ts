/**
 * Paired comparison: baseline and reform under the same draws, difference by difference.
 * @module
 */
import { normalQuantile } from '../../engine/numerics/normal.ts'
import { CONFIDENCE, estimateMean, type Estimate } from './interval.ts'
import { defined, mean } from './moments.ts'
import { widenToAsked } from './stopping-looks.ts'
import { studentCdf } from './student.ts'
import { varianceReduction } from './variance-reduction.ts'

/** What a comparison lets one say. */
export type Verdict = 'identical' | 'higher' | 'lower' | 'notDistinguishable' | 'undefined'

/** A paired difference: reform minus baseline. */
export interface PairedDifference {
  readonly baseline: Estimate
  readonly reform: Estimate
  readonly change: Estimate
  readonly verdict: Verdict
  /** Pairs in which both sides are defined. */
  readonly n: number
  /** Probability that the mean change has the sign it shows, from Student's t; 1 when exact. */
  readonly signProbability: number
  /** Share of pairs whose difference has that sign. */
  readonly sameSignShare: number
  /** How many times the variance an unpaired comparison would have: (s²_b + s²_r)/s²_d. */
  readonly varianceReduction: number
  /** Pairs that would distinguish a change of this size with 80% power; NaN when there is none. */
  readonly pairsNeeded: number
}

const POWER = 0.8

/**
 * Compares replicate by replicate.
 *
 * @param baseline, @param reform  one value per replicate, in the same order
 * @param asked  half-width at which a stopping rule ended the run; 0 where none did
 * @source Student (1908), Biometrika 6:1; model document, section 16
 */
export function comparePairs(
  baseline: ArrayLike<number>,
  reform: ArrayLike<number>,
  asked = 0,
): PairedDifference {
  const { left, right, difference } = definedPairs(baseline, reform)
  const n = difference.length
  const change = widenToAsked(estimateMean(difference), asked)
  return {
    baseline: estimateMean(left),
    reform: estimateMean(right),
    change,
    verdict: verdictOf(change, difference),
    n,
    signProbability: signProbability(change),
    sameSignShare: sameSignShare(difference, change.mean),
    varianceReduction: varianceReduction('', left, right).factor,
    pairsNeeded: pairsNeeded(change.sd, change.mean),
  }
}

/**
 * Pairs needed to tell a change of size δ from none: ((z_{α/2}+z_β)·sd/δ)², rounded up.
 * @source model document, section 16
 */
export function pairsNeeded(sd: number, size: number): number {
  if (!(Math.abs(size) > 0)) return NaN
  const z = normalQuantile((1 + CONFIDENCE) / 2) + normalQuantile(POWER)
  const ratio = (z * sd) / size
  return Math.ceil(ratio * ratio)
}

function definedPairs(baseline: ArrayLike<number>, reform: ArrayLike<number>) {
  if (baseline.length !== reform.length) throw new RangeError('pairs of unequal number')
  const left: number[] = []
  const right: number[] = []
  for (let i = 0; i < baseline.length; i++) {
    if (Number.isNaN(baseline[i]) || Number.isNaN(reform[i])) continue
    left.push(baseline[i])
    right.push(reform[i])
  }
  return { left, right, difference: Float64Array.from(right, (value, i) => value - left[i]) }
}

/** Identical means equal in every pair, to the last bit. */
function verdictOf(change: Estimate, difference: Float64Array): Verdict {
  if (difference.length === 0) return 'undefined'
  if (difference.every((value) => value === 0)) return 'identical'
  if (change.low > 0) return 'higher'
  if (change.high < 0) return 'lower'
  return 'notDistinguishable'
}

function signProbability({ mean: centre, sd, n }: Estimate): number {
  if (n < 2) return NaN
  if (sd === 0) return 1
  return studentCdf((Math.abs(centre) * Math.sqrt(n)) / sd, n - 1)
}

function sameSignShare(difference: Float64Array, centre: number): number {
  return mean(defined(difference).map((value) => (Math.sign(value) === Math.sign(centre) ? 1 : 0)))
}
