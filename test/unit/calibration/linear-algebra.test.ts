import { describe, expect, it } from 'vitest'
import { factorInPlace, solveLower } from '../../../analysis/calibration/cholesky.ts'
import { shrunkCovariance } from '../../../analysis/calibration/shrunk-covariance.ts'
import { symmetricEigen } from '../../../analysis/calibration/symmetric-eigen.ts'
import { luck } from '../../fixtures/toy-simulator.ts'

const SIZE = 12
const root = Float64Array.from({ length: SIZE * SIZE }, (_, k) => luck(k, 1))
const matrix = Float64Array.from({ length: SIZE * SIZE }, (_, k) => {
  let sum = 0
  for (let t = 0; t < SIZE; t++) {
    sum += root[Math.floor(k / SIZE) * SIZE + t] * root[(k % SIZE) * SIZE + t]
  }
  return sum
})

describe('the eigenvectors of a symmetric matrix', () => {
  it('put it together again', () => {
    const { values, vectors } = symmetricEigen(matrix, SIZE)
    for (let i = 0; i < SIZE; i++) {
      for (let j = 0; j < SIZE; j++) {
        let sum = 0
        for (let k = 0; k < SIZE; k++)
          sum += values[k] * vectors[k * SIZE + i] * vectors[k * SIZE + j]
        expect(sum).toBeCloseTo(matrix[i * SIZE + j], 10)
      }
    }
  })
})

describe('the factor of a positive definite matrix', () => {
  it('turns its squares into plain ones', () => {
    const factor = matrix.slice()
    expect(factorInPlace(factor, SIZE)).toBe(true)
    const r = Float64Array.from({ length: SIZE }, (_, i) => luck(i, 2))
    const u = r.slice()
    solveLower(factor, SIZE, u)
    for (let i = 0; i < SIZE; i++) {
      let sum = 0
      for (let k = 0; k <= i; k++) sum += factor[i * SIZE + k] * u[k]
      expect(sum).toBeCloseTo(r[i], 9)
    }
  })

  it('does not exist for one that is not', () => {
    expect(factorInPlace(Float64Array.of(1, 2, 2, 1), 2)).toBe(false)
  })
})

describe('a shrunk covariance', () => {
  it('is positive definite with fewer cases than moments, with holes and with copies', () => {
    const moments = 20
    const rows = Float64Array.from({ length: 12 * moments }, (_, k) => luck(k, 3))
    for (let i = 0; i < 12; i++) rows[i * moments + 1] = rows[i * moments]
    for (let i = 0; i < 3; i++) rows[i * moments + 5 + i] = NaN
    const { entries, shrinkage } = shrunkCovariance(rows, new Float64Array(moments).fill(4))
    expect(factorInPlace(entries.slice(), moments)).toBe(true)
    expect(entries[0]).toBe(4)
    expect(shrinkage).toBeGreaterThan(0)
  })

  it('draws correlations to 0 as far as they are uncertain', () => {
    // The formula of Schäfer and Strimmer for two moments, written out.
    const cases = 12
    const x = Float64Array.from({ length: cases }, (_, i) => luck(i, 6))
    const y = x.map((value, i) => value + 0.5 * luck(i, 7))
    const rows = Float64Array.from({ length: 2 * cases }, (_, k) =>
      k % 2 === 0 ? x[k / 2] : y[(k - 1) / 2],
    )
    const sum = (term: (i: number) => number): number =>
      Array.from(x.keys()).reduce((all, i) => all + term(i), 0)
    const scale = Math.sqrt(sum((i) => x[i] * x[i]) * sum((i) => y[i] * y[i])) / cases
    const r = sum((i) => x[i] * y[i]) / cases / scale
    const spread = sum((i) => ((x[i] * y[i]) / scale - r) ** 2) / (cases * (cases - 1))
    const { entries, shrinkage } = shrunkCovariance(rows, Float64Array.of(1, 9))
    expect(shrinkage).toBeCloseTo(spread / (r * r), 12)
    expect(entries[1]).toBeCloseTo(3 * (1 - shrinkage) * r, 12)
  })

  it('is drawn on until no moment is a copy of another', () => {
    // Of ±1 alone a correlation of 1 has no uncertainty, and nothing would be drawn.
    const rows = Float64Array.from({ length: 200 }, (_, k) => (k % 4 < 2 ? 1 : -1))
    expect(shrunkCovariance(rows, Float64Array.of(1, 1)).shrinkage).toBeCloseTo(0.05, 12)
  })

  it('hardly touches correlations that many cases show', () => {
    const rows = new Float64Array(4000 * 2)
    for (let i = 0; i < 4000; i++) {
      rows[i * 2] = luck(i, 4)
      rows[i * 2 + 1] = 0.6 * rows[i * 2] + 0.8 * luck(i, 5)
    }
    const { entries, shrinkage } = shrunkCovariance(rows, Float64Array.of(1, 9))
    expect(shrinkage).toBeLessThan(0.01)
    expect(Math.abs(entries[1] / 3 - 0.6)).toBeLessThan(3 * Math.sqrt((1 - 0.36) / 4000))
  })
})
