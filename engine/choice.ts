/**
 * Choice among alternatives with keyed Gumbel errors.
 *
 *     chosen = the k largest of  score(i) + G(i),   G(i) = −ln(−ln u(i))
 *
 * For k = 1 the probabilities are softmax shares; for k > 1 they are those of drawing without
 * replacement. Each error belongs to its alternative, so a chooser never leaves an alternative
 * that did not get worse when another one worsens.
 *
 * @source McFadden (1974); Kool, van Hoof and Welling (2019), Stochastic beams and where to find
 * them: the Gumbel-top-k trick
 * @module
 */
import { drawAt, gumbel } from './stream.ts'
import type { Stream } from './stream.ts'

/** Values of what is already in `chosen`, best first. Scratch of one call. */
let best = new Float64Array(1)

/**
 * Picks up to `k` alternatives.
 *
 * @param scores  log-weights of the first `count` alternatives; −Infinity or NaN is not available
 * @param ids  persistent id of each, which names its error; ties go to the lower id
 * @param stream  placed at the chooser and period
 * @param chosen  receives positions within `scores`, best first; room for at least `k`
 * @returns how many were picked: fewer than `k` when fewer are available
 */
export function gumbelTopK(
  scores: Float64Array,
  ids: Int32Array,
  count: number,
  k: number,
  stream: Stream,
  chosen: Int32Array,
): number {
  if (best.length < k) best = new Float64Array(k)
  let picked = 0
  for (let i = 0; i < count; i++) {
    const score = scores[i]
    if (!(score > -Infinity)) continue
    const value = score + gumbel(drawAt(stream, ids[i]))
    if (picked === k && !isAhead(value, ids[i], picked - 1, ids, chosen)) continue
    if (picked < k) picked++
    let place = picked - 1
    while (place > 0 && isAhead(value, ids[i], place - 1, ids, chosen)) {
      best[place] = best[place - 1]
      chosen[place] = chosen[place - 1]
      place--
    }
    best[place] = value
    chosen[place] = i
  }
  return picked
}

/** Whether an alternative beats the one at `place`. */
function isAhead(
  value: number,
  id: number,
  place: number,
  ids: Int32Array,
  chosen: Int32Array,
): boolean {
  return value > best[place] || (value === best[place] && id < ids[chosen[place]])
}
