/**
 * Where a function is looked at for its Sobol indices: two sets of points A and B, and for every input
 * the set A with that one coordinate taken from B.
 *
 *     A, then B, then A with coordinate 1 from B, … A with coordinate k from B:    n (k + 2) points
 *
 * A and B are the first and the second half of the coordinates of one Sobol design in 2k dimensions.
 *
 * @source Saltelli (2002), Computer Physics Communications 145:280; radial layout: Saltelli et al.
 *   (2010), Computer Physics Communications 181:259
 * @module
 */
import { scrambledSobolPoints } from '../../scenarios/design/sobol.ts'

/** Sets of points besides one for every input. */
const OWN_SETS = 2

/** How many points that is. */
export function saltelliCount(base: number, inputs: number): number {
  return base * (inputs + OWN_SETS)
}

/**
 * The points, in (0, 1): `[point * inputs + input]`.
 *
 * @param base  points of each set; a power of two is spread most evenly
 * @param seed  any text
 */
export function saltelliPoints(base: number, inputs: number, seed: string): Float64Array {
  const both = scrambledSobolPoints(base, OWN_SETS * inputs, seed)
  const points = new Float64Array(saltelliCount(base, inputs) * inputs)
  for (let set = 0; set < inputs + OWN_SETS; set++) {
    for (let j = 0; j < base; j++) {
      for (let i = 0; i < inputs; i++) {
        const fromB = set === 1 || set - OWN_SETS === i
        const source = both[j * OWN_SETS * inputs + (fromB ? inputs : 0) + i]
        points[(set * base + j) * inputs + i] = source
      }
    }
  }
  return points
}
