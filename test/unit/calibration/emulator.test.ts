import { describe, expect, it } from 'vitest'
import { cloudOf } from '../../../analysis/calibration/cloud.ts'
import { fitEmulator, predict } from '../../../analysis/calibration/emulator.ts'
import { fillTerms, responseTerms } from '../../../analysis/calibration/response-terms.ts'
import { fitRidge, ridgePath } from '../../../analysis/calibration/ridge-path.ts'
import { mean, variance } from '../../../analysis/statistics/moments.ts'
import { legendreNodes } from '../../../engine/numerics/legendre.ts'
import { latinHypercubePoints } from '../../../scenarios/design/latin-hypercube.ts'
import { luck, toyCases } from '../../fixtures/toy-simulator.ts'

const NOISE = 0.5
/** Bends, an interaction, a cubic, and a parameter (the last) that does nothing. */
function bent(place: Float64Array, m: number): number {
  const [x, y, z] = Array.from(place, (u) => 2 * u - 1)
  return 1 + m + (m + 1) * x - 2 * y * y + x * z + z * z * z
}

const fresh = latinHypercubePoints(500, 4, 'fresh')
const truth = Float64Array.from({ length: 500 }, (_, i) =>
  bent(fresh.subarray(i * 4, i * 4 + 4), 0),
)

describe('response terms', () => {
  it('have mean 0 and variance 1 under the prior, and are uncorrelated', () => {
    const terms = responseTerms(2)
    const { nodes, weights } = legendreNodes(6)
    const row = new Float64Array(terms.count)
    const products = new Float64Array(terms.count * terms.count)
    const means = new Float64Array(terms.count)
    nodes.forEach((x, i) => {
      nodes.forEach((y, j) => {
        fillTerms(terms, Float64Array.of((x + 1) / 2, (y + 1) / 2), 0, row)
        const weight = (weights[i] * weights[j]) / 4
        row.forEach((one, s) => {
          means[s] += weight * one
          row.forEach((other, t) => (products[s * terms.count + t] += weight * one * other))
        })
      })
    })
    for (let s = 0; s < terms.count; s++) {
      expect(means[s]).toBeCloseTo(0, 12)
      for (let t = 0; t < terms.count; t++) {
        expect(products[s * terms.count + t]).toBeCloseTo(Number(s === t), 12)
      }
    }
  })

  it('are 75 of ten inputs', () => {
    expect(responseTerms(10).count).toBe(75)
  })
})

