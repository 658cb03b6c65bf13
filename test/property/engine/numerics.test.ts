import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as distributions from '../../../engine/distributions.ts'
import * as numerics from '../../../engine/numerics/index.ts'

const { bivariateNormalCdf, exp, log, logistic, normalCdf, normalDensity } = numerics
const { normalQuantile } = numerics
const SEED = { seed: 20251001, numRuns: 1000 }

function real(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true })
}

/** Whether two numbers agree to so many units in the last place of the larger. */
function agree(a: number, b: number, ulps: number): boolean {
  return Math.abs(a - b) <= ulps * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))
}

describe('elementary functions', () => {
  it('lie within 2 units in the last place of the ones of the language', () => {
    fc.assert(
      fc.property(real(-700, 700), (x) => agree(exp(x), Math.exp(x), 2)),
      SEED,
    )
    fc.assert(
      fc.property(real(1e-320, 1e300), (x) => agree(log(x), Math.log(x), 2)),
      SEED,
    )
  })

  it('rise wherever their argument rises noticeably', () => {
    fc.assert(
      fc.property(real(-700, 690), real(1e-12, 1), (x, step) => exp(x + step) >= exp(x)),
      SEED,
    )
  })

  it('obey Λ(z) + Λ(−z) = 1', () => {
    fc.assert(
      fc.property(real(-40, 40), (z) => Math.abs(logistic(z) + logistic(-z) - 1) <= Number.EPSILON),
      SEED,
    )
  })
})

describe('the normal distribution', () => {
  it('obeys Φ(x) + Φ(−x) = 1', () => {
    fc.assert(
      fc.property(
        real(-40, 40),
        (x) => Math.abs(normalCdf(x) + normalCdf(-x) - 1) <= Number.EPSILON,
      ),
      SEED,
    )
  })

  it('has the density as its slope', () => {
    const step = 1 / 65536
    // The central difference errs by step² φ″/6 at most, and by rounding over the step.
    const tolerance = (step * step) / 6 + Number.EPSILON / step
    fc.assert(
      fc.property(real(-8, 8), (x) => {
        const slope = (normalCdf(x + step) - normalCdf(x - step)) / (2 * step)
        return Math.abs(slope - normalDensity(x)) <= tolerance
      }),
      SEED,
    )
  })

  it('never falls, across the seams of its bands as elsewhere', () => {
    for (const seam of [0.67448975, Math.sqrt(32)]) {
      for (const side of [-1, 1]) {
        const x = side * seam
        const before = normalCdf(x - 1e-9)
        const after = normalCdf(x + 1e-9)
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after - before).toBeLessThanOrEqual(1e-8 * normalDensity(x) + Number.EPSILON)
      }
    }
  })

  it('is inverted by its quantile', () => {
    fc.assert(
      fc.property(real(1e-12, 1 - 1e-12), (p) => {
        return Math.abs(normalCdf(normalQuantile(p)) - p) <= 1e-14 * Math.max(p, 1e-2)
      }),
      SEED,
    )
  })
})

describe('the bivariate normal', () => {
  const point = real(-6, 6)
  const rho = real(-0.95, 0.95)

  it('is symmetric, has normal margins and complements', () => {
    fc.assert(
      fc.property(point, point, rho, (h, k, r) => {
        const p = bivariateNormalCdf(h, k, r)
        const complement = normalCdf(h) - bivariateNormalCdf(h, -k, -r)
        return (
          agree(p, bivariateNormalCdf(k, h, r), 4) &&
          Math.abs(p - complement) <= 1e-15 &&
          p <= Math.min(normalCdf(h), normalCdf(k)) + 1e-15
        )
      }),
      SEED,
    )
  })

  it('rises with the correlation', () => {
    fc.assert(
      fc.property(point, point, real(-0.95, 0.9), (h, k, r) => {
        return bivariateNormalCdf(h, k, r + 0.05) >= bivariateNormalCdf(h, k, r) - 1e-15
      }),
      SEED,
    )
  })
})

describe('binomialQuantile', () => {
  it('never falls when the uniform or the chance rises', () => {
    const unit = real(1e-9, 1 - 1e-9)
    fc.assert(
      fc.property(fc.nat(400), unit, unit, unit, (n, p, u, v) => {
        const [low, high] = u < v ? [u, v] : [v, u]
        const count = distributions.binomialQuantile(n, p, low)
        return (
          count >= 0 &&
          count <= n &&
          Number.isInteger(count) &&
          count <= distributions.binomialQuantile(n, p, high)
        )
      }),
      SEED,
    )
  })
})
