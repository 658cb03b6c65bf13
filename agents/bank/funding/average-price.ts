/**
 * Average-price guidance: a bank's new loans of a month may cost at most r̂ on average.
 *
 *     over = Σ_{r>r̂}(r−r̂)·orig,  under = Σ_{r≤r̂}(r̂−r)·orig;  loans above r̂ × min(1, under/over)
 *
 * What is trimmed counts as unfunded.
 *
 * @source Model document, section 5.9; unpublished guidance to consumer-finance companies, 2026
 * @module
 */
import type { Market } from '../../market.ts'
import { SEGMENTS } from '../../parameters.ts'
import { SITES, type Outlook } from '../../pricing/outlook.ts'

/** Trims the month's bookings of every bank that is held to an average price. */
export function holdAveragePrice(market: Market, outlook: Outlook): void {
  for (let b = 0; b < market.banks.size; b++) {
    const limit = outlook.rules.averagePriceMax[b]
    if (limit === Infinity) continue
    const share = sharePermitted(market, outlook, b, limit)
    if (share < 1) trim(market, outlook, b, limit, share)
  }
}

/** min(1, under/over); 1 when nothing lies above the limit. */
function sharePermitted(market: Market, outlook: Outlook, b: number, limit: number): number {
  const { links } = market.edges
  let over = 0
  let under = 0
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const slot = links.fromSlots[i]
    for (let j = 0; j < SITES * SEGMENTS; j++) {
      const volume = market.work.booked[slot * SITES * SEGMENTS + j]
      if (volume <= 0) continue
      const distance = outlook.price[quoteOf(market, outlook, b, slot) + j] - limit
      if (distance > 0) over += distance * volume
      else under -= distance * volume
    }
  }
  return over > under ? under / over : 1
}

function trim(market: Market, outlook: Outlook, b: number, limit: number, share: number): void {
  const { edges, work } = market
  const { links } = edges
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const slot = links.fromSlots[i]
    const whole = 1 - market.platforms.ownFundingShare[links.to[slot]]
    for (let j = 0; j < SITES * SEGMENTS; j++) {
      if (outlook.price[quoteOf(market, outlook, b, slot) + j] <= limit) continue
      const at = slot * SITES * SEGMENTS + j
      const cut = work.booked[at] * (1 - share)
      if (cut <= 0) continue
      work.booked[at] -= cut
      returnToBorrowers(market, j % SEGMENTS, cut / whole)
    }
  }
}

/** Takes a trimmed volume out of the funded, over regions in proportion. */
function returnToBorrowers(market: Market, s: number, volume: number): void {
  const { borrowers, regions } = market
  let funded = 0
  for (let r = 0; r < regions; r++) funded += borrowers.funded[s * regions + r]
  if (funded <= 0) return
  const kept = 1 - volume / funded
  for (let r = 0; r < regions; r++) borrowers.funded[s * regions + r] *= kept
}

/** First quote index of the outlet a link lends through. */
function quoteOf(market: Market, outlook: Outlook, b: number, slot: number): number {
  const outlet = outlook.rules.priceClass[b] * market.platforms.size + market.edges.links.to[slot]
  return outlet * SITES * SEGMENTS
}
