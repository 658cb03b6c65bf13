/**
 * Elementary effects: a cheap look at which of many inputs matter at all. Every trajectory moves one
 * input after the other, each once, by the same distance Δ (`scenarios/design/morris.ts`).
 *
 *     dᵢ = (f(x with xᵢ moved) − f(x)) / (± Δ)          one per input and trajectory
 *     μ = mean dᵢ,    μ* = mean |dᵢ|,    σ = standard deviation of dᵢ
 *
 * μ* says how much an input matters; σ beside it whether its effect depends on where one stands.
 *
 * @source Morris (1991), Technometrics 33:161; μ*: Campolongo, Cariboni, Saltelli (2007),
 *   Environmental Modelling and Software 22:1509
 * @module
 */
import type { MorrisDesign } from '../../scenarios/design/morris.ts'
import { bootstrapMean } from './bootstrap-mean.ts'
import { mean, standardDeviation } from './moments.ts'

export interface ElementaryEffects {
  readonly mean: number
  /** μ*, with its 95% interval by resampling trajectories. */
  readonly meanSize: number
  readonly low: number
  readonly high: number
  readonly sd: number
}

/**
 * Effects of every input.
 *
 * @param values  of the function at the points of the design, in their order
 * @param seed  text that names the intervals
 */
export function elementaryEffects(
  { inputs, trajectories, moved, distance }: MorrisDesign,
  values: ArrayLike<number>,
  seed: string,
): ElementaryEffects[] {
  const effects = Array.from({ length: inputs }, () => new Float64Array(trajectories))
  for (let t = 0; t < trajectories; t++) {
    for (let step = 0; step < inputs; step++) {
      const before = t * (inputs + 1) + step
      const slope = (values[before + 1] - values[before]) / distance[t * inputs + step]
      effects[moved[t * inputs + step]][t] = slope
    }
  }
  return effects.map((own, i) => {
    const sizes = own.map(Math.abs)
    const { low, high } = bootstrapMean(sizes, `morris|${i}|${seed}`)
    return { mean: mean(own), meanSize: mean(sizes), low, high, sd: standardDeviation(own) }
  })
}
