/**
 * Natural logarithms from + − × ÷ only, so that every Node version returns the same bits.
 *
 *     ln x = k ln 2 + ln(1 + f),   √½ ≤ 1 + f < √2
 *     ln(1 + f) = f − f²/2 + s (f²/2 + R(s²)),   s = f / (2 + f)
 *
 * @source FreeBSD msun e_log.c (Sun Microsystems, 1993): error below 1 ulp
 * @module
 */
import { LOWEST_POWER, powersOfTwo } from './powers-of-two.ts'

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const L1 = 0.6666666666666735
const L2 = 0.3999999999940942
const L3 = 0.2857142874366239
const L4 = 0.22222198432149784
const L5 = 0.1818357216161805
const L6 = 0.15313837699209373
const L7 = 0.14798198605116586

const SMALLEST_NORMAL = 2.2250738585072014e-308
const TWO_54 = 18014398509481984
const ONE_WORD = 0x3ff00000 // high word of 1
const ROOT_HALF_WORD = 0x3fe6a09e // high word of √½
const BIAS = 1023
const EXPONENT_SHIFT = 20

// Local copies: a binding of another module is read again at every use.
const powers = powersOfTwo
const OFFSET = -LOWEST_POWER

/** One double and its two words: scratch of one call. */
const double = Float64Array.of(1)
const words = new Int32Array(double.buffer)
/** Position of the word with sign and exponent: 1 on little-endian machines, else 0. */
const HIGH = words[1] === ONE_WORD ? 1 : 0

/**
 * The natural logarithm of `x`.
 *
 * @returns −Infinity at 0, NaN below 0 and for NaN
 * @source FreeBSD msun e_log.c
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logAtEdge(x)
  double[0] = x
  const k = ((words[HIGH] + (ONE_WORD - ROOT_HALF_WORD)) >> EXPONENT_SHIFT) - BIAS
  const f = x * powers[OFFSET - k] - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (L2 + w * (L4 + w * L6))
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)))
  const halfSquare = 0.5 * f * f
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + odd + even) + k * LN2_LOW) - f)
}

function logAtEdge(x: number): number {
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  if (x > 0) return log(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW
  return NaN
}

/**
 * ln(1 + x), accurate also where 1 + x would lose the digits of x.
 *
 * @source Kahan, in Goldberg (1991), What every computer scientist should know about
 * floating-point arithmetic, theorem 4
 */
export function log1p(x: number): number {
  const sum = 1 + x
  if (sum === 1) return x
  if (sum === Infinity) return Infinity
  return (log(sum) * x) / (sum - 1)
}
