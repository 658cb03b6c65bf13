import { describe, expect, it } from 'vitest'
import type { Market } from '../../../agents/market.ts'
import { CONSUMER_FINANCE, PRIVATE, SEGMENTS } from '../../../agents/parameters.ts'
import { HOME, SITES } from '../../../agents/pricing/outlook.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import { overhang } from '../../../agents/pricing/stock.ts'
import { FORCED_EXIT, GRANDFATHER, RECTIFY } from '../../../agents/regulator/rule-book.ts'
import { announce, prepare, toyMarket, type ToySetting } from '../../fixtures/toy-market.ts'

const CAP = (value: number) => new Float64Array(3 * SEGMENTS).fill(value)

/** The quote of platform 0 to a segment, of a price class at a site. */
function quoteAt(market: Market, s: number, site = 0, priceClass = 0) {
  const outlook = market.work.inForce
  const q = (priceClass * market.platforms.size * SITES + site) * SEGMENTS + s
  return {
    served: outlook.served[q] === 1,
    price: outlook.price[q],
    approval: outlook.approval[q],
    surplus: outlook.surplus[q],
    legacyCost: outlook.legacyCost[q],
    pull: outlook.pull[q],
  }
}

function priced(setting: ToySetting, period = 0): Market {
  const market = toyMarket(setting)
  prepare(market, period)
  return market
}

describe('the price of an outlet', () => {
  it('covers the mean cost of its funders by weight, acquisition and running', () => {
    const banks = [{ fundingCost: 0.02 }, { fundingCost: 0.03, otherLoans: 4e6 }]
    const market = priced({ banks, platforms: 1 })
    const { unitCost, weight } = market.work.inForce
    const mean = (weight[0] * unitCost[0] + weight[1] * unitCost[1]) / (weight[0] + weight[1])
    quote(borrowing(0.055, 0.42), mean + 0.03 + 0.015, 0.88, 0.06, Infinity)
    expect(quoteAt(market, 2).price).toBeCloseTo(quoted.price, 12)
    expect(quoteAt(market, 2).approval).toBeCloseTo(quoted.approval, 12)
    expect(quoteAt(market, 2).pull).toBeCloseTo(0.2 * Math.exp(-quoted.price / 0.06), 12)
  })

  it('leaves out funders that cannot lend', () => {
    const banks = [{ fundingCost: 0.02 }, { fundingCost: 0.03, suspendedUntil: 5 }]
    const market = priced({ banks, platforms: 1 })
    expect(market.work.inForce.meanUnitCost[0]).toBe(market.work.inForce.unitCost[0])
  })

  it('carries the guarantor’s load: LGD′ = LGD(1 + γλ_g)', () => {
    const platforms = [{ guarantor: 0, guaranteeCover: 0.7 }]
    const market = priced({ banks: 1, platforms, guarantors: 1 })
    const k = market.work.inForce.unitCost[0] + 0.045
    quote(borrowing(0.11, 0.42), k, 0.88 * (1 + 0.7 * 0.1), 0.095, Infinity)
    expect(quoteAt(market, 3).price).toBeCloseTo(quoted.price, 12)
  })

  it('rises with last month’s market share, up to a share of 60%', () => {
    const scaled = { parameters: { markupMode: 'scaled' as const } }
    const at = (share: number) => {
      const platforms = [{ marketShare: [0, 0, share, 0, 0] }]
      return quoteAt(priced({ banks: 1, platforms, ...scaled }), 2).price
    }
    const expected = (share: number) => {
      const k = 0.029 + 0.75 * 0.12 * 0.078 + 0.045
      quote(borrowing(0.055, 0.42), k, 0.88, 0.06 / (1 - share), Infinity)
      return quoted.price
    }
    expect(at(0.3)).toBeCloseTo(expected(0.3), 12)
    expect(at(0.6)).toBeCloseTo(expected(0.6), 12)
    expect(at(0.9)).toBe(at(0.6))
    expect(at(0.3)).toBeGreaterThan(at(0))
  })

  it('is lower at home, where a niche platform knows more', () => {
    const platforms = [{ niche: 1, homeRegion: 1, dataAdvantage: 0.32, dataAdvantageHome: 0.44 }]
    const market = priced({ banks: 1, platforms, regions: 3 })
    expect(quoteAt(market, 3, HOME).price).toBeLessThan(quoteAt(market, 3).price)
    const k = market.work.inForce.unitCost[0] + 0.045
    quote(borrowing(0.11, 0.44), k, 0.88, 0.095, Infinity)
    expect(quoteAt(market, 3, HOME).price).toBeCloseTo(quoted.price, 12)
  })
})

