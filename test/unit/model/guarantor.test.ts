import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repay } from '../../../agents/borrower/repay.ts'
import { paidShareOf, payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import { toyMarket, runMonths, runPhases, total, type Row } from '../../fixtures/toy-market.ts'
import type { Market } from '../../../agents/market.ts'
import type { Parameters } from '../../../agents/parameters.ts'

const COVERED: Row = { guarantor: 0, guaranteeCover: 0.7 }

/** A market with claims on its one guarantor, after a year of lending. */
function claiming(own: Partial<Parameters> = {}): Market {
  const market = toyMarket({
    banks: [{}, { otherLoans: 3e6 }, { otherLoans: 2e5 }],
    platforms: [COVERED, { ...COVERED, guaranteeCover: 1, dataAdvantage: 0.3 }],
    guarantors: 1,
    parameters: own,
  })
  runMonths(market, 8)
  runPhases(market, [repay], 8)
  return market
}

describe('the paid share of claims', () => {
  it('is min(1, available/claimed), and 1 without claims', () => {
    expect(paidShareOf(30, 40)).toBe(0.75)
    expect(paidShareOf(40, 40)).toBe(1)
    expect(paidShareOf(50, 40)).toBe(1)
    expect(paidShareOf(0, 0)).toBe(1)
    expect(paidShareOf(0, 5)).toBe(0)
  })
})

describe('LC12: one guarantor without fees, costs or recoveries', () => {
  function cleared(cash: number): Market {
    const market = claiming({ guarantorCost: 0 })
    market.work.guarantor.fees.fill(0)
    market.guarantors.claims.fill(0)
    market.guarantors.cash[0] = cash
    runPhases(market, [payIndemnities], 8)
    return market
  }
  const claimed = total(claiming().work.claims)

  it.each([0.25, 0.9, 1, 1.7])(
    'with %s of its claims in cash pays that share, at most all',
    (k) => {
      const market = cleared(k * claimed)
      const share = Math.min(1, k)
      expect(market.guarantors.paidShare[0]).toBeCloseTo(share, 12)
      expect(market.guarantors.cash[0]).toBeCloseTo(k * claimed - share * claimed, 12)
    },
  )

  it('pays every bank pro rata', () => {
    const market = cleared(0.4 * claimed)
    const { links } = market.edges
    for (let b = 0; b < 3; b++) {
      let claims = 0
      for (let slot = 0; slot < links.count; slot++) {
        if (links.from[slot] === b) claims += market.work.claims[slot]
      }
      expect(claims).toBeGreaterThan(0)
      expect(market.work.bank.indemnity[b] / claims).toBeCloseTo(0.4, 12)
    }
  })
})

describe("a guarantor's month", () => {
  it('adds fees and recoveries, pays cost and claims', () => {
    const market = claiming()
    const { guarantors, work } = market
    const before = {
      cash: guarantors.cash[0],
      claims: guarantors.claims[0],
      equity: guarantors.equity[0],
    }
    const fees = work.guarantor.fees[0]
    const claimed = total(work.claims)
    const cost = (0.005 * guarantors.outstanding[0]) / 12
    expect(Math.min(fees, claimed, cost, before.claims)).toBeGreaterThan(0)
    runPhases(market, [payIndemnities], 8)
    const recovered = (0.12 * before.claims) / 6
    expect(guarantors.cash[0]).toBeCloseTo(before.cash + fees + recovered - cost - claimed, 8)
    expect(guarantors.claims[0]).toBeCloseTo(before.claims + claimed - before.claims / 6, 10)
    expect(guarantors.equity[0]).toBeCloseTo(before.equity + fees - 0.88 * claimed - cost, 8)
  })

  it('never lacks the cost it pays, nor pays more than it has', () => {
    const amount = fc.double({ min: 0, max: 5, noNaN: true })
    fc.assert(
      fc.property(amount, fc.double({ min: 0, max: 200, noNaN: true }), (cash, burden) => {
        const market = claiming()
        market.guarantors.cash[0] = cash
        market.guarantors.outstanding[0] = burden * 1e4
        runPhases(market, [payIndemnities], 8)
        expect(market.guarantors.cash[0]).toBeGreaterThanOrEqual(-1e-12)
        expect(market.guarantors.paidShare[0]).toBeGreaterThanOrEqual(0)
        expect(market.guarantors.paidShare[0]).toBeLessThanOrEqual(1)
      }),
      { seed: 6, numRuns: 40 },
    )
  })

  it('keeps Kc + (1−LGD)·RG = K (I2)', () => {
    const market = claiming()
    runPhases(market, [payIndemnities], 8)
    const { cash, claims, equity } = market.guarantors
    expect((cash[0] + 0.12 * claims[0]) / equity[0]).toBeCloseTo(1, 12)
  })

  it('shows its outstanding guarantees and refreshes what banks go by each quarter', () => {
    const market = claiming()
    const { guarantors, platforms } = market
    const expected = 0.7 * platforms.balance[0] + platforms.balance[1]
    expect(guarantors.outstanding[0] / expected).toBeCloseTo(1, 12)
    // Months 2, 5 and 8 end a quarter of the review cycle; the last settled month here is 7.
    expect(guarantors.reviewedEquity[0]).not.toBe(guarantors.equity[0])
    const fresh = claiming()
    runMonths(fresh, 1, 8)
    expect(fresh.guarantors.reviewedEquity[0]).toBe(fresh.guarantors.equity[0])
  })
})
