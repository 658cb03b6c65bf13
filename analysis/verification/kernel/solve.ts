/**
 * Solves matrix · x = constants in place by elimination without exchange of rows, which is safe where
 * every column is dominated by its diagonal.
 *
 * @param matrix  n × n, row after row; destroyed
 * @param constants  n of them; receives x
 * @module
 */
export function solve(matrix: Float64Array, constants: Float64Array): void {
  const n = constants.length
  for (let pivot = 0; pivot < n; pivot++) {
    for (let row = pivot + 1; row < n; row++) {
      const factor = matrix[row * n + pivot] / matrix[pivot * n + pivot]
      if (factor === 0) continue
      for (let j = pivot; j < n; j++) matrix[row * n + j] -= factor * matrix[pivot * n + j]
      constants[row] -= factor * constants[pivot]
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let rest = constants[row]
    for (let j = row + 1; j < n; j++) rest -= matrix[row * n + j] * constants[j]
    constants[row] = rest / matrix[row * n + row]
  }
}
