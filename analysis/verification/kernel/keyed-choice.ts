/**
 * Choice by keyed Gumbel errors: shares are softmax shares, and nobody leaves an alternative that did
 * not get worse because another one did.
 *
 * @source McFadden (1974), Conditional logit analysis of qualitative choice behavior
 * @module
 */
import {
  createStream,
  exp,
  gumbelTopK,
  makeKey,
  purpose,
  setStream,
} from '../../../engine/index.ts'

const choose = purpose('verify.choose')
const key = makeKey('keyed-choice', 0)
/** Persistent ids, far apart on purpose: positions mean nothing. */
const ids = Int32Array.of(4, 8, 15, 16, 23, 42)

/** The alternative that each chooser picks, by position. */
export function picks(scores: Float64Array, choosers: number): Int32Array {
  const stream = createStream()
  const chosen = new Int32Array(1)
  const picked = new Int32Array(choosers)
  for (let chooser = 0; chooser < choosers; chooser++) {
    setStream(stream, key, choose, chooser, 0)
    gumbelTopK(scores, ids, ids.length, 1, stream, chosen)
    picked[chooser] = chosen[0]
  }
  return picked
}

/** Pearson's statistic of picks against softmax shares. */
export function chiSquare(picked: Int32Array, scores: Float64Array): number {
  const weights = scores.map((score) => exp(score))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const counts = new Float64Array(scores.length)
  for (const i of picked) counts[i]++
  let statistic = 0
  for (let i = 0; i < counts.length; i++) {
    const expected = (picked.length * weights[i]) / total
    statistic += (counts[i] - expected) ** 2 / expected
  }
  return statistic
}

/** Choosers who left something else than the alternative that worsened, and those who left it. */
export function movesAfter(
  before: Int32Array,
  after: Int32Array,
  worsened: number,
): { readonly hops: number; readonly left: number } {
  let hops = 0
  let left = 0
  for (let chooser = 0; chooser < before.length; chooser++) {
    if (before[chooser] === after[chooser]) continue
    if (before[chooser] === worsened) left++
    else hops++
  }
  return { hops, left }
}
