import { describe, expect, it } from 'vitest'
import { replicatesNeeded } from '../../../analysis/statistics/replicates-needed.ts'
import { chiSquareQuantile, studentQuantile } from '../../../analysis/statistics/student.ts'

describe('chiSquareQuantile', () => {
  it('is as in the tables', () => {
    expect(chiSquareQuantile(0.05, 39)).toBeCloseTo(25.69539, 5)
    expect(chiSquareQuantile(0.1, 9)).toBeCloseTo(4.168159, 6)
  })
})

describe('replicatesNeeded', () => {
  it('is the first number whose interval is narrow enough', () => {
    for (const ratio of [0.1, 0.5, 1, 3, 5.5, 20]) {
      const { expected } = replicatesNeeded(ratio, 40, 1)
      const half = (n: number) => (studentQuantile(0.975, n - 1) * ratio) / Math.sqrt(n)
      expect(half(expected)).toBeLessThanOrEqual(1)
      if (expected > 2) expect(half(expected - 1)).toBeGreaterThan(1)
    }
    // 1.96² · 25 = 96.04 and two or three more for Student's t.
    expect(replicatesNeeded(5, 40, 1).expected).toBe(99)
  })

  it('allows for a pilot that varied too little, less so the longer it was', () => {
    // √(39/25.695) = 1.232: half as many again.
    expect(replicatesNeeded(5, 40, 1).atMost).toBe(149)
    expect(replicatesNeeded(5, 1000, 1).atMost).toBeLessThan(110)
    expect(replicatesNeeded(5, 3, 1).atMost).toBeGreaterThan(1000)
  })

  it('asks for two when nothing varied, and says nothing without a pilot or a width', () => {
    expect(replicatesNeeded(0, 40, 1)).toEqual({ expected: 2, atMost: 2 })
    expect(replicatesNeeded(5, 1, 1)).toEqual({ expected: NaN, atMost: NaN })
    expect(replicatesNeeded(NaN, 40, 1).expected).toBeNaN()
    expect(replicatesNeeded(5, 40, 0).expected).toBeNaN()
    expect(replicatesNeeded(5, 40, 1e-300).expected).toBe(Infinity)
  })
})
