import { describe, expect, it } from 'vitest'
import { createHash, hashNumbers, hashText } from '../../../engine/hash.ts'
import * as numerics from '../../../engine/numerics/index.ts'
import { legendreNodes } from '../../../engine/numerics/legendre.ts'
import { normalCdfAt } from '../../../engine/numerics/normal.ts'
import { arcsine, sine } from '../../../engine/numerics/sine.ts'

const { bivariateNormalCdf, exp, intPow, log, log1p, logistic, pow } = numerics
const { normalCdf, normalDensity, normalQuantile } = numerics

/** Two units in the last place: the accuracy promised for elementary functions. */
const TWO_ULP = 2 * Number.EPSILON

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(tolerance)
}

// Reference values to 17 digits from 40-digit arithmetic.
describe('exp', () => {
  it('agrees with high-precision values to two units in the last place', () => {
    expectRelative(exp(1), 2.7182818284590452, TWO_ULP)
    expectRelative(exp(-1), 0.36787944117144233, TWO_ULP)
    expectRelative(exp(0.3), 1.3498588075760031, TWO_ULP)
    expectRelative(exp(-20.5), 1.2501528663867427e-9, TWO_ULP)
    expectRelative(exp(100), 2.6881171418161354e43, TWO_ULP)
  })

  it('is exact at 0, closes at both ends and passes NaN through', () => {
    expect(exp(0)).toBe(1)
    expect(exp(710)).toBe(Infinity)
    expect(exp(-746)).toBe(0)
    expect(exp(-745)).toBe(5e-324)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(Infinity)).toBe(Infinity)
    expect(exp(NaN)).toBeNaN()
    expectRelative(exp(709.5), 1.3549863193146328e308, 4 * TWO_ULP)
  })
})

describe('log', () => {
  it('agrees with high-precision values to two units in the last place', () => {
    expectRelative(log(2), 0.69314718055994531, TWO_ULP)
    expectRelative(log(0.1), -2.3025850929940456, TWO_ULP)
    expectRelative(log(1e-300), -690.77552789821371, TWO_ULP)
    expectRelative(log(12345.678), 9.421061321291832, TWO_ULP)
    expectRelative(log(5e-324), -744.44007192138126, TWO_ULP)
    expectRelative(log1p(1e-10), 9.9999999995e-11, TWO_ULP)
  })

  it('is exact at 1 and says what it cannot do', () => {
    expect(log(1)).toBe(0)
    expect(log(0)).toBe(-Infinity)
    expect(log(Infinity)).toBe(Infinity)
    expect(log(-1)).toBeNaN()
    expect(log(NaN)).toBeNaN()
  })
})

describe('pow', () => {
  it('agrees with exact powers', () => {
    expectRelative(pow(2, 10), 1024, 8 * TWO_ULP)
    expectRelative(pow(9, -0.5), 1 / 3, TWO_ULP)
    expect(pow(0, 2)).toBe(0)
    expect(pow(0, -1)).toBe(Infinity)
    expect(pow(5, 0)).toBe(1)
    expect(pow(-1, 0.5)).toBeNaN()
    expect(intPow(3, 13)).toBe(1594323)
    expect(intPow(7, 0)).toBe(1)
  })
})

describe('logistic', () => {
  it('is a half at 0 and never overflows', () => {
    expect(logistic(0)).toBe(0.5)
    expect(logistic(800)).toBe(1)
    expect(logistic(-800)).toBe(0)
    expectRelative(logistic(-2), 1 / (1 + Math.exp(2)), 2 * TWO_ULP)
  })
})

describe('normalCdf', () => {
  it('keeps a relative accuracy of 1e-14 in both tails and all three bands', () => {
    expectRelative(normalCdf(-0.3), 0.38208857781104739, 1e-14)
    expectRelative(normalCdf(0.5), 0.6914624612740131, 1e-14)
    expectRelative(normalCdf(-1), 0.15865525393145705, 1e-14)
    expectRelative(normalCdf(1.96), 0.9750021048517796, 1e-14)
    expectRelative(normalCdf(-3), 0.0013498980316300946, 1e-14)
    expectRelative(normalCdf(-5.5), 1.8989562465887718e-8, 1e-14)
    expectRelative(normalCdf(-6), 9.8658764503769814e-10, 1e-14)
    expectRelative(normalCdf(-10), 7.6198530241605261e-24, 1e-14)
    expectRelative(normalCdf(-20), 2.7536241186062337e-89, 1e-14)
    expectRelative(normalCdf(-37.5), 4.60535300958195e-308, 1e-14)
  })

  it('is a half at 0, closes at both ends and passes NaN through', () => {
    expect(normalCdf(0)).toBe(0.5)
    expect(normalCdf(-Infinity)).toBe(0)
    expect(normalCdf(Infinity)).toBe(1)
    expect(normalCdf(NaN)).toBeNaN()
    expectRelative(normalDensity(0), 0.39894228040143268, TWO_ULP)
    expectRelative(normalDensity(-2), 0.053990966513188063, TWO_ULP)
  })
})

describe('normalCdf of a column', () => {
  it('is that of its numbers, at the places asked for', () => {
    const numbers = [-40, -7, -3, -0.5, 0, 0.4, 0.9, 2.5, 5, 9, 40, NaN]
    const column = Float64Array.from(numbers)
    normalCdfAt(column, Int32Array.from([1, 2, 3, 5, 6, 7, 8, 10, 11]), 8)
    const asked = new Set([1, 2, 3, 5, 6, 7, 8, 10])
    expect([...column]).toEqual(numbers.map((x, i) => (asked.has(i) ? normalCdf(x) : x)))
  })
})

