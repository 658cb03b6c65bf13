/**
 * How much a bank may still lend this month.
 *
 *     Room    = min{ cap − L°, capRoom, u_H·cap }⁺                      [mn]
 *     capRoom = ((E+T2)/CAR* − RWA°)/RW_P,  RWA° = RW_P·L° + RW_O·O     banks, consumer finance
 *             = (1 + non-standard + standard)·E − (L° + O)              microlender;  trust: none
 *
 * Room is 0 for a bank that is not able, is stopped by the rule book, is below its own CAR target at
 * the opening, or (consumer finance) below the leverage floor. Stock limits of the rule book cap L°.
 *
 * @source Model document, sections 5.9, 5.10 and 19.9
 * @module
 */
import type { Market } from '../../market.ts'
import { MICROLENDER, TRUST } from '../../parameters.ts'
import { capitalTargetOf, isAboveTarget } from '../../pricing/capital.ts'
import type { Outlook } from '../../pricing/outlook.ts'

/** Room_b [mn], at least 0. */
export function roomOf(market: Market, outlook: Outlook, b: number): number {
  const { work, parameters, environment } = market
  const { rules } = outlook
  if (outlook.able[b] === 0 || rules.stopped[b] === 1) return 0
  const carried = work.carried.bank[b]
  const capacity = outlook.capacity[b]
  let room = Math.min(capacity - carried, parameters.maxMonthlyUse * capacity)
  if (environment.frozen) return room > 0 ? room : 0
  room = Math.min(room, capitalRoom(market, outlook, b), stockRoom(market, outlook, b))
  room = Math.min(room, market.banks.fundingLimit[b])
  return room > 0 ? room : 0
}

/** capRoom [mn]; can be negative. */
export function capitalRoom(market: Market, outlook: Outlook, b: number): number {
  const { banks, parameters, work } = market
  const { rules } = outlook
  const licence = banks.licence[b]
  const carried = work.carried.bank[b]
  const other = banks.otherLoans[b]
  if (licence === TRUST) return Infinity
  if (licence === MICROLENDER) return rules.microLeverage * banks.equity[b] - (carried + other)
  if (isBelowLeverageFloor(market, outlook, b) || !isAboveTarget(market, outlook, b)) return 0
  const weight = rules.riskWeight[b]
  const assets = weight * carried + parameters.riskWeightOther * other
  const capital = banks.equity[b] + banks.tier2[b]
  return (capital / capitalTargetOf(market, outlook, b) - assets) / weight
}

function isBelowLeverageFloor(market: Market, outlook: Outlook, b: number): boolean {
  const { banks } = market
  const floor = outlook.rules.leverageFloor[b]
  if (floor <= 0) return false
  const assets = banks.cash[b] + banks.partnerLoans[b] + banks.otherLoans[b]
  return banks.equity[b] < floor * assets
}

/** Stock limits: a share of the balance held at the end of a reference month. */
function stockRoom(market: Market, outlook: Outlook, b: number): number {
  const { banks, work } = market
  const { rules } = outlook
  let most = Infinity
  if (rules.stockShareMax[b] < Infinity) most = rules.stockShareMax[b] * banks.stockReference[b]
  if (rules.growthShareMax[b] < Infinity) {
    const other = banks.growthReferenceOther[b]
    const growth = other > 0 ? Math.min(1, banks.otherLoans[b] / other) : 1
    most = Math.min(most, rules.growthShareMax[b] * banks.growthReference[b] * growth)
  }
  return most - work.carried.bank[b]
}
