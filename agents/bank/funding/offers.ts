/**
 * One round of funding: who may be offered loans, what is offered, what is accepted.
 *
 * Within one outlet and region all segments are offered in the same proportions, so what is left of
 * an outlet's approvals is one number per region, and a national bank's offer is its weight times a
 * sum over regions that all national banks of the class share.
 * @module
 */
import { isJointAffiliate, type Market } from '../../market.ts'
import { SEGMENTS } from '../../parameters.ts'
import type { Funding } from '../../funding-scratch.ts'
import { AWAY, HOME, SITES, type Outlook } from '../../pricing/outlook.ts'
import { siteCount, siteOf } from '../../pricing/price-outlets.ts'

/** Marks the links that can take loans this round and sums their weights by outlet and region. */
export function weighEligible(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions } = market
  const { links } = edges
  const P = platforms.size
  funding.nationalWeight.fill(0)
  funding.localWeight.fill(0)
  for (let slot = 0; slot < links.count; slot++) {
    const b = links.from[slot]
    const p = links.to[slot]
    const open =
      links.active[slot] === 1 &&
      outlook.able[b] === 1 &&
      funding.room[b] > 0 &&
      platforms.failed[p] === 0 &&
      !isJointAffiliate(market, b, p)
    funding.eligible[slot] = open ? 1 : 0
    if (!open) continue
    const outlet = outlook.rules.priceClass[b] * P + p
    if (outlook.rules.homeOnly[b] === 1) {
      funding.localWeight[outlet * regions + banks.homeRegion[b]] += outlook.weight[b]
    } else funding.nationalWeight[outlet] += outlook.weight[b]
  }
}

/** Σ_{r in site} left·Y/Ω_r per outlet, site and segment. */
export function sumPerWeight(market: Market, outlook: Outlook, funding: Funding): void {
  const { platforms, regions } = market
  const P = platforms.size
  funding.perWeight.fill(0)
  for (let k = 0; k < outlook.rules.classCount; k++) {
    for (let p = 0; p < P; p++) {
      const outlet = k * P + p
      const national = funding.nationalWeight[outlet]
      if (national <= 0) continue
      const twoSites = siteCount(market, p) === SITES
      const home = market.platforms.homeRegion[p]
      for (let r = 0; r < regions; r++) {
        const left = funding.left[outlet * regions + r]
        if (left <= 0) continue
        const share = left / (national + funding.localWeight[outlet * regions + r])
        const site = twoSites && home === r ? HOME : AWAY
        const into = (outlet * SITES + site) * SEGMENTS
        const from = (outlet * regions + r) * SEGMENTS
        for (let s = 0; s < SEGMENTS; s++) {
          funding.perWeight[into + s] += share * funding.volume[from + s]
        }
      }
    }
  }
}

/** Writes this round's offers to every eligible link: ω times what its outlet has per weight. */
export function makeOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions } = market
  const { links } = edges
  const P = platforms.size
  for (let slot = 0; slot < links.count; slot++) {
    funding.offered[slot] = 0
    if (funding.eligible[slot] === 0) continue
    const b = links.from[slot]
    const p = links.to[slot]
    const outlet = outlook.rules.priceClass[b] * P + p
    const weight = outlook.weight[b] * (1 - platforms.ownFundingShare[p])
    const into = slot * SITES * SEGMENTS
    funding.offers.fill(0, into, into + SITES * SEGMENTS)
    let total = 0
    if (outlook.rules.homeOnly[b] === 1) {
      const r = banks.homeRegion[b]
      const left = funding.left[outlet * regions + r]
      if (left <= 0) continue
      const funders = funding.nationalWeight[outlet] + funding.localWeight[outlet * regions + r]
      const from = (outlet * regions + r) * SEGMENTS
      const at = into + siteOf(market, p, r) * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) {
        const offer = (weight * left * funding.volume[from + s]) / funders
        funding.offers[at + s] = offer
        total += offer
      }
    } else {
      const from = outlet * SITES * SEGMENTS
      for (let i = 0; i < SITES * SEGMENTS; i++) {
        const offer = weight * funding.perWeight[from + i]
        funding.offers[into + i] = offer
        total += offer
      }
    }
    funding.offered[slot] = total
  }
}

/** Books what was accepted and lowers what is left. */
export function bookOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { edges, platforms, banks, regions, work } = market
  const { links } = edges
  const P = platforms.size
  const { left, factor } = funding
  // What a region keeps is 1 − Σ accepted weight / Σ weight: collected first, applied after.
  const taken = work.taken
  taken.national.fill(0)
  taken.local.fill(0)
  for (let slot = 0; slot < links.count; slot++) {
    if (funding.eligible[slot] === 0 || funding.offered[slot] <= 0) continue
    const b = links.from[slot]
    const p = links.to[slot]
    const accepted = factor[slot]
    if (accepted <= 0) continue
    const at = slot * SITES * SEGMENTS
    for (let i = 0; i < SITES * SEGMENTS; i++) {
      work.booked[at + i] += accepted * funding.offers[at + i]
    }
    const amount = accepted * funding.offered[slot]
    funding.bookedTotal[slot] += amount
    funding.room[b] -= amount
    if (funding.room[b] < ROOM_ROUNDING * amount) funding.room[b] = 0
    const g = platforms.guarantor[p]
    if (g >= 0) {
      const whole = amount / (1 - platforms.ownFundingShare[p])
      funding.bookedByGuarantor[g] += platforms.guaranteeCover[p] * whole
    }
    const outlet = outlook.rules.priceClass[b] * P + p
    const weight = accepted * outlook.weight[b]
    if (outlook.rules.homeOnly[b] === 1) taken.local[outlet * regions + banks.homeRegion[b]] += weight
    else taken.national[outlet] += weight
  }
  for (let outlet = 0; outlet < outlook.rules.classCount * P; outlet++) {
    const national = funding.nationalWeight[outlet]
    for (let r = 0; r < regions; r++) {
      const cell = outlet * regions + r
      const funders = national + funding.localWeight[cell]
      if (funders <= 0) continue
      const share = 1 - (taken.national[outlet] + taken.local[cell]) / funders
      left[cell] *= share > LEFT_ROUNDING ? share : 0
    }
  }
}

/** Relative rounding below which room, or what is left to fund, counts as nothing. */
const ROOM_ROUNDING = 1e-12
const LEFT_ROUNDING = 1e-12
