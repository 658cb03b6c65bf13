import { describe, expect, it } from 'vitest'
import { normalCdf, normalDensity } from '../../../engine/numerics/normal.ts'
import { makeKey } from '../../../engine/stream.ts'
import { drawUncertainties, quantile } from '../../../scenarios/draw-uncertainties.ts'
import type { Distribution } from '../../../scenarios/uncertainty.ts'
import type { ParameterValue } from '../../../scenarios/values.ts'

const anything = { bounds: [-Infinity, Infinity] as const, whole: false }
const parameters = ['x', 'y', 'z'].map((id) => ({ id, ...anything }))
const units = Array.from({ length: 999 }, (_, k) => (k + 1) / 1000)

const at = (distribution: Distribution, u: number, of: Partial<typeof anything> = {}) =>
  quantile(distribution, u, { ...anything, ...of }) as number

describe('quantile', () => {
  it('is the inverse of the uniform distribution', () => {
    expect(at({ kind: 'uniform', low: 2, high: 6 }, 0.25)).toBe(3)
  })

  it('is the inverse of the triangular distribution on both sides of the mode', () => {
    const [low, mode, high] = [0.6, 1, 1.6]
    for (const u of units) {
      const x = at({ kind: 'triangular', low, mode, high }, u)
      const cdf =
        x < mode
          ? (x - low) ** 2 / ((high - low) * (mode - low))
          : 1 - (high - x) ** 2 / ((high - low) * (high - mode))
      expect(cdf).toBeCloseTo(u, 12)
    }
    expect(at({ kind: 'triangular', low, mode, high }, 0.4)).toBeCloseTo(mode, 12)
  })

  it('takes a triangle whose mode is an end', () => {
    expect(at({ kind: 'triangular', low: 0, mode: 0, high: 2 }, 0.75)).toBeCloseTo(1, 12)
    expect(at({ kind: 'triangular', low: 0, mode: 2, high: 2 }, 0.25)).toBeCloseTo(1, 12)
  })

  it('is the inverse of the normal distribution cut off at the bounds', () => {
    const normal = { kind: 'normal', mean: 1, sd: 0.5 } as const
    const bounds = [0.2, 1.4] as const
    const below = (x: number) => normalCdf((x - 1) / 0.5)
    for (const u of units) {
      const x = quantile(normal, u, { bounds, whole: false }) as number
      const share = (below(x) - below(0.2)) / (below(1.4) - below(0.2))
      expect(share).toBeCloseTo(u, 12)
    }
    expect(at(normal, 0.5)).toBe(1)
    expect(at(normal, 0.975)).toBeCloseTo(1 + 0.5 * 1.959963984540054, 12)
  })

  it('keeps its digits where a bound leaves only a far tail', () => {
    const standard = { kind: 'normal', mean: 0, sd: 1 } as const
    for (const u of [0.1, 0.5, 0.9]) {
      const up = quantile(standard, u, { bounds: [8, 40], whole: false }) as number
      const down = quantile(standard, 1 - u, { bounds: [-40, -8], whole: false }) as number
      expect(normalCdf(-up) / normalCdf(-8)).toBeCloseTo(1 - u, 12)
      expect(down).toBeCloseTo(-up, 12)
    }
  })

  it('never leaves the bounds', () => {
    const last = 1 - Number.EPSILON / 2
    const standard = { kind: 'normal', mean: 0, sd: 1 } as const
    for (const u of [Number.EPSILON / 2, last]) {
      const value = quantile(standard, u, { bounds: [-1, 2], whole: false })
      expect(value).toBeGreaterThanOrEqual(-1)
      expect(value).toBeLessThanOrEqual(2)
      expect(Number.isFinite(at(standard, u))).toBe(true)
    }
  })

  it('gives choices their weights, in their order', () => {
    const three = { kind: 'choices', values: ['a', 'b', 'c'], weights: [1, 2, 1] } as const
    expect([0.2, 0.3, 0.7, 0.8].map((u) => at(three, u))).toEqual(['a', 'b', 'b', 'c'])
    const equal = { kind: 'choices', values: [10, [1, 2]] } as const
    expect([0.49, 0.51].map((u) => at(equal, u))).toEqual([10, [1, 2]])
  })

  it('gives whole numbers between two ends the same chance, and rounds the rest', () => {
    const tally = (distribution: Distribution, bounds: readonly [number, number]) => {
      const counts: Record<number, number> = {}
      for (let k = 0; k < 400; k++) {
        const one = quantile(distribution, (k + 0.5) / 400, { bounds, whole: true }) as number
        counts[one] = (counts[one] ?? 0) + 1
      }
      return counts
    }
    expect(tally({ kind: 'uniform', low: 1, high: 4 }, [0, 9])).toEqual({
      1: 100,
      2: 100,
      3: 100,
      4: 100,
    })
    // Rounding to 2 takes (1.5, 2.5) of the triangle from 1 to 3: three quarters.
    expect(tally({ kind: 'triangular', low: 1, mode: 2, high: 3 }, [0, 9])).toEqual({
      1: 50,
      2: 300,
      3: 50,
    })
    const rounded = tally({ kind: 'normal', mean: 2, sd: 5 }, [1, 3])
    expect(Object.keys(rounded)).toEqual(['1', '2', '3'])
  })

  it('grows with u', () => {
    const forms: Distribution[] = [
      { kind: 'uniform', low: 1, high: 2 },
      { kind: 'normal', mean: 1, sd: 1 },
      { kind: 'triangular', low: 0, mode: 0.2, high: 1 },
    ]
    for (const form of forms) {
      const values = units.map((u) => at(form, u))
      expect(values.every((one, k) => k === 0 || one > values[k - 1])).toBe(true)
    }
  })
})

