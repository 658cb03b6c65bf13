import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { drawEnvironment, nextMacroState } from '../../../agents/regulator/draw-environment.ts'
import { FIVE_SIGMA } from '../../fixtures/bounds.ts'
import { contextOf, toyMarket } from '../../fixtures/toy-market.ts'

const PERSISTENCE = 0.97
const LOADING = 0.023
const HAZARD = 0.11 / 12
const MONTHS = 200_000

/** The macro state month by month, as the phase draws it. */
const states = (() => {
  const market = toyMarket({ banks: 1, platforms: 1 })
  market.environment.macroOn = true
  const path = new Float64Array(MONTHS)
  for (let t = 0; t < MONTHS; t++) {
    drawEnvironment.run(market, contextOf(t))
    path[t] = market.environment.macroState
  }
  return path
})()

/** h_t of an approved vintage. */
function hazardAt(state: number): number {
  const score = (normalQuantile(HAZARD) - Math.sqrt(LOADING) * state) / Math.sqrt(1 - LOADING)
  return normalCdf(score)
}

function meanOf(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function autocorrelation(values: Float64Array): number {
  const mean = meanOf(values)
  let product = 0
  let square = 0
  for (let t = 0; t < values.length; t++) {
    square += (values[t] - mean) ** 2
    if (t > 0) product += (values[t] - mean) * (values[t - 1] - mean)
  }
  return product / square
}

describe('LC16: the macro factor', () => {
  it('moves by φ·Z + √(1−φ²)·η: a good draw makes a good month', () => {
    expect(nextMacroState(2, 0.6, 1)).toBeCloseTo(0.6 * 2 + 0.8, 15)
    expect(nextMacroState(0, 0.6, -1)).toBeCloseTo(-0.8, 15)
  })

  it('is stationary with mean 0 and variance 1', () => {
    // An AR(1) mean over n months has variance (1+φ)/((1−φ)n); its square has persistence φ².
    const error = Math.sqrt((1 + PERSISTENCE) / (1 - PERSISTENCE) / MONTHS)
    expect(Math.abs(meanOf(states))).toBeLessThanOrEqual(FIVE_SIGMA * error)
    const square = PERSISTENCE * PERSISTENCE
    const spread = Math.sqrt((2 * (1 + square)) / (1 - square) / MONTHS)
    const variance = meanOf(states.map((z) => z * z))
    expect(Math.abs(variance - 1)).toBeLessThanOrEqual(FIVE_SIGMA * spread)
  })

  it('leaves the mean hazard at h', () => {
    const hazards = states.map(hazardAt)
    const mean = meanOf(hazards)
    const variance = meanOf(hazards.map((h) => (h - mean) ** 2))
    // h_t is a monotone function of Z_t: its autocorrelations are at most those of Z, φ^k.
    const error = Math.sqrt((variance * (1 + PERSISTENCE)) / (1 - PERSISTENCE) / MONTHS)
    expect(Math.abs(mean - HAZARD)).toBeLessThanOrEqual(FIVE_SIGMA * error)
    expect(FIVE_SIGMA * error).toBeLessThan(0.1 * HAZARD)
  })

  it('gives Φ⁻¹(h_t) a lag-one autocorrelation of φ_Z', () => {
    const scores = states.map((state) => normalQuantile(hazardAt(state)))
    const error = Math.sqrt((1 - PERSISTENCE * PERSISTENCE) / MONTHS)
    // The estimate is biased down by about 2φ/n, far below its standard error.
    expect(Math.abs(autocorrelation(scores) - PERSISTENCE)).toBeLessThanOrEqual(FIVE_SIGMA * error)
  })
})
