import { describe, expect, it } from 'vitest'
import { additiveShares } from '../../../analysis/statistics/additive-shares.ts'
import { factorialShares } from '../../../analysis/statistics/factorial-shares.ts'
import { inputColumn } from '../../../analysis/statistics/input-columns.ts'
import { binomialUpperTail } from '../../../analysis/statistics/quasi-p-value.ts'
import { varianceSplit } from '../../../analysis/statistics/variance-split.ts'
import { normalQuantile } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { latinHypercubePoints } from '../../../scenarios/design/latin-hypercube.ts'
import { ISHIGAMI_FIRST, ishigami } from './ishigami.ts'

function normals(n: number, seed: string): Float64Array {
  const draws = new Float64Array(n)
  fillUniform(createSfc32(seed), draws)
  return draws.map(normalQuantile)
}

function columnsOf(points: Float64Array, inputs: number) {
  const n = points.length / inputs
  return Array.from({ length: inputs }, (_, i) =>
    inputColumn(
      `x${i}`,
      Array.from({ length: n }, (_, j) => points[inputs * j + i]),
    ),
  )
}

/** The largest shortfall from 95% that luck explains at one in a thousand. */
function fewestCovered(trials: number): number {
  let misses = 0
  while (binomialUpperTail(misses, trials, 0.05) > 0.001) misses++
  return trials - misses
}

describe('shares from a design that was made for something else', () => {
  it('are those of the Ishigami function, but for bends beyond the sixth power', () => {
    const points = latinHypercubePoints(1024, 3, 'ishigami')
    const { inputs, rest } = additiveShares(columnsOf(points, 3), ishigami(points), 'ishigami')
    const whole = rest + inputs.reduce((sum, { variance }) => sum + variance, 0)
    inputs.forEach(({ variance, low, high }, i) => {
      expect(low / whole).toBeLessThanOrEqual(ISHIGAMI_FIRST[i])
      expect(high / whole).toBeGreaterThanOrEqual(ISHIGAMI_FIRST[i])
      expect(Math.abs(variance / whole - ISHIGAMI_FIRST[i])).toBeLessThan(0.04)
    })
  })

  it('lie in their intervals: a line, a parabola, two inputs that act only together, noise', () => {
    const TRIALS = 100
    const N = 128
    const INPUTS = 4
    // y = 2a + 3b² + 3cd + .8 noise over (−1, 1): variances 4/3, 4/5, 0, 0 of 4/3 + 4/5 + 1 + .64.
    const truth = [4 / 3, 4 / 5, 0, 0].map((part) => part / (4 / 3 + 4 / 5 + 1 + 0.64))
    const covered = truth.map(() => 0)
    for (let t = 0; t < TRIALS; t++) {
      const points = latinHypercubePoints(N, INPUTS, `coverage ${t}`)
      const noise = normals(N, `coverage ${t}`)
      const y = noise.map((e, j) => {
        const [a, b, c, d] = [0, 1, 2, 3].map((i) => 2 * points[INPUTS * j + i] - 1)
        return 2 * a + 3 * b * b + 3 * c * d + 0.8 * e
      })
      const { inputs, rest } = additiveShares(columnsOf(points, INPUTS), y, `coverage ${t}`, 100)
      const whole = rest + inputs.reduce((sum, { variance }) => sum + variance, 0)
      inputs.forEach(({ low, high }, i) => {
        if (low / whole <= truth[i] && truth[i] <= high / whole) covered[i]++
      })
    }
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(fewestCovered(TRIALS))
  })
})

describe('shares of a full crossing', () => {
  const grid = Array.from({ length: 12 }, (_, p) => [Math.floor(p / 3), p % 3])
  const f = ([a, b]: readonly number[]): number => 2 * a + b * b + (a === 0 && b === 1 ? 3 : 0)
  const inputs = [0, 1].map((i) =>
    inputColumn(
      `x${i}`,
      grid.map((point) => point[i]),
    ),
  )
  const exact = factorialShares(
    inputs,
    grid.map((point) => [f(point)]),
    'exact',
  )
  const LUCK = 1 + 1

  it('lie in their intervals from eight replicates, and are right on average', () => {
    const TRIALS = 100
    const R = 8
    const covered = [0, 0, 0, 0]
    const sums = [0, 0, 0, 0]
    for (let t = 0; t < TRIALS; t++) {
      const luck = normals(R * 13, `crossing ${t}`)
      const values = grid.map((point, p) =>
        Float64Array.from({ length: R }, (_, r) => f(point) + luck[13 * r] + luck[13 * r + 1 + p]),
      )
      const found = factorialShares(inputs, values, `crossing ${t}`, 100)
      found.inputs.forEach((parts, i) => {
        ;(['first', 'total'] as const).forEach((order, o) => {
          const { variance, low, high } = parts[order]
          const truth = exact.inputs[i][order].variance
          const share = (truth / (exact.whole + LUCK)) * (found.whole + found.luck)
          if (low <= share && share <= high) covered[2 * i + o]++
          sums[2 * i + o] += variance / truth / TRIALS
        })
      })
    }
    expect(Math.min(...covered)).toBeGreaterThanOrEqual(fewestCovered(TRIALS))
    for (const mean of sums) expect(Math.abs(mean - 1)).toBeLessThan(0.1)
  })
})

describe('the split between inputs and luck', () => {
  it('finds 4, 9 and 1 in a two-way model, within five standard errors', () => {
    const P = 40
    const R = 30
    const TRIALS = 100
    const found = Array.from({ length: TRIALS }, (_, t) => {
      const z = normals(P + R + P * R, `two-way ${t}`)
      const { point, shared, own } = varianceSplit(
        Array.from({ length: P }, (_, p) =>
          Array.from({ length: R }, (_, r) => 2 * z[p] + 3 * z[P + r] + z[P + R + p * R + r]),
        ),
      )
      return [point, shared, own]
    })
    const mean = [0, 1, 2].map((k) => found.reduce((sum, one) => sum + one[k], 0) / TRIALS)
    // V of a sample variance of n normals: 2σ⁴/(n − 1).
    const errors = [
      [4 + 1 / R, P - 1],
      [9 + 1 / P, R - 1],
      [1, (P - 1) * (R - 1)],
    ].map(([size, degrees]) => size * Math.sqrt(2 / degrees / TRIALS))
    ;[4, 9, 1].forEach((truth, k) => {
      expect(Math.abs(mean[k] - truth)).toBeLessThan(5 * errors[k])
    })
  })
})
