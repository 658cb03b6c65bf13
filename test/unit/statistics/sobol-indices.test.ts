import { describe, expect, it } from 'vitest'
import { createSfc32, fillIndices } from '../../../engine/sfc32.ts'
import { sortedQuantile } from '../../../analysis/statistics/quantile.ts'
import { saltelliCount, saltelliPoints } from '../../../analysis/statistics/saltelli-points.ts'
import { sobolIndices } from '../../../analysis/statistics/sobol-indices.ts'

const N = 256

function valuesOf(f: (x: number[]) => number, inputs: number): Float64Array {
  const points = saltelliPoints(N, inputs, 'unit')
  return Float64Array.from({ length: saltelliCount(N, inputs) }, (_, p) =>
    f(Array.from(points.subarray(p * inputs, (p + 1) * inputs))),
  )
}

describe('saltelliPoints', () => {
  it('moves one coordinate of A to B at a time', () => {
    const points = saltelliPoints(4, 2, 'seed')
    const at = (set: number, j: number) =>
      Array.from(points.subarray((set * 4 + j) * 2).slice(0, 2))
    expect(points).toHaveLength(4 * 4 * 2)
    for (let j = 0; j < 4; j++) {
      const [a, b] = [at(0, j), at(1, j)]
      expect(at(2, j)).toEqual([b[0], a[1]])
      expect(at(3, j)).toEqual([a[0], b[1]])
      expect(a).not.toEqual(b)
    }
  })
})

describe('sobolIndices', () => {
  it('gives an additive function equal first and total order: 4 to 1 for slopes of 2 and 1', () => {
    const [big, small, none] = sobolIndices(
      valuesOf((x) => 2 * x[0] - x[1], 3),
      3,
      'additive',
      200,
    )
    expect(big.first.share).toBeCloseTo(0.8, 1)
    expect(small.total.share).toBeCloseTo(0.2, 1)
    expect([none.first.share, none.total.share]).toEqual([0, 0])
    expect(big.first.low).toBeLessThan(0.8)
    expect(big.first.high).toBeGreaterThan(0.8)
  })

  it('finds what two inputs do only together in the total order alone', () => {
    const product = valuesOf((x) => (x[0] - 0.5) * (x[1] - 0.5), 2)
    const [one, other] = sobolIndices(product, 2, 'product', 200)
    expect(Math.abs(one.first.share)).toBeLessThan(0.1)
    expect(one.total.share).toBeGreaterThan(0.9)
    expect(other.total.share).toBeGreaterThan(0.9)
  })

  it('does not change when a constant is added or the unit changes', () => {
    const values = valuesOf((x) => x[0] + x[0] * x[1], 2)
    const moved = values.map((value) => 1e6 + 1024 * value)
    const [before, after] = [values, moved].map((one) => sobolIndices(one, 2, 'same', 50))
    expect(after[0].first.share).toBeCloseTo(before[0].first.share, 6)
    expect(after[1].total.high).toBeCloseTo(before[1].total.high, 6)
  })

  it('has the quantiles of shares of resampled rows as intervals', () => {
    const values = valuesOf((x) => 3 + x[0] + x[0] * x[1], 2)
    const [one] = sobolIndices(values, 2, 'draws', 99)
    const generator = createSfc32('sobol|draws')
    const rows = new Int32Array(N)
    const centre = values.subarray(0, 2 * N).reduce((sum, value) => sum + value, 0) / (2 * N)
    const drawn = Float64Array.from({ length: 99 }, () => {
      fillIndices(generator, rows, N)
      const at = (set: number) => Array.from(rows, (j) => values[set * N + j] - centre)
      const [a, b, moved] = [at(0), at(1), at(2)]
      const mean = [...a, ...b].reduce((sum, value) => sum + value, 0) / (2 * N)
      const variance = [...a, ...b].reduce((sum, value) => sum + (value - mean) ** 2, 0) / (2 * N)
      return a.reduce((sum, value, j) => sum + b[j] * (moved[j] - value), 0) / N / variance
    }).sort()
    expect(one.first.low).toBeCloseTo(sortedQuantile(drawn, 0.025), 11)
    expect(one.first.high).toBeCloseTo(sortedQuantile(drawn, 0.975), 11)
  })

  it('has the same intervals every time it is asked, and others under another name', () => {
    const values = valuesOf((x) => x[0] * x[1], 2)
    expect(sobolIndices(values, 2, 'a', 50)).toEqual(sobolIndices(values, 2, 'a', 50))
    expect(sobolIndices(values, 2, 'b', 50)).not.toEqual(sobolIndices(values, 2, 'a', 50))
  })

  it('says nothing of a constant, and does not call that settled', () => {
    const [index] = sobolIndices(
      valuesOf(() => 7, 1),
      1,
      'constant',
      20,
    )
    expect(index.first).toEqual({ share: NaN, low: NaN, high: NaN, converged: false })
    expect(() => sobolIndices([1, 2, 3, 4], 1, 'odd')).toThrow(RangeError)
  })
})
