import { describe, expect, it } from 'vitest'
import {
  weightedCovariance,
  weightedQuantiles,
} from '../../../analysis/calibration/weighted-moments.ts'

describe('weighted points', () => {
  it('have quantiles between the middles of their steps, whatever their order', () => {
    // Middles .125 of 1, .375 of 2, .75 of 3; a point without weight does not count.
    const values = Float64Array.of(3, 1, 99, 2)
    const weights = Float64Array.of(0.5, 0.25, 0, 0.25)
    const found = weightedQuantiles(values, weights, [0.05, 0.25, 0.5, 0.9])
    expect(found[0]).toBe(1)
    expect(found[1]).toBeCloseTo(1.5, 12)
    expect(found[2]).toBeCloseTo(2 + 1 / 3, 12)
    expect(found[3]).toBe(3)
  })

  it('have the covariance of as many points as their weights say', () => {
    // (0, 0) twice and (3, 6) once: means 1 and 2, variances 2 and 8, covariance 4.
    const { means, entries } = weightedCovariance(Float64Array.of(0, 0, 3, 6), 2, Float64Array.of(2 / 3, 1 / 3)) // prettier-ignore
    expect([...means]).toEqual([1, 2])
    const expected = [2, 4, 4, 8]
    entries.forEach((entry, k) => expect(entry).toBeCloseTo(expected[k], 12))
  })
})
