/**
 * One round of funding: who may be offered loans, what is offered, what is accepted.
 *
 * Within one outlet and region all segments are offered in the same proportions, so what is left of
 * an outlet's approvals is one number per region, and a national bank's offer is its weight times a
 * sum over regions that all national banks of the class share. Only outlets with something left take
 * part.
 * @module
 */
import type { Funding } from '../../funding-scratch.ts'
import { isJointAffiliate, type Market } from '../../market.ts'
import { SEGMENTS } from '../../parameters.ts'
import { SITES, type Outlook } from '../../pricing/outlook.ts'
import { siteCount } from '../../pricing/price-outlets.ts'

const OFFERS = SITES * SEGMENTS
/** Relative rounding below which room, or what is left to fund, counts as nothing. */
const ROOM_ROUNDING = 1e-12
export const LEFT_ROUNDING = 1e-12

/** Marks every outlet with approvals as open, and all of them as left to fund. */
export function openOutlets(market: Market, outlook: Outlook, funding: Funding): void {
  const { regions } = market
  const outlets = outlook.rules.classCount * market.platforms.size
  funding.left.fill(0, 0, outlets * regions)
  for (let outlet = 0; outlet < outlets; outlet++) {
    funding.open[outlet] = 0
    for (let r = 0; r < regions; r++) {
      const first = (outlet * regions + r) * SEGMENTS
      let volume = 0
      for (let s = 0; s < SEGMENTS; s++) volume += funding.volume[first + s]
      if (volume <= 0) continue
      funding.left[outlet * regions + r] = 1
      funding.open[outlet] = 1
    }
  }
}

/** Lists the links that can take loans this round and sums their weights by outlet and region. */
export function weighEligible(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions } = market
  const { links } = edges
  const P = platforms.size
  const outlets = outlook.rules.classCount * P
  funding.nationalWeight.fill(0, 0, outlets)
  funding.localWeight.fill(0, 0, outlets * regions)
  let count = 0
  for (let b = 0; b < banks.size; b++) {
    if (outlook.able[b] === 0 || funding.room[b] <= 0) continue
    const weight = outlook.weight[b]
    const first = outlook.rules.priceClass[b] * P
    const local = outlook.rules.homeOnly[b] === 1
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      const p = links.to[slot]
      if (funding.open[first + p] === 0 || platforms.failed[p] === 1) continue
      if (isJointAffiliate(market, b, p)) continue
      funding.eligible[count++] = slot
      if (local) funding.localWeight[(first + p) * regions + banks.homeRegion[b]] += weight
      else funding.nationalWeight[first + p] += weight
    }
  }
  funding.eligibleCount = count
}

/** Σ_{r in site} left·Y/Ω_r per open outlet, site and segment. */
export function sumPerWeight(market: Market, outlook: Outlook, funding: Funding): void {
  const { platforms, regions, work } = market
  const P = platforms.size
  const { perWeight, volume, left, localWeight } = funding
  for (let outlet = 0; outlet < outlook.rules.classCount * P; outlet++) {
    const national = funding.nationalWeight[outlet]
    if (funding.open[outlet] === 0 || national <= 0) continue
    const p = outlet % P
    const first = outlet * OFFERS
    perWeight.fill(0, first, first + OFFERS)
    for (let r = 0; r < regions; r++) {
      const cell = outlet * regions + r
      if (left[cell] <= 0) continue
      const share = left[cell] / (national + localWeight[cell])
      const into = first + work.site[p * regions + r] * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) perWeight[into + s] += share * volume[cell * SEGMENTS + s]
    }
  }
}

/** Writes this round's offers to every eligible link: ω times what its outlet has per weight. */
export function makeOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks } = market
  const { links } = edges
  const P = platforms.size
  for (let i = 0; i < funding.eligibleCount; i++) {
    const slot = funding.eligible[i]
    const b = links.from[slot]
    const p = links.to[slot]
    const outlet = outlook.rules.priceClass[b] * P + p
    const weight = outlook.weight[b] * (1 - platforms.ownFundingShare[p])
    funding.offered[slot] =
      outlook.rules.homeOnly[b] === 1
        ? offerAtHome(market, funding, slot, outlet, p, banks.homeRegion[b], weight)
        : offerEverywhere(funding, slot, outlet, weight, siteCount(market, p) * SEGMENTS)
  }
}

