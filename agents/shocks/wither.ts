import type { Context } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { rowNamed } from './row-named.ts'
import type { LenderDistress } from './shock.ts'
import { isUnderWay } from './timing.ts'

/**
 * Distressed lenders lose capacity and control of partners every month: cf × 0.94, comp_b × 0.97.
 *
 * @source Model document, section 8.5; asset run-off of Yilian Bank
 */
export function wither(market: Market, shock: LenderDistress, context: Context): void {
  if (!isUnderWay(shock, context.key, context.period)) return
  const { banks } = market
  for (const id of shock.banks) {
    const b = rowNamed(banks.id, id, 'bank')
    banks.capacityFactor[b] *= shock.capacityFactor
    banks.complianceCapability[b] *= shock.capabilityFactor
  }
}
