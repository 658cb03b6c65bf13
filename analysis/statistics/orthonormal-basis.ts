/**
 * Functions of one input that have mean 0 and variance 1 over the cases and are uncorrelated with one
 * another: polynomials of a number, differences between named values. With inputs spread
 * independently, the squares of their coefficients are shares of variance.
 *
 * @source Wiener (1938) and Xiu, Karniadakis (2002), SIAM Journal on Scientific Computing 24:619:
 *   polynomial chaos, here for the spread the cases happen to have
 * @module
 */
import { distinctValues, type InputColumn } from './input-columns.ts'

/** A column that keeps less than this share of its variance says nothing new. */
const NOTHING_NEW = 1e-9

/**
 * Columns over the cases.
 *
 * @param degree  highest power; an input of d distinct values has d − 1 columns at most
 */
export function orthonormalBasis(input: InputColumn, degree: number): Float64Array[] {
  const candidates =
    input.members.length > 0
      ? input.members.slice(1).map((_, m) => input.values.map((place) => Number(place === m + 1)))
      : powersOf(stretched(input), Math.min(degree, distinctValues(input).length - 1))
  const basis: Float64Array[] = []
  for (const candidate of candidates) {
    const column = centred(candidate)
    const before = meanProduct(column, column)
    for (const known of basis) subtract(column, known, meanProduct(column, known))
    const left = meanProduct(column, column)
    if (!(left > NOTHING_NEW * before)) continue
    const scale = Math.sqrt(left)
    basis.push(column.map((value) => value / scale))
  }
  return basis
}

/** Mean of the product of two columns. */
export function meanProduct(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += left[i] * right[i]
  return sum / left.length
}

/** Values stretched to [−1, 1]. */
function stretched({ values }: InputColumn): Float64Array {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return values.map((value) => (high > low ? (2 * (value - low)) / (high - low) - 1 : 0))
}

function powersOf(base: Float64Array, degree: number): Float64Array[] {
  const powers: Float64Array[] = []
  for (let d = 1; d <= degree; d++) {
    const last = powers.at(-1)
    powers.push(last === undefined ? base : last.map((value, i) => value * base[i]))
  }
  return powers
}

function centred(column: Float64Array): Float64Array {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += column[i]
  const mean = sum / column.length
  return column.map((value) => value - mean)
}

function subtract(column: Float64Array, known: Float64Array, weight: number): void {
  for (let i = 0; i < column.length; i++) column[i] -= weight * known[i]
}
