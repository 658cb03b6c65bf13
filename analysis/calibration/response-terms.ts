/**
 * The terms of a response surface: Legendre polynomials of the inputs stretched to [−1, 1], each of
 * mean 0 and variance 1 under the prior.
 *
 *     √3 x,   √5 (3x² − 1)/2,   √7 (5x³ − 3x)/2   of every input,   3 x y   of every pair
 *
 * A term of degree n is held back n² times as hard as a straight line: bends are believed only when
 * many cases show them.
 *
 * @source Xiu, Karniadakis (2002), SIAM Journal on Scientific Computing 24:619
 * @module
 */

export interface ResponseTerms {
  readonly dimensions: number
  readonly count: number
  /** How hard a term is held back: its degree squared. */
  readonly penalties: Float64Array
}

const MAIN_DEGREES = 3
const PAIR_DEGREE = 2
const ROOT_3 = Math.sqrt(3)
const ROOT_5 = Math.sqrt(5)
const ROOT_7 = Math.sqrt(7)
const [THREE, FIVE] = [3, 5]

/** 10 inputs have 75 terms, the constant not counted. */
export function responseTerms(dimensions: number): ResponseTerms {
  const pairs = (dimensions * (dimensions - 1)) / 2
  const count = MAIN_DEGREES * dimensions + pairs
  const penalties = new Float64Array(count).fill(PAIR_DEGREE * PAIR_DEGREE)
  for (let d = 0; d < dimensions; d++) {
    for (let degree = 1; degree <= MAIN_DEGREES; degree++) {
      penalties[d * MAIN_DEGREES + degree - 1] = degree * degree
    }
  }
  return { dimensions, count, penalties }
}

/** Writes the terms of one point into `out`. */
export function fillTerms(
  { dimensions }: ResponseTerms,
  units: Float64Array,
  point: number,
  out: Float64Array,
): void {
  const first = point * dimensions
  let pair = MAIN_DEGREES * dimensions
  for (let d = 0; d < dimensions; d++) {
    const x = 2 * units[first + d] - 1
    const square = x * x
    out[d * MAIN_DEGREES] = ROOT_3 * x
    out[d * MAIN_DEGREES + 1] = (ROOT_5 * (THREE * square - 1)) / 2
    out[d * MAIN_DEGREES + 2] = (ROOT_7 * x * (FIVE * square - THREE)) / 2
    for (let e = 0; e < d; e++) out[pair++] = THREE * x * (2 * units[first + e] - 1)
  }
}
