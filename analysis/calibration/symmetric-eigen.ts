/**
 * Eigenvalues and eigenvectors of a symmetric matrix by plane rotations.
 * @source Jacobi (1846); Golub, Van Loan (2013), Matrix Computations, algorithm 8.5.3
 * @module
 */

export interface SymmetricEigen {
  readonly values: Float64Array
  /** One eigenvector after the other: `[vector * size + place]`. */
  readonly vectors: Float64Array
}

const MOST_SWEEPS = 60
/** Off-diagonal squares below this share of the diagonal's are rounding. */
const ROUNDING = 1e-26

/** @param matrix  `[row * size + column]`; left as it is */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice()
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, size); sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q)
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]), vectors }
}

function isDiagonal(a: Float64Array, size: number): boolean {
  let on = 0
  let off = 0
  for (let i = 0; i < size; i++) {
    on += a[i * size + i] * a[i * size + i]
    for (let j = 0; j < i; j++) off += a[i * size + j] * a[i * size + j]
  }
  return off <= ROUNDING * on
}

/** Turns the plane of p and q so that their entry becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const entry = a[p * size + q]
  if (entry === 0) return
  const ratio = (a[q * size + q] - a[p * size + p]) / (2 * entry)
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let k = 0; k < size; k++) {
    const left = a[k * size + p]
    const right = a[k * size + q]
    a[k * size + p] = cosine * left - sine * right
    a[k * size + q] = sine * left + cosine * right
  }
  turnRows(a, size, p, q, cosine, sine)
  turnRows(vectors, size, p, q, cosine, sine)
}

function turnRows(
  rows: Float64Array,
  size: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let k = 0; k < size; k++) {
    const left = rows[p * size + k]
    const right = rows[q * size + k]
    rows[p * size + k] = cosine * left - sine * right
    rows[q * size + k] = sine * left + cosine * right
  }
}