describe('the ceiling of an outlet', () => {
  const guaranteed = { platforms: [{ guarantor: 0, guaranteeCover: 1 }], guarantors: 1, banks: 1 }
  const stretched = Float64Array.of(0.12, 0, 0)

  it('is the line, stretched by a separate guarantee fee, at most the absolute cap', () => {
    const rules = { regulatoryCap: CAP(0.2), stretch: stretched }
    expect(quoteAt(priced({ ...guaranteed, rules }), 4).price).toBeCloseTo(0.32, 15)
    expect(quoteAt(priced({ banks: 1, platforms: 1, rules }), 4).price).toBe(0.2)
    const capped = { ...rules, absoluteCap: 0.28 }
    expect(quoteAt(priced({ ...guaranteed, rules: capped }), 4).price).toBe(0.28)
  })

  it('is that of the funder’s class', () => {
    const regulatoryCap = CAP(0.24)
    regulatoryCap.fill(0.2, SEGMENTS, 2 * SEGMENTS)
    const banks = [{ licence: PRIVATE }, { licence: CONSUMER_FINANCE }]
    const market = priced({ banks, platforms: 1, rules: { regulatoryCap } })
    expect(quoteAt(market, 4, 0, 0).price).toBe(0.24)
    expect(quoteAt(market, 4, 0, 1).price).toBe(0.2)
  })

  it('of a niche platform may be stretched by its own', () => {
    const rules = {
      regulatoryCap: CAP(0.2),
      stretch: new Float64Array(3),
      nicheStretch: stretched,
    }
    const niche = [{ guarantor: 0, guaranteeCover: 1, niche: 1 }]
    const market = priced({ ...guaranteed, platforms: niche, rules })
    expect(quoteAt(market, 4).price).toBeCloseTo(0.32, 15)
    expect(quoteAt(priced({ ...guaranteed, rules }), 4).price).toBe(0.2)
  })
})

describe('a loan above an announced ceiling', () => {
  const AHEAD = 3
  const setting: ToySetting = { banks: 1, platforms: 1, rules: { regulatoryCap: CAP(0.36) } }

  function ahead(
    legacyCost: number,
    treatment = RECTIFY,
    credibility = 1,
    { period = 0, cap = 0.24 } = {},
  ) {
    const market = toyMarket({ ...setting, parameters: { legacyCost, credibility } })
    const rules = { regulatoryCap: CAP(cap), stockTreatment: treatment }
    announce(market, { rules, announced: 0, effective: AHEAD })
    prepare(market, period)
    return quoteAt(market, 4)
  }

  /** The better of both by α·S, worked out by hand. */
  function byHand(cost: number) {
    const k = 0.029 + 0.75 * 0.12 * 0.078 + 0.045
    const b = borrowing(0.18, 0.42)
    quote(b, k + cost, 0.88, 0.13, 0.36)
    const above = { ...quoted }
    quote(b, k, 0.88, 0.13, 0.24)
    const within = { ...quoted }
    return above.approval * above.surplus > within.approval * within.surplus ? above : within
  }

  it('carries λ_c·ϖ·ov(n) of shadow cost while it is still worth it', () => {
    const cost = 0.05 * overhang(AHEAD, 12, 0.07)
    const answer = ahead(0.05)
    expect(answer.legacyCost).toBeCloseTo(cost, 15)
    expect(answer.price).toBeCloseTo(byHand(cost).price, 12)
    expect(answer.surplus).toBeCloseTo(byHand(cost).surplus, 12)
    expect(answer.price).toBeGreaterThan(0.24)
    expect(ahead(0.05, RECTIFY, 0.5).legacyCost).toBeCloseTo(cost / 2, 15)
  })

  it('carries the more the closer the date', () => {
    const cost = 0.05 * overhang(AHEAD - 2, 12, 0.07)
    expect(ahead(0.05, RECTIFY, 1, { period: 2 }).legacyCost).toBeCloseTo(cost, 15)
    expect(cost).toBeGreaterThan(0.05 * overhang(AHEAD, 12, 0.07))
  })

  it('is given up where its shadow cost leaves nothing to earn', () => {
    expect(ahead(2)).toMatchObject({ served: true, price: 0.24, legacyCost: 0 })
  })

  it('is kept up where nothing can be earned within the announced ceiling', () => {
    const answer = ahead(0.05, RECTIFY, 1, { cap: 0.05 })
    expect(answer.served).toBe(true)
    expect(answer.price).toBeGreaterThan(0.24)
  })

  it('is given up for the announced ceiling once that earns more', () => {
    const answer = ahead(0.4)
    expect(byHand(0.4 * overhang(AHEAD, 12, 0.07)).price).toBe(0.24)
    expect(answer).toMatchObject({ price: 0.24, legacyCost: 0 })
  })

  it('carries nothing when the stock is grandfathered', () => {
    expect(ahead(0.4, GRANDFATHER).legacyCost).toBe(0)
    expect(ahead(0.4, GRANDFATHER).price).toBeGreaterThan(0.24)
  })

  it('carries at least its excess over the line when it must be re-priced', () => {
    const free = ahead(0, GRANDFATHER).price
    expect(free).toBeLessThan(0.36)
    const answer = ahead(0.01, FORCED_EXIT)
    const cost = (free - 0.24) * overhang(AHEAD, 12, 0.07)
    const best = byHand(cost)
    expect(answer.price).toBeCloseTo(best.price, 12)
    if (best.price > 0.24) expect(answer.legacyCost).toBeCloseTo(cost, 12)
  })

  it('is no matter to a price below it', () => {
    const market = toyMarket({ ...setting, parameters: { legacyCost: 0.4 } })
    announce(market, { rules: { regulatoryCap: CAP(0.24) }, announced: 0, effective: AHEAD })
    prepare(market)
    const untouched = priced(setting)
    for (const s of [0, 1, 2]) expect(quoteAt(market, s)).toEqual(quoteAt(untouched, s))
  })
})
