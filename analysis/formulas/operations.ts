/**
 * What a formula may do, and exactly what it means.
 *
 * Every operation takes and gives finite numbers. What has no finite value is not defined (NaN), at
 * every step and not only at the end: 1 / 0, log(0), √−1, an overflow. What is not defined stays so
 * through every operation, comparisons and powers of 0 included. Comparisons are exact, with no
 * tolerance, and are 1 where they hold and 0 where they do not.
 *
 * @source IEEE 754 for + − × ÷ √; exp, log and powers are those of the model's own numerics
 * @module
 */
import { exp } from '../../engine/numerics/exp.ts'
import { log } from '../../engine/numerics/log.ts'
import { intPow, pow } from '../../engine/numerics/pow.ts'

/** Of one number, of two, or of one or more taken two at a time from the left. */
export type Operation =
  | { readonly takes: 'one'; apply(x: number): number }
  | { readonly takes: 'two' | 'some'; apply(x: number, y: number): number }

/** Largest exponent, up or down. */
export const LARGEST_EXPONENT = 100

const byName = {
  negative: { takes: 'one', apply: (x) => -x },
  plus: { takes: 'two', apply: (x, y) => x + y },
  minus: { takes: 'two', apply: (x, y) => x - y },
  times: { takes: 'two', apply: (x, y) => x * y },
  over: { takes: 'two', apply: (x, y) => x / y },
  power: { takes: 'two', apply: power },
  equal: { takes: 'two', apply: (x, y) => Number(x === y) },
  unequal: { takes: 'two', apply: (x, y) => Number(x !== y) },
  less: { takes: 'two', apply: (x, y) => Number(x < y) },
  atMost: { takes: 'two', apply: (x, y) => Number(x <= y) },
  more: { takes: 'two', apply: (x, y) => Number(x > y) },
  atLeast: { takes: 'two', apply: (x, y) => Number(x >= y) },
  min: { takes: 'some', apply: (x, y) => (y < x ? y : x) },
  max: { takes: 'some', apply: (x, y) => (y > x ? y : x) },
  abs: { takes: 'one', apply: (x) => Math.abs(x) },
  sqrt: { takes: 'one', apply: (x) => Math.sqrt(x) },
  log: { takes: 'one', apply: (x) => (x > 0 ? log(x) : NaN) },
  exp: { takes: 'one', apply: exp },
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof byName

export const operations: Readonly<Record<OperationName, Operation>> = byName

/** Operations written as a name and parentheses. */
export const FUNCTIONS = ['min', 'max', 'abs', 'sqrt', 'log', 'exp'] as const

/** An operation on numbers that may be not defined. */
export function applyOne(operation: Operation & { takes: 'one' }, x: number): number {
  return Number.isNaN(x) ? NaN : finite(operation.apply(x))
}

/** The same of two numbers. */
export function applyTwo(
  operation: Operation & { takes: 'two' | 'some' },
  x: number,
  y: number,
): number {
  return Number.isNaN(x) || Number.isNaN(y) ? NaN : finite(operation.apply(x, y))
}

/** The number itself, or NaN for an infinite one. */
export function finite(x: number): number {
  return Number.isFinite(x) ? x : NaN
}

/** Whole exponents by multiplication, so that negative bases have powers; others for x ≥ 0. */
function power(x: number, exponent: number): number {
  if (!Number.isInteger(exponent)) return x < 0 ? NaN : pow(x, exponent)
  return exponent < 0 ? 1 / intPow(x, -exponent) : intPow(x, exponent)
}
