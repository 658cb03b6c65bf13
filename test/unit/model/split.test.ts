import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guaranteeFeeOf, platformFeeOf, yieldOf } from '../../../agents/pricing/split.ts'
import { booked, settleTerms } from '../../../agents/loans/book-loans.ts'
import { runPhases, toyMarket, untilApprovals } from '../../fixtures/toy-market.ts'

describe('the split of a price', () => {
  it('adds up to the price: y + g + φ = r', () => {
    const rate = fc.double({ min: 0, max: 0.3, noNaN: true })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(rate, rate, rate, rate, share, share, share, (...given) => {
        const [upsilon, mean, running, loss, cover, psi, load] = given
        const surplus = 0.05
        const price = mean + running + loss * (1 + cover * load) + surplus
        const own = surplus + mean - upsilon
        const y = yieldOf(upsilon, cover, loss, psi, own)
        const g = guaranteeFeeOf(cover, loss, load)
        const phi = platformFeeOf(running, psi, own)
        expect(y + g + phi).toBeCloseTo(price, 12)
      }),
      { seed: 54, numRuns: 200 },
    )
  })

  it('gives the bank its cost, uncovered losses and its share of the surplus', () => {
    expect(yieldOf(0.036, 0.7, 0.05, 0.1, 0.08)).toBeCloseTo(0.036 + 0.3 * 0.05 + 0.008, 15)
    expect(guaranteeFeeOf(0.7, 0.05, 0.1)).toBeCloseTo(0.7 * 0.05 * 1.1, 15)
    expect(platformFeeOf(0.045, 0.1, 0.08)).toBeCloseTo(0.045 + 0.9 * 0.08, 15)
  })
})

describe('terms frozen at origination', () => {
  const banks = [{ fundingCost: 0.018 }, { fundingCost: 0.028, otherLoans: 3e6 }]
  const platforms = [{ guarantor: 0, guaranteeCover: 0.7 }]

  it('leave a cheaply funded bank the difference between its cost and the mean', () => {
    const market = toyMarket({ banks, platforms, guarantors: 1 })
    runPhases(market, untilApprovals, 0)
    const { unitCost } = market.work.inForce
    const yields = [0, 1].map((slot) => {
      settleTerms(market, slot, 0, 2)
      expect(booked.yield + booked.guaranteeFee + booked.platformFee).toBeCloseTo(booked.price, 12)
      return booked.yield
    })
    // y = υ + … + ψ(S + ῡ − υ): of a cost difference the platform keeps 1 − ψ.
    expect(unitCost[0]).toBeLessThan(unitCost[1])
    expect(yields[1] - yields[0]).toBeCloseTo((1 - 0.1) * (unitCost[1] - unitCost[0]), 12)
  })

  it('move what a fee cap takes from the platform to the bank', () => {
    const free = toyMarket({ banks, platforms, guarantors: 1 })
    const capped = toyMarket({
      banks,
      platforms,
      guarantors: 1,
      rules: { platformFeeMax: Float64Array.of(0.06, 0.06) },
    })
    runPhases(free, untilApprovals, 0)
    settleTerms(free, 0, 0, 3)
    const before = { ...booked }
    runPhases(capped, untilApprovals, 0)
    settleTerms(capped, 0, 0, 3)
    expect(before.platformFee).toBeGreaterThan(0.06)
    expect(booked.platformFee).toBe(0.06)
    expect(booked.yield).toBeCloseTo(before.yield + before.platformFee - 0.06, 12)
    expect(booked.guaranteeFee).toBe(before.guaranteeFee)
  })
})
