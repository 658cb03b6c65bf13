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
import {
  bookOffers,
  LEFT_ROUNDING,
  makeOffers,
  openOutlets,
  sumPerWeight,
  weighEligible,
} from './offers.ts'
import { scaleOffers } from './scale-offers.ts'

/** Offers what the rounds left over, best other class first, then the next; marks what stays open. */
export function offerOverflow(market: Market, outlook: Outlook): void {
  const { funding, approved } = market.work
  const { leftover } = funding
  leftover.set(funding.open)
  keepRemainders(market, outlook)
  for (let rank = 0; rank < outlook.rules.classCount - 1; rank++) {
    if (!collect(market, outlook, rank)) break
    funding.volume = funding.overflow
    openOutlets(market, outlook, funding)
    weighEligible(market, outlook, funding)
    sumPerWeight(market, outlook, funding)
    makeOffers(market, outlook, funding)
    scaleOffers(market, outlook, funding)
    bookOffers(market, outlook, funding)
    takeBack(market, outlook, rank)
  }
  funding.volume = approved
  funding.open.set(leftover)
}

/** Turns the approvals of open outlets into what is left of them. */
function keepRemainders(market: Market, outlook: Outlook): void {
  const { work, regions, platforms } = market
  for (let outlet = 0; outlet < outlook.rules.classCount * platforms.size; outlet++) {
    if (work.funding.leftover[outlet] === 0) continue
    for (let cell = outlet * regions; cell < (outlet + 1) * regions; cell++) {
      const left = work.funding.left[cell] > LEFT_ROUNDING ? work.funding.left[cell] : 0
      for (let i = cell * SEGMENTS; i < (cell + 1) * SEGMENTS; i++) work.approved[i] *= left
    }
  }
}

/** Adds every remainder to the offer of its `rank`-th best other class; false when there is none. */
function collect(market: Market, outlook: Outlook, rank: number): boolean {
  const { work, platforms, regions } = market
  const P = platforms.size
  const { overflow, leftover } = work.funding
  overflow.fill(0, 0, outlook.rules.classCount * P * regions * SEGMENTS)
  let any = false
  for (let outlet = 0; outlet < outlook.rules.classCount * P; outlet++) {
    if (leftover[outlet] === 0) continue
    const p = outlet % P
    chooseTargets(market, outlook, outlet, rank)
    for (let r = 0; r < regions; r++) {
      const site = work.site[p * regions + r] * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) {
        const left = work.approved[(outlet * regions + r) * SEGMENTS + s]
        const target = work.funding.target[site + s]
        if (left <= 0 || target < 0) continue
        any = true
        overflow[((target * P + p) * regions + r) * SEGMENTS + s] +=
          left * work.funding.ratio[site + s]
      }
    }
  }
  return any
}

/** Lowers every remainder by what the other class accepted, and counts it as approved and funded. */
function takeBack(market: Market, outlook: Outlook, rank: number): void {
  const { work, platforms, regions, borrowers } = market
  const P = platforms.size
  for (let outlet = 0; outlet < outlook.rules.classCount * P; outlet++) {
    if (work.funding.leftover[outlet] === 0) continue
    const p = outlet % P
    chooseTargets(market, outlook, outlet, rank)
    for (let r = 0; r < regions; r++) {
      const site = work.site[p * regions + r] * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) {
        const at = (outlet * regions + r) * SEGMENTS + s
        const target = work.funding.target[site + s]
        if (work.approved[at] <= 0 || target < 0) continue
        const kept = work.funding.left[(target * P + p) * regions + r]
        const moved = work.approved[at] * (1 - kept)
        borrowers.approved[s * regions + r] += moved * (work.funding.ratio[site + s] - 1)
        work.approved[at] *= kept
      }
    }
  }
}

/** The `rank`-th other class of an outlet by site and segment, and α_ℓ'/α_ℓ there. */
function chooseTargets(market: Market, outlook: Outlook, outlet: number, rank: number): void {
  const P = market.platforms.size
  const { target, ratio } = market.work.funding
  const k = Math.floor(outlet / P)
  const p = outlet % P
  for (let i = 0; i < SITES * SEGMENTS; i++) {
    target[i] = otherClass(outlook, P, k, p * SITES * SEGMENTS + i, rank)
    if (target[i] >= 0) ratio[i] = approvalRatio(outlook, P, k, target[i], p, i)
  }
}

/** α_ℓ'/α_ℓ at one site and segment. */
function approvalRatio(
  outlook: Outlook,
  P: number,
  from: number,
  to: number,
  p: number,
  i: number,
): number {
  const offset = p * SITES * SEGMENTS + i
  const stride = P * SITES * SEGMENTS
  return outlook.approval[to * stride + offset] / outlook.approval[from * stride + offset]
}

/** Below its ceiling a quote earns its mark-up whatever its funds cost: α·S then differs by rounding. */
const TIE = 1e-9

/** The class other than k whose quote at `offset` is `rank`-th by α·S, or −1. */
function otherClass(outlook: Outlook, P: number, k: number, offset: number, rank: number): number {
  const stride = P * SITES * SEGMENTS
  for (let candidate = 0; candidate < outlook.rules.classCount; candidate++) {
    const at = candidate * stride + offset
    if (candidate === k || outlook.served[at] === 0) continue
    const worth = outlook.approval[at] * outlook.surplus[at]
    let better = 0
    for (let rival = 0; rival < outlook.rules.classCount; rival++) {
      const other = rival * stride + offset
      if (rival === k || rival === candidate || outlook.served[other] === 0) continue
      const ahead = outlook.approval[other] * outlook.surplus[other] - worth
      if (ahead > TIE * worth || (ahead >= -TIE * worth && rival < candidate)) better++
    }
    if (better === rank) return candidate
  }
  return -1
}
