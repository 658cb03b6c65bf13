/**
 * History matching: settings that cannot have made what was observed, whatever else is true, are cut.
 *
 *     Iⱼ(θ) = |fⱼ(θ) − zⱼ| / √((sdⱼ² + s²ⱼ + s²ⱼ · leverageⱼ(θ)) / weightⱼ)
 *
 * the distance of the surface from the observation, in standard deviations of the observation, of a
 * replicate and of the surface together. A setting is cut when its second-largest I is above 3: by
 * Pukelsheim's rule 95% of any one-peaked distribution lies within 3 standard deviations, and one moment
 * that the model or the surface gets wrong everywhere must not cut everything.
 *
 * @source Craig, Goldstein, Seheult, Smith (1997), Case Studies in Bayesian Statistics III; Vernon,
 *   Goldstein, Bower (2010), Bayesian Analysis 5:619, section 3 for the second maximum; Pukelsheim (1994),
 *   The American Statistician 48:88
 * @module
 */
import type { Predictions } from './emulator.ts'
import { usableMoments, type ObservedMoments } from './observed-moments.ts'

/** Standard deviations. */
export const IMPLAUSIBLE = 3

export interface Implausibility {
  /** By point. */
  readonly largest: Float64Array
  readonly secondLargest: Float64Array
  /** 1 where the setting is kept. */
  readonly isPlausible: Uint8Array
  /** Share of the points that is kept. */
  readonly shareLeft: number
  /** By moment, the share of points it would cut by itself; NaN where it is not used. */
  readonly cutAlone: Float64Array
}

/** @param residualVariances  of a single replicate around the surface, by moment */
export function implausibility(
  { size, moments, means, leverages }: Predictions,
  residualVariances: Float64Array,
  observed: ObservedMoments,
): Implausibility {
  const largest = new Float64Array(size)
  const secondLargest = new Float64Array(size)
  const cutAlone = new Float64Array(moments).fill(NaN)
  const usable = usableMoments(observed, residualVariances)
  for (const m of usable) {
    const fixed = observed.sds[m] * observed.sds[m] + residualVariances[m]
    let cut = 0
    for (let p = 0; p < size; p++) {
      const place = p * moments + m
      const variance = (fixed + residualVariances[m] * leverages[place]) / observed.weights[m]
      const distance = Math.abs(means[place] - observed.values[m]) / Math.sqrt(variance)
      if (distance > IMPLAUSIBLE) cut++
      if (distance > largest[p]) {
        secondLargest[p] = largest[p]
        largest[p] = distance
      } else if (distance > secondLargest[p]) secondLargest[p] = distance
    }
    cutAlone[m] = cut / size
  }
  // A single moment has no second: it cuts by itself.
  const deciding = usable.length === 1 ? largest : secondLargest
  const isPlausible = Uint8Array.from(deciding, (distance) => Number(distance <= IMPLAUSIBLE))
  const kept = isPlausible.reduce((sum, one) => sum + one, 0)
  return { largest, secondLargest, isPlausible, shareLeft: kept / size, cutAlone }
}
