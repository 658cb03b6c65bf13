/**
 * The mean monthly hazard h̄ of each platform's performing loans, weighted by principal.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { SEGMENTS } from '../../agents/parameters.ts'
import { SITES } from '../../agents/pricing/outlook.ts'

/** @returns one per platform, before the macro state moves it; 0 for a platform without loans */
export function meanHazards({ platforms, loans }: Market): Float64Array {
  const { lineBalance, hazard, tenor } = loans
  const weighted = new Float64Array(platforms.size)
  const balance = new Float64Array(platforms.size)
  const perOutlet = SITES * SEGMENTS * tenor
  for (let first = 0; first < lineBalance.length; first += perOutlet) {
    const p = (first / perOutlet) % platforms.size
    for (let line = first; line < first + perOutlet; line++) {
      if (lineBalance[line] <= 0) continue
      weighted[p] += lineBalance[line] * hazard[line]
      balance[p] += lineBalance[line]
    }
  }
  for (let p = 0; p < platforms.size; p++) {
    weighted[p] = balance[p] > 0 ? weighted[p] / balance[p] : 0
  }
  return weighted
}
