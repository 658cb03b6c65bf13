import { describe, expect, it } from 'vitest'
import * as streams from '../../../engine/stream.ts'

const { createStream, drawAt, gumbel, makeKey, moveStream } = streams
const { normalDraw, openStream, purpose, setStream, uniform } = streams

const key = makeKey('20251001', 0)
const keepEdge = purpose('bank.keepEdge')

describe('makeKey', () => {
  it('gives the same words for the same seed and replicate', () => {
    expect(makeKey('20251001', 0)).toEqual(key)
  })

  it('tells seeds, replicates and written forms of a number apart', () => {
    const texts = [makeKey('1', 0), makeKey('1', 1), makeKey('01', 0), makeKey('2', 0)].map((k) =>
      JSON.stringify(k),
    )
    expect(new Set(texts).size).toBe(4)
  })
})

describe('purpose', () => {
  it('gives every name of the model a word of its own', () => {
    const names = ['environment.shock', 'bank.reviewEdge', 'bank.keepEdge', 'bank.searchPartner']
    names.push('bank.formEdge', 'bank.violate', 'bank.inspect', 'bank.suspend', 'borrower.default')
    for (let i = 0; i < 2000; i++) names.push(`init.column${i}`)
    expect(new Set(names.map(purpose)).size).toBe(names.length)
  })
})

describe('uniform', () => {
  it('gives an agent the same luck whoever else is there', () => {
    const alone = uniform(key, keepEdge, 3, 0, 12)
    uniform(key, keepEdge, 1, 0, 12)
    expect(uniform(key, keepEdge, 3, 0, 12)).toBe(alone)
  })

  it('depends on every word of its name', () => {
    const draws = [
      uniform(key, keepEdge, 3, 5, 12),
      uniform(key, keepEdge, 5, 3, 12),
      uniform(key, keepEdge, 3, 5, 13),
      uniform(key, keepEdge, 3, 5, -12),
      uniform(key, keepEdge, 3, 12, 5),
      uniform(key, purpose('bank.violate'), 3, 5, 12),
      uniform(makeKey('20251001', 1), keepEdge, 3, 5, 12),
      uniform(makeKey('20251002', 0), keepEdge, 3, 5, 12),
    ]
    expect(new Set(draws).size).toBe(draws.length)
  })

  it('uses all four words of the key', () => {
    const draw = uniform(key, keepEdge, 3, 5, 12)
    for (const word of ['a', 'b', 'c', 'd'] as const) {
      expect(uniform({ ...key, [word]: key[word] ^ 1 }, keepEdge, 3, 5, 12)).not.toBe(draw)
    }
  })

  it('lies strictly between 0 and 1, halfway between multiples of 2⁻⁵²', () => {
    for (let agent = 0; agent < 10_000; agent++) {
      const u = uniform(key, keepEdge, agent, 0, 0)
      expect(u > 0 && u < 1 && 1 - u < 1).toBe(true)
      expect((u / Number.EPSILON) % 1).toBe(0.5)
    }
  })

  it('has the committed values: luck does not change between versions', () => {
    expect(uniform({ a: 1, b: 2, c: 3, d: 4 }, 5, 6, 7, 8)).toBe(0.20091179233831535)
    expect(uniform(key, keepEdge, 3, 5, -12)).toBe(0.9865152142752335)
  })
})

describe('a stream', () => {
  it('draws the same bits as uniform, however it was moved there', () => {
    const stream = createStream()
    for (let period = -3; period < 3; period++) {
      for (let agent = 0; agent < 20; agent++) {
        if (agent === 0) setStream(stream, key, keepEdge, agent, period)
        else moveStream(stream, agent)
        const opened = openStream(key, keepEdge, agent, period)
        for (let counterpart = 0; counterpart < 20; counterpart++) {
          const u = uniform(key, keepEdge, agent, counterpart, period)
          expect(drawAt(stream, counterpart)).toBe(u)
          expect(drawAt(opened, counterpart)).toBe(u)
        }
      }
    }
  })
})

describe('draws of other shapes', () => {
  it('rise with the uniform', () => {
    expect(gumbel(0.5)).toBeCloseTo(0.36651292058166435, 14)
    expect(gumbel(0.9)).toBeGreaterThan(gumbel(0.1))
    expect(normalDraw(0.5)).toBe(0)
    expect(normalDraw(0.9)).toBeGreaterThan(normalDraw(0.1))
  })
})
