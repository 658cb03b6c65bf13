import { exp } from '../../engine/numerics/exp.ts'
import { MICROLENDER } from '../parameters.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { capitalTargetOf } from './capital.ts'
import type { Outlook } from './outlook.ts'

/** A microlender can hold this many times its equity; its ceiling in 5.9 is the rule book's. */
const AFFILIATE_CAPACITY = 6

/**
 * What every bank's lending costs and how much it wants to hold, under one rule book.
 *
 *     υ_b   = f_b + o_b + RW_P·CAR*_b·(R_E − f_b)      unit cost [1/year]
 *     cap_b = s̄_b·cf_b·(O_b + L_b)                      programme capacity [mn]
 *     ω_b   = cap_b·exp(−β_f (f_b − f̄))                 weight in a platform's funding [mn]
 *
 * CAR* is the own target or the regulatory floor, whichever is higher. A bank is able to lend while
 * its programme is on and it is neither failed nor suspended.
 *
 * @source Model document, sections 3.1, 5.2, 19.4
 */
export function priceBanks(market: Market, outlook: Outlook, period: number): void {
  const { banks, parameters } = market
  const { rules } = outlook
  const { returnTarget, fundingCostSensitivity } = parameters
  for (let b = 0; b < banks.size; b++) {
    const target = capitalTargetOf(market, outlook, b)
    const funding = banks.fundingCost[b]
    outlook.unitCost[b] =
      funding + banks.operatingCost[b] + rules.riskWeight[b] * target * (returnTarget - funding)
    const capacity = capacityOf(market, outlook, b)
    outlook.capacity[b] = capacity
    outlook.weight[b] = capacity * exp(-fundingCostSensitivity * (funding - market.meanFundingCost))
    outlook.able[b] =
      banks.programme[b] === PROGRAMME_ON &&
      banks.failed[b] === 0 &&
      banks.suspendedUntil[b] <= period
        ? 1
        : 0
  }
}

function capacityOf(market: Market, outlook: Outlook, b: number): number {
  const { banks } = market
  if (banks.licence[b] === MICROLENDER) return AFFILIATE_CAPACITY * banks.equity[b]
  const total = banks.otherLoans[b] + banks.partnerLoans[b]
  const share = banks.programmeAppetite[b] * banks.capacityFactor[b]
  const most = outlook.rules.appetiteCap[b]
  return (share < most ? share : most) * total
}
