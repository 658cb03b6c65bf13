/**
 * What a class of funders leaves over is offered once to the platform's other classes.
 *
 * The better class comes first, by α·S of its own quote (ties: lower class id); the volume is
 * multiplied by α_ℓ'/α_ℓ, because the other class screens at its own cut-off, and is lent at its quote.
 *
 * @source Model document, section 5.9, water-filling
 * @module
 */
import type { Market } from '../../market.ts'
import { SEGMENTS } from '../../parameters.ts'
import { SITES, type Outlook } from '../../pricing/outlook.ts'
import { siteOf } from '../../pricing/price-outlets.ts'
import { bookOffers, makeOffers, sumPerWeight, weighEligible } from './offers.ts'
import { scaleOffers } from './scale-offers.ts'

/** Remainders below this share of a cell's approvals count as nothing. */
const NEGLIGIBLE = 1e-12

/** Offers what the rounds left over, best other class first, then the next. */
export function offerOverflow(market: Market, outlook: Outlook): void {
  const { funding, approved } = market.work
  keepRemainders(market, outlook)
  for (let rank = 0; rank < outlook.rules.classCount - 1; rank++) {
    if (!collect(market, outlook, rank)) break
    funding.volume = funding.overflow
    funding.left.fill(1)
    weighEligible(market, outlook, funding)
    sumPerWeight(market, outlook, funding)
    makeOffers(market, outlook, funding)
    scaleOffers(market, outlook, funding)
    bookOffers(market, outlook, funding)
    takeBack(market, outlook, rank)
  }
  funding.volume = approved
}

/** Turns the approvals into what is left of them. */
function keepRemainders(market: Market, outlook: Outlook): void {
  const { work, regions, platforms } = market
  const cells = outlook.rules.classCount * platforms.size * regions
  for (let cell = 0; cell < cells; cell++) {
    const left = work.funding.left[cell] > NEGLIGIBLE ? work.funding.left[cell] : 0
    if (left === 1) continue
    for (let i = cell * SEGMENTS; i < (cell + 1) * SEGMENTS; i++) work.approved[i] *= left
  }
}

/** Adds every remainder to the offer of its `rank`-th best other class; false when there is none. */
function collect(market: Market, outlook: Outlook, rank: number): boolean {
  const { work, platforms, regions } = market
  const P = platforms.size
  const { overflow } = work.funding
  overflow.fill(0)
  let any = false
  for (let k = 0; k < outlook.rules.classCount; k++) {
    for (let p = 0; p < P; p++) {
      for (let r = 0; r < regions; r++) {
        const from = ((k * P + p) * regions + r) * SEGMENTS
        for (let s = 0; s < SEGMENTS; s++) {
          const left = work.approved[from + s]
          if (left <= 0) continue
          const site = siteOf(market, p, r)
          const target = otherClass(outlook, P, k, p, site, s, rank)
          if (target < 0) continue
          any = true
          const into = ((target * P + p) * regions + r) * SEGMENTS
          overflow[into + s] += left * approvalRatio(outlook, P, k, target, p, site, s)
        }
      }
    }
  }
  return any
}

/** Lowers every remainder by what the other class accepted, and counts it as approved and funded. */
function takeBack(market: Market, outlook: Outlook, rank: number): void {
  const { work, platforms, regions, borrowers } = market
  const P = platforms.size
  for (let k = 0; k < outlook.rules.classCount; k++) {
    for (let p = 0; p < P; p++) {
      for (let r = 0; r < regions; r++) {
        const from = ((k * P + p) * regions + r) * SEGMENTS
        for (let s = 0; s < SEGMENTS; s++) {
          const left = work.approved[from + s]
          if (left <= 0) continue
          const site = siteOf(market, p, r)
          const target = otherClass(outlook, P, k, p, site, s, rank)
          if (target < 0) continue
          const kept = work.funding.left[(target * P + p) * regions + r]
          const moved = left * (1 - kept)
          const ratio = approvalRatio(outlook, P, k, target, p, site, s)
          borrowers.approved[s * regions + r] += moved * (ratio - 1)
          work.approved[from + s] = left * kept
        }
      }
    }
  }
}

function approvalRatio(
  outlook: Outlook,
  P: number,
  from: number,
  to: number,
  p: number,
  site: number,
  s: number,
): number {
  const offset = (p * SITES + site) * SEGMENTS + s
  const stride = P * SITES * SEGMENTS
  return outlook.approval[to * stride + offset] / outlook.approval[from * stride + offset]
}

/** The class other than k whose quote is `rank`-th by α·S, or −1. */
function otherClass(
  outlook: Outlook,
  P: number,
  k: number,
  p: number,
  site: number,
  s: number,
  rank: number,
): number {
  const offset = (p * SITES + site) * SEGMENTS + s
  const stride = P * SITES * SEGMENTS
  for (let candidate = 0; candidate < outlook.rules.classCount; candidate++) {
    const at = candidate * stride + offset
    if (candidate === k || outlook.served[at] === 0) continue
    const worth = outlook.approval[at] * outlook.surplus[at]
    let better = 0
    for (let rival = 0; rival < outlook.rules.classCount; rival++) {
      const other = rival * stride + offset
      if (rival === k || rival === candidate || outlook.served[other] === 0) continue
      const rivalWorth = outlook.approval[other] * outlook.surplus[other]
      if (rivalWorth > worth || (rivalWorth === worth && rival < candidate)) better++
    }
    if (better === rank) return candidate
  }
  return -1
}
