import { describe, expect, it } from 'vitest'
import { binomialUpperTail, quasiPValue } from '../../../analysis/statistics/quasi-p-value.ts'

describe('binomialUpperTail', () => {
  it('is right for four tosses of a coin', () => {
    const tails = [0, 1, 2, 3, 4, 5].map((least) => binomialUpperTail(least, 4, 0.5))
    const sixteenths = [16, 15, 11, 5, 1, 0]
    tails.forEach((tail, k) => expect(tail).toBeCloseTo(sixteenths[k] / 16, 14))
  })

  it('keeps its digits far out, on either side', () => {
    // P(X ≥ 20) of 20 at 1/100, and P(X ≥ 1) of 10,000 at 1/2.
    expect(binomialUpperTail(20, 20, 0.01) / 1e-40).toBeCloseTo(1, 10)
    expect(binomialUpperTail(1, 10_000, 0.5)).toBe(1)
    expect(binomialUpperTail(3, 5, 0)).toBe(0)
    expect(binomialUpperTail(3, 5, 1)).toBe(1)
  })
})

describe('quasiPValue', () => {
  it('asks whether a draw from the box without the restriction would be as dense', () => {
    // Eight of eight, from a box where half are of interest.
    const box = { cases: 8, ofInterest: 8 }
    expect(quasiPValue(box, { cases: 20, ofInterest: 10 })).toBeCloseTo(1 / 256, 14)
    expect(quasiPValue(box, box)).toBe(1)
  })
})
