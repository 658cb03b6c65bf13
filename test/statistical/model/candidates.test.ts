import { describe, expect, it } from 'vitest'
import { drawCandidates, weighAttraction } from '../../../agents/bank/candidates.ts'
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
})