describe('drawUncertainties', () => {
  const replicates = 2000
  const keys = Array.from({ length: replicates }, (_, k) => makeKey('draws', k))
  const uniformOf = (parameter: string) =>
    ({ parameter, distribution: { kind: 'uniform', low: 0, high: 1 } }) as const
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / replicates

  const drawn = (distribution: Distribution, bounds: readonly [number, number]) =>
    keys.map((key) => {
      const uncertainty = [{ parameter: 'x', distribution }]
      return drawUncertainties(uncertainty, key, [{ id: 'x', bounds, whole: false }])['x']
    })

  it.each<[string, Distribution, number, number]>([
    ['uniform', { kind: 'uniform', low: 2, high: 6 }, 4, 16 / 12],
    [
      'triangular',
      { kind: 'triangular', low: 0, mode: 1, high: 5 },
      2,
      (25 + 1 - 5) / 18, // (low² + mode² + high² − low·mode − low·high − mode·high) / 18
    ],
    ['normal', { kind: 'normal', mean: 3, sd: 2 }, 3, 4],
  ])('has the mean and variance of the %s distribution', (_, distribution, centre, variance) => {
    const values = drawn(distribution, [-Infinity, Infinity]) as number[]
    expect(Math.abs(mean(values) - centre)).toBeLessThan(5 * Math.sqrt(variance / replicates))
    const squares = values.map((one) => (one - centre) ** 2)
    // A kurtosis of at most 3 bounds the variance of a squared deviation by 2 variance².
    const ofVariance = Math.sqrt((2 * variance ** 2) / replicates)
    expect(Math.abs(mean(squares) - variance)).toBeLessThan(5 * ofVariance)
  })

  it('has the mean of the normal distribution cut off at the bounds', () => {
    const values = drawn({ kind: 'normal', mean: 1, sd: 1 }, [0, 1.5]) as number[]
    const [from, to] = [-1, 0.5]
    const share = normalCdf(to) - normalCdf(from)
    const centre = 1 + (normalDensity(from) - normalDensity(to)) / share
    // Values within an interval of length 1.5 vary at most as much as its two ends.
    const standardError = 0.75 / Math.sqrt(replicates)
    expect(Math.abs(mean(values) - centre)).toBeLessThan(5 * standardError)
  })

  it('takes choices as often as they weigh', () => {
    const values = drawn({ kind: 'choices', values: ['a', 'b'], weights: [1, 3] }, [0, 0])
    const share = values.filter((one: ParameterValue) => one === 'b').length / replicates
    const standardError = Math.sqrt((0.75 * 0.25) / replicates)
    expect(Math.abs(share - 0.75)).toBeLessThan(5 * standardError)
  })

  it('gives a parameter the same value whatever else is uncertain, and in whatever order', () => {
    const alone = drawUncertainties([uniformOf('y')], keys[0], parameters)
    const among = ['z', 'y', 'x'].map(uniformOf)
    expect(drawUncertainties(among, keys[0], parameters)).toMatchObject(alone)
    expect(Object.keys(drawUncertainties(among, keys[0], parameters))).toEqual(['z', 'y', 'x'])
    expect(drawUncertainties([uniformOf('y')], keys[1], parameters)).not.toEqual(alone)
  })

  it('draws parameters independently of one another', () => {
    const products = keys.map((key) => {
      const { x, y } = drawUncertainties(['x', 'y'].map(uniformOf), key, parameters)
      return 12 * ((x as number) - 0.5) * ((y as number) - 0.5)
    })
    expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(replicates))
  })

  it('refuses a parameter it does not know', () => {
    expect(() => drawUncertainties([uniformOf('w')], keys[0], parameters)).toThrow('w is no')
  })
})
