/**
 * A platform's month.
 *
 *     W' = W + Σφ·Int − a·D̄/12·orig − u·L_p/12 − FP/12 − F^P·deg/12 − penalties
 *
 * Acquisition is paid up front: a is per average balance-year, and a yuan originated carries D̄/12 of them.
 *
 * @source Model document, section 6
 * @module
 */
import { post } from '../../engine/ledger.ts'
import type { Market } from '../market.ts'
import { FLOW, SECTOR } from './accounts.ts'

/** Settles platform p; a failed one has no costs but what its running stock needs. */
export function settlePlatform(market: Market, p: number): void {
  const { platforms, parameters, work, ledger } = market
  const rules = work.inForce.rules
  const tier = platforms.tier[p]
  const alive = platforms.failed[p] === 0
  const acquisition = platforms.acquisitionCost[p] + rules.acquisitionUplift[tier]
  const overhead = rules.fixedCost[tier] * platforms.fixedCostFactor[p]
  const service = parameters.partnerServiceCost * fundersOf(market, p)
  const costs =
    (acquisition * work.stockPerFlow * platforms.originated[p]) / 12 +
    (platforms.operatingCost[p] * work.platform.openingBalance[p]) / 12 +
    (alive ? (overhead + service) / 12 : 0)
  const penalties = work.platform.penalties[p]
  const fees = work.platform.fees[p]
  const before = platforms.netWorth[p]
  platforms.netWorth[p] = before + fees - costs - penalties
  platforms.income[p] = platforms.netWorth[p] - before
  shiftDefaults(market, p)

  post(ledger, FLOW.runningCosts, SECTOR.platforms, SECTOR.rest, costs)
  post(ledger, FLOW.taxAndFines, SECTOR.platforms, SECTOR.government, penalties)
  work.money[SECTOR.platforms] += platforms.netWorth[p] - before
  work.money[SECTOR.rest] += costs
  work.money[SECTOR.government] += penalties
}

/** Banks the platform serves, its own affiliate apart. */
function fundersOf(market: Market, p: number): number {
  const { edges, banks } = market
  const { links } = edges
  let funders = 0
  for (let i = links.toStart[p]; i < links.toStart[p + 1]; i++) {
    if (banks.affiliateOf[links.from[links.toSlots[i]]] !== p) funders++
  }
  return funders
}

/** Keeps the defaults of the last three months, newest first. */
function shiftDefaults(market: Market, p: number): void {
  const past = market.platforms.pastDefaults
  past[3 * p + 2] = past[3 * p + 1]
  past[3 * p + 1] = past[3 * p]
  past[3 * p] = market.work.platform.defaults[p]
}
