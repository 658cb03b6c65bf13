/**
 * Settings in the box of prior ranges. The prior is uniform in it: a flat belief between the ends of the
 * parameter table.
 * @module
 */
import { scrambledSobolPoints } from '../../scenarios/design/sobol.ts'

export interface Cloud {
  readonly dimensions: number
  readonly size: number
  /** Shares of the prior ranges, in [0, 1]: `[point * dimensions + dimension]`. */
  readonly units: Float64Array
}

/** A cloud whose likelihood is known. */
export interface EvaluatedCloud extends Cloud {
  /** −Infinity where impossible. */
  readonly logLikelihoods: Float64Array
}

export function cloudOf(units: Float64Array, dimensions: number): Cloud {
  return { dimensions, size: units.length / dimensions, units }
}

/** An even spread over the prior. */
export function priorCloud(size: number, dimensions: number, seed: string): Cloud {
  return cloudOf(scrambledSobolPoints(size, dimensions, `priorCloud|${seed}`), dimensions)
}
