/**
 * Cases for scenario discovery.
 *
 * A case is a point, with its mean over replicates: replicates of a point have the same inputs, and those
 * of equal number the same luck, so that counting each would make anything look certain. Where replicates
 * drew assumptions they differ in inputs, and each one of each point is a case.
 * @module
 */
import type { InputColumn } from '../statistics/input-columns.ts'
import { mean } from '../statistics/moments.ts'

/** Inputs and outcome, case by case. */
export interface DiscoveryCases {
  readonly inputs: readonly InputColumn[]
  readonly outcomes: Float64Array
  readonly of: 'points' | 'runs'
}

/**
 * @param values `[point][replicate]`
 * @param swept, @param drawn  inputs with one value per point, and per replicate
 */
export function discoveryCases(
  values: readonly Float64Array[],
  swept: readonly InputColumn[],
  drawn: readonly InputColumn[],
): DiscoveryCases {
  if (drawn.length === 0) {
    return { inputs: swept, outcomes: Float64Array.from(values, (row) => mean(row)), of: 'points' }
  }
  const replicates = values[0].length
  const size = values.length * replicates
  const spread = (input: InputColumn, placeOf: (place: number) => number): InputColumn => ({
    ...input,
    values: Float64Array.from({ length: size }, (_, place) => input.values[placeOf(place)]),
  })
  return {
    inputs: [
      ...swept.map((input) => spread(input, (place) => Math.floor(place / replicates))),
      ...drawn.map((input) => spread(input, (place) => place % replicates)),
    ],
    outcomes: Float64Array.from(
      { length: size },
      (_, place) => values[Math.floor(place / replicates)][place % replicates],
    ),
    of: 'runs',
  }
}
