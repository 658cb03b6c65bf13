import { post } from '../../engine/ledger.ts'
import type { Market } from '../market.ts'
import { FLOW, SECTOR } from '../settlement/accounts.ts'

/**
 * What shocks took from guarantors this month goes to the rest of the economy. The money moved before
 * the month's ledger was opened; here it is posted, once.
 *
 * @source Model document, sections 6 and 8.5
 */
export function postShockLosses({ ledger, work }: Market): void {
  const loss = work.shockLosses
  if (loss === 0) return
  work.shockLosses = 0
  post(ledger, FLOW.shockLosses, SECTOR.guarantors, SECTOR.rest, loss)
  work.money[SECTOR.guarantors] -= loss
  work.money[SECTOR.rest] += loss
}
