import { describe, expect, it } from 'vitest'
import { gumbelTopK } from '../../../engine/choice.ts'
import { createStream, makeKey, purpose, setStream } from '../../../engine/stream.ts'
import { chiSquareBound } from '../../fixtures/bounds.ts'

const CHOOSERS = 200_000
const key = makeKey('choice', 0)
const choose = purpose('test.choose')
const ids = Int32Array.of(4, 8, 15, 16, 23, 42)

/** What every chooser picks first, and second where two are asked for. */
function picks(scores: Float64Array, k = 1): Int32Array[] {
  const stream = createStream()
  const chosen = new Int32Array(k)
  const columns = Array.from({ length: k }, () => new Int32Array(CHOOSERS))
  for (let chooser = 0; chooser < CHOOSERS; chooser++) {
    setStream(stream, key, choose, chooser, 3)
    gumbelTopK(scores, ids, ids.length, k, stream, chosen)
    for (let place = 0; place < k; place++) columns[place][chooser] = chosen[place]
  }
  return columns
}

/** Pearson's statistic of picks against the probabilities they should have. */
function chiSquare(picked: Int32Array, shares: readonly number[]): number {
  const counts = shares.map(() => 0)
  for (const i of picked) counts[i]++
  let sum = 0
  counts.forEach(
    (count, i) => (sum += (count - CHOOSERS * shares[i]) ** 2 / (CHOOSERS * shares[i])),
  )
  return sum
}

function softmax(scores: Float64Array): number[] {
  const weights = [...scores].map((score) => Math.exp(score))
  const total = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / total)
}

// V13 of the verification suite.
describe('choice by keyed Gumbel errors', () => {
  const scores = Float64Array.of(0, 0.5, -0.7, 1.2, 0.1, -2)
  const [before] = picks(scores)

  it('chooses by softmax shares', () => {
    const bound = chiSquareBound(scores.length - 1, 'in a thousand')
    expect(chiSquare(before, softmax(scores))).toBeLessThan(bound)
    // The test can fail: shares of a slightly different score are rejected.
    const other = Float64Array.from(scores)
    other[0] += 0.05
    expect(chiSquare(before, softmax(other))).toBeGreaterThan(bound)
  })

  it('picks the second without replacement', () => {
    const [, second] = picks(scores, 2)
    const shares = softmax(scores)
    const expected = shares.map((share, i) =>
      shares.reduce((sum, first, j) => (i === j ? sum : sum + (first * share) / (1 - first)), 0),
    )
    expect(chiSquare(second, expected)).toBeLessThan(chiSquareBound(5, 'in a thousand'))
  })

  it('never makes a chooser leave an alternative that did not get worse', () => {
    const worse = Float64Array.from(scores)
    worse[3] -= 0.8
    const [after] = picks(worse)
    let hops = 0
    let left = 0
    for (let chooser = 0; chooser < CHOOSERS; chooser++) {
      if (before[chooser] === after[chooser]) continue
      if (before[chooser] === 3) left++
      else hops++
    }
    expect(hops).toBe(0)
    expect(left).toBeGreaterThan(0)
  })
})
