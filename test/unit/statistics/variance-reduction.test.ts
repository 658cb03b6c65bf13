import { describe, expect, it } from 'vitest'
import { comparePairs } from '../../../analysis/statistics/paired.ts'
import { varianceReductions } from '../../../analysis/statistics/variance-reduction.ts'

describe('varianceReductions', () => {
  const baseline = [10, 20, 30, 40]
  const reform = [11, 22, 31, 42]
  const of = (left: number[], right: number[]) => varianceReductions(['links'], [left], [right])[0]

  it('list every metric in order, as the comparison of its pairs has it', () => {
    const found = varianceReductions(
      ['links', 'cr5'],
      [baseline, [1, 2, 3, 4]],
      [reform, [4, 1, 3, 2]],
    )
    expect(found.map(({ metric }) => metric)).toEqual(['links', 'cr5'])
    expect(found[0].factor).toBeCloseTo(comparePairs(baseline, reform).varianceReduction, 8)
    expect(found[0].correlation).toBeGreaterThan(0.99)
    // Variances 5/3 each; differences 3, −1, 0, −2 of variance 14/3.
    expect(found[1].factor).toBeCloseTo(10 / 14, 12)
    expect(found[1].correlation).toBeCloseTo((10 - 14) / 10, 12)
  })

  it('are infinite for a constant difference, rounding apart, and undefined for none at all', () => {
    expect(of(baseline, baseline).factor).toBe(Infinity)
    expect(of([0.1, 0.2, 0.3], [0.4, 0.5, 0.6]).factor).toBe(Infinity)
    expect(of([3, 3, 3], [4, 4, 4]).factor).toBeNaN()
    expect(of([3, 3, 3], [4, 5, 6]).factor).toBe(1)
    expect(of([3], [4]).factor).toBeNaN()
  })

  it('leave out pairs with an undefined side', () => {
    expect(of([NaN, ...baseline], [7, ...reform])).toEqual(of(baseline, reform))
    expect(of([NaN, ...baseline], [7, ...reform]).n).toBe(4)
  })
})
