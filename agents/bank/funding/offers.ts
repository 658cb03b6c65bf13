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
import { hasLocalFunders } from '../../pricing/meet-demand.ts'

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
      if (!hasVolume(funding.volume, (outlet * regions + r) * SEGMENTS)) continue
      funding.left[outlet * regions + r] = 1
      funding.open[outlet] = 1
    }
  }
}

/** Whether anything is on offer in one outlet and region; volumes are never negative. */
function hasVolume(volume: Float64Array, first: number): boolean {
  for (let i = first; i < first + SEGMENTS; i++) if (volume[i] > 0) return true
  return false
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
      funding.eligible[count] = slot
      funding.eligibleOutlet[count++] = first + p
      if (local) funding.localWeight[(first + p) * regions + banks.homeRegion[b]] += weight
      else funding.nationalWeight[first + p] += weight
    }
  }
  funding.eligibleCount = count
}

/** Σ_{r in site} left·Y/Ω_r per open outlet, site and segment, and in total. */
export function sumPerWeight(market: Market, outlook: Outlook, funding: Funding): void {
  const outlets = outlook.rules.classCount * market.platforms.size
  const asApproved = funding.volume === market.work.approved
  for (let outlet = 0; outlet < outlets; outlet++) {
    if (funding.open[outlet] === 0 || funding.nationalWeight[outlet] <= 0) continue
    if (asApproved && !hasLocalFunders(outlook, outlet)) shareAlike(market, outlook, outlet)
    else shareByRegion(market, funding, outlet)
    let total = 0
    for (let q = outlet * OFFERS; q < (outlet + 1) * OFFERS; q++) total += funding.perWeight[q]
    funding.totalPerWeight[outlet] = total
  }
}

/**
 * Without local funders every region has the same share left and the same weights, so regions add up
 * to what a national bank reaches: Σ_r left·Y/Ω = left·ω_ℓ/Ω·pull·α·Σ_r M·ñ/(Den·Ω_pr).
 */
function shareAlike(market: Market, outlook: Outlook, outlet: number): void {
  const { work, regions, platforms } = market
  const { perWeight, left, nationalWeight } = work.funding
  const { approvedPull, reached } = work
  let cell = outlet * regions
  while (left[cell] <= 0) cell++
  const share = (left[cell] * outlook.nationalWeight[outlet]) / nationalWeight[outlet]
  const first = outlet * OFFERS
  const from = (outlet % platforms.size) * OFFERS
  for (let i = 0; i < OFFERS; i++) {
    perWeight[first + i] = share * approvedPull[first + i] * reached[from + i]
  }
}

function shareByRegion(market: Market, funding: Funding, outlet: number): void {
  const { platforms, regions, work } = market
  const { perWeight, volume, left, localWeight } = funding
  const national = funding.nationalWeight[outlet]
  const p = outlet % platforms.size
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

/** Sizes this round's offer to every eligible link: ω times what its outlet has per weight. */
export function makeOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions } = market
  const { links } = edges
  const { weight, rules } = outlook
  const { eligible, eligibleOutlet, eligibleCount, offerScale, offered, totalPerWeight } = funding
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    const b = links.from[slot]
    const outlet = eligibleOutlet[i]
    const lent = weight[b] * (1 - platforms.ownFundingShare[links.to[slot]])
    if (rules.homeOnly[b] === 1) {
      offerAtHome(funding, slot, outlet, outlet * regions + banks.homeRegion[b], lent)
      continue
    }
    offerScale[slot] = lent
    offered[slot] = lent * totalPerWeight[outlet]
  }
}

function offerAtHome(
  funding: Funding,
  slot: number,
  outlet: number,
  cell: number,
  weight: number,
): void {
  const { volume } = funding
  const scale =
    (weight * funding.left[cell]) / (funding.nationalWeight[outlet] + funding.localWeight[cell])
  let total = 0
  for (let s = 0; s < SEGMENTS; s++) total += volume[cell * SEGMENTS + s]
  funding.offerScale[slot] = scale
  funding.offered[slot] = scale * total
}

/** Adds the accepted part of one link's offer to what it has booked. */
function addBooked(
  market: Market,
  outlook: Outlook,
  slot: number,
  outlet: number,
  accepted: number,
): void {
  const { work, regions, banks, edges } = market
  const { booked, funding } = work
  const amount = accepted * funding.offerScale[slot]
  const into = slot * OFFERS
  const b = edges.links.from[slot]
  if (outlook.rules.homeOnly[b] === 0) {
    const { perWeight } = funding
    const from = outlet * OFFERS
    for (let i = 0; i < OFFERS; i++) booked[into + i] += amount * perWeight[from + i]
    return
  }
  const r = banks.homeRegion[b]
  const site = work.site[edges.links.to[slot] * regions + r] * SEGMENTS
  const from = (outlet * regions + r) * SEGMENTS
  for (let s = 0; s < SEGMENTS; s++) booked[into + site + s] += amount * funding.volume[from + s]
}

/** Books what was accepted, lowers what is left, and closes outlets that have nothing left. */
export function bookOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions } = market
  const { links } = edges
  const P = platforms.size
  const { takenNational, takenLocal } = funding
  takenNational.fill(0, 0, outlook.rules.classCount * P)
  takenLocal.fill(0, 0, outlook.rules.classCount * P * regions)
  for (let i = 0; i < funding.eligibleCount; i++) {
    const slot = funding.eligible[i]
    const accepted = funding.factor[slot]
    if (accepted <= 0) continue
    const b = links.from[slot]
    const p = links.to[slot]
    const outlet = funding.eligibleOutlet[i]
    addBooked(market, outlook, slot, outlet, accepted)
    const amount = accepted * funding.offered[slot]
    funding.bookedTotal[slot] += amount
    funding.room[b] -= amount
    if (funding.room[b] < ROOM_ROUNDING * outlook.capacity[b]) funding.room[b] = 0
    const own = platforms.ownFundingShare[p]
    const whole = amount / (1 - own)
    if (own > 0) funding.room[platforms.affiliate[p]] -= own * whole
    const g = platforms.guarantor[p]
    if (g >= 0) funding.bookedByGuarantor[g] += platforms.guaranteeCover[p] * whole
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
  const { left, takenNational, takenLocal, localWeight } = funding
  for (let outlet = 0; outlet < outlook.rules.classCount * market.platforms.size; outlet++) {
    if (funding.open[outlet] === 0) continue
    const national = funding.nationalWeight[outlet]
    const keptByNational = national > 0 ? 1 - takenNational[outlet] / national : 1
    let any = 0
    for (let cell = outlet * regions; cell < (outlet + 1) * regions; cell++) {
      if (left[cell] <= 0) continue
      const local = localWeight[cell]
      const kept =
        local > 0
          ? 1 - (takenNational[outlet] + takenLocal[cell]) / (national + local)
          : keptByNational
      left[cell] = kept > LEFT_ROUNDING ? left[cell] * kept : 0
      if (left[cell] > 0) any = 1
    }
    funding.open[outlet] = any
  }
}
