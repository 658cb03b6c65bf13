import { describe, expect, it } from 'vitest'
import { intPow } from '../../../../engine/numerics/pow.ts'
import { directionNumbers } from '../../../../scenarios/design/direction-numbers.ts'
import {
  scrambledSobolPoints,
  SOBOL_DIMENSIONS,
  sobolPoints,
} from '../../../../scenarios/design/sobol.ts'

const DIMENSIONS = 6
const powerOfTwo = (k: number) => 1 << k

describe('direction numbers', () => {
  it('are odd and below 2ⁱ, one per degree, of a polynomial of that degree', () => {
    for (const { degree, coefficients, initial } of directionNumbers) {
      expect(initial).toHaveLength(degree)
      expect(coefficients).toBeLessThan(powerOfTwo(Math.max(0, degree - 1)))
      initial.forEach((m, k) => expect([m % 2, m < powerOfTwo(k + 1)]).toEqual([1, true]))
    }
  })

  it('never use a polynomial twice', () => {
    const names = directionNumbers.map(({ degree, coefficients }) => `${degree}:${coefficients}`)
    expect(new Set(names).size).toBe(SOBOL_DIMENSIONS - 1)
  })
})

describe('sobolPoints', () => {
  // The first points as printed with the generator by Joe and Kuo (2008), and three more coordinates.
  it('starts with the published points', () => {
    const points = sobolPoints(8, DIMENSIONS)
    const rows = Array.from({ length: 8 }, (_, i) => [...points.subarray(i * 6, i * 6 + 6)])
    expect(rows).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
      [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
      [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
    ])
  })

  it('agrees with an independent generator far out', () => {
    const at = 999 * SOBOL_DIMENSIONS
    const point = sobolPoints(1000, SOBOL_DIMENSIONS).subarray(at)
    expect([6, 32, 64, 101, 128].map((d) => point[d - 1])).toEqual([
      0.8447265625, 0.0830078125, 0.6337890625, 0.7060546875, 0.9814453125,
    ])
  })
})

/** How many points fall into each box 2^−k × 2^−l of two coordinates. */
function counts(points: Float64Array, first: number, second: number, k: number, l: number) {
  const boxes = new Array<number>(powerOfTwo(k + l)).fill(0)
  for (let at = 0; at < points.length; at += DIMENSIONS) {
    const column = Math.floor(points[at + first] * powerOfTwo(k))
    boxes[column * powerOfTwo(l) + Math.floor(points[at + second] * powerOfTwo(l))]++
  }
  return boxes
}

