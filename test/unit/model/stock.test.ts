import { describe, expect, it } from 'vitest'
import { intPow } from '../../../engine/numerics/pow.ts'
import { ageProfile, overhang, stockPerFlow } from '../../../agents/pricing/stock.ts'
import { halfUnit } from '../../fixtures/toy-market.ts'

describe('a steady flow of instalment loans', () => {
  it('stands at 6.5 months of lending without prepayment and 5.0900 with 7% a month', () => {
    expect(stockPerFlow(12, 0)).toBe(6.5)
    expect(Math.abs(stockPerFlow(12, 0.07) - 5.09)).toBeLessThanOrEqual(halfUnit(4))
  })

  it.each([
    [0, 6, 0.269],
    [0, 3, 0.577],
    [0, 1, 0.846],
    [0.07, 6, 0.198],
    [0.07, 3, 0.494],
    [0.07, 1, 0.804],
  ])('with prepayment %s has after %s months the share %s left', (prepayment, months, share) => {
    expect(Math.abs(overhang(months, 12, prepayment) - share)).toBeLessThanOrEqual(halfUnit(3))
  })

  it('has all of its balance ahead at origination and none at the end', () => {
    expect(overhang(0, 12, 0.07)).toBe(1)
    expect(overhang(12, 12, 0.07)).toBe(0)
    expect(overhang(40, 12, 0.07)).toBe(0)
    expect(overhang(-3, 12, 0.07)).toBe(1)
  })

  it('shrinks with defaults as the age profile does', () => {
    const hazard = 0.12
    const profile = ageProfile(12, 0.07, hazard)
    const sum = profile.reduce((a, b) => a + b, 0)
    expect(stockPerFlow(12, 0.07, hazard)).toBeCloseTo(sum, 14)
    expect(profile[0]).toBe(1)
    expect(profile[5]).toBeCloseTo((7 / 12) * intPow(0.93 * 0.99, 5), 14)
    expect(stockPerFlow(12, 0.07, hazard)).toBeLessThan(stockPerFlow(12, 0.07))
  })
})
