/**
 * One factor on all appetites that are not observed, so that capacities add up to a total.
 *
 *     find k:  Σ_b min(k·s_b, bound_b)·loans_b = total     over the rows that may change
 *
 * Rows that hit their bound stay there: each round the rest share what is left, so k only grows and
 * the search ends after at most as many rounds as rows.
 *
 * @source model document, section 10, step 1, and section 19.5
 * @module
 */

/** Rows before the factor. */
export interface Appetites {
  /** s_b, bound_b and loans_b [mn] of all rows. */
  readonly share: Float64Array
  readonly bound: Float64Array
  readonly loans: Float64Array
  /** 1 where the row counts towards the total. */
  readonly counted: Uint8Array
}

/**
 * The factor k; Infinity when even the bounds do not reach the total.
 *
 * @param total  what counted rows should add up to [mn]
 */
export function appetiteFactor(rows: Appetites, total: number): number {
  let factor = 0
  for (let round = 0; round <= rows.share.length; round++) {
    let bound = 0
    let free = 0
    for (let b = 0; b < rows.share.length; b++) {
      if (rows.counted[b] === 0) continue
      if (factor * rows.share[b] >= rows.bound[b]) bound += rows.bound[b] * rows.loans[b]
      else free += rows.share[b] * rows.loans[b]
    }
    if (total <= bound) return factor
    const next = free > 0 ? (total - bound) / free : Infinity
    if (next <= factor || next === Infinity) return next === Infinity ? next : factor
    factor = next
  }
  return factor
}
