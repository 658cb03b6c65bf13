/**
 * The best of several settings, told so that luck in finding it is not told as fit.
 *
 * A search takes the highest of many noisy values, and the highest is mostly lucky. Fresh replicates of
 * every candidate are split: the first half chooses, the second half, which had no part in the choice,
 * says how good the chosen one is. What the search believed of it is kept beside.
 *
 * @source the bias of a maximum: Capen, Clapp, Campbell (1971), Journal of Petroleum Technology 23:641;
 *   splitting: Cox (1975), Biometrika 62:441
 * @module
 */
import { logLikelihoods } from './log-likelihood.ts'
import type { ObservedMoments } from './observed-moments.ts'
import { memberMeans, withinCovariance, type Replications } from './reweight.ts'

export interface Incumbent {
  readonly member: number
  /** By the replicates that did not choose it: the value to report. */
  readonly logLikelihood: number
  /** By the replicates that chose it. */
  readonly chosenAt: number
  /** By the search. */
  readonly believed: number
}

/**
 * @param believed  log-likelihoods by the search
 * @param replications  fresh ones, at least two of every member
 */
export function incumbentOf(
  believed: ArrayLike<number>,
  replications: Replications,
  observed: ObservedMoments,
): Incumbent {
  const { moments, members } = replications
  const covariance = withinCovariance(replications)
  const valuesOf = (half: readonly Float64Array[]): Float64Array =>
    logLikelihoods(memberMeans({ moments, members: half }), covariance, observed)
  const middles = members.map(({ length }) => moments * Math.floor(length / moments / 2))
  const choosing = valuesOf(members.map((values, k) => values.subarray(0, middles[k])))
  const telling = valuesOf(members.map((values, k) => values.subarray(middles[k])))
  let member = 0
  choosing.forEach((value, k) => {
    if (value > choosing[member]) member = k
  })
  return {
    member,
    logLikelihood: telling[member],
    chosenAt: choosing[member],
    believed: believed[member],
  }
}