describe('scrambledSobolPoints', () => {
  const m = 8
  const points = scrambledSobolPoints(powerOfTwo(m), DIMENSIONS, 'net')
  const pairs = [0, 1, 2, 3, 4, 5].flatMap((one) =>
    [0, 1, 2, 3, 4, 5].filter((other) => other > one).map((other) => [one, other] as const),
  )

  it('puts one point into each of 2^m slices of every coordinate', () => {
    for (let d = 0; d < DIMENSIONS; d++) {
      expect(counts(points, d, d, m, 0)).toEqual(new Array(powerOfTwo(m)).fill(1))
    }
  })

  it('puts one point into every box of 2^−m of the first two coordinates', () => {
    for (let k = 0; k <= m; k++) {
      expect(counts(points, 0, 1, k, m - k)).toEqual(new Array(powerOfTwo(m)).fill(1))
    }
  })

  // Sobol (1967): the quality of a projection is the sum of the degrees less one each.
  it.each(pairs)('puts 2^t points into every larger box of coordinates %i and %i', (one, other) => {
    const excess = (d: number) => (d === 0 ? 0 : directionNumbers[d - 1].degree - 1)
    const t = excess(one) + excess(other)
    for (let k = 0; k <= m - t; k++) {
      const boxes = counts(points, one, other, k, m - t - k)
      expect(boxes).toEqual(new Array(powerOfTwo(m - t)).fill(powerOfTwo(t)))
    }
  })

  it('only renames the boxes of the sequence as defined', () => {
    const plain = sobolPoints(powerOfTwo(m), DIMENSIONS)
    for (const [one, other] of pairs) {
      for (let k = 0; k <= m; k++) {
        const sorted = (of: Float64Array) => counts(of, one, other, k, m - k).sort((a, b) => a - b)
        expect(sorted(points)).toEqual(sorted(plain))
      }
    }
  })

  it('lies inside the unit cube, other seeds elsewhere, the same seed in the same place', () => {
    expect(points.every((u) => u > 0 && u < 1)).toBe(true)
    expect(scrambledSobolPoints(powerOfTwo(m), DIMENSIONS, 'net')).toEqual(points)
    const other = scrambledSobolPoints(powerOfTwo(m), DIMENSIONS, 'other')
    expect(other.some((u, k) => u === points[k])).toBe(false)
  })

  it('makes every point uniform by itself, the coordinates of the first one too', () => {
    const seeds = 400
    const firsts = Array.from({ length: seeds }, (_, k) => scrambledSobolPoints(1, 2, `seed ${k}`))
    const meanOf = (value: (one: Float64Array) => number) =>
      firsts.reduce((sum, one) => sum + value(one), 0) / seeds
    const standardError = Math.sqrt(1 / 12 / seeds)
    expect(Math.abs(meanOf((one) => one[0]) - 0.5)).toBeLessThan(5 * standardError)
    // E[u²] = 1/3, with variance 4/45; E[uv] = 1/4, with variance 7/144
    const ofSquare = Math.sqrt(4 / 45 / seeds)
    expect(Math.abs(meanOf((one) => one[0] ** 2) - 1 / 3)).toBeLessThan(5 * ofSquare)
    const ofProduct = Math.sqrt(7 / 144 / seeds)
    expect(Math.abs(meanOf((one) => one[0] * one[1]) - 1 / 4)).toBeLessThan(5 * ofProduct)
  })

  describe('integrates', () => {
    const n = 4096
    const seeds = 16
    const samples = Array.from({ length: seeds }, (_, k) =>
      scrambledSobolPoints(n, DIMENSIONS, `integral ${k}`),
    )

    /** Root mean square error over the seeds of the mean of `f`, which is 0 in truth. */
    function error(f: (points: Float64Array, at: number) => number): number {
      const squares = samples.map((sample) => {
        let sum = 0
        for (let at = 0; at < sample.length; at += DIMENSIONS) sum += f(sample, at)
        return (sum / n) ** 2
      })
      return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / seeds)
    }

    /** Most by which a root mean square over the seeds lies above the truth, at five errors. */
    const luck = Math.sqrt(1 + 5 * Math.sqrt(2 / seeds))

    it('a sum with the error of one point in each slice, 1/n of the random one', () => {
      const sum = error((points, at) => {
        let total = -DIMENSIONS / 2
        for (let d = 0; d < DIMENSIONS; d++) total += points[at + d]
        return total
      })
      const random = Math.sqrt(DIMENSIONS / 12 / n)
      expect(sum / (random / n)).toBeGreaterThan(1 / luck)
      expect(sum / (random / n)).toBeLessThan(luck)
    })

    it('a product of six kinks with an error of 3.6e-4, where random points err by 1.2e-2', () => {
      const product = error((points, at) => {
        let value = 1
        for (let d = 0; d < DIMENSIONS; d++) value *= (Math.abs(4 * points[at + d] - 2) + 1) / 2
        return value - 1
      })
      const random = Math.sqrt((intPow(13 / 12, DIMENSIONS) - 1) / n)
      expect(random).toBeCloseTo(1.2e-2, 3)
      expect(product).toBeLessThan(3.6e-4 * luck)
      expect(random / product).toBeGreaterThan(20)
    })
  })
})