describe('an emulator', () => {
  it.each([1, 2, 3, 4])('says at its own cases, of %i inputs, what it was fitted to', (inputs) => {
    const table = toyCases(120, inputs, 2, (place, m) => place[0] * (m + 1), NOISE)
    const emulator = fitEmulator(table)
    const { means, leverages } = predict(emulator, cloudOf(table.units, inputs))
    const [{ path, fits }] = emulator.surfaces
    fits.forEach(({ residuals, strength }, m) => {
      const own = path.leverages[path.strengths.indexOf(strength)]
      for (let i = 0; i < 120; i++) {
        expect(means[i * 2 + m] + residuals[i]).toBeCloseTo(table.values[i * 2 + m], 10)
        expect(leverages[i * 2 + m]).toBeCloseTo(own[i], 12)
      }
    })
  })

  it('finds a cubic with an interaction without noise, to what the lightest penalty takes', () => {
    const emulator = fitEmulator(toyCases(400, 4, 1, bent, 0))
    const { means } = predict(emulator, cloudOf(fresh, 4))
    means.forEach((value, i) => expect(Math.abs(value - truth[i])).toBeLessThan(1e-3))
    expect(emulator.leaveOneOutR2[0]).toBeGreaterThan(0.9999)
  })

  it('knows the variance of a replicate and of its own mean', () => {
    const emulator = fitEmulator(toyCases(800, 4, 3, bent, NOISE))
    // The standard error of a variance of n normal values is √(2/n) of it.
    const tolerance = 3 * NOISE * NOISE * Math.sqrt(2 / 770)
    for (const found of emulator.residualVariances) {
      expect(Math.abs(found - NOISE * NOISE)).toBeLessThan(tolerance)
    }
    const { means, leverages, moments } = predict(emulator, cloudOf(fresh, 4))
    const errors = truth.map((value, i) => means[i * moments] - value)
    const claimed = truth.map((_, i) => emulator.residualVariances[0] * leverages[i * moments])
    const ratio = mean(errors.map((e) => e * e)) / mean(claimed)
    // About 18 coefficients decide: the ratio is χ²/18 at the least spread out.
    expect(ratio).toBeGreaterThan(1 - 3 * Math.sqrt(2 / 18))
    expect(ratio).toBeLessThan(1 + 3 * Math.sqrt(2 / 18))
  })

  it('is not worse than the mean with few cases and nothing but noise', () => {
    const emulator = fitEmulator(toyCases(150, 10, 2, () => 0, 1))
    const { means } = predict(emulator, cloudOf(latinHypercubePoints(300, 10, 'few'), 10))
    // 75 free coefficients would give a variance of about 75/75 = 1.
    expect(variance(means)).toBeLessThan(0.1)
    for (const r2 of emulator.leaveOneOutR2) expect(Math.abs(r2)).toBeLessThan(0.1)
  })

  it('leaves undefined moments out case by case', () => {
    const table = toyCases(300, 4, 2, bent, NOISE)
    const holed = { ...table, values: table.values.slice() }
    for (let i = 0; i < 300; i += 3) holed.values[i * 2 + 1] = NaN
    const whole = predict(fitEmulator(table), cloudOf(fresh, 4))
    const some = predict(fitEmulator(holed), cloudOf(fresh, 4))
    expect(some.means[0]).toBe(whole.means[0])
    expect(some.means[1]).not.toBe(whole.means[1])
    expect(Math.abs(some.means[1] - whole.means[1])).toBeLessThan(NOISE)
    expect(some.leverages[1]).toBeGreaterThan(whole.leverages[1])
  })

  it('says nothing of a moment that is hardly ever defined', () => {
    const table = toyCases(100, 2, 2, (place) => place[0], 1)
    for (let i = 10; i < 100; i++) table.values[i * 2 + 1] = NaN
    const emulator = fitEmulator(table)
    expect(emulator.residualVariances[1]).toBeNaN()
    expect(predict(emulator, cloudOf(fresh, 2)).means[1]).toBeNaN()
    expect(emulator.residualVariances[0]).toBeGreaterThan(0)
  })

  it('counts a mean of many replicates for more', () => {
    const table = toyCases(400, 4, 4, bent, 1, (i) => (i % 2 === 0 ? 1 : 16))
    const weighted = predict(fitEmulator(table), cloudOf(fresh, 4))
    const even = predict(fitEmulator({ ...table, replicates: new Float64Array(400).fill(1) }), cloudOf(fresh, 4)) // prettier-ignore
    const missed = (means: Float64Array): number =>
      mean(truth.map((value, i) => (means[i * 4] - value) * (means[i * 4] - value)))
    expect(missed(weighted.means)).toBeLessThan(missed(even.means) / 2)
  })

  it('tells lack of fit from luck when replicates differ', () => {
    // A kink the cubic cannot follow, of about the size of the luck.
    const kinked = (place: Float64Array, m: number): number =>
      2 * Math.sign(Math.floor(place[m] * 8) % 2)
    const { lackOfFit } = fitEmulator(toyCases(600, 3, 3, kinked, 1, (i) => (i % 2 === 0 ? 1 : 20)))
    // The kink is ±1 around its mean: half of the variance of one replicate.
    expect(lackOfFit).toBeGreaterThan(0.35)
    expect(lackOfFit).toBeLessThan(0.6)
    const smooth = fitEmulator(toyCases(600, 3, 3, bent, 1, (i) => (i % 2 === 0 ? 1 : 20)))
    expect(smooth.lackOfFit).toBeLessThan(0.1)
  })

  it('reads lack of fit off squared residuals against 1/R, freed of what each case took of itself', () => {
    const kinked = (place: Float64Array): number => 2 * Math.sign(Math.floor(place[0] * 8) % 2)
    const table = toyCases(200, 2, 1, kinked, 1, (i) => (i % 2 === 0 ? 1 : 4))
    const { terms, lackOfFit } = fitEmulator(table)
    const design = new Float64Array(200 * terms.count)
    for (let i = 0; i < 200; i++) {
      fillTerms(terms, table.units, i, design.subarray(i * terms.count, (i + 1) * terms.count))
    }
    // At first all is taken for luck: cases count by their replicates.
    const counts = Float64Array.from(table.replicates!)
    const path = ridgePath(design, terms.penalties, counts)
    const { residuals, strength } = fitRidge(path, table.values)
    const own = path.leverages[path.strengths.indexOf(strength)]
    const squares = residuals.map((e, i) => (e * e) / (1 - counts[i] * own[i]))
    const inverse = counts.map((r) => 1 / r)
    const away = inverse.map((one) => one - mean(inverse))
    const slope = mean(away.map((one, i) => one * squares[i])) / mean(away.map((one) => one * one))
    const ratio = (mean(squares) - slope * mean(inverse)) / slope
    expect(slope).toBeGreaterThan(0)
    expect(ratio).toBeGreaterThan(0)
    expect(lackOfFit).toBeCloseTo(ratio / (1 + ratio), 12)
  })

  it('finds how moments move together', () => {
    const table = toyCases(1000, 2, 3, (place) => place[0], 0)
    for (let i = 0; i < 1000; i++) {
      const both = luck(i, 7)
      table.values[i * 3] += both
      table.values[i * 3 + 1] += 0.8 * both + 0.6 * luck(i, 8)
      table.values[i * 3 + 2] += luck(i, 9)
    }
    const { entries } = fitEmulator(table).covariance
    // Standard error of a correlation r: (1 − r²)/√n.
    expect(Math.abs(entries[1] - 0.8)).toBeLessThan(3 * Math.sqrt((1 + 0.64) / 1000))
    expect(Math.abs(entries[2])).toBeLessThan(3 / Math.sqrt(1000))
  })
})
