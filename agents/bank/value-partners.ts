/**
 * Banks look at the market as it was at the end of last month, under the rules in force and, while a
 * package is announced, under the announced ones. Values of single partners are worked out from these
 * outlooks when a review or a search asks for them.
 *
 * @source Model document, section 4 (phase 1a) and 5.2 to 5.6
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { priceBanks } from '../pricing/bank-terms.ts'
import { meetDemand, sumReachable, weighOutlets } from '../pricing/meet-demand.ts'
import { priceOutlets } from '../pricing/price-outlets.ts'

export const valuePartners: Phase<Market> = {
  id: 'bank.valuePartners',
  label: { en: 'Banks value partners', zh: '银行评估合作方' },
  run(market, { period }) {
    const { work } = market
    countLists(market)
    priceBanks(market, work.inForce, period)
    weighOutlets(market, work.inForce)
    priceOutlets(market, work.inForce, work.announcement)
    meetDemand(market, work.inForce)
    sumReachable(market, work.inForce, work.inForce.reachable)
    if (work.anticipation <= 0) return
    priceBanks(market, work.next, period)
    weighOutlets(market, work.next)
    priceOutlets(market, work.next, undefined)
    meetDemand(market, work.next)
    sumReachable(market, work.next, work.next.reachable)
  },
}

/** Start-of-month lists: partners of each bank, active and pending, and funders of each platform. */
export function countLists(market: Market): void {
  const { edges, work, banks } = market
  const { links } = edges
  work.degree.fill(0)
  work.listLength.fill(0)
  for (let slot = 0; slot < links.count; slot++) {
    const b = links.from[slot]
    if (banks.affiliateOf[b] >= 0) continue
    if (links.active[slot] === 1) {
      work.degree[links.to[slot]]++
      work.listLength[b]++
    } else if (edges.pending[slot] === 1) work.listLength[b]++
  }
}
