import { describe, expect, it } from 'vitest'
import { bootstrapInterval } from '../../../analysis/statistics/bootstrap.ts'
import { estimateMean } from '../../../analysis/statistics/interval.ts'
import { mean, standardDeviation } from '../../../analysis/statistics/moments.ts'
import { comparePairs, pairsNeeded } from '../../../analysis/statistics/paired.ts'
import { quantile } from '../../../analysis/statistics/quantile.ts'
import { studentCdf, studentQuantile } from '../../../analysis/statistics/student.ts'

describe('quantile', () => {
  it("is R's type 7", () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([7], 0.9)).toBe(7)
    expect(quantile([], 0.5)).toBeNaN()
  })
})

describe('Student', () => {
  it('has the quantile within 1e-7', () => {
    expect(studentQuantile(0.975, 9)).toBeCloseTo(2.2621571627982, 6)
    expect(studentQuantile(0.975, 199)).toBeCloseTo(1.971956544249, 6)
    expect(studentCdf(studentQuantile(0.9, 4), 4)).toBeCloseTo(0.9, 10)
  })
})

describe('estimateMean', () => {
  it('gives the interval of a hand-made sample', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    const { mean: centre, low, high, sd, n } = estimateMean(values)
    expect([centre, n]).toEqual([5.5, 10])
    expect(sd).toBeCloseTo(3.0276503540974917, 12)
    expect(high - centre).toBeCloseTo((2.2621571627982 * sd) / Math.sqrt(10), 6)
    expect(centre - low).toBeCloseTo(high - centre, 12)
  })

  it('leaves out what is not defined, and claims nothing from one value', () => {
    expect(estimateMean([NaN, 4, NaN, 6]).n).toBe(2)
    expect(estimateMean([NaN, 4, NaN, 6]).mean).toBe(5)
    expect(estimateMean([4]).low).toBeNaN()
    expect(estimateMean([]).mean).toBeNaN()
  })
})

describe('comparePairs', () => {
  const baseline = [10, 20, 30, 40]

  it('works on differences: 1, 2, 1, 2', () => {
    const result = comparePairs(baseline, [11, 22, 31, 42])
    expect(result.change.mean).toBe(1.5)
    expect(result.change.sd).toBeCloseTo(Math.sqrt(1 / 3), 14)
    expect(result.verdict).toBe('higher')
    expect(result.sameSignShare).toBe(1)
    expect(result.signProbability).toBeGreaterThan(0.99)
    // Variances 500/3 and 521/3 over 1/3.
    expect(result.varianceReduction).toBeCloseTo(1021, 8)
  })

  it('takes the sign of two pairs from one degree of freedom', () => {
    // Mean 1.5 over √½/√2 is 3; the Cauchy distribution holds ½ + arctan(3)/π below it.
    const { signProbability } = comparePairs([10, 20], [11, 22])
    expect(signProbability).toBeCloseTo(0.5 + Math.atan(3) / Math.PI, 7)
  })

  it('tells lower from higher', () => {
    expect(comparePairs([11, 22, 31, 42], baseline).verdict).toBe('lower')
  })

  it('calls equal pairs identical, and one different bit not', () => {
    expect(comparePairs(baseline, [...baseline]).verdict).toBe('identical')
    expect(comparePairs(baseline, [10, 20, 30, 40 + 1e-14]).verdict).toBe('notDistinguishable')
  })

  it('does not tell apart what covers zero, and says how many pairs would', () => {
    const result = comparePairs([1, 2, 3, 4], [3, 1, 4, 3])
    expect(result.verdict).toBe('notDistinguishable')
    expect(result.pairsNeeded).toBeGreaterThan(4)
  })

  it('drops pairs with an undefined side', () => {
    const result = comparePairs([NaN, 1, 2], [5, NaN, 4])
    expect(result.n).toBe(1)
    expect(result.change.mean).toBe(2)
    expect(comparePairs([NaN], [NaN]).verdict).toBe('undefined')
  })

  it('refuses pairs of unequal number', () => {
    expect(() => comparePairs([1], [1, 2])).toThrow(RangeError)
  })
})

describe('pairsNeeded', () => {
  it('is ((1.96+0.84)·sd/δ)²', () => {
    expect(pairsNeeded(0.5, 0.1)).toBe(197)
    expect(pairsNeeded(0.5, -0.1)).toBe(197)
    expect(pairsNeeded(0.5, 0)).toBeNaN()
  })
})

describe('bootstrapInterval', () => {
  const values = Array.from({ length: 60 }, (_, i) => (i * 37) % 61)

  it('never changes on a second look, and does with another seed', () => {
    const first = bootstrapInterval(values, mean, 'hhi', 500)
    expect(bootstrapInterval(values, mean, 'hhi', 500)).toEqual(first)
    expect(bootstrapInterval(values, mean, 'cr5', 500)).not.toEqual(first)
  })

  it('is as wide as the interval of the mean, within its own noise', () => {
    const { low, high } = bootstrapInterval(values, mean, 'width', 4000)
    const expected = (2 * 1.96 * standardDeviation(values)) / Math.sqrt(values.length)
    // The half-width's own standard error with 4000 resamples is below 2%; the small-sample
    // bias √(59/60) below 1%.
    expect((high - low) / expected).toBeGreaterThan(0.93)
    expect((high - low) / expected).toBeLessThan(1.07)
  })

  it('has nothing to say of no values', () => {
    expect(bootstrapInterval([], mean, 'none').low).toBeNaN()
  })
})
