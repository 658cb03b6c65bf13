/**
 * The exponential function from + − × only, so that every Node version returns the same bits.
 *
 *     eˣ = 2^e · 2^(j/64) · e^r,   64e + j = round(64x / ln 2),   |r| ≤ ln 2 / 128
 *
 * with 2^(j/64) from a table and e^r from a polynomial of degree 5. Error at most about 1 ulp.
 *
 * @source Tang (1989), Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic
 * @module
 */

const STEPS = 64
const STEPS_PER_UNIT = 92.33248261689366 // 64 / ln 2
const STEP_HIGH = 0.01083042469326756 // ln 2 / 64, lowest 21 bits zero: times an integer it is exact
const STEP_LOW = 2.9815858269852933e-12 // the rest of ln 2 / 64
const ROUNDER = 6755399441055744 // 1.5 · 2⁵²: adding and subtracting it rounds to an integer

const THIRD_ORDER = 1 / 6
const FOURTH_ORDER = 1 / 24
const FIFTH_ORDER = 1 / 120

const OVERFLOW = 709.782712893384 // ln(2¹⁰²⁴): eˣ is infinite above
const UNDERFLOW = -745.1332191019412 // ln(2⁻¹⁰⁷⁵): eˣ is 0 below
const EDGE = 708 // within ±EDGE the power of two is a normal double

const BIAS = 1023
const fractions = tableOfFractions()
const powers = tableOfPowers()

/**
 * The exponential of `x`.
 *
 * @returns 0 far below, Infinity far above, NaN for NaN
 * @source Tang (1989)
 */
export function exp(x: number): number {
  if (!(x > -EDGE && x < EDGE)) return expAtEdge(x)
  const rounded = x * STEPS_PER_UNIT + ROUNDER - ROUNDER
  const r = x - rounded * STEP_HIGH - rounded * STEP_LOW
  const r2 = r * r
  const growth = r + r2 * (0.5 + r * THIRD_ORDER + r2 * (FOURTH_ORDER + r * FIFTH_ORDER))
  const k = rounded | 0
  const base = fractions[k & (STEPS - 1)]
  return (base + base * growth) * powers[(k >> 6) + BIAS]
}

function expAtEdge(x: number): number {
  if (x !== x) return NaN
  if (x > OVERFLOW) return Infinity
  if (x < UNDERFLOW) return 0
  const half = exp(0.5 * x)
  return half * half
}

/** 2^(j/64) for j = 0..63, each rounded once: products of exact 2^(1/64) in big integers. */
function tableOfFractions(): Float64Array {
  const bits = 160n
  const one = 1n << bits
  let root = one << 1n
  for (let halving = 1; halving < STEPS; halving *= 2) root = integerRoot(root << bits)
  const table = new Float64Array(STEPS)
  let value = one
  for (let j = 0; j < STEPS; j++) {
    table[j] = Number(value >> (bits - 100n)) / Number(1n << 100n)
    value = (value * root) >> bits
  }
  return table
}

/** The largest integer whose square is at most `square` (Newton). */
function integerRoot(square: bigint): bigint {
  let guess = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (guess + square / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** 2^e for e = −1022..1023, at e + 1023. */
function tableOfPowers(): Float64Array {
  const table = new Float64Array(2 * BIAS + 1)
  table[BIAS] = 1
  for (let e = 1; e <= BIAS; e++) {
    table[BIAS + e] = 2 * table[BIAS + e - 1]
    table[BIAS - e] = 0.5 * table[BIAS - e + 1]
  }
  return table
}
