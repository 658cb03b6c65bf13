/**
 * A funding shock: funds become dear (f + Δ), scarce (ΔDp ≤ limit) or both, or the wish to lend falls
 * (cf × factor).
 *
 *     Room_b ≤ (C_b + limit)⁺     while new deposits are limited
 *
 * @source Model document, sections 5.9, 6 and 8.5
 * @module
 */
import type { Context } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { rowNamed } from './row-named.ts'
import type { FundingShock } from './shock.ts'
import { isUnderWay } from './timing.ts'

/** Adds what begins, takes back what ends, and limits deposits while it lasts. */
export function squeezeFunding(market: Market, shock: FundingShock, context: Context): void {
  const { key, period } = context
  const now = isUnderWay(shock, key, period)
  const before = isUnderWay(shock, key, period - 1)
  if (!now && !before) return
  const { banks } = market
  for (const id of shock.banks) {
    const b = rowNamed(banks.id, id, 'bank')
    if (now && !before) {
      banks.fundingCost[b] += shock.costRise
      banks.capacityFactor[b] *= shock.capacityFactor
    } else if (before && !now) {
      banks.fundingCost[b] -= shock.costRise
      banks.capacityFactor[b] /= shock.capacityFactor
    }
    if (!now) continue
    banks.depositLimit[b] = Math.min(banks.depositLimit[b], shock.depositLimit)
    banks.fundingLimit[b] = fundingLimitOf(banks.cash[b], banks.depositLimit[b])
  }
}

/** (C + limit on ΔDp)⁺: new loans that liquid assets and new deposits can pay for [mn]. */
export function fundingLimitOf(cash: number, depositLimit: number): number {
  const limit = cash + depositLimit
  return limit > 0 ? limit : 0
}
