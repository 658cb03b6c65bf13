import { describe, expect, it } from 'vitest'
import { bivariateNormalCdf } from '../../../engine/numerics/bivariate-normal.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../../engine/numerics/normal.ts'
import {
  approvedDefaults,
  averageDefault,
  breakEvenCutoff,
  marginalAtLeast,
  marginalDefault,
  screening,
  type Screening,
} from '../../../agents/pricing/screening.ts'
import { halfUnit } from '../../fixtures/toy-market.ts'

/** π̄(x), with its own approval rate. */
function meanDefault(table: Screening, x: number): number {
  return averageDefault(table, x, normalCdf(-x))
}

const PDS = [0.015, 0.03, 0.055, 0.11, 0.18, 0.3]
const ADVANTAGES = [0.05, 0.2, 0.32, 0.42, 0.55, 0.67, 0.75]
const grid = Array.from({ length: 600 }, (_, i) => -8.99 + (i * 14.98) / 599)

describe('golden values of the normal distributions (model document, section 13)', () => {
  it.each([
    ['Φ₂(-1, .5; -.32)', bivariateNormalCdf(-1, 0.5, -0.32), 0.080163221528],
    ['Φ₂(-1.6, -2; -.55)', bivariateNormalCdf(-1.6, -2, -0.55), 0.000007199423],
    ['Φ₂(0, 0; .5)', bivariateNormalCdf(0, 0, 0.5), 1 / 3],
    ['Φ⁻¹(.18)', normalQuantile(0.18), -0.915365087843],
    ['Φ⁻¹(.05/12)', normalQuantile(0.05 / 12), -2.638257273477],
    ['Φ⁻¹(1e-6)', normalQuantile(1e-6), -4.753424308823],
  ])('%s', (_name, value, golden) => {
    expect(Math.abs(value - golden)).toBeLessThanOrEqual(halfUnit(12))
  })
})

describe('screening with one latent variable', () => {
  it('holds the defaults among the approved as the plain quadrature does, to 1e-12', () => {
    let largest = 0
    for (const pd of PDS) {
      for (const c of ADVANTAGES) {
        const table = screening(pd, c)
        for (const x of grid) {
          const exact = bivariateNormalCdf(normalQuantile(pd), -x, -c)
          largest = Math.max(largest, Math.abs(approvedDefaults(table, x) - exact))
        }
      }
    }
    expect(largest).toBeLessThanOrEqual(1e-12)
  })

  it('rates the approved as an integral of marginal defaults over their scores', () => {
    // π̄(x)·Φ(−x) = ∫_x^∞ π(t)·ϕ(t) dt, by Simpson's rule.
    const table = screening(0.11, 0.42)
    for (const x of [-1.2, 0, 0.8]) {
      const steps = 4000
      const width = (9 - x) / steps
      let sum = 0
      for (let i = 0; i <= steps; i++) {
        const t = x + i * width
        const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
        sum += factor * marginalDefault(table, t) * normalDensity(t)
      }
      const integral = (sum * width) / 3
      expect(meanDefault(table, x) * normalCdf(-x)).toBeCloseTo(integral, 11)
    }
  })

  it('approves better borrowers the higher the cut-off', () => {
    for (const c of ADVANTAGES) {
      const table = screening(0.11, c)
      for (let x = -6; x < 3; x += 0.25) {
        expect(marginalDefault(table, x + 0.25)).toBeLessThan(marginalDefault(table, x))
        expect(meanDefault(table, x + 0.25)).toBeLessThan(meanDefault(table, x))
        expect(meanDefault(table, x)).toBeLessThan(marginalDefault(table, x))
      }
      expect(meanDefault(table, -Infinity)).toBe(0.11)
    }
  })

  it('rates everybody alike as information vanishes', () => {
    const table = screening(0.11, 1e-6)
    // dπ/dx = -c·ϕ(d) at c → 0: below 1e-6·0.4·|x|.
    expect(Math.abs(marginalDefault(table, 2) - 0.11)).toBeLessThan(1e-6)
    expect(Math.abs(meanDefault(table, 2) - 0.11)).toBeLessThan(1e-6)
  })

  it.each([
    [0.015, [0.643, 0.711, 0.775, 0.833, 0.86, 0.885, 0.928]],
    [0.05, [0.622, 0.681, 0.739, 0.795, 0.821, 0.847, 0.895]],
    [0.11, [0.608, 0.662, 0.715, 0.768, 0.793, 0.819, 0.869]],
  ])('has the areas under the curve of the calibration table at PD %s', (pd, areas) => {
    const advantages = [0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7]
    advantages.forEach((c, i) => {
      const table = screening(pd, c)
      // AUC = P(score of a good borrower > score of a bad one), by the trapezoid rule on the cut-off.
      let area = 0
      let caught = 1
      let passed = 1
      for (let x = -8.9; x < 5.9; x += 0.01) {
        const bad = approvedDefaults(table, x) / pd
        const good = (normalCdf(-x) - approvedDefaults(table, x)) / (1 - pd)
        area += ((caught - bad) * (passed + good)) / 2
        caught = bad
        passed = good
      }
      // The trapezoid rule adds less than 1e-5 to the rounding of the printed value.
      expect(Math.abs(area - areas[i])).toBeLessThanOrEqual(halfUnit(3) + 1e-5)
    })
  })
})

describe('the break-even cut-off', () => {
  it('leaves a residual of at most 1e-12 for every mark-up', () => {
    let largest = 0
    for (const pd of PDS) {
      for (const c of ADVANTAGES) {
        const table = screening(pd, c)
        for (let share = 0.001; share < 0.99; share += 0.013) {
          const markup = share * (1 - pd)
          const x = breakEvenCutoff(table, markup)
          if (x <= -9 || x >= 6) continue
          const gap = marginalDefault(table, x) - meanDefault(table, x)
          largest = Math.max(largest, Math.abs(gap - markup))
        }
      }
    }
    expect(largest).toBeLessThanOrEqual(1e-12)
  })

  it('is known in advance to take borrowers at least as bad as the next place of the table', () => {
    for (const pd of PDS) {
      for (const c of ADVANTAGES) {
        const table = screening(pd, c)
        for (let share = 0.001; share < 0.99; share += 0.013) {
          const markup = share * (1 - pd)
          const x = breakEvenCutoff(table, markup)
          if (x <= -9 || x >= 6) continue
          const least = marginalAtLeast(table, markup)
          expect(least).toBeLessThanOrEqual(marginalDefault(table, x) + 1e-12)
          expect(least).toBeGreaterThanOrEqual(marginalDefault(table, x + 1 / 64) - 1e-12)
        }
      }
    }
  })

  it('rejects more the smaller the mark-up', () => {
    const table = screening(0.11, 0.32)
    expect(breakEvenCutoff(table, 0.02)).toBeGreaterThan(breakEvenCutoff(table, 0.05))
  })
})
