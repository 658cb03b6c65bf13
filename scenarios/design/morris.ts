/**
 * Trajectories through the unit cube: each moves one coordinate after the other, each once, by the same
 * distance, on a grid of a few levels.
 *
 * @source Morris (1991), Technometrics 33:161
 * @module
 */
import { createSfc32, fillUniform } from '../../engine/sfc32.ts'

/** Where to look, and what moved on the way. */
export interface MorrisDesign {
  readonly inputs: number
  readonly trajectories: number
  /** In [0, 1]: `[(trajectory * (inputs + 1) + step) * inputs + input]`. */
  readonly points: Float64Array
  /** Input moved by each step: `[trajectory * inputs + step]`. */
  readonly moved: Int32Array
  /** Signed distance of each step. */
  readonly distance: Float64Array
}

const LEVELS = 4
const HALF = 0.5

/**
 * Trajectories on a grid of `levels` values per input.
 *
 * @param levels  an even number; Δ is levels / (2 (levels − 1)), so that all are as likely
 * @param seed  any text
 */
export function morrisDesign(
  inputs: number,
  trajectories: number,
  seed: string,
  levels: number = LEVELS,
): MorrisDesign {
  const generator = createSfc32(`morris|${seed}`)
  const half = levels / 2
  const delta = half / (levels - 1)
  const points = new Float64Array(trajectories * (inputs + 1) * inputs)
  const moved = new Int32Array(trajectories * inputs)
  const distance = new Float64Array(trajectories * inputs)
  const luck = new Float64Array(inputs)
  for (let t = 0; t < trajectories; t++) {
    fillUniform(generator, luck)
    const at = Float64Array.from(luck, (u) => Math.floor(u * half) / (levels - 1))
    fillUniform(generator, luck)
    const up = Array.from(luck, (u) => u < HALF)
    for (let i = 0; i < inputs; i++) if (!up[i]) at[i] += delta
    fillUniform(generator, luck)
    const order = Array.from({ length: inputs }, (_, i) => i)
    order.sort((i, j) => luck[i] - luck[j] || i - j)
    points.set(at, t * (inputs + 1) * inputs)
    order.forEach((input, step) => {
      const way = up[input] ? delta : -delta
      at[input] = Math.min(1, Math.max(0, at[input] + way))
      moved[t * inputs + step] = input
      distance[t * inputs + step] = way
      points.set(at, (t * (inputs + 1) + step + 1) * inputs)
    })
  }
  return { inputs, trajectories, points, moved, distance }
}
