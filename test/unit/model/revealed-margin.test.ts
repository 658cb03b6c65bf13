import { describe, expect, it } from 'vitest'
import { slotOf } from '../../../engine/links.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { expectedGrowth, revealMargins } from '../../../agents/bank/reveal-margin.ts'
import { keepProbability } from '../../../agents/bank/review-partners.ts'
import { endPartner } from '../../../agents/loans/end-links.ts'
import type { Market } from '../../../agents/market.ts'
import { decisionOversight } from '../../../agents/pricing/oversight.ts'
import { prepare, steadyMarket } from '../../fixtures/toy-market.ts'

/** One bank whose list is known: the first `listed` of six equal platforms. */
function bankWithList(listed: number): Market {
  const market = steadyMarket(
    {
      banks: [{ otherLoans: 1e9, pinned: 1 }],
      platforms: Array.from({ length: 6 }, () => ({ trafficWeight: 1, complianceCapacity: 1 })),
      rules: { partnerCost: Float64Array.of(0.5) },
    },
    1.2,
  )
  for (let p = listed; p < 6; p++) endPartner(market, slotOf(market.edges.links, 0, p), 1, 0)
  prepare(market)
  return market
}

/** Expected separations and new partners of a month when all platforms are alike. */
function flows(market: Market, listed: number) {
  const { reviewRate, choiceNoise, setupCost, candidates } = market.parameters
  valuePartner(market, 0, 0, true)
  const left = listed * reviewRate * (1 - keepProbability(valued.value, choiceNoise))
  valuePartner(market, 0, 5, false)
  const looked = (6 - listed) * Math.min(1, candidates / (6 - listed)) * (1 / 3)
  return { left, joined: looked * keepProbability(valued.value - setupCost, choiceNoise) }
}

describe('a list that stands', () => {
  it('reveals a margin under which as many partners leave as join', () => {
    const market = bankWithList(4)
    revealMargins(market)
    const { left, joined } = flows(market, 4)
    expect(left).toBeGreaterThan(0)
    expect(joined).toBeCloseTo(left, 9)
  })

  it('reveals more the longer it is', () => {
    const [short, long] = [2, 5].map((listed) => {
      const market = bankWithList(listed)
      revealMargins(market)
      return market.banks.revealedMargin[0]
    })
    expect(long).toBeGreaterThan(short)
  })

  it('counts what overseeing a long list costs, of those on it and of the next', () => {
    const market = bankWithList(4)
    market.banks.complianceCapacity[0] = 2
    const [own, next] = [4, 5].map((n) => decisionOversight(market, 0, n))
    expect(own).toBeGreaterThan(0)
    expect(next).toBeGreaterThan(own)
    const { reviewRate, choiceNoise, setupCost } = market.parameters
    valuePartner(market, 0, 0, true)
    const left = 4 * reviewRate * (1 - keepProbability(valued.value - own, choiceNoise))
    valuePartner(market, 0, 5, false)
    const joined = (2 / 3) * keepProbability(valued.value - next - setupCost, choiceNoise)
    expect(expectedGrowth(market, 0)).toBeCloseTo(joined - left, 12)
  })

  it('looks at as many platforms as it searches, of those that lend and are not listed', () => {
    const market = bankWithList(3)
    market.parameters.candidates = 1
    market.work.attraction[5] = -Infinity
    const all = expectedGrowth(market, 0)
    market.parameters.candidates = 0
    const none = expectedGrowth(market, 0)
    const { choiceNoise, setupCost } = market.parameters
    valuePartner(market, 0, 4, false)
    const signs = keepProbability(valued.value - setupCost, choiceNoise)
    expect(all - none).toBeCloseTo(signs / 3, 12)
  })

  it('scales the margin of every partner, and nothing the platform or the bank is paid', () => {
    const market = bankWithList(4)
    valuePartner(market, 0, 0, true)
    const before = { ...valued }
    market.banks.revealedMargin[0] = 1.5
    valuePartner(market, 0, 0, true)
    // A margin of 1.2 by the set-up; costs stay.
    expect(valued.value - before.value).toBeCloseTo(0.5 * 1.2, 9)
    expect(valued.platformGain).toBe(before.platformGain)
  })

  it('is 1 for banks whose list is not observed', () => {
    const market = bankWithList(4)
    market.banks.pinned[0] = 0
    revealMargins(market)
    expect(market.banks.revealedMargin[0]).toBe(1)
  })
})
