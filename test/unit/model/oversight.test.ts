import { describe, expect, it } from 'vitest'
import { indexLinks } from '../../../engine/links.ts'
import { programmeValueOf } from '../../../agents/bank/review-programme.ts'
import { reviewPartners } from '../../../agents/bank/review-partners.ts'
import { searchPartners } from '../../../agents/bank/search-partners.ts'
import type { Market } from '../../../agents/market.ts'
import {
  decisionOversight,
  marginalOversight,
  oversightCost,
  oversightLoadOf,
} from '../../../agents/pricing/oversight.ts'
import { complianceBillOf } from '../../../agents/settlement/settle-bank.ts'
import { capabilityAfter } from '../../../agents/settlement/settle-bank.ts'
import {
  announce,
  halfUnit,
  prepare,
  QUARTER_END,
  runMonths,
  runPhases,
  steadyMarket,
  toyMarket,
  total,
} from '../../fixtures/toy-market.ts'

describe('the cost of overseeing partners', () => {
  it('is ½·η·F1·(load·n − nmax)²/nmax beyond capacity', () => {
    expect(oversightCost(24, 1.25, 20, 2, 0.5)).toBeCloseTo((0.5 * 2 * 0.5 * 10 * 10) / 20, 14)
    expect(oversightCost(16, 1.25, 20, 2, 0.5)).toBe(0)
    expect(oversightCost(40, 2, 20, 0, 0.5)).toBe(0)
  })

  it('of one more partner never falls and sums to the whole (I21)', () => {
    for (const load of [1, 1.25, 2, 3]) {
      let sum = 0
      let last = 0
      for (let n = 1; n < 60; n++) {
        const marginal = marginalOversight(n, load, 17.3, 1.5, 0.8)
        expect(marginal).toBeGreaterThanOrEqual(last)
        last = marginal
        sum += marginal
        expect(sum).toBeCloseTo(oversightCost(n, load, 17.3, 1.5, 0.8), 10)
      }
      expect(last).toBeGreaterThan(0)
    }
    expect(marginalOversight(0, 2, 5, 1, 1)).toBe(0)
  })

  it('rises with head-office approval, as far as it is announced', () => {
    const market = toyMarket({ banks: 1, platforms: 1, parameters: { oversightLoad: 1.5 } })
    announce(market, {
      rules: { headOffice: Uint8Array.of(1) },
      announced: 2,
      effective: 11,
    })
    const loadIn = (period: number) => {
      prepare(market, period)
      return oversightLoadOf(market, 0)
    }
    expect(loadIn(1)).toBe(1)
    expect(loadIn(5)).toBeCloseTo(1 + 0.5 * 0.5, 14)
    expect(loadIn(11)).toBe(1.5)
  })

  it('uses the anticipated cost in decisions and the cost in force in the accounts', () => {
    const market = toyMarket({
      banks: [{ complianceCapacity: 4, partnerSizeFactor: 1.5 }],
      platforms: 6,
      rules: { partnerCost: Float64Array.of(1) },
      parameters: { partnerComplianceLoad: 0 },
    })
    announce(market, { rules: { partnerCost: Float64Array.of(3) }, announced: 0, effective: 6 })
    prepare(market, 0)
    const anticipated = 1.5 * (1 + 2 * 0.5)
    const marginal = ((6 - 4) ** 2 - (5 - 4) ** 2) / (2 * 4)
    expect(decisionOversight(market, 0, 6)).toBeCloseTo(anticipated * marginal, 13)
    const yearly = 6 * 1.5 + (0.5 * 1.5 * (6 - 4) ** 2) / 4
    expect(complianceBillOf(market, 0)).toBeCloseTo(yearly / 12, 13)
  })
})

