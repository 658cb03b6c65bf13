import { describe, expect, it } from 'vitest'
import type { Market } from '../../../agents/market.ts'
import { CONSUMER_FINANCE, SEGMENTS } from '../../../agents/parameters.ts'
import { partnerCostOf, programmeCostOf } from '../../../agents/pricing/partner-cost.ts'
import { anticipation } from '../../../agents/pricing/announcement.ts'
import { violationRate } from '../../../agents/pricing/violation.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { stockPerFlow } from '../../../agents/pricing/stock.ts'
import {
  announce,
  prepare,
  runPhases,
  toyMarket,
  untilFunding,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const STOCK = stockPerFlow(12, 0.07)

function valueOf(market: Market, b: number, p: number, linked = true): number {
  valuePartner(market, b, p, linked)
  return valued.value
}

/** Σ_s q̂_s·S_b,s and Σ_s q̂_s of a national market with one class, worked out by hand. */
function byHand(market: Market, b: number, p: number, share: number) {
  const { inForce } = market.work
  let stock = 0
  let surplus = 0
  for (let s = 0; s < SEGMENTS; s++) {
    const q = p * SITES * SEGMENTS + s
    const weight = (other: number) => {
      const price = inForce.price[other * SITES * SEGMENTS + s]
      const { trafficWeight } = market.platforms
      return 0.2 * trafficWeight[other] * Math.exp(-price / market.parameters.markupBase[s])
    }
    let all = 1e-3
    for (let other = 0; other < market.platforms.size; other++) all += weight(other)
    const flow = (100 * weight(p)) / all
    const held = STOCK * flow * inForce.approval[q] * share
    stock += held
    surplus += held * (inForce.surplus[q] + inForce.meanUnitCost[p] - inForce.unitCost[b])
  }
  return { stock, surplus }
}

describe('the value of a partnership', () => {
  const banks = [{ fundingCost: 0.02 }, { fundingCost: 0.025, otherLoans: 3e6 }]
  const platforms = [{ lenderSurplusShare: 0.2 }, { trafficWeight: 0.5, dataAdvantage: 0.3 }]

  it('of a linked pair is ψ of the surplus on its share of the platform’s volume', () => {
    const market = toyMarket({ banks, platforms })
    prepare(market)
    const { weight } = market.work.inForce
    for (const b of [0, 1]) {
      const share = weight[b] / (weight[0] + weight[1])
      const { surplus } = byHand(market, b, 0, share)
      expect(valueOf(market, b, 0) / (0.2 * surplus)).toBeCloseTo(1, 11)
      expect(valued.platformGain / (0.8 * surplus)).toBeCloseTo(1, 11)
    }
  })

  it('expects the stock that lending every month would build up', () => {
    const market = toyMarket({ banks, platforms })
    runPhases(market, untilFunding, 0)
    const { booked } = market.work
    let monthly = 0
    for (let i = 0; i < SITES * SEGMENTS; i++) monthly += booked[i]
    prepare(market)
    const { weight } = market.work.inForce
    const { stock } = byHand(market, 0, 0, weight[0] / (weight[0] + weight[1]))
    expect(stock / (STOCK * monthly)).toBeCloseTo(1, 11)
  })

  it('of a pair not linked adds the bank’s weight to the platform’s funders', () => {
    const market = toyMarket({ banks, platforms, links: [[1, 0], [0, 1], [1, 1]] }) // prettier-ignore
    prepare(market)
    const { weight } = market.work.inForce
    const { surplus } = byHand(market, 0, 0, weight[0] / (weight[0] + weight[1]))
    expect(valueOf(market, 0, 0, false) / (0.2 * surplus)).toBeCloseTo(1, 11)
  })

  it('of a class without funder there is quoted at the bank’s own cost', () => {
    // The same funding cost on both sides: own quote and class quote are the same number.
    const pair = [{}, { licence: CONSUMER_FINANCE }]
    const alone = toyMarket({ banks: pair, platforms: 1, links: [[0, 0]] })
    const peer = toyMarket({ banks: 2, platforms: 1, links: [[0, 0]] })
    prepare(alone)
    prepare(peer)
    expect(valueOf(alone, 1, 0, false)).toBeCloseTo(valueOf(peer, 1, 0, false), 10)
    expect(valueOf(alone, 1, 0, false)).toBeGreaterThan(0)
  })

  it('at a platform nobody funds adds its own pull to the choice of borrowers', () => {
    const linked = toyMarket({ banks: 2, platforms: 2, links: [[0, 0], [1, 1]] }) // prettier-ignore
    const apart = toyMarket({ banks: 2, platforms: 2, links: [[0, 0]] })
    prepare(linked)
    prepare(apart)
    expect(valueOf(apart, 1, 1, false)).toBeCloseTo(valueOf(linked, 1, 1), 10)
  })

  it('is bounded by what the bank can hold', () => {
    const small = toyMarket({ banks: [{ programmeAppetite: 1e-5 }], platforms: 1 })
    prepare(small)
    const { stock, surplus } = byHand(small, 0, 0, 1)
    expect(stock).toBeGreaterThan(10)
    expect(valueOf(small, 0, 0) / (0.1 * surplus * (10 / stock))).toBeCloseTo(1, 11)
  })

  it('counts only the bank’s own share of joint loans', () => {
    const platforms = [{ ownFundingShare: 0.3 }]
    const joint = toyMarket({ banks: 1, platforms })
    const whole = toyMarket({ banks: 1, platforms: 1 })
    prepare(joint)
    prepare(whole)
    expect(valueOf(joint, 0, 0)).toBeCloseTo(0.7 * valueOf(whole, 0, 0), 10)
  })

  it('of a local bank counts its own region alone', () => {
    const setting: ToySetting = { banks: [{ homeRegion: 1 }], platforms: 1, regions: 4 }
    const local = toyMarket({ ...setting, rules: { homeOnly: Uint8Array.of(1) } })
    const national = toyMarket(setting)
    prepare(local)
    prepare(national)
    expect(valueOf(local, 0, 0)).toBeCloseTo(valueOf(national, 0, 0) / 4, 10)
  })
})

describe('what a partnership costs', () => {
  const setting: ToySetting = {
    banks: [{ programmeSize: 2, partnerSizeFactor: 1.3, programmeSizeFactor: 1.7 }],
    platforms: [{ complianceCapacity: 0.4 }],
  }

  it('is F1·(1+θ_k(1−comp_p))·size^ε_1 and comes off its value', () => {
    const rules = { partnerCost: Float64Array.of(0.5) }
    const free = toyMarket(setting)
    const market = toyMarket({ ...setting, rules })
    prepare(free)
    prepare(market)
    const cost = 0.5 * (1 + 0.5 * 0.6) * 1.3
    expect(partnerCostOf(market, market.work.inForce.rules, 0, 0)).toBeCloseTo(cost, 14)
    expect(valueOf(free, 0, 0) - valueOf(market, 0, 0)).toBeCloseTo(cost, 11)
  })

  it('may be lowered for small lenders, by shared and by recognised diligence', () => {
    const rules = {
      partnerCost: Float64Array.of(1, 1),
      smallCostFactor: Float64Array.of(0.6, 0.6),
      sharedDiligence: 0.5,
      mutualRecognition: 0.25,
    }
    const banks = [{ programmeSize: 0.9 }, { licence: 2, programmeSize: 1.1 }]
    const market = toyMarket({ banks, platforms: [{ complianceCapacity: 1 }], rules })
    prepare(market)
    const cost = (b: number) => partnerCostOf(market, market.work.inForce.rules, b, 0)
    expect(cost(0)).toBeCloseTo(0.6 / Math.sqrt(2), 12)
    expect(cost(1)).toBeCloseTo(1 / Math.sqrt(2), 12)
    market.banks.licence[1] = market.banks.licence[0]
    expect(cost(1)).toBeCloseTo(0.75 / Math.sqrt(2), 12)
  })

  it('is nothing for the platform’s own affiliate', () => {
    const market = toyMarket({
      banks: [{ affiliateOf: 0 }],
      platforms: 1,
      rules: { partnerCost: Float64Array.of(1) },
    })
    expect(partnerCostOf(market, market.work.inForce.rules, 0, 0)).toBe(0)
  })

  it('includes the penalty both lines of defence let through', () => {
    const row = { complianceCapability: 0.6, programmeSize: 1 }
    const one = [{ complianceCapacity: 0.4 }]
    const free = toyMarket({ banks: [row], platforms: one })
    const rules = {
      inspectionRate: Float64Array.of(0.12),
      fine: Float64Array.of(12),
      penaltyLag: 28,
    }
    const market = toyMarket({ banks: [row], platforms: one, rules })
    prepare(free)
    prepare(market)
    const margin = valueOf(free, 0, 0)
    const violations = 0.3 * (1 - 0.6) * (1 - 0.4)
    expect(violationRate(market, 0, 0)).toBeCloseTo(violations, 15)
    const penalty = 12 * Math.exp((-28 / 12) * Math.log(1.1)) + 0.2 * (3 / 12) * margin + 20
    expect(margin - valueOf(market, 0, 0)).toBeCloseTo(0.12 * violations * penalty, 10)
  })

  it('as a programme is F0·size^ε_c·(1+θ_0(1−m))·own factor', () => {
    const market = toyMarket({
      banks: [{ programmeSizeFactor: 1.7, riskManagement: 0.3, programmeCostFactor: 0.9 }],
      platforms: 1,
      rules: { programmeCost: Float64Array.of(2) },
    })
    const cost = 2 * 1.7 * (1 + 0.8 * 0.7) * 0.9
    expect(programmeCostOf(market, market.work.inForce.rules, 0)).toBeCloseTo(cost, 13)
  })
})

describe('anticipation', () => {
  const setting: ToySetting = { banks: 1, platforms: [{ complianceCapacity: 1 }] }

  it.each([
    [5, 12, 1, 0.5],
    [10, 12, 1, 11 / 12],
    [0, 12, 1, 1 / 12],
    [5, 6, 1, 0],
    [8, 6, 0.8, 0.4],
    [10, 1, 1, 0],
  ])('in period %i of a package at 11 with H %i and λ_c %s is %s', (period, H, trust, weight) => {
    const market = toyMarket(setting)
    announce(market, { rules: {}, announced: 0, effective: 11 })
    const parameters = { ...market.parameters, planningHorizon: H, credibility: trust }
    expect(anticipation(market.rules[period], parameters, period)).toBeCloseTo(weight, 14)
  })

  it('is nothing before the announcement and from the date on, but for leaks', () => {
    const market = toyMarket(setting)
    announce(market, { rules: {}, announced: 5, effective: 11 })
    expect(anticipation(market.rules[4], market.parameters, 4)).toBe(0)
    expect(anticipation(market.rules[11], market.parameters, 11)).toBe(0)
    announce(market, { rules: {}, announced: 5, effective: 11, leaks: true })
    const parameters = { ...market.parameters, leakCredibility: 0.3 }
    expect(anticipation(market.rules[3], parameters, 3)).toBeCloseTo(0.3 * (1 - 8 / 12), 14)
    expect(anticipation(market.rules[5], parameters, 5)).toBeCloseTo(0.5, 14)
  })

  it('weighs the values of today and of the announced rules', () => {
    const market = toyMarket({ ...setting, rules: { partnerCost: Float64Array.of(0.5) } })
    const rules = { partnerCost: Float64Array.of(3.5) }
    announce(market, { rules, announced: 0, effective: 9 })
    prepare(market, 30)
    const after = valueOf(market, 0, 0)
    prepare(market, 5)
    const weight = 1 - 4 / 12
    expect(market.work.anticipation).toBeCloseTo(weight, 14)
    expect(valueOf(market, 0, 0)).toBeCloseTo(after + 3 * (1 - weight), 10)
  })
})
