import { post } from '../../engine/ledger.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { FLOW, SECTOR } from './accounts.ts'

/**
 * Borrowers' side of the month: debt' = debt + orig − Ins − Pre − Dft per segment; they pay
 * r·Int + Ins + Pre + recoveries. What others received is posted from their own books.
 *
 * @source Model document, section 6
 */
export function postBorrowers(market: Market): void {
  const { segments, banks, work, ledger } = market
  for (let s = 0; s < SEGMENTS; s++) {
    const originated = segments.originated[s]
    segments.debt[s] += originated - work.segment.repaid[s] - segments.defaulted[s]
    work.money[SECTOR.borrowers] += originated - work.segment.repaid[s]
    shiftDefaults(market, s)
  }
  work.money[SECTOR.borrowers] -= work.borrowerInterest
  const { borrowers, banks: lenders } = SECTOR
  post(ledger, FLOW.originations, lenders, borrowers, sum(banks.originated))
  post(ledger, FLOW.principal, borrowers, lenders, sum(work.bank.repaid))
  post(ledger, FLOW.interestAndFees, borrowers, lenders, sum(work.bank.interest))
  post(ledger, FLOW.interestAndFees, borrowers, SECTOR.guarantors, sum(work.guarantor.fees))
  post(ledger, FLOW.interestAndFees, borrowers, SECTOR.platforms, sum(work.platform.fees))
  post(ledger, FLOW.indemnity, SECTOR.guarantors, lenders, sum(work.bank.indemnity))
}

function sum(column: Float64Array): number {
  let total = 0
  for (let i = 0; i < column.length; i++) total += column[i]
  return total
}

function shiftDefaults(market: Market, s: number): void {
  const past = market.segments.pastDefaults
  past[3 * s + 2] = past[3 * s + 1]
  past[3 * s + 1] = past[3 * s]
  past[3 * s] = market.segments.defaulted[s]
}
