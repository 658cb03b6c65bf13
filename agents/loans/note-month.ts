/**
 * Notes for the monthly checks, taken where a loan or an account is in cache anyway.
 *
 * @source Model document, section 12
 * @module
 */
import { PROGRAMME_ON, type Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { ceilingOf } from '../pricing/ceiling.ts'
import { AWAY, HOME } from '../pricing/outlook.ts'
import type { Trace } from '../trace.ts'

/** Starts the notes of a month: called before the first payment of the month is made. */
export function noteOpening(market: Market): void {
  const { banks, platforms, guarantors, work } = market
  const trace = work.trace
  trace.openingMoney.banks = sum(banks.cash)
  // A run took its part before the accounts were opened and is posted with them.
  trace.openingMoney.guarantors = sum(guarantors.cash) + work.shockLosses
  trace.openingMoney.platforms = sum(platforms.netWorth)
  trace.bankFailed.set(banks.failed)
  trace.platformFailed.set(platforms.failed)
  trace.guarantorFailed.set(guarantors.failed)
  trace.programme.set(banks.programme)
  trace.riskManagement.set(banks.riskManagement)
  trace.complianceCapacity.set(banks.complianceCapacity)
  trace.oversight.fill(0)
  trace.performing.fill(0)
  trace.leastHazard = Infinity
  trace.mostHazard = -Infinity
  trace.closingGap = 0
  trace.closingSlot = -1
  trace.splitGap = 0
  trace.splitSlot = -1
  trace.priceExcess = 0
  trace.pricePlatform = -1
  trace.barredSlot = -1
}

/** What a vintage that ends here lent, against what came back or defaulted (I6). */
export function noteClosing(trace: Trace, slot: number, lent: number, settled: number): void {
  const gap = Math.abs(lent - settled) / lent
  if (gap <= trace.closingGap) return
  trace.closingGap = gap
  trace.closingSlot = slot
}

/** Whether the pair may lend at this site this month (I8). */
export function noteLending(market: Market, slot: number, site: number, period: number): void {
  const trace = market.work.trace
  if (trace.barredSlot < 0 && !mayLend(market, slot, site, period)) trace.barredSlot = slot
}

/**
 * An active link of a bank whose programme is on, that has not failed, is not suspended and is not
 * stopped, with a platform that has not failed, at home where the bank must stay at home.
 */
function mayLend(market: Market, slot: number, site: number, period: number): boolean {
  const { banks, platforms, edges, work } = market
  const { rules } = work.inForce
  const b = edges.links.from[slot]
  const p = edges.links.to[slot]
  return (
    edges.links.active[slot] === 1 &&
    banks.programme[b] === PROGRAMME_ON &&
    banks.failed[b] === 0 &&
    banks.suspendedUntil[b] <= period &&
    platforms.failed[p] === 0 &&
    rules.stopped[b] === 0 &&
    (rules.homeOnly[b] === 0 || isAtHome(market, b, p, site))
  )
}

/** The platform has users in the bank's home region, and this is the site they see. */
function isAtHome(market: Market, b: number, p: number, site: number): boolean {
  const { banks, platforms, regions, relativeReach } = market
  const home = banks.homeRegion[b]
  if (home < 0) return true
  const twoSites = platforms.dataAdvantageHome[p] > platforms.dataAdvantage[p]
  const seen = twoSites && platforms.homeRegion[p] === home ? HOME : AWAY
  return site === seen && relativeReach[p * regions + home] > 0
}

/** Whether yield, guarantee fee and platform fee of a loan add up to its price (I3). */
export function noteSplit(
  market: Market,
  slot: number,
  quote: number,
  bankYield: number,
  platformFee: number,
): void {
  const { work } = market
  const total = bankYield + work.split.guaranteeFee[quote] + platformFee
  const gap = Math.abs(total - work.inForce.price[quote])
  // Written so that what is not a number counts as a gap.
  if (gap <= work.trace.splitGap) return
  work.trace.splitGap = gap
  work.trace.splitSlot = slot
}

/** Whether a price is allowed (I9); the largest excess is kept with its quote. */
export function notePrice(
  market: Market,
  quote: number,
  outlet: number,
  p: number,
  guaranteed: boolean,
): void {
  const { platforms, work } = market
  const { trace, inForce } = work
  const priceClass = (outlet / platforms.size) | 0
  const niche = platforms.niche[p] === 1
  const ceiling = ceilingOf(inForce.rules, priceClass, quote % SEGMENTS, guaranteed, niche)
  const excess = inForce.price[quote] - ceiling
  if (excess <= trace.priceExcess) return
  trace.priceExcess = excess
  trace.pricePlatform = p
}

function sum(column: Float64Array): number {
  let total = 0
  for (let i = 0; i < column.length; i++) total += column[i]
  return total
}
