/**
 * How well the simulated values of one target meet what was observed.
 * @module
 */
import type { Target } from '../../scenarios/targets/target.ts'
import { defined, mean } from '../statistics/moments.ts'
import { quantile } from '../statistics/quantile.ts'
import { fairCrps, intervalScore, OUTSIDE } from './proper-scores.ts'

/** A target defined in fewer of the replicates is not scored. */
export const LEAST_DEFINED = 0.5

/** One target under one forecast. What is not known is NaN. */
export interface TargetScore {
  readonly replicates: number
  /** Replicates in which the target has a value. */
  readonly defined: number
  /** Defined in at least two replicates and in at least half of them. */
  readonly isScored: boolean
  /** Of the simulated values: mean, 5% and 95%. */
  readonly mean: number
  readonly low: number
  readonly high: number
  /** What was observed lies between low and high. */
  readonly inside: boolean
  /** In standard deviations of the observation, so that targets of any unit add up. */
  readonly crps: number
  readonly interval: number
}

/**
 * Scores one target.
 *
 * @param values  one per replicate, NaN where it is not defined there
 */
export function scoreTarget(
  { observed, sd }: Pick<Target, 'observed' | 'sd'>,
  values: ArrayLike<number>,
): TargetScore {
  const known = defined(values)
  const low = quantile(known, OUTSIDE / 2)
  const high = quantile(known, 1 - OUTSIDE / 2)
  const isScored = known.length >= 2 && known.length >= LEAST_DEFINED * values.length
  return {
    replicates: values.length,
    defined: known.length,
    isScored,
    mean: mean(known),
    low,
    high,
    inside: isScored && low <= observed && observed <= high,
    crps: isScored ? fairCrps(known, observed) / sd : NaN,
    interval: isScored ? intervalScore(low, high, observed) / sd : NaN,
  }
}