describe('LC19: the list a bank can oversee', () => {
  const cases = [
    [1, 30],
    [1.25, 22],
    [2, 13],
  ] as const
  const MANY = 40
  // With load 2 the closed form is 13 exactly: at v = .5 the 13th partner is a tie, kept with
  // probability ½ (5.7). A value just above decides it, and moves no other case.
  const V = 0.5 * (1 + 1e-9)

  /** Identical partners, each worth v net of F1 = 1; the first `listed` of them on the list. */
  function market(load: number, listed: number, searching = 0): Market {
    return steadyMarket(
      {
        banks: [{ otherLoans: 1e9, complianceCapacity: 20 }],
        platforms: new Array(MANY).fill({ complianceCapacity: 1 }),
        links: Array.from({ length: listed }, (_, p) => [0, p] as const),
        rules: { partnerCost: Float64Array.of(1), headOffice: Uint8Array.of(1) },
        parameters: {
          oversightLoad: load,
          choiceNoise: 0,
          reviewRate: 1,
          setupCost: 0,
          partnerServiceCost: 0,
          candidates: searching,
        },
      },
      1 + V,
    )
  }

  function reviewed(load: number, listed: number): number {
    const one = market(load, listed)
    prepare(one)
    runPhases(one, [reviewPartners], 0)
    return total(one.edges.links.active)
  }

  it.each(cases)('with load %s has %i partners in the closed form', (load, n) => {
    expect(Math.floor(20 / load + 0.5 + (20 * 0.5) / (load * load))).toBe(n)
  })

  it.each(cases)('with load %s and %i partners passes review; one more does not', (load, n) => {
    expect(reviewed(load, n)).toBe(n)
    expect(reviewed(load, n + 1)).toBeLessThan(n + 1)
  })

  it.each(cases)('with load %s grows by search to %i partners and no further', (load, n) => {
    const one = market(load, n - 3, 1)
    for (let period = QUARTER_END; period < QUARTER_END + 30; period += 3) {
      prepare(one, period)
      runPhases(one, [reviewPartners, searchPartners], period)
      indexLinks(one.edges.links)
    }
    expect(total(one.edges.links.active) + total(one.edges.pending)).toBe(n)
  })

  it.each(cases)('with load %s is worth Σ(V − mo) up to %i partners', (load, n) => {
    const one = market(load, MANY)
    prepare(one)
    let value = 0
    for (let i = 1; i <= n; i++) value += V - marginalOversight(i, load, 20, 1, 1)
    // Values are scaled from a market without costs: relative error of a few roundings.
    expect(programmeValueOf(one, 0)).toBeCloseTo(value, 9)
  })
})

describe('LC20: own risk management under constant spending', () => {
  it('follows 1 − (1−m_0)·exp(−tI/(12·Jinv·size^ε_c))', () => {
    let m = 0.4
    for (let t = 0; t < 24; t++) m = capabilityAfter(m, 2 / (12 * 10))
    expect(m).toBeCloseTo(1 - 0.6 * Math.exp(-(24 * 2) / (12 * 10)), 12)
    expect(Math.abs(m - 0.597808)).toBeLessThanOrEqual(halfUnit(6))
  })

  it('raises .4 to .597808 and a capacity of 20 to 23.9562 in 24 months of the market', () => {
    const market = toyMarket({
      banks: [
        {
          riskManagement: 0.4,
          riskManagementStart: 0.4,
          complianceCapacity: 20,
          complianceCapacityStart: 20,
          investment: 2,
        },
      ],
      platforms: 1,
    })
    runMonths(market, 24)
    expect(Math.abs(market.banks.riskManagement[0] - 0.597808)).toBeLessThanOrEqual(halfUnit(6))
    expect(Math.abs(market.banks.complianceCapacity[0] - 23.9562)).toBeLessThanOrEqual(halfUnit(4))
  })

  it('takes larger programmes size^ε_c as much', () => {
    const bank = { riskManagement: 0.4, riskManagementStart: 0.4, investment: 2 }
    const banks = [bank, { ...bank, investment: 6, programmeSizeFactor: 3 }]
    const market = toyMarket({ banks, platforms: 1 })
    runMonths(market, 5)
    expect(market.banks.riskManagement[1]).toBeCloseTo(market.banks.riskManagement[0], 14)
  })
})
