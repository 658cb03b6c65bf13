/**
 * Which term of a decision the rules moved most.
 *
 * Every term is worked out a second time under the rules of November 2024 at the same state; what a term
 * takes from the value is its fall. An ending or a refusal is put down to the term that fell most, a
 * signing or a keeping to the one that rose most; none when no term differs.
 *
 *     fall_margin = margin⁰ − margin,  fall_cost = cost − cost⁰  for partner cost, penalty, oversight
 *
 * @module
 */
import type { Terms } from './terms.ts'

/** Below this share of the largest term a difference is rounding. */
const ROUNDING = 1e-9

/** Terms with the oversight of the last partner [mn/yr]. */
export interface Decided extends Terms {
  readonly oversight: number
}

/** A term of a decision, and how much of the value it took (negative: gave) [mn/yr]. */
export interface Fall {
  readonly term: keyof Decided | 'none'
  readonly amount: number
}

/** @param sign  1: the term that fell most; −1: the term that rose most */
export function largestFall(now: Decided, before: Decided, sign: 1 | -1): Fall {
  const falls: readonly (readonly [keyof Decided, number])[] = [
    ['margin', before.margin - now.margin],
    ['partnerCost', now.partnerCost - before.partnerCost],
    ['penalty', now.penalty - before.penalty],
    ['oversight', now.oversight - before.oversight],
  ]
  const scale = Math.max(
    Math.abs(before.margin),
    Math.abs(now.margin),
    now.partnerCost,
    before.partnerCost,
  )
  let found: Fall = { term: 'none', amount: 0 }
  for (const [term, amount] of falls) {
    if (sign * amount > sign * found.amount && Math.abs(amount) > ROUNDING * scale) {
      found = { term, amount }
    }
  }
  return found
}
