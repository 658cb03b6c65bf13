import { describe, expect, it } from 'vitest'
import * as distributions from '../../../engine/distributions.ts'
import { intPow } from '../../../engine/numerics/pow.ts'

const { binomialQuantile, logNormal, normal, uniformBetween } = distributions

/** P(K ≤ k) summed from its definition. */
function binomialCdf(n: number, p: number, k: number): number {
  let ways = 1
  let sum = 0
  for (let i = 0; i <= k; i++) {
    sum += ways * intPow(p, i) * intPow(1 - p, n - i)
    ways = (ways * (n - i)) / (i + 1)
  }
  return sum
}

describe('samplers', () => {
  it('give the median at a half', () => {
    expect(uniformBetween(2, 6, 0.5)).toBe(4)
    expect(normal(3, 10, 0.5)).toBe(3)
    expect(logNormal(7, 0.8, 0.5)).toBe(7)
    expect(binomialQuantile(10, 0.5, 0.5)).toBe(5)
  })

  it('move one standard deviation at Φ(1)', () => {
    const u = 0.8413447460685429
    expect(normal(3, 10, u)).toBeCloseTo(13, 12)
    expect(logNormal(7, 0.8, u)).toBeCloseTo(7 * Math.exp(0.8), 11)
  })
})

describe('binomialQuantile', () => {
  it('is the smallest count whose cumulative probability reaches the uniform', () => {
    for (const [n, p] of [
      [3, 0.2],
      [12, 0.05],
      [12, 0.5],
      [20, 0.9],
      [50, 0.31],
    ]) {
      for (let k = 0; k < n; k++) {
        const cumulative = binomialCdf(n, p, k)
        if (cumulative < 1e-9 || cumulative > 1 - 1e-9) continue
        expect(binomialQuantile(n, p, cumulative - 1e-12)).toBe(k)
        expect(binomialQuantile(n, p, cumulative + 1e-12)).toBe(k + 1)
      }
    }
  })

  it('is certain at chances 0 and 1 and never leaves 0..n', () => {
    expect(binomialQuantile(9, 0, 0.999)).toBe(0)
    expect(binomialQuantile(9, 1, 0.001)).toBe(9)
    expect(binomialQuantile(0, 0.4, 0.5)).toBe(0)
    for (const n of [200, 201, 5000]) {
      for (const u of [Number.EPSILON / 2, 1 - Number.EPSILON / 2]) {
        const count = binomialQuantile(n, 0.001, u)
        expect(count).toBeGreaterThanOrEqual(0)
        expect(count).toBeLessThanOrEqual(n)
      }
    }
  })

  it('joins the normal approximation smoothly at 200 trials', () => {
    for (const u of [0.05, 0.3, 0.5, 0.7, 0.95]) {
      const gap = binomialQuantile(201, 0.3, u) - binomialQuantile(200, 0.3, u)
      expect(Math.abs(gap - 0.3)).toBeLessThanOrEqual(1.3)
    }
  })
})
