/**
 * The mean monthly hazard h̄ of each platform's performing loans, weighted by principal.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { visitCells } from '../../agents/loans/loan-book.ts'

/** @returns one per platform, before the macro state moves it; 0 for a platform without loans */
export function meanHazards({ platforms, edges, loans }: Market): Float64Array {
  const { links } = edges
  const weighted = new Float64Array(platforms.size)
  const balance = new Float64Array(platforms.size)
  visitCells(loans, (cell, line, slot) => {
    const p = links.to[slot]
    weighted[p] += loans.principal[cell] * loans.hazard[line]
    balance[p] += loans.principal[cell]
  })
  for (let p = 0; p < platforms.size; p++) {
    weighted[p] = balance[p] > 0 ? weighted[p] / balance[p] : 0
  }
  return weighted
}
