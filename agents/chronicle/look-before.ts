import type { Market } from '../market.ts'
import { priceBanks } from '../pricing/bank-terms.ts'
import { meetDemand, sumReachable, weighOutlets } from '../pricing/meet-demand.ts'
import { createOutlook, type Outlook } from '../pricing/outlook.ts'
import { forgetQuotes, priceOutlets } from '../pricing/price-outlets.ts'

/**
 * What banks would have seen this month had the rules of November 2024 stood, everything else being as
 * it is: the same links, books, demand and capabilities, every agent under the rules before, nothing
 * announced. Who is able to lend is taken as of when banks decided.
 *
 * Reads the state and writes the chronicle's own outlook only.
 *
 * @source Model document, sections 5.2, 5.3 and 5.5, with the rule book before the notice
 */
export function lookBefore(market: Market, period: number): Outlook {
  const { work, banks, platforms, regions, preNotice } = market
  const { chronicle } = work
  const rules = preNotice.inForce
  const before = chronicle.before ?? createOutlook(rules, banks.size, platforms.size, regions)
  chronicle.before = before
  before.rules = rules
  forgetQuotes(before)
  priceBanks(market, before, period)
  before.able.set(work.inForce.able)
  weighOutlets(market, before)
  priceOutlets(market, before, undefined)
  meetDemand(market, before)
  sumReachable(market, before, before.reachable)
  return before
}
