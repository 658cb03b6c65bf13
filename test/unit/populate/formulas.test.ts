import { describe, expect, it } from 'vitest'
import { CONSUMER_FINANCE, MICROLENDER, TRUST } from '../../../agents/parameters.ts'
import { appetiteFactor } from '../../../agents/populate/appetite-factor.ts'
import { fillReach } from '../../../agents/populate/draw-regions.ts'
import { openingGuarantorEquity } from '../../../agents/populate/guarantors.ts'
import { openingCapital } from '../../../agents/populate/opening-capital.ts'
import { otherLoanMargin } from '../../../agents/populate/other-loan-margin.ts'
import { balanceMonths } from '../../../agents/populate/platform-facts.ts'
import { SEGMENT_SHARES } from '../../../agents/populate/segment-shares.ts'
import { parameters } from './shipped-data.ts'

const REPORTED = {
  licence: CONSUMER_FINANCE,
  capitalRatio: 0.13,
  totalEquity: NaN,
  tier1Ratio: NaN,
  capitalBuffer: 0.02,
}

describe('opening capital', () => {
  // RWA = .75·400 + 700 = 1000
  const open = (change: Partial<typeof REPORTED>) =>
    openingCapital({ ...REPORTED, ...change }, 700, 400)

  it('takes the reported equity first and fills up with tier 2', () => {
    const capital = open({ totalEquity: 100, tier1Ratio: 0.09 })
    expect(capital.equity).toBe(100)
    expect(capital.tier2).toBeCloseTo(30, 12)
  })

  it('takes the tier-1 ratio next', () => {
    expect(open({ tier1Ratio: 0.09 }).equity).toBeCloseTo(90, 12)
    expect(open({ tier1Ratio: 0.09 }).tier2).toBeCloseTo(40, 12)
  })

  it('else takes the capital ratio less 2.5 points, which are tier 2', () => {
    expect(open({}).equity).toBeCloseTo(105, 12)
    expect(open({}).tier2).toBeCloseTo(25, 12)
  })

  it('has no negative tier 2 when equity exceeds the ratio', () => {
    expect(open({ totalEquity: 200 }).tier2).toBe(0)
  })

  it('aims at the minimum and its buffer but never above where it starts', () => {
    expect(open({}).capitalTarget).toBeCloseTo(0.125, 12)
    expect(open({ capitalRatio: 0.11 }).capitalTarget).toBeCloseTo(0.11, 12)
    expect(open({ totalEquity: 200, capitalRatio: 0.11 }).capitalTarget).toBeCloseTo(0.125, 12)
  })

  it('is a fifth of loans at a trust and as given at a microlender', () => {
    const trust = open({ licence: TRUST, capitalRatio: NaN })
    expect(trust).toEqual({ equity: 220, tier2: 0, capitalTarget: 0.125 })
    const own = openingCapital({ ...REPORTED, licence: MICROLENDER, totalEquity: 7500 }, 0, 0)
    expect(own).toEqual({ equity: 7500, tier2: 0, capitalTarget: 0.105 })
  })
})

describe('other-loan margin', () => {
  const inputs = {
    returnOnAssets: 0.01,
    assets: 1000,
    deposits: 900,
    fundingCost: 0.02,
    programmeIncome: 8,
    otherLoans: 700,
    taxRate: 0.25,
  }

  it('gives back the return on assets it was asked for', () => {
    const margin = otherLoanMargin(inputs)
    const profit = margin * 700 + 8 - 0.02 * 900
    expect((0.75 * profit) / 1000).toBeCloseTo(0.01, 15)
  })

  it('keeps a loss a loss', () => {
    const margin = otherLoanMargin({ ...inputs, returnOnAssets: -0.01 })
    expect(0.75 * (margin * 700 + 8 - 18)).toBeCloseTo(-10, 12)
  })

  it('falls when the programme earns more and rises with the cost of funds', () => {
    const margin = otherLoanMargin(inputs)
    expect(otherLoanMargin({ ...inputs, programmeIncome: 9 })).toBeLessThan(margin)
    expect(otherLoanMargin({ ...inputs, fundingCost: 0.03 })).toBeGreaterThan(margin)
  })

  it('is 0 without other loans', () => {
    expect(otherLoanMargin({ ...inputs, otherLoans: 0 })).toBe(0)
  })
})

describe('appetite factor', () => {
  const rows = {
    share: Float64Array.of(0.1, 0.2, 0.4),
    bound: Float64Array.of(0.95, 0.95, 0.95),
    loans: Float64Array.of(100, 100, 100),
    counted: Uint8Array.of(1, 1, 1),
  }
  const sum = (factor: number, bound: Float64Array): number =>
    rows.share.reduce((total, share, b) => total + Math.min(factor * share, bound[b]) * 100, 0)

  it('scales shares to the total when no bound binds', () => {
    expect(appetiteFactor(rows, 35)).toBeCloseTo(0.5, 14)
  })

  it('gives what bounded rows leave to the others', () => {
    const bound = Float64Array.of(0.95, 0.95, 0.5)
    const factor = appetiteFactor({ ...rows, bound }, 110)
    expect(factor).toBeCloseTo(2, 14)
    expect(sum(factor, bound)).toBeCloseTo(110, 12)
  })

  it('finds bounds that bind only after others do', () => {
    const bound = Float64Array.of(0.95, 0.35, 0.2)
    expect(sum(appetiteFactor({ ...rows, bound }, 75), bound)).toBeCloseTo(75, 12)
  })

  it('leaves rows that are off out of the sum', () => {
    expect(appetiteFactor({ ...rows, counted: Uint8Array.of(1, 0, 0) }, 35)).toBeCloseTo(3.5, 14)
  })

  it('is infinite when the bounds cannot reach the total', () => {
    expect(appetiteFactor(rows, 1000)).toBe(Infinity)
  })
})

describe('small formulas', () => {
  it('a balance without prepayment holds half a tenor and half a month of new loans', () => {
    expect(balanceMonths(12, 0)).toBeCloseTo(6.5, 12)
    expect(balanceMonths(2, 0.5)).toBeCloseTo(1.25, 15)
  })

  it('the listed balance over monthly new loans is in the observed range', () => {
    const months = balanceMonths(parameters.tenor, parameters.prepayment)
    expect(months).toBeGreaterThan(4.5)
    expect(months).toBeLessThan(6)
  })

  it('segment shares of every tier sum to 1', () => {
    for (const shares of SEGMENT_SHARES) {
      expect(shares).toHaveLength(5)
      expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 15)
    }
  })

  it('a guarantor holds a seventh of what it guarantees', () => {
    expect(openingGuarantorEquity(700, parameters)).toBeCloseTo(100, 12)
  })

  it('reach weighted by region sums to 1, with 85% of a niche platform at home', () => {
    const weight = Float64Array.of(0.5, 0.3, 0.2)
    const reach = new Float64Array(6)
    fillReach(reach, 0, weight, -1, 0.85)
    fillReach(reach, 3, weight, 1, 0.85)
    expect([...reach.subarray(0, 3)]).toEqual([1, 1, 1])
    expect(reach[4] * 0.3).toBeCloseTo(0.85, 14)
    expect(reach[3]).toBe(reach[5])
    expect(reach[3] * 0.5 + reach[4] * 0.3 + reach[5] * 0.2).toBeCloseTo(1, 14)
  })
})
