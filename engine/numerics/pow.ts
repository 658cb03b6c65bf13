/**
 * Powers that do not change with the Node version, as `Math.pow` and `**` do.
 *
 * @module
 */
import { exp } from './exp.ts'
import { log } from './log.ts'

/**
 * xʸ = e^(y ln x) for x ≥ 0; relative error about 1e-16·(1 + |y ln x|).
 *
 * @returns 1 when y = 0 or x = 1; NaN for negative x
 * @source the identity itself
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (y === 1) return x
  if (x === 0) return y > 0 ? 0 : Infinity
  return exp(y * log(x))
}

/**
 * xⁿ for a whole n ≥ 0 by repeated squaring, in a fixed order of multiplications.
 *
 * @source Knuth, The Art of Computer Programming 2, section 4.6.3
 */
export function intPow(x: number, n: number): number {
  let result = 1
  let square = x
  for (let left = n; left > 0; left >>>= 1) {
    if ((left & 1) === 1) result *= square
    square *= square
  }
  return result
}
