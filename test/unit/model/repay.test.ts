import { cellAt } from '../../../agents/loans/loan-book.ts'
import { describe, expect, it } from 'vitest'
import { intPow } from '../../../engine/numerics/pow.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import type { Market } from '../../../agents/market.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { settle } from '../../../agents/settlement/settle.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import { guaranteeFeeOf, yieldOf } from '../../../agents/pricing/split.ts'
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { indexLinks } from '../../../engine/links.ts'
import {
  lendingMonth,
  runMonths,
  runPhases,
  toyMarket,
  untilFunding,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const RISKLESS = [0, 0, 0, 0, 0]

describe('LC9: a steady business without default', () => {
  const F1 = 0.6
  const F0 = 2.5
  const setting: ToySetting = {
    banks: [{ riskManagement: 1 }],
    platforms: [{ complianceCapacity: 1, lenderSurplusShare: 0.3 }],
    pools: [0, 0, 100, 0, 0],
    rules: { partnerCost: Float64Array.of(F1), programmeCost: Float64Array.of(F0) },
    parameters: { defaultProbability: RISKLESS, prepayment: 0, markupBase: [1, 1, 0.06, 1, 1] },
  }

  it('stands at 6.5 months of lending and yields 6.5·O·r a year', () => {
    const market = toyMarket(setting)
    runMonths(market, 13)
    const monthly = market.platforms.originated[0]
    const price = 0.029 + 0.75 * 0.12 * 0.078 + 0.045 + 0.06
    expect(monthly).toBeGreaterThan(10)
    expect(market.platforms.balance[0] / (6.5 * monthly)).toBeCloseTo(1, 12)
    runMonths(market, 1, 13)
    const paid = 12 * market.work.borrowerInterest
    expect(paid / (6.5 * monthly * price)).toBeCloseTo(1, 12)
  })

  it('leaves the bank 6.5·O·(RW·CAR*·(R_E−f) + ψS) less what compliance costs', () => {
    const market = toyMarket(setting)
    runMonths(market, 14)
    const stock = 6.5 * market.platforms.originated[0]
    const margin = stock * (0.75 * 0.12 * (0.1 - 0.022) + 0.3 * 0.06) - F1 - F0
    expect(12 * market.banks.programmeProfit[0]).toBeCloseTo(margin, 9)
  })

  it('stands at 5.0900 months of lending when 7% a month prepay', () => {
    const market = toyMarket({
      ...setting,
      parameters: { ...setting.parameters, prepayment: 0.07 },
    })
    runMonths(market, 13)
    let sum = 0
    for (let j = 0; j < 12; j++) sum += (1 - j / 12) * intPow(0.93, j)
    const monthly = market.platforms.originated[0]
    expect(market.platforms.balance[0] / monthly).toBeCloseTo(sum, 10)
    expect(Math.abs(sum - 5.09)).toBeLessThanOrEqual(0.5e-4)
  })
})

/** One bank and one platform that lent once, in period 0, and never again. */
function oneVintage(own: Partial<ToySetting> = {}): Market {
  const market = toyMarket({
    banks: 1,
    platforms: [{ guarantor: 0, guaranteeCover: 0.7 }],
    guarantors: 1,
    pools: [0, 0, 0, 100, 0],
    ...own,
  })
  runPhases(market, lendingMonth, 0)
  market.edges.links.active[0] = 0
  indexLinks(market.edges.links)
  return market
}

const S4 = 3

describe('a vintage in its first month', () => {
  const market = oneVintage()
  const { loans } = market
  const cell = cellAt(loans, 0, 0, S4)
  const lent = loans.principal[cell]
  const quoted = market.work.inForce
  const loss = market.parameters.lossGivenDefault * quoted.averageDefault[S4]
  const terms = {
    hazard: quoted.averageDefault[S4] / 12,
    price: quoted.price[S4],
    yield: yieldOf(quoted.unitCost[0], 0.7, loss, 0.1, quoted.surplus[S4]),
    fee: guaranteeFeeOf(0.7, loss, 0.1),
  }
  runPhases(market, [repay], 1)
  const defaulted = lent * terms.hazard
  const instalment = (lent - defaulted) / 12
  const early = 0.07 * (lent - defaulted - instalment)

  it('has the average default of the approved as its yearly hazard', () => {
    expect(terms.hazard).toBeGreaterThan(0.003)
    expect(market.work.bank.defaults[0] / lent).toBeCloseTo(terms.hazard, 15)
  })

  it('defaults, pays an instalment, prepays in that order', () => {
    expect(loans.principal[cell]).toBeCloseTo(lent - defaulted - instalment - early, 11)
    expect(market.work.bank.defaults[0]).toBeCloseTo(defaulted, 12)
    expect(market.work.bank.repaid[0]).toBeCloseTo(instalment + early, 11)
  })

  it('pays a twelfth of each rate on what was open', () => {
    expect(market.work.bank.interest[0]).toBeCloseTo((lent * terms.yield) / 12, 12)
    expect(market.work.guarantor.fees[0]).toBeCloseTo((lent * terms.fee) / 12, 12)
    const platform = (lent * (terms.price - terms.yield - terms.fee)) / 12
    expect(market.work.platform.fees[0]).toBeCloseTo(platform, 12)
    expect(market.work.borrowerInterest).toBeCloseTo((lent * terms.price) / 12, 12)
  })

  it('asks the guarantor for its cover of the default', () => {
    expect(market.work.claims[0]).toBeCloseTo(0.7 * defaulted, 13)
  })

  it('carries into the next month what is left without defaults', () => {
    const kept = loans.principal[cell]
    expect(market.edges.balance[0]).toBeCloseTo(kept, 12)
    expect(market.edges.carried[0]).toBeCloseTo(kept * (1 - 1 / 11) * 0.93, 11)
  })
})

describe('a vintage over its life', () => {
  it('comes back or defaults in full in twelve months (I6)', () => {
    const market = oneVintage()
    const lent = market.platforms.balance[0]
    let back = 0
    let defaults = 0
    for (let period = 1; period <= 12; period++) {
      runPhases(market, lendingMonth, period)
      back += market.work.bank.repaid[0]
      defaults += market.work.bank.defaults[0]
      if (period < 12) expect(market.platforms.balance[0]).toBeGreaterThan(0)
    }
    expect(market.platforms.balance[0]).toBe(0)
    expect(back + defaults).toBeCloseTo(lent, 9)
    expect(defaults).toBeGreaterThan(0.01 * lent)
  })

  it('costs LGD·π̄ and earns r a year on its average balance', () => {
    const market = oneVintage()
    const hazard = market.work.inForce.averageDefault[S4] / 12
    const price = market.work.inForce.price[S4]
    let open = 0
    let defaults = 0
    let paid = 0
    for (let period = 1; period <= 12; period++) {
      open += market.platforms.balance[0]
      runPhases(market, lendingMonth, period)
      defaults += market.work.bank.defaults[0]
      paid += market.work.borrowerInterest
    }
    expect((12 * defaults) / open).toBeCloseTo(12 * hazard, 13)
    expect((12 * paid) / open).toBeCloseTo(price, 13)
  })
})

describe('the hazard of the month', () => {
  function firstDefaults(prepareMarket: (market: Market) => void): number {
    const market = oneVintage()
    prepareMarket(market)
    runPhases(market, [repay], 1)
    return market.work.bank.defaults[0] / market.loans.lent[0]
  }
  const calm = firstDefaults(() => undefined)

  it('is Φ((Φ⁻¹(h) − √ρ·Z)/√(1−ρ)): bad times, Z < 0, raise it', () => {
    for (const z of [-2, 0.7]) {
      const now = firstDefaults(({ environment }) => {
        environment.macroOn = true
        environment.macroState = z
      })
      const score = (normalQuantile(calm) - Math.sqrt(0.023) * z) / Math.sqrt(1 - 0.023)
      expect(now).toBeCloseTo(normalCdf(score), 14)
      expect(now > calm).toBe(z < 0)
    }
  })

  it('of a platform in distress is ξ times as high, at most one', () => {
    const distressed = (factor: number) =>
      firstDefaults((market) => {
        market.platforms.distressMonths[0] = 6
        market.parameters.distressMultiplier = factor
      })
    expect(distressed(3)).toBeCloseTo(3 * calm, 14)
    expect(distressed(1e6)).toBe(1)
  })

  it('of a riskless loan is nothing in any times', () => {
    const market = oneVintage({ parameters: { defaultProbability: RISKLESS } })
    market.environment.macroOn = true
    market.environment.macroState = -3
    runPhases(market, [repay], 1)
    expect(market.work.bank.defaults[0]).toBe(0)
  })
})

describe("borrowers' debt", () => {
  it('moves with flows and equals what lenders hold, by segment (I4)', () => {
    const market = toyMarket({
      banks: 2,
      platforms: [{ guarantor: 0, guaranteeCover: 1 }, {}],
      guarantors: 1,
    })
    for (let period = 0; period < 18; period++) {
      runPhases(market, untilFunding, period)
      runPhases(market, [repay, payIndemnities, settle], period)
    }
    const { loans } = market
    for (let s = 0; s < SEGMENTS; s++) {
      let held = 0
      for (let row = 0; row < loans.rows; row++) {
        for (let v = 0; v < loans.tenor; v++) held += loans.principal[cellAt(loans, row, v, s)]
      }
      expect(market.segments.debt[s] / held).toBeCloseTo(1, 12)
    }
  })
})
