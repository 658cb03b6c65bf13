import { describe, expect, it } from 'vitest'
import { bestPolicies } from '../../../analysis/statistics/best-policies.ts'
import { maxTQuantile } from '../../../analysis/statistics/max-t.ts'
import { comparePairs } from '../../../analysis/statistics/paired.ts'
import { studentQuantile } from '../../../analysis/statistics/student.ts'

const shared = [10, 50, 30, 80, 20, 60, 40, 70]
const noise = [1, -1, 2, -2, -1, 1, -2, 2]
const calm = shared
const close = shared.map((value, r) => value + 0.5 + noise[r])
const ahead = shared.map((value, r) => value + 9 - noise[r])
const rows = [calm, close, ahead]

describe('bestPolicies', () => {
  it('names the one that is ahead beyond doubt, by how much, and from whom', () => {
    const { standings, mayBeBest, n } = bestPolicies(rows, 'higher', 'links')
    expect([mayBeBest, n]).toEqual([[2], 8])
    expect(standings.map(({ difference }) => difference)).toEqual([-9, -8.5, 8.5])
    expect(standings.map((standing) => standing.mean)).toEqual([45, 45.5, 54])
    expect(standings[2].low).toBeGreaterThan(0)
    expect(standings[2].low).toBeLessThan(8.5)
    expect(standings[2].high).toBeGreaterThan(8.5)
    expect(standings[0].high).toBeLessThan(0)
    expect(standings[1].high).toBeLessThan(0)
  })

  it('turns around when lower is better', () => {
    const { standings, mayBeBest } = bestPolicies(rows, 'lower', 'links')
    expect(mayBeBest).toEqual([0, 1])
    expect(standings.map(({ difference }) => difference)).toEqual([-0.5, 0.5, 9])
    expect(standings[2].low).toBeGreaterThan(0)
    const mirrored = bestPolicies(
      rows.map((row) => row.map((value) => -value)),
      'higher',
      'links',
    )
    expect(standings.map(({ low }) => low)).toEqual(mirrored.standings.map(({ high }) => -high))
    expect(standings.map(({ high }) => high)).toEqual(mirrored.standings.map(({ low }) => -low))
  })

  it('gives two policies the interval of their paired comparison', () => {
    const { change } = comparePairs(calm, close)
    const { standings } = bestPolicies([calm, close], 'higher', 'links')
    expect(standings[1].low).toBeCloseTo(change.low, 12)
    expect(standings[1].high).toBeCloseTo(change.high, 12)
    expect(standings[0].low).toBeCloseTo(-change.high, 12)
  })

  it('is wider than one by one, and repeatable', () => {
    const { change } = comparePairs(close, ahead)
    const found = bestPolicies(rows, 'higher', 'links')
    expect(found.standings[2].low).toBeLessThan(change.low)
    expect(bestPolicies(rows, 'higher', 'links')).toEqual(found)
    expect(bestPolicies(rows, 'higher', 'cr5')).not.toEqual(found)
  })

  it('finds nothing between policies that are the same', () => {
    const { standings, mayBeBest } = bestPolicies([calm, calm, calm], 'higher', 'links')
    expect(mayBeBest).toEqual([0, 1, 2])
    expect(Math.abs(standings[0].difference)).toBe(0)
    expect(Math.abs(standings[1].high)).toBe(0)
  })

  it('leaves out replicates in which one is not defined, and excludes nobody from too few', () => {
    const gaps = [calm.with(3, NaN), close, ahead.with(5, NaN)]
    expect(bestPolicies(gaps, 'higher', 'links').n).toBe(6)
    const few = bestPolicies([[1], [2]], 'higher', 'links')
    expect(few.mayBeBest).toEqual([0, 1])
    expect(few.standings[0].low).toBeNaN()
    expect(bestPolicies([[1, 2, 3]], 'higher', 'links').mayBeBest).toEqual([0])
    expect(bestPolicies([[1, 2, 3]], 'higher', 'links').standings[0].high).toBeNaN()
    expect(bestPolicies([], 'higher', 'links').standings).toEqual([])
  })
})

describe('maxTQuantile', () => {
  const covariance = (of: readonly (readonly number[])[]) => of.map((row) => Float64Array.from(row))

  it("is Tukey's for unrelated policies: 3.31/√2 for three, many replicates", () => {
    const critical = maxTQuantile(
      covariance([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
      1e6,
      'tukey',
      20_000,
    )
    // The 95% point of the studentised range of 3 is 3.3145; its Monte Carlo error is below 1%.
    expect(Math.abs(critical / (3.3145 / Math.SQRT2) - 1)).toBeLessThan(0.02)
  })

  it('is wider with few replicates, as the standard deviations of pairs are then unsure', () => {
    // Two policies alike against a third: |z| with two χ² of ten degrees. P(χ² ≥ x) has a closed form.
    const beyond = (x: number) => {
      let term = 1
      let sum = 1
      for (let k = 1; k < 5; k++) sum += term *= x / 2 / k
      return Math.exp(-x / 2) * sum
    }
    const within = (c: number) => {
      let sum = 0
      for (let z = -8; z <= 8; z += 0.001) {
        const share = beyond((10 * z * z) / (c * c))
        sum += (0.001 * Math.exp((-z * z) / 2) * share * share) / Math.sqrt(2 * Math.PI)
      }
      return sum
    }
    const DRAWS = 40_000
    const twins = covariance([
      [0, 0, 0],
      [0, 1, 1],
      [0, 1, 1],
    ])
    const error = Math.sqrt((0.95 * 0.05) / DRAWS)
    // Wilson and Hilferty's cube is right to 0.001 in this probability.
    const off = Math.abs(within(maxTQuantile(twins, 10, 'few', DRAWS)) - 0.95)
    expect(off).toBeLessThan(3 * error + 0.001)
  })

  it("is Student's where only one pair differs, and smaller for policies that move together", () => {
    const student = studentQuantile(0.975, 20)
    expect(
      maxTQuantile(
        covariance([
          [0, 0],
          [0, 4],
        ]),
        20,
        'one',
      ),
    ).toBe(student)
    const apart = maxTQuantile(
      covariance([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
      20,
      'a',
    )
    const twins = maxTQuantile(
      covariance([
        [1, 0.999, 0],
        [0.999, 1, 0],
        [0, 0, 1],
      ]),
      20,
      'a',
    )
    expect(twins).toBeLessThan(apart)
    expect(twins).toBeGreaterThan(student)
  })
})
