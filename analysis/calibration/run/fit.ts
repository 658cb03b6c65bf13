/**
 * How the posterior set compares with what was observed, target by target.
 * @module
 */
import type { Target } from '../../../scenarios/targets/target.ts'
import { weightedMean, weightedQuantiles } from '../weighted-moments.ts'

/**
 * `met`: the mean of set × replicates lies in the 90% band of the observation. `within`: it does not,
 * but a single run of the set can look like the observation (inside its 90% interval). `missed`: neither.
 */
export type Verdict = 'met' | 'within' | 'missed'

export interface TargetFit {
  readonly id: string
  readonly observed: number
  readonly sd: number
  readonly weight: number
  /** Over set × replicates; 5% and 95% quantiles. */
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Share of set × replicates in which the target is defined. */
  readonly defined: number
  readonly verdict: Verdict
}

/** Half-width of a 90% band in standard deviations. */
const BAND = 1.645
const TAIL = 0.05

/**
 * @param weights  of the members, sum to 1
 * @param members  by member, `[replicate * targets + target]`
 */
export function fitOf(
  targets: readonly Target[],
  weights: Float64Array,
  members: readonly Float64Array[],
): readonly TargetFit[] {
  return targets.map(({ id, observed, sd, weight }, t) => {
    const values: number[] = []
    const shares: number[] = []
    members.forEach((own, k) => {
      const replicates = own.length / targets.length
      for (let place = t; place < own.length; place += targets.length) {
        if (Number.isNaN(own[place])) continue
        values.push(own[place])
        shares.push(weights[k] / replicates)
      }
    })
    const defined = shares.reduce((sum, share) => sum + share, 0)
    const known = Float64Array.from(values)
    const normed = Float64Array.from(shares, (share) => share / defined)
    const mean = known.length > 0 ? weightedMean(known, normed) : NaN
    const [low, high] = weightedQuantiles(known, normed, [TAIL, 1 - TAIL])
    const verdict = verdictOf(mean, low, high, observed, sd)
    return { id, observed, sd, weight, mean, low, high, defined, verdict }
  })
}

function verdictOf(mean: number, low: number, high: number, observed: number, sd: number): Verdict {
  if (Math.abs(mean - observed) <= BAND * sd) return 'met'
  return observed >= low && observed <= high ? 'within' : 'missed'
}
