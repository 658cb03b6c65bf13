import { describe, expect, it } from 'vitest'
import {
  effectiveCount,
  gini,
  herfindahl,
  shareEntropy,
  topShare,
} from '../../../analysis/metrics/shares.ts'

const amounts = Float64Array.of(1, 4, 2, 3)

describe('shares', () => {
  it('squares and sums them: (1+16+4+9)/100', () => {
    expect(herfindahl(amounts)).toBeCloseTo(0.3, 14)
  })

  it('adds the largest ones, all of them when there are fewer than asked for', () => {
    expect(topShare(amounts, 2)).toBeCloseTo(0.7, 14)
    expect(topShare(amounts, 9)).toBe(1)
  })

  it('knows the entropy of halves, and that nothing times its logarithm is nothing', () => {
    expect(shareEntropy(Float64Array.of(5, 0, 5))).toBeCloseTo(Math.LN2, 14)
    expect(effectiveCount(Float64Array.of(5, 0, 5))).toBeCloseTo(2, 13)
  })

  it('is not defined for a total of nothing', () => {
    const nothing = new Float64Array(3)
    expect(herfindahl(nothing)).toBeNaN()
    expect(topShare(nothing, 1)).toBeNaN()
    expect(shareEntropy(nothing)).toBeNaN()
    expect(effectiveCount(nothing)).toBeNaN()
  })
})

describe('gini', () => {
  it('agrees with the sum over all pairs', () => {
    const values = [3, 0, 1, 4, 4]
    let pairs = 0
    for (const a of values) for (const b of values) pairs += Math.abs(a - b)
    expect(gini(values)).toBeCloseTo(pairs / (2 * 25 * 2.4), 14)
  })

  it('is 0 among equals and among those with nothing, and not defined for no one', () => {
    expect(gini([2, 2, 2])).toBe(0)
    expect(gini([0, 0])).toBe(0)
    expect(gini([])).toBeNaN()
  })

  it('is 1 - 1/n when one has all', () => {
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 14)
  })
})
