/**
 * A posterior set judged again by the model itself. Members were drawn by an emulator's likelihood; fresh
 * replicates of each replace it:
 *
 *     weight ← weight · L_simulated^(1/dispersion) / L_emulated,
 *     C = ( S (1 + 1/R) + diag(sd²) ) / weights
 *
 * with S the covariance of replicates within members, pooled over members: of 20 replicates alone the
 * covariance of 25 moments could not be inverted. 1/R is what the mean of R replicates does not know.
 *
 * @source Rubin (1987), JASA 82:543, sampling importance resampling; Wood (2010), Nature 466:1102
 * @module
 */
import { dispersionOf } from './dispersion.ts'
import type { Predictions } from './emulator.ts'
import { effectiveSize, normalisedWeights } from './importance.ts'
import { logLikelihoods } from './log-likelihood.ts'
import type { ObservedMoments } from './observed-moments.ts'
import { log } from '../../engine/numerics/log.ts'
import { shrunkCovariance, type ShrunkCovariance } from './shrunk-covariance.ts'

/** What fresh replicates of every member gave. */
export interface Replications {
  readonly moments: number
  /** By member, `[replicate * moments + moment]`, NaN where not defined. */
  readonly members: readonly Float64Array[]
}

export interface Reweighted {
  /** Sum to 1. */
  readonly weights: Float64Array
  readonly effectiveSize: number
  /** Of the simulated means (`dispersion.ts`). */
  readonly dispersion: number
  /** From the fresh replicates. */
  readonly logLikelihoods: Float64Array
  /** Of one replicate within a member. */
  readonly covariance: ShrunkCovariance
  /** Means by member: `[member * moments + moment]`. */
  readonly means: Float64Array
}

/** @param members  as drawn, with the likelihood they were drawn by */
export function reweight(
  members: readonly { readonly weight: number; readonly logLikelihood: number }[],
  replications: Replications,
  observed: ObservedMoments,
): Reweighted {
  const covariance = withinCovariance(replications)
  const predictions = memberMeans(replications)
  const simulated = logLikelihoods(predictions, covariance, observed)
  const dispersion = dispersionOf(predictions, covariance, observed)
  const weights = normalisedWeights(
    simulated.map(
      (found, k) => log(members[k].weight) + found / dispersion - members[k].logLikelihood,
    ),
  )
  return {
    weights,
    effectiveSize: effectiveSize(weights),
    dispersion,
    logLikelihoods: simulated,
    covariance,
    means: predictions.means,
  }
}

/** Means over replicates; the leverage of a mean of R is 1/R. */
export function memberMeans({ members, moments }: Replications): Predictions {
  const means = new Float64Array(members.length * moments).fill(NaN)
  const leverages = new Float64Array(members.length * moments).fill(1)
  members.forEach((values, k) => {
    for (let m = 0; m < moments; m++) {
      let sum = 0
      let known = 0
      for (let place = m; place < values.length; place += moments) {
        if (Number.isNaN(values[place])) continue
        sum += values[place]
        known++
      }
      if (known === 0) continue
      means[k * moments + m] = sum / known
      leverages[k * moments + m] = 1 / known
    }
  })
  return { size: members.length, moments, means, leverages }
}

/** Covariance of replicates around the mean of their member, pooled over members. */
export function withinCovariance(replications: Replications): ShrunkCovariance {
  const { members, moments } = replications
  const { means, leverages } = memberMeans(replications)
  const rows = members.reduce((sum, values) => sum + values.length, 0)
  const deviations = new Float64Array(rows)
  const squares = new Float64Array(moments)
  const freedom = new Float64Array(moments)
  let passed = 0
  members.forEach((values, k) => {
    for (let place = 0; place < values.length; place++) {
      const m = place % moments
      const own = 1 - leverages[k * moments + m]
      const away = values[place] - means[k * moments + m]
      // A deviation from a mean it is part of is too small by √(1 − 1/R); alone it says nothing.
      deviations[passed + place] = own > 0 ? away / Math.sqrt(own) : NaN
      if (Number.isNaN(away) || !(own > 0)) continue
      squares[m] += away * away
      freedom[m] += own
    }
    passed += values.length
  })
  return shrunkCovariance(
    deviations,
    squares.map((sum, m) => sum / freedom[m]),
  )
}
