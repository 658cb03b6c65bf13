import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { fairCrps, intervalScore } from '../../../analysis/score/proper-scores.ts'
import { quantile } from '../../../analysis/statistics/quantile.ts'

const ENSEMBLES = 4000
/** Standard errors a Monte Carlo mean may be off. */
const ERRORS = 4

/** Draws of normal ensembles; the first draw of each is the observation. */
function eachEnsemble(
  seed: string,
  members: number,
  take: (draws: Float64Array) => void,
  ensembles = ENSEMBLES,
): void {
  const generator = createSfc32(seed)
  const draws = new Float64Array(members + 1)
  for (let k = 0; k < ensembles; k++) {
    fillUniform(generator, draws)
    take(draws.map(normalQuantile))
  }
}

function summary(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const square = values.reduce((sum, one) => sum + (one - mean) * (one - mean), 0)
  return { mean, error: Math.sqrt(square / (values.length - 1) / values.length) }
}

/** CRPS of N(0, 1) at y: y(2Φ(y) − 1) + 2ϕ(y) − 1/√π (Gneiting and Raftery 2007, section 4.2). */
function normalCrps(y: number): number {
  const density = Math.exp((-y * y) / 2) / Math.sqrt(2 * Math.PI)
  return y * (2 * normalCdf(y) - 1) + 2 * density - 1 / Math.sqrt(Math.PI)
}

describe('the fair CRPS', () => {
  it.each([2, 3, 20])('of %i members has the score of the distribution as its mean', (members) => {
    for (const observed of [-1.5, 0, 0.7, 3]) {
      const found: number[] = []
      eachEnsemble(`crps|${members}|${observed}`, members, (draws) =>
        found.push(fairCrps(draws.subarray(1), observed)),
      )
      const { mean, error } = summary(found)
      expect(Math.abs(mean - normalCrps(observed))).toBeLessThan(ERRORS * error)
    }
  })

  it('is least, in the mean, for the distribution the observation is from', () => {
    const others = [
      { shift: 0.5, scale: 1 },
      { shift: -0.5, scale: 1 },
      { shift: 0, scale: 0.4 },
      { shift: 0, scale: 2 },
    ]
    for (const { shift, scale } of others) {
      const found: number[] = []
      eachEnsemble('crps|proper', 10, (draws) => {
        const members = draws.subarray(1)
        const other = members.map((one) => shift + scale * one)
        found.push(fairCrps(other, draws[0]) - fairCrps(members, draws[0]))
      })
      const { mean, error } = summary(found)
      expect(mean, `${shift} ${scale}`).toBeGreaterThan(ERRORS * error)
    }
  })

  it('favours no ensemble for its size, as the score without correction does', () => {
    const plain = (members: Float64Array, y: number): number => {
      const m = members.length
      // Mean distance is unbiased; dividing the spread by m² instead of m(m−1) is not.
      const distance = members.reduce((sum, one) => sum + Math.abs(one - y), 0) / m
      return distance - ((distance - fairCrps(members, y)) * (m - 1)) / m
    }
    const fair: number[] = []
    const biased: number[] = []
    eachEnsemble('crps|size', 20, (draws) => {
      const few = draws.subarray(1, 4)
      const many = draws.subarray(1)
      fair.push(fairCrps(few, draws[0]) - fairCrps(many, draws[0]))
      biased.push(plain(few, draws[0]) - plain(many, draws[0]))
    })
    expect(Math.abs(summary(fair).mean)).toBeLessThan(ERRORS * summary(fair).error)
    expect(summary(biased).mean).toBeGreaterThan(ERRORS * summary(biased).error)
  })
})

describe('the interval score', () => {
  it('is least, in the mean, at the 5% and 95% points of the truth', () => {
    const z = normalQuantile(0.95)
    for (const [low, high] of [
      [-0.7 * z, 0.7 * z],
      [-1.4 * z, 1.4 * z],
      [0.4 - z, 0.4 + z],
    ]) {
      const found: number[] = []
      eachEnsemble('interval|proper', 0, ([y]) =>
        found.push(intervalScore(low, high, y) - intervalScore(-z, z, y)),
      )
      const { mean, error } = summary(found)
      expect(mean, `${low} ${high}`).toBeGreaterThan(ERRORS * error)
    }
  })

  it('has the mean worked out for the normal distribution', () => {
    // E S = 2z + (2/α)·2·(ϕ(z) − z(1 − Φ(z))) = (4/α)ϕ(z) at z = Φ⁻¹(1 − α/2).
    const z = normalQuantile(0.95)
    const found: number[] = []
    eachEnsemble('interval|mean', 0, ([y]) => found.push(intervalScore(-z, z, y)), 20_000)
    const { mean, error } = summary(found)
    const expected = 40 * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
    expect(Math.abs(mean - expected)).toBeLessThan(ERRORS * error)
  })

  it('of an ensemble’s own quantiles is near that of the truth', () => {
    const z = normalQuantile(0.95)
    const found: number[] = []
    eachEnsemble('interval|ensemble', 40, (draws) => {
      const members = draws.subarray(1)
      const own = intervalScore(quantile(members, 0.05), quantile(members, 0.95), draws[0])
      found.push(own - intervalScore(-z, z, draws[0]))
    })
    const { mean, error } = summary(found)
    expect(mean).toBeGreaterThan(-ERRORS * error)
    expect(mean).toBeLessThan(0.15 * 4)
  })
})
