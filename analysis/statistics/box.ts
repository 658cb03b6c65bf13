/**
 * A box: cases whose inputs lie within limits.
 * @module
 */
import type { InputColumn } from './input-columns.ts'
import type { BoxCount } from './quasi-p-value.ts'

/** Limits of one input, both included; of named values those that are allowed. */
export interface Restriction {
  /** Number of the input. */
  readonly input: number
  /** −Infinity and Infinity where a side is open. */
  readonly low: number
  readonly high: number
  /** Places among the members, ascending; undefined for numbers. */
  readonly allowed?: readonly number[]
}

/** At most one restriction per input; none is the box of all cases. */
export type Box = readonly Restriction[]

/** How a box does. */
export interface BoxQuality extends BoxCount {
  /** Share of all cases of interest that it holds. */
  readonly coverage: number
  /** Share of its cases that are of interest. */
  readonly density: number
}

export function isAllowed(restriction: Restriction, value: number): boolean {
  if (restriction.allowed !== undefined) return restriction.allowed.includes(value)
  return value >= restriction.low && value <= restriction.high
}

/** Is a case in the box? */
export function isInside(box: Box, inputs: readonly InputColumn[], place: number): boolean {
  return box.every((one) => isAllowed(one, inputs[one.input].values[place]))
}

/** Counts among the cases named. */
export function countBox(
  box: Box,
  inputs: readonly InputColumn[],
  interest: Uint8Array,
  among: Int32Array,
): BoxCount {
  let cases = 0
  let ofInterest = 0
  for (let k = 0; k < among.length; k++) {
    if (!isInside(box, inputs, among[k])) continue
    cases++
    ofInterest += interest[among[k]]
  }
  return { cases, ofInterest }
}

/** @param all  cases of interest there are */
export function qualityOf({ cases, ofInterest }: BoxCount, all: number): BoxQuality {
  return { cases, ofInterest, coverage: ofInterest / all, density: ofInterest / cases }
}

/** One number for both: the harmonic mean of coverage and density. */
export function balanceOf({ coverage, density }: BoxQuality): number {
  return coverage > 0 ? (2 * coverage * density) / (coverage + density) : 0
}
