/**
 * Least squares on few columns, each of mean 0.
 * @source Gauss (1809); Cholesky's factor of the normal equations
 * @module
 */
import { meanProduct } from './orthonormal-basis.ts'

export interface LeastSquares {
  /** One per column; 0 for a column that is a combination of earlier ones. */
  readonly coefficients: Float64Array
  /** By column, the weights of the cases: coefficients = weights · y. */
  readonly weights: readonly Float64Array[]
  /** (XᵀX)⁻¹, row by row. */
  readonly inverse: readonly Float64Array[]
  /** By case, how much of its own outcome it predicts; from 0 to 1. */
  readonly leverage: Float64Array
  readonly residuals: Float64Array
  /** Cases less columns that count less one for the mean. */
  readonly degrees: number
}

const ALIASED = 1e-9

/** @param outcomes  of mean 0 */
export function leastSquares(
  columns: readonly Float64Array[],
  outcomes: Float64Array,
): LeastSquares {
  const n = outcomes.length
  const gram = columns.map((one) => columns.map((other) => n * meanProduct(one, other)))
  const { inverse, used } = inverseOf(gram)
  const weights = columns.map((_, c) => {
    const row = new Float64Array(n)
    for (let d = 0; d < columns.length; d++) {
      const factor = inverse[c][d]
      if (factor === 0) continue
      for (let i = 0; i < n; i++) row[i] += factor * columns[d][i]
    }
    return row
  })
  const coefficients = Float64Array.from(weights, (row) => n * meanProduct(row, outcomes))
  const residuals = outcomes.slice()
  const leverage = new Float64Array(n).fill(1 / n)
  columns.forEach((column, c) => {
    for (let i = 0; i < n; i++) {
      residuals[i] -= coefficients[c] * column[i]
      leverage[i] += weights[c][i] * column[i]
    }
  })
  return { coefficients, weights, inverse, leverage, residuals, degrees: n - used - 1 }
}

/** Inverse of a symmetric matrix by Gauss and Jordan; rows and columns of aliased ones are 0. */
function inverseOf(matrix: readonly (readonly number[])[]) {
  const size = matrix.length
  const work = matrix.map((row) => Float64Array.from(row))
  const inverse = matrix.map((_, i) => Float64Array.from(matrix, (__, j) => Number(i === j)))
  const isUsed = matrix.map(() => true)
  for (let k = 0; k < size; k++) {
    const pivot = work[k][k]
    if (!(pivot > ALIASED * matrix[k][k])) {
      isUsed[k] = false
      for (let j = 0; j < size; j++) {
        work[k][j] = work[j][k] = 0
        inverse[k][j] = inverse[j][k] = 0
      }
      continue
    }
    for (let j = 0; j < size; j++) {
      work[k][j] /= pivot
      inverse[k][j] /= pivot
    }
    for (let i = 0; i < size; i++) {
      if (i === k || work[i][k] === 0) continue
      const factor = work[i][k]
      for (let j = 0; j < size; j++) {
        work[i][j] -= factor * work[k][j]
        inverse[i][j] -= factor * inverse[k][j]
      }
    }
  }
  return { inverse, used: isUsed.filter(Boolean).length }
}
