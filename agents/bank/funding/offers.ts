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
  const { open, left, volume } = funding
  for (let outlet = 0; outlet < outlets; outlet++) {
    open[outlet] = 0
    if (outlook.outletWeight[outlet] <= 0) continue
    for (let cell = outlet * regions; cell < (outlet + 1) * regions; cell++) {
      if (!hasVolume(volume, cell * SEGMENTS)) continue
      left[cell] = 1
      open[outlet] = 1
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
  const { fromStart, fromSlots, to } = edges.links
  const { failed } = platforms
  const { open, room, eligible, eligibleOutlet, nationalWeight, localWeight } = funding
  const P = platforms.size
  const outlets = outlook.rules.classCount * P
  nationalWeight.fill(0, 0, outlets)
  localWeight.fill(0, 0, outlets * regions)
  let count = 0
  for (let b = 0; b < banks.size; b++) {
    if (outlook.able[b] === 0 || room[b] <= 0) continue
    const weight = outlook.weight[b]
    const first = outlook.rules.priceClass[b] * P
    const local = outlook.rules.homeOnly[b] === 1
    const affiliated = banks.affiliateOf[b] >= 0
    for (let i = fromStart[b]; i < fromStart[b + 1]; i++) {
      const slot = fromSlots[i]
      const p = to[slot]
      if (open[first + p] === 0 || failed[p] === 1) continue
      if (affiliated && isJointAffiliate(market, b, p)) continue
      eligible[count] = slot
      eligibleOutlet[count++] = first + p
      if (local) localWeight[(first + p) * regions + banks.homeRegion[b]] += weight
      else nationalWeight[first + p] += weight
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
    const first = outlet * OFFERS
    const width = offersOf(market, outlet % market.platforms.size)
    let total = 0
    for (let q = first; q < first + width; q++) total += funding.perWeight[q]
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
  const p = outlet % platforms.size
  const from = p * OFFERS
  const width = offersOf(market, p)
  for (let i = 0; i < width; i++) {
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
  const { from, to } = edges.links
  const { ownFundingShare } = platforms
  const { weight } = outlook
  const { homeOnly } = outlook.rules
  const { eligible, eligibleOutlet, eligibleCount, offerScale, offered, totalPerWeight } = funding
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    const b = from[slot]
    const outlet = eligibleOutlet[i]
    const lent = weight[b] * (1 - ownFundingShare[to[slot]])
    if (homeOnly[b] === 1) {
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

/** Books what was accepted, lowers what is left, and closes outlets that have nothing left. */
export function bookOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions, work } = market
  const { from, to } = edges.links
  const { ownFundingShare, guaranteeCover, guarantor, affiliate } = platforms
  const { weight: weights, capacity } = outlook
  const { homeOnly } = outlook.rules
  const { eligible, eligibleOutlet, eligibleCount, factor, offered, offerScale } = funding
  const { bookedTotal, room, bookedByGuarantor, perWeight, takenNational, takenLocal } = funding
  const { booked } = work
  const outlets = outlook.rules.classCount * platforms.size
  takenNational.fill(0, 0, outlets)
  takenLocal.fill(0, 0, outlets * regions)
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    const accepted = factor[slot]
    if (accepted <= 0) continue
    const b = from[slot]
    const p = to[slot]
    const outlet = eligibleOutlet[i]
    const amount = accepted * offered[slot]
    bookedTotal[slot] += amount
    room[b] -= amount
    if (room[b] < ROOM_ROUNDING * capacity[b]) room[b] = 0
    const own = ownFundingShare[p]
    const whole = own > 0 ? amount / (1 - own) : amount
    if (own > 0) room[affiliate[p]] -= own * whole
    const g = guarantor[p]
    if (g >= 0) bookedByGuarantor[g] += guaranteeCover[p] * whole
    if (homeOnly[b] === 1) {
      takenLocal[outlet * regions + banks.homeRegion[b]] += accepted * weights[b]
      bookAtHome(market, slot, outlet, accepted * offerScale[slot])
      continue
    }
    takenNational[outlet] += accepted * weights[b]
    const scale = accepted * offerScale[slot]
    const into = slot * OFFERS
    const first = outlet * OFFERS
    const width = offersOf(market, p)
    for (let q = 0; q < width; q++) booked[into + q] += scale * perWeight[first + q]
  }
  lowerLeft(market, outlook, funding)
}

/** Books a local bank's part: its offer is a share of its region's volume. */
function bookAtHome(market: Market, slot: number, outlet: number, scale: number): void {
  const { work, regions, banks, edges } = market
  const { booked } = work
  const { volume } = work.funding
  const r = banks.homeRegion[edges.links.from[slot]]
  const into = slot * OFFERS + work.site[edges.links.to[slot] * regions + r] * SEGMENTS
  const first = (outlet * regions + r) * SEGMENTS
  for (let s = 0; s < SEGMENTS; s++) booked[into + s] += scale * volume[first + s]
}

/** Offers a platform makes: of its second site only where it has one. */
function offersOf(market: Market, p: number): number {
  return siteCount(market, p) * SEGMENTS
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
