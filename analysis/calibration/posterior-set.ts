/**
 * A posterior set: few settings that stand for the posterior.
 * @module
 */
import { systematicCounts } from './importance.ts'
import type { Posterior } from './posterior.ts'

export interface SetMember {
  /** Its place in the posterior's cloud. */
  readonly point: number
  /** Shares of the prior ranges. */
  readonly units: Float64Array
  /** Weights of a set sum to 1. */
  readonly weight: number
  readonly logLikelihood: number
}

/**
 * Members drawn by weight at equal steps, in the order of the cloud. A point that is drawn twice is one
 * member of twice the weight, so that there may be fewer than `size`.
 *
 * @param seed  text that names the draw
 */
export function drawSet(posterior: Posterior, size: number, seed: string): SetMember[] {
  const { dimensions, units, logLikelihoods } = posterior
  const members: SetMember[] = []
  systematicCounts(posterior.weights, size, `posteriorSet|${seed}`).forEach((times, point) => {
    if (times === 0) return
    members.push({
      point,
      units: units.slice(point * dimensions, (point + 1) * dimensions),
      weight: times / size,
      logLikelihood: logLikelihoods[point],
    })
  })
  return members
}
