/**
 * Platforms quote prices and cut-offs to every segment, with the network as it is after this month's
 * list changes.
 *
 * @source Model document, sections 4 (phase 2) and 5.2
 * @module
 */
import { indexLinks } from '../../engine/links.ts'
import type { Phase } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { priceBanks } from '../pricing/bank-terms.ts'
import { weighOutlets } from '../pricing/meet-demand.ts'
import { priceOutlets } from '../pricing/price-outlets.ts'

export const quotePrices: Phase<Market> = {
  id: 'platform.quotePrices',
  label: { en: 'Platforms quote prices', zh: '平台报价' },
  run(market, { period }) {
    const { work } = market
    indexLinks(market.edges.links)
    priceBanks(market, work.inForce, period)
    weighOutlets(market, work.inForce)
    priceOutlets(market, work.inForce, work.announcement)
  },
}
