import type { Market } from '../market.ts'
import { visitCells } from './loan-book.ts'

/**
 * A failed guarantor covers nothing any more: γ of its vintages is 0 and their fee goes to the bank
 * (y ← y + g); its platforms quote without guarantee.
 *
 * @source Model document, section 8.1
 */
export function dropCover(market: Market, g: number): void {
  const { platforms, loans, edges } = market
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.guarantor[p] === g) platforms.guaranteeCover[p] = 0
  }
  visitCells(loans, (cell, line, slot) => {
    if (platforms.guarantor[edges.links.to[slot]] === g)
      loans.yield[cell] += loans.guaranteeFee[line]
  })
  visitCells(loans, (_cell, line, slot, s) => {
    if (platforms.guarantor[edges.links.to[slot]] !== g) return
    loans.guaranteeFee[line] = 0
    loans.cover[line] = 0
    // Segment 0 carries the cover of the whole vintage, lent or not.
    loans.cover[line - s] = 0
  })
}
