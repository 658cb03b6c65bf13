/**
 * Readings: a quantity as known, as found, and how far one may be from the other.
 *
 * A tolerance is rounding, half a unit of the last printed digit, three Monte Carlo standard errors of
 * the run itself, or a bound that stands in the verification list. None is chosen by looking at what
 * was found.
 * @module
 */
import type { Label } from '../../engine/phase.ts'

/** Where the tolerance of a reading comes from. */
export type Criterion =
  /** A closed form, up to the rounding of floating point. */
  | 'exact'
  /** Agrees to every printed digit. */
  | 'printed'
  /** Within three Monte Carlo standard errors. */
  | 'standardErrors'
  /** Within a bound stated beforehand. */
  | 'within'
  | 'between'
  | 'atLeast'
  | 'atMost'

/** One number compared with what it should be. */
export interface Reading {
  readonly quantity: Label
  readonly criterion: Criterion
  /** What is known; absent where only bounds are. */
  readonly expected?: number
  readonly got: number
  readonly low: number
  readonly high: number
}

const STANDARD_ERRORS = 3
/** Room for the rounding of `expected` itself. */
const ROUNDING = 1e-9
/** Relative, or absolute below one. */
const EXACT = 1e-12

/** A closed form: equal to `tolerance`, relative to what is expected where that is above one. */
export function exactly(
  quantity: Label,
  expected: number,
  got: number,
  tolerance: number = EXACT,
): Reading {
  const room = tolerance * Math.max(1, Math.abs(expected))
  return around(quantity, 'exact', expected, got, room)
}

/** A number printed with so many decimals. */
export function asPrinted(
  quantity: Label,
  expected: number,
  got: number,
  decimals: number,
): Reading {
  return around(quantity, 'printed', expected, got, halfUnit(decimals))
}

/** An estimate with a known or estimated standard error. */
export function withinErrors(
  quantity: Label,
  expected: number,
  got: number,
  standardError: number,
): Reading {
  return around(quantity, 'standardErrors', expected, got, STANDARD_ERRORS * standardError)
}

/** An estimate that must lie within a bound stated beforehand. */
export function within(quantity: Label, expected: number, got: number, bound: number): Reading {
  return around(quantity, 'within', expected, got, bound)
}

/** A number with two bounds. */
export function between(quantity: Label, low: number, high: number, got: number): Reading {
  return { quantity, criterion: 'between', got, low, high }
}

/** A number with a lower bound. */
export function atLeast(quantity: Label, low: number, got: number): Reading {
  return { quantity, criterion: 'atLeast', got, low, high: Infinity }
}

/** A number with an upper bound. */
export function atMost(quantity: Label, high: number, got: number): Reading {
  return { quantity, criterion: 'atMost', got, low: -Infinity, high }
}

/** Whether a reading is as it should be; NaN never is. */
export function holds({ got, low, high }: Reading): boolean {
  return got >= low && got <= high
}

/** Half a unit of the last of `decimals`. */
export function halfUnit(decimals: number): number {
  return 0.5 * Number(`1e-${decimals}`) * (1 + ROUNDING)
}

/** How far a number is from one printed with `decimals`, in units of the last: at most ½ if right. */
export function unitsOff(printed: number, got: number, decimals: number): number {
  return (0.5 * Math.abs(got - printed)) / halfUnit(decimals)
}

function around(
  quantity: Label,
  criterion: Criterion,
  expected: number,
  got: number,
  room: number,
): Reading {
  return { quantity, criterion, expected, got, low: expected - room, high: expected + room }
}
