/**
 * One input at a time: each takes several values while all others stay at theirs, and the outcome is
 * compared replicate by replicate with the point where nothing was moved. Says nothing of what inputs
 * do together.
 *
 * @source model document, section 16; Saltelli et al. (2008), Global Sensitivity Analysis, ch. 1, on
 *   what it cannot see
 * @module
 */
import { estimateMean, type Estimate } from './interval.ts'

/** A point with one input moved; the first point of a design moves none. */
export interface MovedPoint {
  /** −1: none. */
  readonly input: number
  readonly value: number
}

/** What an input does at one of its values. */
export interface EffectAtValue {
  readonly value: number
  /** Paired difference from the point where nothing moved, with its 95% interval. */
  readonly change: Estimate
}

export interface OneAtATimeEffect {
  readonly input: number
  /** In the order of its values; the value it has at the base is not among them. */
  readonly effects: readonly EffectAtValue[]
  /** Largest less smallest mean outcome over its values, the base among them. */
  readonly swing: number
}

/** The base, then every value of every input that differs from the input's base value. */
export function oneAtATimePoints(
  base: ArrayLike<number>,
  values: readonly ArrayLike<number>[],
): MovedPoint[] {
  const moved = values.flatMap((own, input) =>
    Array.from(own)
      .filter((value) => value !== base[input])
      .map((value) => ({ input, value })),
  )
  return [{ input: -1, value: NaN }, ...moved]
}

/**
 * Effects by input, the widest swing first; ties in order of input.
 *
 * @param outcomes `[point][replicate]`, in the order of the points, replicates sharing their draws
 */
export function oneAtATimeEffects(
  points: readonly MovedPoint[],
  outcomes: readonly ArrayLike<number>[],
): OneAtATimeEffect[] {
  const base = outcomes[points.findIndex(({ input }) => input < 0)]
  const inputs = [...new Set(points.map(({ input }) => input))].filter((input) => input >= 0)
  return inputs
    .map((input) => {
      const effects = points.flatMap((point, p) => {
        if (point.input !== input) return []
        const difference = Float64Array.from(outcomes[p], (value, r) => value - base[r])
        return [{ value: point.value, change: estimateMean(difference) }]
      })
      const means = [0, ...effects.map(({ change }) => change.mean)]
      return { input, effects, swing: Math.max(...means) - Math.min(...means) }
    })
    .sort((left, right) => right.swing - left.swing || left.input - right.input)
}
