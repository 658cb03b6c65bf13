/**
 * The posterior over the prior box as weighted points, for a likelihood that is cheap to ask.
 *
 * Generation 0 is an even spread over the prior. While its weights rest on too few points, the next
 * generation is drawn around those that did well (`kernel-mixture.ts`), judged by the likelihood to a
 * power so low that enough of them count:
 *
 *     weight ∝ L(θ)^power · prior(θ) / proposal(θ),      power = 1 for what is returned
 *
 * Weights are importance weights of the full likelihood in every generation, so that how points were
 * found does not matter, only how many of them count.
 *
 * @source Cappé, Guillin, Marin, Robert (2004), Journal of Computational and Graphical Statistics 13:907,
 *   population Monte Carlo; Neal (2001), Statistics and Computing 11:125 and Del Moral, Doucet, Jasra
 *   (2012), Statistics and Computing 22:1009 for the power chosen by the effective size
 * @module
 */
import { cloudOf, priorCloud, type Cloud, type EvaluatedCloud } from './cloud.ts'
import { predict, type Emulator } from './emulator.ts'
import { effectiveSize, normalisedWeights } from './importance.ts'
import { drawScores, kernelMixture, logPriorRatios, toScores, toUnits } from './kernel-mixture.ts'
import { logLikelihoods } from './log-likelihood.ts'
import type { ObservedMoments } from './observed-moments.ts'

export interface Generation {
  readonly points: number
  /** Of its weights under the full likelihood. */
  readonly effectiveSize: number
  /** Power of the likelihood under which the next one was drawn; 1 for the last. */
  readonly power: number
}

export interface Posterior extends EvaluatedCloud {
  /** Sum to 1. */
  readonly weights: Float64Array
  readonly effectiveSize: number
  readonly generations: readonly Generation[]
  /** Every point that was judged, of all generations: for profiles. */
  readonly visited: EvaluatedCloud
}

export type LogLikelihood = (cloud: Cloud) => Float64Array

export interface PosteriorOptions {
  /** Text that names every draw. */
  readonly seed: string
  /** Points of a generation. */
  readonly size?: number
  /** Most generations after the prior's. */
  readonly generations?: number
  /** Generation 0 where it is known already: an even spread over the prior. */
  readonly prior?: EvaluatedCloud
}

export const CLOUD_SIZE = 20_000
export const MOST_GENERATIONS = 6
/** Share of a generation that must count for it to be the last. */
const ENOUGH = 0.3
/** Share that must count for a proposal to be drawn from it, and least points by dimension. */
const SEEDS = 0.02
const SEEDS_BY_DIMENSION = 20
const HALVINGS = 16

export function samplePosterior(
  likelihood: LogLikelihood,
  dimensions: number,
  { seed, size = CLOUD_SIZE, generations = MOST_GENERATIONS, prior }: PosteriorOptions,
): Posterior {
  let cloud = prior ?? evaluated(priorCloud(size, dimensions, seed), likelihood)
  let logRatios: Float64Array = new Float64Array(cloud.size)
  const visited = [cloud]
  const told: Generation[] = []
  let best: Posterior | undefined
  let bestRatios = logRatios
  for (let g = 0; ; g++) {
    const weights = normalisedWeights(sumOf(cloud.logLikelihoods, logRatios, 1))
    const counting = effectiveSize(weights)
    if (best === undefined || counting > best.effectiveSize) {
      best = { ...cloud, weights, effectiveSize: counting, generations: told, visited: cloud }
      bestRatios = logRatios
    }
    const isLast = counting >= ENOUGH * size || g === generations || counting === 0
    const wanted = Math.max(SEEDS_BY_DIMENSION * dimensions, SEEDS * size)
    // An unlucky generation seeds nothing: the best so far does.
    const power = isLast ? 1 : seedingPower(best.logLikelihoods, bestRatios, wanted)
    told.push({ points: cloud.size, effectiveSize: counting, power })
    if (isLast) return { ...best, visited: joined(visited) }
    const seeds = normalisedWeights(sumOf(best.logLikelihoods, bestRatios, power))
    const name = `${seed}|generation ${g + 1}`
    const mixture = kernelMixture(toScores(best.units), dimensions, seeds, name)
    const scores = drawScores(mixture, size, name)
    logRatios = logPriorRatios(mixture, scores)
    cloud = evaluated(cloudOf(toUnits(scores), dimensions), likelihood)
    visited.push(cloud)
  }
}

/** The likelihood of an observation under an emulator. */
export function emulatedLikelihood(emulator: Emulator, observed: ObservedMoments): LogLikelihood {
  return (cloud) => logLikelihoods(predict(emulator, cloud), emulator.covariance, observed)
}

export function evaluated(cloud: Cloud, likelihood: LogLikelihood): EvaluatedCloud {
  const found = likelihood(cloud).map((value) => (Number.isNaN(value) ? -Infinity : value))
  return { ...cloud, logLikelihoods: found }
}

/** power · log L + log ratio. */
function sumOf(likelihoods: Float64Array, logRatios: Float64Array, power: number): Float64Array {
  return likelihoods.map((likelihood, i) => power * likelihood + logRatios[i])
}

/** The highest power under which `wanted` points count; 1 at most. */
function seedingPower(likelihoods: Float64Array, logRatios: Float64Array, wanted: number): number {
  const counting = (power: number): number =>
    effectiveSize(normalisedWeights(sumOf(likelihoods, logRatios, power)))
  if (counting(1) >= wanted) return 1
  let low = 0
  let high = 1
  for (let k = 0; k < HALVINGS; k++) {
    const power = (low + high) / 2
    if (counting(power) >= wanted) low = power
    else high = power
  }
  return high
}

function joined(clouds: readonly EvaluatedCloud[]): EvaluatedCloud {
  const { dimensions } = clouds[0]
  const size = clouds.reduce((sum, cloud) => sum + cloud.size, 0)
  const units = new Float64Array(size * dimensions)
  const logLikelihoods = new Float64Array(size)
  let passed = 0
  for (const cloud of clouds) {
    units.set(cloud.units, passed * dimensions)
    logLikelihoods.set(cloud.logLikelihoods, passed)
    passed += cloud.size
  }
  return { dimensions, size, units, logLikelihoods }
}
