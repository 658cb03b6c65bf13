/**
 * Balances that limits of coming rule books refer to, kept at the end of their reference period.
 *
 *     stock limit:   L ≤ share·L(reference)
 *     growth limit:  L ≤ share·L(reference)·min(1, O/O(reference))
 *
 * A reference before period 0 is the opening balance, which the columns hold from the start. A bank
 * has one reference per kind of limit: a later one replaces it.
 *
 * @source Model document, section 7 (P12)
 * @module
 */
import type { Market } from '../market.ts'
import type { RuleBook } from '../regulator/rule-book.ts'

/** Copies this period's balances wherever a later rule book refers to them. */
export function keepReferences(market: Market, period: number): void {
  const { rules } = market
  let last: RuleBook | undefined
  for (let t = period + 1; t < rules.length; t++) {
    const book = rules[t].inForce
    if (book !== last) keepFor(market, book, period)
    last = book
  }
}

function keepFor({ banks }: Market, book: RuleBook, period: number): void {
  for (let b = 0; b < banks.size; b++) {
    if (book.stockShareMax[b] < Infinity && book.stockReference[b] === period) {
      banks.stockReference[b] = banks.partnerLoans[b]
    }
    if (book.growthShareMax[b] < Infinity && book.growthReference[b] === period) {
      banks.growthReference[b] = banks.partnerLoans[b]
      banks.growthReferenceOther[b] = banks.otherLoans[b]
    }
  }
}
