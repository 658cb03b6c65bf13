/**
 * Does the calibration find parameters that are known? Cases the model made itself are taken for
 * reality: emulators are fitted without them, their moments get the noise of an observation, and the
 * posterior is asked for the parameters that made them.
 *
 *     z = moments of one replicate at θ* + sd · N(0, 1),      rank = posterior share below θ*
 *
 * If everything is right, ranks are uniform over truths from the prior, and a central interval of 90%
 * holds the truth in 90%. This tests the screening's surface and likelihood, normality included; not the
 * rounds, the widening, the judging by fresh replicates, nor whether the model is true.
 *
 * @source Cook, Gelman, Rubin (2006), Journal of Computational and Graphical Statistics 15:675; Talts et
 *   al. (2018), arXiv:1804.06788
 * @module
 */
import { makeKey, normalDraw, purpose, uniform } from '../../engine/stream.ts'
import { mean } from '../statistics/moments.ts'
import { caseCount, casesAt, type CaseTable } from './case-table.ts'
import { priorCloud } from './cloud.ts'
import { fitEmulator, predict } from './emulator.ts'
import { manyLogLikelihoods } from './log-likelihood.ts'
import type { ObservedMoments } from './observed-moments.ts'
import { emulatedLikelihood, samplePosterior, type Posterior } from './posterior.ts'
import { TAIL } from './profiles.ts'
import { rankUniformity } from './rank-uniformity.ts'
import { coordinate, weightedMean, weightedQuantiles } from './weighted-moments.ts'

/** Of one parameter, over all truths. */
export interface ParameterRecovery {
  /** Share of truths inside the central interval, and the standard error of a right one. */
  readonly coverage50: number
  readonly standardError50: number
  readonly coverage90: number
  readonly standardError90: number
  /** Chance of ranks as uneven as these if posteriors are right. */
  readonly rankP: number
  /** Mean of 1 − width of the 90% interval / width of the prior's. */
  readonly contraction: number
  /** Root mean square error of the posterior mean, over the standard deviation of the prior. */
  readonly relativeError: number
  /** By truth, in the order given. */
  readonly ranks: Float64Array
}

export interface Recovery {
  readonly truths: number
  readonly parameters: readonly ParameterRecovery[]
  /** Median over truths. */
  readonly effectiveSize: number
}

export interface RecoveryOptions {
  readonly seed: string
  /** Parts the cases are split into; a truth is judged by an emulator fitted without its part. */
  readonly folds?: number
  /** Points of the prior's cloud, shared by the truths of a part, and of a generation. */
  readonly priorSize?: number
  readonly size?: number
  readonly generations?: number
}

const FOLDS = 5
const PRIOR_SIZE = 20_000
const SIZE = 2_000
const GENERATIONS = 3
const NOISE = purpose('calibration.observationNoise')
/** Standard deviation of a uniform prior of width 1. */
const PRIOR_SD = 1 / Math.sqrt(12)
const HALF = 0.5
const QUARTER = 0.25

/**
 * @param truths  cases taken for reality: drawn from the prior, one replicate each
 * @param observed  standard deviations and weights of the observations; values only say which are
 *   missing. A weight other than 0 and 1 makes posteriors wider or narrower than chance, and ranks show it.
 */
export function recovery(
  table: CaseTable,
  truths: readonly number[],
  observed: ObservedMoments,
  options: RecoveryOptions,
): Recovery {
  const { folds = FOLDS, seed, priorSize = PRIOR_SIZE } = options
  const ranks = Array.from({ length: table.dimensions }, () => new Float64Array(truths.length))
  const widths = ranks.map(() => new Float64Array(truths.length))
  const errors = ranks.map(() => new Float64Array(truths.length))
  const sizes = new Float64Array(truths.length)
  const all = Array.from({ length: caseCount(table) }, (_, i) => i)
  for (let fold = 0; fold < folds; fold++) {
    const places = Array.from(truths.keys()).filter((t) => t % folds === fold)
    const left = new Set(places.map((t) => truths[t]))
    const emulator = fitEmulator(casesAt(table, all.filter((i) => !left.has(i)))) // prettier-ignore
    const cloud = priorCloud(priorSize, table.dimensions, `recovery|${seed}`)
    const observations = places.map((t) => observationOf(table, truths[t], observed, seed))
    const likelihoods = manyLogLikelihoods(
      predict(emulator, cloud),
      emulator.covariance,
      observations,
    )
    places.forEach((t, k) => {
      const posterior = samplePosterior(
        emulatedLikelihood(emulator, observations[k]),
        table.dimensions,
        {
          size: SIZE,
          generations: GENERATIONS,
          ...options,
          seed: `recovery|${seed}|${truths[t]}`,
          prior: { ...cloud, logLikelihoods: likelihoods[k] },
        },
      )
      sizes[t] = posterior.effectiveSize
      for (let d = 0; d < table.dimensions; d++) {
        const found = placeOf(posterior, d, table.units[truths[t] * table.dimensions + d])
        ranks[d][t] = found.rank
        widths[d][t] = found.width
        errors[d][t] = found.error
      }
    })
  }
  const standardError = (p: number): number => Math.sqrt((p * (1 - p)) / truths.length)
  return {
    truths: truths.length,
    effectiveSize: weightedQuantiles(sizes, sizes.map(() => 1 / truths.length), [HALF])[0], // prettier-ignore
    parameters: ranks.map((own, d) => ({
      coverage50: shareBetween(own, QUARTER),
      standardError50: standardError(HALF),
      coverage90: shareBetween(own, TAIL),
      standardError90: standardError(1 - 2 * TAIL),
      rankP: rankUniformity(own),
      contraction: 1 - mean(widths[d]) / (1 - 2 * TAIL),
      relativeError: Math.sqrt(mean(errors[d].map((error) => error * error))) / PRIOR_SD,
      ranks: own,
    })),
  }
}

/** What somebody would have observed of a case. */
function observationOf(
  table: CaseTable,
  truth: number,
  observed: ObservedMoments,
  seed: string,
): ObservedMoments {
  const key = makeKey(seed, 0)
  const values = observed.values.map((value, m) => {
    if (Number.isNaN(value)) return NaN
    const luck = normalDraw(uniform(key, NOISE, truth, m, 0))
    return table.values[truth * table.moments + m] + observed.sds[m] * luck
  })
  return { ...observed, values }
}

/** Where a truth lies in its posterior. */
function placeOf(posterior: Posterior, dimension: number, truth: number) {
  const { units, dimensions, weights } = posterior
  const own = coordinate(units, dimensions, dimension)
  let rank = 0
  for (let i = 0; i < own.length; i++) if (own[i] < truth) rank += weights[i]
  const [low, high] = weightedQuantiles(own, weights, [TAIL, 1 - TAIL])
  return { rank, width: high - low, error: weightedMean(own, weights) - truth }
}

/** Share of ranks between a tail and its mirror image. */
function shareBetween(ranks: Float64Array, tail: number): number {
  let inside = 0
  for (const rank of ranks) inside += Number(rank >= tail && rank <= 1 - tail)
  return inside / ranks.length
}
