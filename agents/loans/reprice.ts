/**
 * Forced early exit: loans priced above the ceiling in force are re-priced to it, the platform fee
 * giving way first, then the guarantee fee, then the bank's yield.
 *
 *     excess = r − r̄ ;  φ' = φ − min(φ⁺, excess) ;  g' = (g − max over the line's cells of what φ left)⁺ ;
 *     y' = min(y, r̄ − g' − min(φ, 0)) ;  r' = r̄ = y' + g' + φ'
 *
 * The guarantee fee is one number for all loans of a line, so it gives way as far as its tightest
 * cell needs and no yield is cut while any of it is left; where a cell needed less, its platform
 * keeps the difference. If the banks of one line face different ceilings, the lowest holds.
 *
 * @source Model document, section 7 (P13)
 * @module
 */
import { isJointAffiliate, type Market } from '../market.ts'
import { ceilingOf } from '../pricing/ceiling.ts'
import { visitCells } from './loan-book.ts'
import type { RuleBook } from '../regulator/rule-book.ts'

/** Re-prices every performing vintage above its ceiling under `rules`. */
export function repriceStock(market: Market, rules: RuleBook): void {
  const { loans } = market
  const lines = loans.price.length
  const ceiling = new Float64Array(lines).fill(Infinity)
  const shortfall = new Float64Array(lines)
  visitCells(loans, (_cell, line, slot, s) => {
    const cap = ceilingOfLoan(market, rules, line, slot, s)
    if (cap < ceiling[line]) ceiling[line] = cap
  })
  visitCells(loans, (cell, line) => {
    const fee = loans.price[line] - loans.yield[cell] - loans.guaranteeFee[line]
    const needed = loans.price[line] - ceiling[line] - (fee > 0 ? fee : 0)
    if (needed > shortfall[line]) shortfall[line] = needed
  })
  visitCells(loans, (cell, line) => {
    if (loans.price[line] <= ceiling[line]) return
    const guaranteeFee = positivePart(loans.guaranteeFee[line] - shortfall[line])
    const fee = loans.price[line] - loans.yield[cell] - loans.guaranteeFee[line]
    const most = ceiling[line] - guaranteeFee - (fee < 0 ? fee : 0)
    if (loans.yield[cell] > most) loans.yield[cell] = most
  })
  for (let line = 0; line < lines; line++) {
    if (loans.price[line] <= ceiling[line]) continue
    loans.guaranteeFee[line] = positivePart(loans.guaranteeFee[line] - shortfall[line])
    loans.price[line] = ceiling[line]
  }
}

/** The ceiling that holds for a loan's lender; a joint loan has that of the banks beside the affiliate. */
function ceilingOfLoan(
  market: Market,
  rules: RuleBook,
  line: number,
  slot: number,
  s: number,
): number {
  const { edges, platforms, loans } = market
  const b = edges.links.from[slot]
  const p = edges.links.to[slot]
  if (isJointAffiliate(market, b, p)) return Infinity
  const guaranteed = loans.cover[line] > 0
  return ceilingOf(rules, rules.priceClass[b], s, guaranteed, platforms.niche[p] === 1)
}

function positivePart(value: number): number {
  return value > 0 ? value : 0
}
