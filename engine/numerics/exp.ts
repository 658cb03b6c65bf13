/**
 * The exponential function from + − × only, so that every Node version returns the same bits.
 *
 *     eˣ = 2^e · 2^(j/256) · e^r,   256e + j = round(256x / ln 2),   |r| ≤ ln 2 / 512
 *
 * with 2^(j/256) from a table and e^r from a polynomial of degree 4. Error at most about 1 ulp.
 *
 * @source Tang (1989), Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic
 * @module
 */
import { LOWEST_POWER, powersOfTwo } from './powers-of-two.ts'

const STEPS = 256
const STEP_BITS = 8
const STEPS_PER_UNIT = 369.3299304675746 // 256 / ln 2
const STEP_HIGH = 0.00270760617331689 // ln 2 / 256, lowest 21 bits zero: times an integer it is exact
const STEP_LOW = 7.453964567463233e-13 // the rest of ln 2 / 256
const ROUNDER = 6755399441055744 // 1.5 · 2⁵²: adding and subtracting it rounds to an integer

const THIRD_ORDER = 1 / 6
const FOURTH_ORDER = 1 / 24

const OVERFLOW = 709.782712893384 // ln(2¹⁰²⁴): eˣ is infinite above
const UNDERFLOW = -745.1332191019412 // ln(2⁻¹⁰⁷⁵): eˣ is 0 below
const EDGE = 708 // within ±EDGE the power of two is a normal double

const WORKING_BITS = 160n
const fractions = tableOfFractions()
// Local copies: a binding of another module is read again at every use.
const powers = powersOfTwo
const OFFSET = -LOWEST_POWER

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
  const growth = r + r2 * (0.5 + r * THIRD_ORDER + r2 * FOURTH_ORDER)
  const k = rounded | 0
  const base = fractions[k & (STEPS - 1)]
  return (base + base * growth) * powers[(k >> STEP_BITS) + OFFSET]
}

function expAtEdge(x: number): number {
  if (x !== x) return NaN
  if (x > OVERFLOW) return Infinity
  if (x < UNDERFLOW) return 0
  const half = exp(0.5 * x)
  return half * half
}

/** 2^(j/256) for j = 0..255, each rounded once: products of exact 2^(1/256) in big integers. */
function tableOfFractions(): Float64Array {
  const one = 1n << WORKING_BITS
  let root = one << 1n
  for (let halving = 1; halving < STEPS; halving *= 2) root = integerRoot(root << WORKING_BITS)
  const table = new Float64Array(STEPS)
  let value = one
  for (let j = 0; j < STEPS; j++) {
    table[j] = Number(value) / Number(one)
    value = (value * root) >> WORKING_BITS
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
