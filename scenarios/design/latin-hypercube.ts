/**
 * A Latin hypercube: along every axis one point in each of n equal slices, at a random place of it,
 * the slices of different axes paired at random. Unlike a Sobol design it cannot be extended.
 *
 * @source McKay, Beckman and Conover (1979), A comparison of three methods for selecting values of
 * input variables in the analysis of output from a computer code
 * @module
 */
import { createSfc32, fillUniform } from '../../engine/sfc32.ts'

/** Points in (0, 1): `[point * dimensions + dimension]`. */
export function latinHypercubePoints(
  points: number,
  dimensions: number,
  seed: string,
): Float64Array {
  const out = new Float64Array(points * dimensions)
  for (let d = 0; d < dimensions; d++) {
    const luck = createSfc32(`latinHypercube|${d}|${seed}`)
    const slices = shuffled(points, luck)
    const places = new Float64Array(points)
    fillUniform(luck, places)
    for (let i = 0; i < points; i++) out[i * dimensions + d] = (slices[i] + places[i]) / points
  }
  return out
}

/** 0 … length − 1 in an order where each is as likely (Fisher and Yates 1938). */
function shuffled(length: number, luck: Int32Array): Int32Array {
  const order = Int32Array.from({ length }, (_, k) => k)
  const uniforms = new Float64Array(length)
  fillUniform(luck, uniforms)
  for (let last = length - 1; last > 0; last--) {
    const chosen = Math.floor(uniforms[last] * (last + 1))
    const kept = order[last]
    order[last] = order[chosen]
    order[chosen] = kept
  }
  return order
}
