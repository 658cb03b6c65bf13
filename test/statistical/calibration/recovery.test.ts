import { describe, expect, it } from 'vitest'
import { fitEmulator } from '../../../analysis/calibration/emulator.ts'
import { emulatedLikelihood, samplePosterior } from '../../../analysis/calibration/posterior.ts'
import { rankUniformity } from '../../../analysis/calibration/rank-uniformity.ts'
import { recovery } from '../../../analysis/calibration/recovery.ts'
import { coordinate, weightedMean } from '../../../analysis/calibration/weighted-moments.ts'
import { fillUniform, createSfc32 } from '../../../engine/sfc32.ts'
import { observe, toyCases } from '../../fixtures/toy-simulator.ts'

const D = 4
const M = 12
const NOISE = 0.3
const SD = 0.2
/** Every parameter moves three moments, but for the last, which moves none. */
const linear = (place: Float64Array, m: number): number => (m % D === D - 1 ? 0 : 2 * place[m % D])
const table = toyCases(600, D, M, linear, NOISE)
const nothing = new Array<number>(M).fill(0)
const truths = Array.from({ length: 150 }, (_, t) => t)
const cheap = { priorSize: 2_000, size: 1_000, generations: 2 }

describe('the posterior of a linear simulator with normal luck', () => {
  it('has the mean and standard deviation of the closed form', () => {
    const z = nothing.map((_, m) => linear(Float64Array.of(0.4, 0.5, 0.6, 0.5), m))
    const emulator = fitEmulator(table)
    const posterior = samplePosterior(emulatedLikelihood(emulator, observe(z, SD)), D, {
      seed: 'linear',
      size: 8_000,
    })
    // Three moments 2θ with variance .3² + .2²: sd = √(.13/3)/2 = .104, bounds 4 sd away.
    const sd = Math.sqrt((NOISE * NOISE + SD * SD) / 3) / 2
    // A surface of 600 cases is uncertain by about this much of a replicate's sd.
    const unsure = (NOISE * Math.sqrt(18 / 600)) / 2 / Math.sqrt(3)
    const tolerance = 3 * Math.sqrt((sd * sd) / posterior.effectiveSize + unsure * unsure)
    const expected = [0.4, 0.5, 0.6]
    expected.forEach((centre, d) => {
      const own = coordinate(posterior.units, D, d)
      const found = weightedMean(own, posterior.weights)
      const squares = own.map((value) => (value - found) * (value - found))
      expect(Math.abs(found - centre)).toBeLessThan(tolerance)
      // Variances of residuals are known to √(2/600) each, correlations shrunk: 10% in all.
      const spread = Math.sqrt(weightedMean(squares, posterior.weights))
      expect(Math.abs(spread / sd - 1)).toBeLessThan(0.1)
    })
    const idle = coordinate(posterior.units, D, 3)
    expect(Math.abs(weightedMean(idle, posterior.weights) - 0.5)).toBeLessThan(0.05)
  })
})

describe('recovery', () => {
  const found = recovery(table, truths, observe(nothing, SD), { seed: 'right', ...cheap })

  it('covers in 50 and 90% and has even ranks where everything is right', () => {
    for (const one of found.parameters) {
      expect(Math.abs(one.coverage90 - 0.9)).toBeLessThan(3 * one.standardError90)
      expect(Math.abs(one.coverage50 - 0.5)).toBeLessThan(3 * one.standardError50)
      expect(one.rankP).toBeGreaterThan(0.001)
      expect(one.standardError90).toBeCloseTo(Math.sqrt((0.9 * 0.1) / truths.length), 12)
      expect(one.standardError50).toBeCloseTo(0.5 / Math.sqrt(truths.length), 12)
    }
  })

  it('says how much is learnt: much of three, nothing of the last', () => {
    const [first, , , idle] = found.parameters
    // Width 2 · 1.645 · .104 of .9; a little less at the bounds.
    expect(first.contraction).toBeGreaterThan(0.55)
    expect(first.contraction).toBeLessThan(0.75)
    expect(first.relativeError).toBeLessThan(0.5)
    expect(Math.abs(idle.contraction)).toBeLessThan(0.05)
    // The mean of the prior misses by one standard deviation, known to 1/√(2n).
    expect(Math.abs(idle.relativeError - 1)).toBeLessThan(3 / Math.sqrt(2 * truths.length) + 0.05)
  })

  it('is the same on a second look', () => {
    const some = truths.slice(0, 20)
    const once = recovery(table, some, observe(nothing, SD), { seed: 'again', ...cheap })
    expect(recovery(table, some, observe(nothing, SD), { seed: 'again', ...cheap })).toEqual(once)
  })

  it('rejects a posterior that takes observations for surer than they are', () => {
    // Weights of 6 make a posterior 2.4 times too narrow.
    const overweight = { ...observe(nothing, SD), weights: new Float64Array(M).fill(6) }
    const narrow = recovery(table, truths.slice(0, 60), overweight, { seed: 'narrow', ...cheap })
    for (const one of narrow.parameters.slice(0, 3)) {
      expect(one.rankP).toBeLessThan(0.001)
      expect(one.coverage90).toBeLessThan(0.8)
    }
  })
})

describe('the uniformity of ranks', () => {
  it('has an even p itself where ranks are even, and a tiny one where they lean', () => {
    const generator = createSfc32('ranks')
    const ranks = new Float64Array(200)
    let rejected = 0
    for (let trial = 0; trial < 1_000; trial++) {
      fillUniform(generator, ranks)
      rejected += Number(rankUniformity(ranks) < 0.05)
    }
    expect(Math.abs(rejected / 1_000 - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / 1_000))
    expect(rankUniformity(ranks.map((rank) => rank * rank))).toBeLessThan(0.001)
    expect(rankUniformity(ranks.map((rank) => 0.25 + rank / 2))).toBeLessThan(0.001)
  })

  it('is the tail of χ² with one degree fewer than bins', () => {
    // 15 ranks in 3 bins of 5: counts 9, 3, 3 give X = 4.8 and, with two degrees, e^(−2.4).
    const ranks = [...Array<number>(9).fill(0.1), ...Array<number>(3).fill(0.5), ...Array<number>(3).fill(0.9)] // prettier-ignore
    expect(rankUniformity(ranks)).toBeCloseTo(Math.exp(-2.4), 12)
    // 20 ranks in the first of 3 bins: X = 40.
    expect(rankUniformity(new Float64Array(20).fill(0.1))).toBeCloseTo(Math.exp(-20), 20)
    expect(rankUniformity([0.5])).toBeNaN()
  })
})
