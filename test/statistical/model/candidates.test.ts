import { describe, expect, it } from 'vitest'
import { drawCandidates, weighAttraction } from '../../../agents/bank/candidates.ts'
import { drawAt, createStream, gumbel, purpose, setStream } from '../../../engine/stream.ts'
import { chiSquareBound } from '../../fixtures/bounds.ts'
import { contextOf, prepare, toyMarket } from '../../fixtures/toy-market.ts'

const SEARCHES = 20_000
const SEARCHER = 3

/** Platform p has p funders; bank 3 has no partner yet. */
const market = toyMarket({
  banks: 4,
  platforms: [4, 1, 2, 0.5].map((trafficWeight) => ({ trafficWeight })),
  links: [[0, 1], [0, 2], [1, 2], [0, 3], [1, 3], [2, 3]], // prettier-ignore
  parameters: { candidates: 2, preferentialAttachment: 0.8 },
})
prepare(market)
weighAttraction(market)

/** (deg+1)^θ·√w, the softmax weights of the score. */
const weights = [4, 1, 2, 0.5].map((w, p) => Math.exp(0.8 * Math.log(p + 1)) * Math.sqrt(w))
const all = weights.reduce((a, b) => a + b)

const first = [0, 0, 0, 0]
const second = [0, 0, 0, 0]
for (let period = 0; period < SEARCHES; period++) {
  expect(drawCandidates(market, SEARCHER, contextOf(period))).toBe(2)
  first[market.work.order[0]]++
  second[market.work.order[1]]++
}

function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  return counts.reduce((sum, count, i) => {
    const expected = SEARCHES * shares[i]
    return sum + (count - expected) ** 2 / expected
  }, 0)
}

describe('the candidates a bank looks at', () => {
  const shares = weights.map((weight) => weight / all)

  it('come first in proportion to (deg+1)^θ·√w', () => {
    expect(chiSquare(first, shares)).toBeLessThan(chiSquareBound(3))
  })

  it('come second likewise among the rest', () => {
    const rest = shares.map((share, i) =>
      shares.reduce((sum, other, j) => (i === j ? sum : sum + (other * share) / (1 - other)), 0),
    )
    expect(chiSquare(second, rest)).toBeLessThan(chiSquareBound(3))
  })

  it('are the best of all by score, though most scores are never worked out', () => {
    const P = 60
    const crowd = toyMarket({
      banks: 1,
      platforms: Array.from({ length: P }, (_, p) => ({ trafficWeight: 1 + (p % 5) })),
      links: [],
      parameters: { candidates: 6 },
    })
    prepare(crowd)
    weighAttraction(crowd)
    const { order, attraction } = crowd.work
    const stream = createStream()
    for (let period = 0; period < 300; period++) {
      const context = contextOf(period)
      setStream(stream, context.key, purpose('bank.searchPartner'), 0, period)
      const scores = Array.from({ length: P }, (_, p) => attraction[p] + gumbel(drawAt(stream, p)))
      const best = [...scores.keys()].sort((p, q) => scores[q] - scores[p])
      expect(drawCandidates(crowd, 0, context)).toBe(6)
      expect([...order.subarray(0, 6)]).toEqual(best.slice(0, 6))
    }
  })

  it('are fewer where fewer platforms are left', () => {
    const few = toyMarket({ banks: 1, platforms: 5, links: [], parameters: { candidates: 4 } })
    prepare(few)
    few.platforms.failed.set([1, 0, 1, 0, 1])
    weighAttraction(few)
    expect(drawCandidates(few, 0, contextOf(0))).toBe(2)
    expect([...few.work.order.subarray(0, 2)].sort()).toEqual([1, 3])
  })
})
