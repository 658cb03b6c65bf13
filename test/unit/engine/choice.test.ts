import { describe, expect, it } from 'vitest'
import { gumbelTopK } from '../../../engine/choice.ts'
import { drawAt, gumbel, makeKey, openStream, purpose } from '../../../engine/stream.ts'

const key = makeKey('choice', 0)
const search = purpose('test.search')

describe('gumbelTopK', () => {
  it('picks what sorting scores plus keyed errors would pick', () => {
    const scores = Float64Array.of(0.2, -1, 0.9, 0, 0.4, 0.3)
    const ids = Int32Array.of(11, 3, 7, 30, 2, 19)
    const chosen = new Int32Array(6)
    for (let chooser = 0; chooser < 50; chooser++) {
      const stream = openStream(key, search, chooser, 4)
      const value = (i: number) => scores[i] + gumbel(drawAt(stream, ids[i]))
      const sorted = [0, 1, 2, 3, 4, 5].sort((i, j) => value(j) - value(i))
      for (let k = 0; k <= 6; k++) {
        expect(gumbelTopK(scores, ids, 6, k, stream, chosen)).toBe(k)
        expect([...chosen.subarray(0, k)]).toEqual(sorted.slice(0, k))
      }
    }
  })

  it('leaves out what is not available and picks fewer when fewer are left', () => {
    const scores = Float64Array.of(-Infinity, 1, NaN, 2)
    const chosen = new Int32Array(4)
    const stream = openStream(key, search, 0, 0)
    expect(gumbelTopK(scores, Int32Array.of(0, 1, 2, 3), 4, 4, stream, chosen)).toBe(2)
    expect([...chosen.subarray(0, 2)].sort()).toEqual([1, 3])
    expect(gumbelTopK(scores, Int32Array.of(0), 0, 2, stream, chosen)).toBe(0)
  })

  it('does not depend on the order in which alternatives are listed', () => {
    const stream = openStream(key, search, 8, 1)
    const chosen = new Int32Array(2)
    const ids = [4, 9, 1, 6]
    gumbelTopK(Float64Array.of(0.1, 0.2, 0.3, 0.4), Int32Array.from(ids), 4, 2, stream, chosen)
    const forward = [...chosen].map((i) => ids[i])
    ids.reverse()
    gumbelTopK(Float64Array.of(0.4, 0.3, 0.2, 0.1), Int32Array.from(ids), 4, 2, stream, chosen)
    expect([...chosen].map((i) => ids[i])).toEqual(forward)
  })

  it('gives a tie to the lower id', () => {
    const scores = Float64Array.of(Infinity, Infinity, Infinity)
    const chosen = new Int32Array(2)
    const stream = openStream(key, search, 0, 0)
    gumbelTopK(scores, Int32Array.of(5, 9, 2), 3, 2, stream, chosen)
    expect([...chosen]).toEqual([2, 0])
  })
})
