/**
 * Choice of a home region in proportion to region weights, and reach of platforms.
 * @module
 */
import { gumbelTopK } from '../../engine/choice.ts'
import { log } from '../../engine/numerics/index.ts'
import { setStream, type Key, type Stream } from '../../engine/stream.ts'

/** Scratch for choosing among regions, made once per population. */
export interface RegionChoice {
  readonly scores: Float64Array
  readonly ids: Int32Array
  readonly chosen: Int32Array
}

export function regionChoice(weight: Float64Array): RegionChoice {
  return {
    scores: Float64Array.from(weight, (share) => log(share)),
    ids: Int32Array.from(weight, (_, region) => region),
    chosen: new Int32Array(1),
  }
}

/** Region row with probability equal to its weight. */
export function drawRegion(
  choice: RegionChoice,
  stream: Stream,
  key: Key,
  purpose: number,
  agent: number,
): number {
  setStream(stream, key, purpose, agent, 0)
  gumbelTopK(choice.scores, choice.ids, choice.ids.length, 1, stream, choice.chosen)
  return choice.chosen[0]
}

/**
 * Fills ñ_pr = n_pr / weight_r: 1 everywhere for a national platform; a niche platform has
 * `homeReach` of its users at home and the rest elsewhere in proportion to weight.
 *
 * @param home  region row, -1 national
 * @source model document, section 3.2 and section 10, step 3
 */
export function fillReach(
  reach: Float64Array,
  offset: number,
  weight: Float64Array,
  home: number,
  homeReach: number,
): void {
  for (let region = 0; region < weight.length; region++) {
    let relative = 1
    if (home >= 0 && weight[home] < 1) {
      const away = (1 - homeReach) / (1 - weight[home])
      relative = region === home ? homeReach / weight[home] : away
    }
    reach[offset + region] = relative
  }
}
