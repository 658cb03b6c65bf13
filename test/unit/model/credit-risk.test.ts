import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { debtRanks, stressedDefault } from '../../../analysis/metrics/debt-rank.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import type { Market } from '../../../agents/market.ts'
import {
  halfUnit,
  lendingMonth,
  runMonths,
  runPhases,
  toyMarket,
  type Row,
} from '../../fixtures/toy-market.ts'

const RHO = 0.04

/** A book of one vintage whose monthly hazard is `hazard`, before the month that decides it. */
function bookWith(hazard: number, guarantor: Row, cover = 1): Market {
  // Everybody is approved at c = 0, so the hazard is PD/12: a PD of 12·hazard is allowed here.
  const defaultProbability = [0, 0, 0, 0, 12 * hazard]
  const market = toyMarket({
    banks: 1,
    platforms: [{ guarantor: 0, guaranteeCover: cover, dataAdvantage: 0 }],
    guarantors: [guarantor],
    pools: [0, 0, 0, 0, 100],
    parameters: { defaultProbability, macroLoading: RHO, guarantorCost: 0 },
  })
  runPhases(market, lendingMonth, 0)
  market.environment.macroOn = true
  return market
}

/** Default rate of a book in its first month when the macro state is Φ⁻¹(1 − q). */
function defaultRate(hazard: number, q: number): number {
  const market = bookWith(hazard, {})
  const lent = market.platforms.balance[0]
  market.environment.macroState = -normalQuantile(q)
  runPhases(market, [repay], 1)
  return market.work.bank.defaults[0] / lent
}

describe('LC3: loss quantiles of a static book in one period', () => {
  it.each([
    [0.05, 0.99, 11.431],
    [0.05, 0.999, 14.732],
    [0.11, 0.99, 21.859],
    [0.11, 0.999, 26.729],
  ])('PD %s at %s: %s%%', (pd, q, printed) => {
    const shift = Math.sqrt(RHO) * normalQuantile(q)
    const closed = normalCdf((normalQuantile(pd) + shift) / Math.sqrt(1 - RHO))
    expect(defaultRate(pd, q)).toBeCloseTo(closed, 12)
    expect(Math.abs(100 * closed - printed)).toBeLessThanOrEqual(halfUnit(3))
  })

  it('is what DebtRank takes as the stressed default rate', () => {
    expect(stressedDefault(0.05)).toBeCloseTo(defaultRate(0.05, 0.999), 12)
  })
})

describe('LC11: ruin of a guarantor in one period', () => {
  const LGD = 0.88
  const PD = 0.11
  const fee = LGD * PD * 1.1

  /** X*: the default rate at which equity and fee are used up. */
  function ruinRate(leverage: number): number {
    return (1 / leverage + fee) / LGD
  }

  it.each([
    [10, 0.23464, 0.4835],
    [15, 0.19676, 2.5437],
  ])('at leverage %i: X* = %s, ruin %s%%', (leverage, rate, percent) => {
    const limit = ruinRate(leverage)
    const score = normalQuantile(PD) - Math.sqrt(1 - RHO) * normalQuantile(limit)
    const ruin = normalCdf(score / Math.sqrt(RHO))
    expect(Math.abs(limit - rate)).toBeLessThanOrEqual(halfUnit(5))
    expect(Math.abs(100 * ruin - percent)).toBeLessThanOrEqual(halfUnit(4))
  })

  it.each([10, 15])(
    'at leverage %i: capital is gone on one side of that macro state',
    (leverage) => {
      // One period: the fee of the whole period is in cash, interest of the month itself is taken out.
      const limit = ruinRate(leverage)
      const critical = (normalQuantile(PD) - Math.sqrt(1 - RHO) * normalQuantile(limit)) / 0.2
      for (const side of [-1e-6, 1e-6]) {
        const market = bookWith(PD, {})
        const { guarantors, work } = market
        const exposure = market.platforms.balance[0]
        market.environment.macroState = critical + side
        runPhases(market, [repay], 1)
        const capital = exposure * (1 / leverage + fee) - work.guarantor.fees[0]
        guarantors.cash[0] = 1e9
        guarantors.equity[0] = capital
        runPhases(market, [payIndemnities], 1)
        expect(guarantors.equity[0] < 0).toBe(side < 0)
      }
    },
  )
})

describe('LC13: DebtRank of a star', () => {
  it('hits each bank once: h_b = min(1, Λ_bp)', () => {
    const banks = [{ otherLoans: 1e4 }, { otherLoans: 2e4 }, { otherLoans: 4e4 }]
    const market = toyMarket({ banks, platforms: 1 })
    runMonths(market, 3)
    // The middle bank would lose more than all it has.
    market.banks.equity.set([800, 1, 2600])
    const hazards = Float64Array.of(0.01)
    let lost = 0
    let capital = 0
    for (let b = 0; b < 3; b++) {
      const impact = (0.88 * (3 - 1) * 6 * 0.01 * market.edges.balance[b]) / market.banks.equity[b]
      lost += Math.min(1, impact) * market.banks.equity[b]
      capital += market.banks.equity[b]
      if (b === 1) expect(impact).toBeGreaterThan(1)
      else expect(impact).toBeLessThan(1)
    }
    expect(debtRanks(market, hazards)[0]).toBeCloseTo(lost / capital, 12)
  })
})
