/**
 * The mean monthly hazard h̄ of each platform's performing loans, weighted by principal.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { SEGMENTS } from '../../agents/parameters.ts'
import { rowOf } from '../../agents/loans/loan-book.ts'
import { SITES } from '../../agents/pricing/outlook.ts'

/** @returns one per platform, before the macro state moves it; 0 for a platform without loans */
export function meanHazards({ platforms, edges, loans }: Market): Float64Array {
  const { links } = edges
  const { tenor, principal, line, hazard, rowBalance } = loans
  const weighted = new Float64Array(platforms.size)
  const balance = new Float64Array(platforms.size)
  for (let slot = 0; slot < links.count; slot++) {
    const p = links.to[slot]
    for (let site = 0; site < SITES; site++) {
      const row = rowOf(slot, site)
      if (!(rowBalance[row] > 0)) continue
      for (let s = 0; s < SEGMENTS; s++) {
        const cell = (row * SEGMENTS + s) * tenor
        for (let vintage = 0; vintage < tenor; vintage++) {
          const amount = principal[cell + vintage]
          weighted[p] += amount * hazard[line[row * tenor + vintage] + s]
          balance[p] += amount
        }
      }
    }
  }
  for (let p = 0; p < platforms.size; p++) {
    weighted[p] = balance[p] > 0 ? weighted[p] / balance[p] : 0
  }
  return weighted
}
