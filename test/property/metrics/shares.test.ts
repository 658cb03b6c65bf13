import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  effectiveCount,
  gini,
  herfindahl,
  shareEntropy,
  topShare,
  total,
} from '../../../analysis/metrics/shares.ts'

const SEED = { seed: 20251001 }
const amounts = fc
  .array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values) => Float64Array.from(values))

describe('shares of any amounts', () => {
  it('sum to 1', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        expect(topShare(x, x.length)).toBeCloseTo(1, 12)
      }),
      SEED,
    )
  })

  it('have an HHI between 1/n and 1, and an entropy between 0 and ln n', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        const n = x.length
        expect(herfindahl(x)).toBeGreaterThanOrEqual(1 / n - 1e-12)
        expect(herfindahl(x)).toBeLessThanOrEqual(1 + 1e-12)
        expect(shareEntropy(x)).toBeGreaterThanOrEqual(-1e-12)
        expect(shareEntropy(x)).toBeLessThanOrEqual(Math.log(n) + 1e-12)
        expect(effectiveCount(x)).toBeLessThanOrEqual(n + 1e-9)
      }),
      SEED,
    )
  })

  it('do not depend on unit or order', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        const other = x.map((value) => 7 * value).reverse()
        expect(herfindahl(other)).toBeCloseTo(herfindahl(x), 12)
        expect(gini(other)).toBeCloseTo(gini(x), 12)
        expect(topShare(other, 3)).toBeCloseTo(topShare(x, 3), 12)
      }),
      SEED,
    )
  })

  it('gather when the smaller gives to the larger', () => {
    fc.assert(
      fc.property(amounts, (x) => {
        fc.pre(x.length > 1)
        const gathered = x.slice().sort()
        gathered[gathered.length - 1] += gathered[0] / 2
        gathered[0] /= 2
        expect(herfindahl(gathered)).toBeGreaterThan(herfindahl(x) - 1e-12)
        expect(gini(gathered)).toBeGreaterThan(gini(x) - 1e-12)
        expect(total(gathered)).toBeCloseTo(total(x), 6)
      }),
      SEED,
    )
  })
})
