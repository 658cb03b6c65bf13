import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repay } from '../../../agents/borrower/repay.ts'
import type { Market } from '../../../agents/market.ts'
import { guaranteeFeeOf, platformFeeOf, yieldOf } from '../../../agents/pricing/split.ts'
import { lendingMonth, runPhases, toyMarket, type ToySetting } from '../../fixtures/toy-market.ts'

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
  const setting: ToySetting = {
    banks,
    platforms: [{ guarantor: 0, guaranteeCover: 0.7 }],
    guarantors: 1,
    pools: [0, 0, 0, 100, 0],
  }

  /** What each side got in the first month, as yearly rates on what the banks had lent. */
  function ratesOf(market: Market) {
    runPhases(market, lendingMonth, 0)
    const lent = [...market.banks.partnerLoans]
    const price = market.work.inForce.price[3]
    runPhases(market, [repay], 1)
    const all = lent[0] + lent[1]
    return {
      price,
      yields: lent.map((amount, b) => (12 * market.work.bank.interest[b]) / amount),
      mean: (12 * (market.work.bank.interest[0] + market.work.bank.interest[1])) / all,
      guaranteeFee: (12 * market.work.guarantor.fees[0]) / all,
      platformFee: (12 * market.work.platform.fees[0]) / all,
    }
  }

  it('pay out the price and nothing else', () => {
    const rates = ratesOf(toyMarket(setting))
    expect(rates.mean + rates.guaranteeFee + rates.platformFee).toBeCloseTo(rates.price, 12)
  })

  it('leave a cheaply funded bank the difference between its cost and the mean', () => {
    const market = toyMarket(setting)
    const { yields } = ratesOf(market)
    const { unitCost } = market.work.inForce
    // y = υ + … + ψ(S + ῡ − υ): of a cost difference the platform keeps 1 − ψ.
    expect(unitCost[0]).toBeLessThan(unitCost[1])
    expect(yields[1] - yields[0]).toBeCloseTo((1 - 0.1) * (unitCost[1] - unitCost[0]), 12)
  })

  it('give the bank its cost, its losses and ψ of the surplus', () => {
    const market = toyMarket(setting)
    const { yields, guaranteeFee, price } = ratesOf(market)
    const { unitCost, meanUnitCost, averageDefault } = market.work.inForce
    const loss = 0.88 * averageDefault[3]
    const surplus = price - meanUnitCost[0] - 0.045 - loss * 1.07
    const own = surplus + meanUnitCost[0] - unitCost[0]
    expect(yields[0]).toBeCloseTo(unitCost[0] + 0.3 * loss + 0.1 * own, 12)
    expect(guaranteeFee).toBeCloseTo(0.7 * loss * 1.1, 12)
  })

  it('move what a fee cap takes from the platform to the bank', () => {
    const rules = { platformFeeMax: Float64Array.of(0.06, 0.06) }
    const free = ratesOf(toyMarket(setting))
    const capped = ratesOf(toyMarket({ ...setting, rules }))
    expect(free.platformFee).toBeGreaterThan(0.06)
    expect(capped.platformFee).toBeCloseTo(0.06, 12)
    expect(capped.mean).toBeCloseTo(free.mean + free.platformFee - 0.06, 12)
    expect(capped.guaranteeFee).toBeCloseTo(free.guaranteeFee, 14)
  })
})
