/**
 * Capital adequacy of a bank under one rule book.
 *
 *     RWA = RW_P·L + RW_O·O ;  CAR = (E + T2)/RWA
 *
 * @source Model document, sections 2, 5.9 and 5.10; Commercial Bank Capital Rules (2023)
 * @module
 */
import type { Market } from '../market.ts'
import type { Outlook } from './outlook.ts'

/** Comparisons of CAR with CAR* allow this relative rounding. */
const CAPITAL_ROUNDING = 1e-12

/** CAR*: own target, at least the regulatory floor. */
export function capitalTargetOf(market: Market, outlook: Outlook, b: number): number {
  const own = market.banks.capitalTarget[b]
  const floor = outlook.rules.capitalFloor[b]
  return own > floor ? own : floor
}

/** CAR; Infinity without risk-weighted assets. */
export function capitalRatio(market: Market, outlook: Outlook, b: number): number {
  const { banks, parameters } = market
  const assets =
    outlook.rules.riskWeight[b] * banks.partnerLoans[b] +
    parameters.riskWeightOther * banks.otherLoans[b]
  return assets > 0 ? (banks.equity[b] + banks.tier2[b]) / assets : Infinity
}

/** CAR ≥ CAR*, with the balances the columns hold now. */
export function isAboveTarget(market: Market, outlook: Outlook, b: number): boolean {
  const target = capitalTargetOf(market, outlook, b)
  return capitalRatio(market, outlook, b) >= target * (1 - CAPITAL_ROUNDING)
}