function offerEverywhere(
  funding: Funding,
  slot: number,
  outlet: number,
  weight: number,
  width: number,
): number {
  const { offers, perWeight } = funding
  const into = slot * OFFERS
  const from = outlet * OFFERS
  let total = 0
  for (let i = 0; i < width; i++) {
    const offer = weight * perWeight[from + i]
    offers[into + i] = offer
    total += offer
  }
  return total
}

function offerAtHome(
  market: Market,
  funding: Funding,
  slot: number,
  outlet: number,
  p: number,
  r: number,
  weight: number,
): number {
  const { regions, work } = market
  const { offers, volume } = funding
  const cell = outlet * regions + r
  const into = slot * OFFERS
  offers.fill(0, into, into + OFFERS)
  if (funding.left[cell] <= 0) return 0
  const share =
    (weight * funding.left[cell]) / (funding.nationalWeight[outlet] + funding.localWeight[cell])
  const at = into + work.site[p * regions + r] * SEGMENTS
  let total = 0
  for (let s = 0; s < SEGMENTS; s++) {
    const offer = share * volume[cell * SEGMENTS + s]
    offers[at + s] = offer
    total += offer
  }
  return total
}

/** Books what was accepted, lowers what is left, and closes outlets that have nothing left. */
export function bookOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions, work } = market
  const { links } = edges
  const P = platforms.size
  const { takenNational, takenLocal, offers } = funding
  const { booked } = work
  takenNational.fill(0, 0, outlook.rules.classCount * P)
  takenLocal.fill(0, 0, outlook.rules.classCount * P * regions)
  for (let i = 0; i < funding.eligibleCount; i++) {
    const slot = funding.eligible[i]
    const accepted = funding.factor[slot]
    if (accepted <= 0) continue
    const b = links.from[slot]
    const p = links.to[slot]
    const at = slot * OFFERS
    const end = at + siteCount(market, p) * SEGMENTS
    for (let j = at; j < end; j++) booked[j] += accepted * offers[j]
    const amount = accepted * funding.offered[slot]
    funding.bookedTotal[slot] += amount
    funding.room[b] -= amount
    if (funding.room[b] < ROOM_ROUNDING * outlook.capacity[b]) funding.room[b] = 0
    const own = platforms.ownFundingShare[p]
    const whole = amount / (1 - own)
    if (own > 0) funding.room[platforms.affiliate[p]] -= own * whole
    const g = platforms.guarantor[p]
    if (g >= 0) funding.bookedByGuarantor[g] += platforms.guaranteeCover[p] * whole
    const outlet = outlook.rules.priceClass[b] * P + p
    const weight = accepted * outlook.weight[b]
    if (outlook.rules.homeOnly[b] === 1) {
      takenLocal[outlet * regions + banks.homeRegion[b]] += weight
    } else takenNational[outlet] += weight
  }
  lowerLeft(market, outlook, funding)
}

/** What a region keeps is 1 − Σ accepted weight / Σ weight. */
function lowerLeft(market: Market, outlook: Outlook, funding: Funding): void {
  const { regions } = market
  const { left, takenNational, takenLocal } = funding
  for (let outlet = 0; outlet < outlook.rules.classCount * market.platforms.size; outlet++) {
    if (funding.open[outlet] === 0) continue
    let any = 0
    for (let r = 0; r < regions; r++) {
      const cell = outlet * regions + r
      if (left[cell] <= 0) continue
      const funders = funding.nationalWeight[outlet] + funding.localWeight[cell]
      if (funders > 0) {
        const kept = 1 - (takenNational[outlet] + takenLocal[cell]) / funders
        left[cell] = kept > LEFT_ROUNDING ? left[cell] * kept : 0
      }
      if (left[cell] > 0) any = 1
    }
    funding.open[outlet] = any
  }
}
