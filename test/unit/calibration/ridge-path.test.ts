import { describe, expect, it } from 'vitest'
import { fitRidge, ridgePath } from '../../../analysis/calibration/ridge-path.ts'
import { luck } from '../../fixtures/toy-simulator.ts'

const CASES = 40
const x = Float64Array.from({ length: CASES }, (_, i) => luck(i, 1))
const weights = Float64Array.from({ length: CASES }, (_, i) => 1 + (i % 3))
const total = weights.reduce((sum, weight) => sum + weight, 0)
const centred = (values: Float64Array): Float64Array => {
  const centre = values.reduce((sum, value, i) => sum + weights[i] * value, 0) / total
  return values.map((value) => value - centre)
}
const sumOf = (term: (i: number) => number): number =>
  weights.reduce((sum, weight, i) => sum + weight * term(i), 0)

describe('ridge regression on one term', () => {
  const PENALTY = 4
  const path = ridgePath(x, Float64Array.of(PENALTY), weights)

  it('tries strengths from a hundred-thousandth of the weight of cases to a hundred times it', () => {
    expect(path.strengths).toHaveLength(15)
    expect(path.strengths[0] / total).toBeCloseTo(1e-5, 15)
    expect(path.strengths[14] / total).toBeCloseTo(100, 9)
  })

  it('is the one-line formula at the strength it chose', () => {
    const outcomes = x.map((value, i) => 3 + 2 * value + 0.5 * luck(i, 2))
    const fit = fitRidge(path, outcomes)
    const [cx, cy] = [centred(x), centred(outcomes)]
    const square = sumOf((i) => cx[i] * cx[i])
    const slope = sumOf((i) => cx[i] * cy[i]) / (square + PENALTY * fit.strength)
    expect(fit.coefficients[0] * path.turn[0]).toBeCloseTo(slope, 12)
    const residual = (i: number): number => cy[i] - slope * cx[i]
    const own = (i: number): number =>
      1 / total + (cx[i] * cx[i]) / (square + PENALTY * fit.strength)
    fit.residuals.forEach((found, i) => expect(found).toBeCloseTo(residual(i), 12))
    const used = sumOf(own)
    const left = sumOf((i) => residual(i) * residual(i))
    expect(fit.residualVariance).toBeCloseTo(left / (CASES - used), 12)
    const press = sumOf((i) => (residual(i) / (1 - weights[i] * own(i))) ** 2)
    expect(fit.leaveOneOutR2).toBeCloseTo(1 - press / sumOf((i) => cy[i] * cy[i]), 12)
  })

  it('flattens out what tells nothing', () => {
    const flat = fitRidge(path, new Float64Array(CASES).fill(7))
    expect(flat.strength).toBe(path.strengths[14])
    expect(flat.coefficients[0]).toBeCloseTo(0, 12)
  })
})