describe('normalQuantile', () => {
  it('gives the golden values of the model to the digits printed there', () => {
    expect(normalQuantile(0.18)).toBeCloseTo(-0.915365087843, 12)
    expect(normalQuantile(0.05 / 12)).toBeCloseTo(-2.638257273477, 12)
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308823, 12)
  })

  it('is undone by normalCdf within 1e-14 · max(p, 1e-2) from 1e-12 to 1 − 1e-12', () => {
    for (let exponent = -12; exponent < 0; exponent += 0.01) {
      const p = Math.exp(exponent * Math.LN10)
      const tolerance = 1e-14 * Math.max(p, 1e-2)
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThanOrEqual(tolerance)
      const q = 1 - p
      const upper = 1e-14 * Math.max(q, 1e-2)
      expect(Math.abs(normalCdf(normalQuantile(q)) - q)).toBeLessThanOrEqual(upper)
    }
  })

  it('is undone by normalCdf far out, within four ulp of itself', () => {
    for (const p of [1e-20, 1e-60, 1e-150, 1e-300]) {
      const x = normalQuantile(p)
      // d ln Φ / dx is close to −x far below 0.
      const tolerance = 4 * Number.EPSILON * x * x
      expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThanOrEqual(tolerance)
    }
  })

  it('is odd about a half and says what lies outside', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0.75)).toBe(-normalQuantile(0.25))
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(-0.1)).toBeNaN()
    expect(normalQuantile(NaN)).toBeNaN()
  })
})

describe('bivariateNormalCdf', () => {
  it('gives the golden values of the model to the digits printed there', () => {
    expect(bivariateNormalCdf(-1, 0.5, -0.32)).toBeCloseTo(0.080163221528, 12)
    expect(bivariateNormalCdf(-1.6, -2, -0.55)).toBeCloseTo(0.000007199423, 12)
    expect(bivariateNormalCdf(0, 0, 0.5)).toBeCloseTo(1 / 3, 15)
  })

  it('factors at ρ = 0 and degenerates at ρ = ±1', () => {
    expect(bivariateNormalCdf(0.4, -1.2, 0)).toBe(normalCdf(0.4) * normalCdf(-1.2))
    expect(bivariateNormalCdf(0.4, -1.2, 1)).toBe(normalCdf(-1.2))
    expect(bivariateNormalCdf(0.4, -1.2, -1)).toBe(0)
    expect(bivariateNormalCdf(0.4, 1.2, -1)).toBeCloseTo(normalCdf(0.4) - normalCdf(-1.2), 15)
    expect(bivariateNormalCdf(-Infinity, 1, 0.5)).toBe(0)
    expect(bivariateNormalCdf(Infinity, 1, 0.5)).toBe(normalCdf(1))
  })
})

describe('quadrature and angles', () => {
  it('integrate even powers exactly', () => {
    const { nodes, weights } = legendreNodes(24)
    for (const power of [0, 2, 10, 46]) {
      let sum = 0
      for (let i = 0; i < 24; i++) sum += weights[i] * intPow(nodes[i], power)
      expect(sum).toBeCloseTo(2 / (power + 1), 14)
    }
  })

  it('have nodes in mirrored pairs, of an odd number too', () => {
    for (const n of [5, 8]) {
      const { nodes, weights } = legendreNodes(n)
      expect(nodes).toHaveLength(n)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2, 14)
      for (let i = 0; i < n; i++) expect(nodes[i] + nodes[n - 1 - i]).toBeCloseTo(0, 14)
    }
    expect(legendreNodes(5).nodes[4]).toBeCloseTo(Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3, 14)
  })

  it('know the sine of 30 degrees and its inverse', () => {
    expect(sine(Math.PI / 6)).toBeCloseTo(0.5, 15)
    expect(sine(Math.PI / 2)).toBeCloseTo(1, 15)
    expect(arcsine(0.5)).toBeCloseTo(Math.PI / 6, 15)
    expect(arcsine(-0.95)).toBeCloseTo(-Math.asin(0.95), 14)
  })
})

describe('all functions', () => {
  // Written on Node 20; to be equal on 22 and 24, as only + − × ÷ and the square root are used.
  const GOLDEN: Record<string, string> = {
    exp: '89c1e88faddc976c',
    log: '030c454ffcafa12c',
    pow: '35dcfcb16da8f0e7',
    normalCdf: '913a9911b3b95d58',
    normalQuantile: '867f1d089645e132',
    logistic: 'bb251a86fca06686',
    bivariateNormalCdf: '10abdbbf8e1586ac',
  }

  it('return the same bits on every machine', () => {
    const points = 4000
    const functions: Record<string, (u: number) => number> = {
      exp: (u) => exp(1400 * u - 700),
      log: (u) => log(u / (1 - u)),
      pow: (u) => pow(3 * u, 12 * u - 6),
      normalCdf: (u) => normalCdf(60 * u - 37),
      normalQuantile: (u) => normalQuantile(u),
      logistic: (u) => logistic(80 * u - 40),
      bivariateNormalCdf: (u) => bivariateNormalCdf(6 * u - 3, 2 - 5 * u, 1.9 * u - 0.95),
    }
    const found: Record<string, string> = {}
    for (const [name, f] of Object.entries(functions)) {
      const values = new Float64Array(points)
      for (let i = 0; i < points; i++) values[i] = f((i + 0.5) / points)
      const state = createHash()
      hashNumbers(state, values)
      found[name] = hashText(state)
    }
    expect(found).toEqual(GOLDEN)
  })
})
