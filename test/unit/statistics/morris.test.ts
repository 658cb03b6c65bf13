import { describe, expect, it } from 'vitest'
import { elementaryEffects } from '../../../analysis/statistics/morris.ts'
import { morrisDesign } from '../../../scenarios/design/morris.ts'

/** Sobol's g-function: the smaller `a`, the more an input matters. */
const A = [0, 1, 4.5, 9, 99]
const g = (x: readonly number[]): number =>
  x.reduce((product, one, i) => (product * (Math.abs(4 * one - 2) + A[i])) / (1 + A[i]), 1)

const design = morrisDesign(A.length, 60, 'g')
const rows = Array.from({ length: design.points.length / A.length }, (_, p) =>
  Array.from(design.points.subarray(p * A.length, (p + 1) * A.length)),
)

describe('morrisDesign', () => {
  it('moves every input once in every trajectory, by two thirds of its range', () => {
    for (let t = 0; t < design.trajectories; t++) {
      const own = Array.from(design.moved.subarray(t * A.length, (t + 1) * A.length))
      expect([...own].sort()).toEqual([0, 1, 2, 3, 4])
      own.forEach((input, step) => {
        const [before, after] = [0, 1].map((k) => rows[t * (A.length + 1) + step + k])
        const moves = after.map((value, i) => value - before[i])
        expect(Math.abs(moves[input])).toBeCloseTo(2 / 3, 12)
        expect(moves[input]).toBeCloseTo(design.distance[t * A.length + step], 12)
        expect(moves.filter((move) => move !== 0)).toHaveLength(1)
      })
    }
    expect(Math.min(...design.points)).toBe(0)
    expect(Math.max(...design.points)).toBe(1)
  })

  it('moves up as often as down', () => {
    const ups = design.distance.filter((way) => way > 0).length
    const n = design.distance.length
    expect(Math.abs(ups - n / 2)).toBeLessThan(5 * Math.sqrt(n / 4))
  })
})

describe('elementaryEffects', () => {
  it('ranks the inputs of the g-function as its variance does', () => {
    const sizes = elementaryEffects(design, rows.map(g), 'g').map(({ meanSize }) => meanSize)
    expect(sizes.map((size, i) => [size, i]).sort((a, b) => b[0] - a[0])).toEqual(
      sizes.map((size, i) => [size, i]),
    )
    expect(sizes[0]).toBeGreaterThan(1.5 * sizes[1])
  })

  it('is the slope of a straight line, without any spread', () => {
    const values = rows.map((x) => 3 * x[0] - 2 * x[1] + 7)
    const [up, down, none] = elementaryEffects(design, values, 'line')
    expect(up.mean).toBeCloseTo(3, 9)
    expect(down.mean).toBeCloseTo(-2, 9)
    expect([down.meanSize, down.low, down.high].map((one) => one.toFixed(9))).toEqual(
      new Array(3).fill('2.000000000'),
    )
    expect(up.sd).toBeLessThan(1e-9)
    expect(none).toMatchObject({ mean: 0, meanSize: 0, sd: 0 })
  })

  it('shows by its spread that an effect depends on where one stands', () => {
    const [one] = elementaryEffects(
      design,
      rows.map((x) => x[0] * x[1]),
      'product',
    )
    expect(one.sd).toBeGreaterThan(0.2)
    expect(one.low).toBeLessThan(one.meanSize)
    expect(one.high).toBeGreaterThan(one.meanSize)
  })
})
