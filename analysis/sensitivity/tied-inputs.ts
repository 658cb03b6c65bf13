/**
 * Inputs that a calibration ties together: members agree with what was observed as whole settings, so
 * values of two parameters may rise and fall with each other, and shares of a variance taken input by
 * input then overlap.
 * @module
 */
import type { Calibrations, MemberSet } from '../../scenarios/calibrations/calibration.ts'
import {
  calibrationOf,
  openParameters,
  type ParameterSource,
} from '../../scenarios/draw-parameters.ts'
import { weightedCovariance } from '../calibration/weighted-moments.ts'

/** A correlation beyond this, in either direction, ties two inputs: they share half of their variance. */
export const TIED = 0.7

export interface TiedPair {
  readonly one: string
  readonly other: string
  /** In −1 to 1. */
  readonly correlation: number
}

/** The inputs of a scenario that come from a calibration. */
export interface TiedInputs {
  /** Id of the calibration. */
  readonly calibration: string
  /** Beyond `TIED`, the closest first. */
  readonly pairs: readonly TiedPair[]
}

/** Undefined where fewer than two inputs are drawn from a calibration. */
export function tiedInputs(
  point: ParameterSource,
  calibrations: Calibrations | undefined,
): TiedInputs | undefined {
  const set = calibrationOf(point, calibrations)
  if (set === undefined) return undefined
  const open = openParameters(set, point)
  if (open.length < 2) return undefined
  const pairs = tiedPairs(set).filter(
    ({ one, other }) => open.includes(one) && open.includes(other),
  )
  return { calibration: set.id, pairs }
}

/**
 * Pairs of parameters whose correlation over the members is beyond `TIED`:
 *
 *     Σ w·(x − x̄)·(y − ȳ) ÷ √(Σ w·(x − x̄)² · Σ w·(y − ȳ)²)
 *
 * A parameter that is the same in all members is tied to none.
 *
 * @source Kish (1965), Survey sampling (weighted moments)
 */
export function tiedPairs({ parameters, members }: MemberSet): readonly TiedPair[] {
  const size = parameters.length
  const values = Float64Array.from(members.flatMap((member) => member.values))
  const weights = Float64Array.from(members, ({ weight }) => weight)
  const { entries } = weightedCovariance(values, size, weights)
  const pairs: TiedPair[] = []
  for (let k = 0; k < size; k++) {
    for (let l = k + 1; l < size; l++) {
      const spread = Math.sqrt(entries[k * size + k] * entries[l * size + l])
      const correlation = entries[k * size + l] / spread
      if (Math.abs(correlation) > TIED) {
        pairs.push({ one: parameters[k], other: parameters[l], correlation })
      }
    }
  }
  return pairs.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
}
