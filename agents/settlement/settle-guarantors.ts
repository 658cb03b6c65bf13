import { post } from '../../engine/ledger.ts'
import type { Market } from '../market.ts'
import { FLOW, SECTOR } from './accounts.ts'

/**
 * Guarantors' money moved when they paid; here it is posted, outstanding guarantees are summed, and
 * banks refresh the equity they go by every `guarantorReviewIntervalMonths`.
 *
 *     G = Σ γ·balance
 *
 * @source Model document, sections 3.3, 5.9 and 6
 */
export function settleGuarantors(market: Market, period: number): void {
  const { guarantors, work, ledger } = market
  for (let g = 0; g < guarantors.size; g++) {
    const { fees, paid, cost, recovered } = work.guarantor
    post(ledger, FLOW.runningCosts, SECTOR.guarantors, SECTOR.rest, cost[g])
    post(ledger, FLOW.recoveries, SECTOR.borrowers, SECTOR.guarantors, recovered[g])
    work.money[SECTOR.guarantors] += fees[g] + recovered[g] - cost[g] - paid[g]
    work.money[SECTOR.rest] += cost[g]
    work.money[SECTOR.borrowers] -= recovered[g]
  }
  sumOutstanding(market)
  const interval = work.inForce.rules.guarantorReviewInterval
  if ((period + 1) % interval === 0) guarantors.reviewedEquity.set(guarantors.equity)
}

/** G of every guarantor. */
export function sumOutstanding(market: Market): void {
  const { guarantors, platforms } = market
  guarantors.outstanding.fill(0)
  for (let p = 0; p < platforms.size; p++) {
    const g = platforms.guarantor[p]
    if (g >= 0) guarantors.outstanding[g] += platforms.guaranteeCover[p] * platforms.balance[p]
  }
}
