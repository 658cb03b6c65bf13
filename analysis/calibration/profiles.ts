/**
 * What was learnt of every parameter.
 *
 *     contraction = 1 − width of the 90% interval / width of the prior's
 *     profile(slice) = highest log-likelihood of any setting whose parameter lies in the slice
 *     drop = highest − lowest of the profile, of slices that are not ruled out wholly
 *
 * A parameter is not identified when its interval has hardly contracted (below .2) and its profile is
 * flat: no slice is 1.92 below the best, which is where a 95% likelihood interval would end. It is
 * identified when both say otherwise, and weakly so when they disagree. Two parameters whose correlation is
 * beyond .7 are known together better than apart: the data speak of a combination.
 *
 * @source Raue et al. (2009), Bioinformatics 25:1923 for flat profiles; Venzon, Moolgavkar (1988), Applied
 *   Statistics 37:87 for χ²₁/2
 * @module
 */
import type { Posterior } from './posterior.ts'
import { coordinate, weightedCovariance, weightedQuantiles } from './weighted-moments.ts'

export type Identification = 'identified' | 'weaklyIdentified' | 'notIdentified'

/** All places are shares of the prior range. */
export interface ParameterProfile {
  readonly median: number
  /** 90% interval of the posterior; the prior's is .05 to .95. */
  readonly low: number
  readonly high: number
  readonly contraction: number
  /** By slice of the prior range, below the best: at most 0; NaN where nobody looked. */
  readonly profile: Float64Array
  readonly drop: number
  /** Slices that history matching rules out wholly; they have no part in the drop. */
  readonly ruledOut: number
  readonly verdict: Identification
}

/** Parameters that are known together better than apart. */
export interface LinkedPair {
  readonly one: number
  readonly other: number
  readonly correlation: number
}

export interface Profiles {
  readonly parameters: readonly ParameterProfile[]
  /** Strongest first. */
  readonly linked: readonly LinkedPair[]
}

export const SLICES = 20
export const LEAST_CONTRACTION = 0.2
/** χ²₁(.95) / 2 */
export const LEAST_DROP = 1.92
export const LINKED = 0.7
export const TAIL = 0.05
const HALF = 0.5

export function profilesOf(posterior: Posterior): Profiles {
  const { dimensions, units, weights, visited } = posterior
  const parameters = Array.from({ length: dimensions }, (_, d): ParameterProfile => {
    const own = coordinate(units, dimensions, d)
    const [low, median, high] = weightedQuantiles(own, weights, [TAIL, HALF, 1 - TAIL])
    const contraction = 1 - (high - low) / (1 - 2 * TAIL)
    const profile = profileOf(coordinate(visited.units, dimensions, d), visited.logLikelihoods)
    const drop = -profile.reduce((least, value) => (value < least ? value : least), 0)
    const finite = profile.filter((value) => value > -Infinity)
    return {
      median,
      low,
      high,
      contraction,
      profile,
      drop: -finite.reduce((least, value) => (value < least ? value : least), 0),
      ruledOut: profile.length - finite.length,
      verdict: verdictOf(contraction, drop),
    }
  })
  return { parameters, linked: linkedPairs(units, dimensions, weights) }
}

export function verdictOf(contraction: number, drop: number): Identification {
  const hasContracted = contraction >= LEAST_CONTRACTION
  const hasDropped = drop >= LEAST_DROP
  if (hasContracted && hasDropped) return 'identified'
  return hasContracted || hasDropped ? 'weaklyIdentified' : 'notIdentified'
}

function profileOf(places: Float64Array, logLikelihoods: Float64Array): Float64Array {
  const highest = new Float64Array(SLICES).fill(NaN)
  let best = -Infinity
  for (let i = 0; i < places.length; i++) {
    const slice = Math.min(SLICES - 1, Math.floor(places[i] * SLICES))
    const value = logLikelihoods[i]
    best = Math.max(best, value)
    if (!(value <= highest[slice])) highest[slice] = value
  }
  return highest.map((value) => value - best)
}

function linkedPairs(
  units: Float64Array,
  dimensions: number,
  weights: Float64Array,
): readonly LinkedPair[] {
  const { entries } = weightedCovariance(units, dimensions, weights)
  const linked: LinkedPair[] = []
  for (let one = 0; one < dimensions; one++) {
    for (let other = one + 1; other < dimensions; other++) {
      const scale = entries[one * dimensions + one] * entries[other * dimensions + other]
      const correlation = entries[one * dimensions + other] / Math.sqrt(scale)
      if (Math.abs(correlation) > LINKED) linked.push({ one, other, correlation })
    }
  }
  return linked.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
}
