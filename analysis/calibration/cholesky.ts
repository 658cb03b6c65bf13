/**
 * Cholesky's factor of a positive definite matrix: A = L Lᵀ.
 * @source Golub, Van Loan (2013), Matrix Computations, section 4.2
 * @module
 */

/**
 * Puts L into the lower half of a matrix, `[row * size + column]`.
 *
 * @returns false where the matrix is not positive definite; it is spoilt then
 */
export function factorInPlace(a: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = i * size
    for (let j = 0; j <= i; j++) {
      const other = j * size
      let left = a[row + j]
      for (let k = 0; k < j; k++) left -= a[row + k] * a[other + k]
      if (j < i) a[row + j] = left / a[other + j]
      else if (left > 0) a[row + i] = Math.sqrt(left)
      else return false
    }
  }
  return true
}

/** Solves L u = r in place. */
export function solveLower(factor: Float64Array, size: number, r: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * size
    let left = r[i]
    for (let k = 0; k < i; k++) left -= factor[row + k] * r[k]
    r[i] = left / factor[row + i]
  }
}
