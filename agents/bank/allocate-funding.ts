/**
 * Banks fund what their partners approved: water-filling in at most four rounds, all agents at once.
 *
 *     1. every remaining approval is offered to the eligible banks of its class, ∝ ω_b
 *     2. offers are scaled down, limit by limit
 *     3. what is accepted is booked and subtracted; what is left goes into the next round
 *     after the fourth round a remainder is offered once to the platform's other classes
 *
 * What is left then is unfunded: rationed by quantity.
 *
 * @source Model document, section 5.9
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { holdAveragePrice } from './funding/average-price.ts'
import {
  bookOffers,
  makeOffers,
  openOutlets,
  sumPerWeight,
  weighEligible,
} from './funding/offers.ts'
import { fundJointShares } from './funding/joint-shares.ts'
import { offerOverflow } from './funding/overflow.ts'
import { roomOf } from './funding/room.ts'
import { placeLimits, scaleOffers } from './funding/scale-offers.ts'

const ROUNDS = 4

export const allocateFunding: Phase<Market> = {
  id: 'bank.allocateFunding',
  label: { en: 'Banks fund platforms', zh: '银行分配资金' },
  run(market) {
    const { work, banks } = market
    const outlook = work.inForce
    const { funding } = work
    funding.volume = work.approved
    openOutlets(market, outlook, funding)
    funding.bookedTotal.fill(0)
    funding.bookedByGuarantor.fill(0)
    work.booked.fill(0)
    sumCarried(market)
    for (let b = 0; b < banks.size; b++) funding.room[b] = roomOf(market, outlook, b)
    placeLimits(market, outlook)
    for (let round = 0; round < ROUNDS; round++) {
      weighEligible(market, outlook, funding)
      // Whoever had room has lent it: what is left stays without funder of its class.
      if (funding.eligibleCount === 0) break
      sumPerWeight(market, outlook, funding)
      makeOffers(market, outlook, funding)
      scaleOffers(market, outlook, funding)
      bookOffers(market, outlook, funding)
      if (!isAnyOpen(market)) break
    }
    if (isAnyOpen(market)) offerOverflow(market, outlook)
    countFunded(market)
    holdAveragePrice(market, outlook)
    fundJointShares(market)
  },
}

/** L°: carried balances per bank and guarantor; what ended partnerships still hold, by bank. */
function sumCarried(market: Market): void {
  const { work, edges, platforms } = market
  const { from, to, active, count } = edges.links
  const { carried } = edges
  const { bank, guarantor: byGuarantor } = work.carried
  const { guarantor, guaranteeCover } = platforms
  bank.fill(0)
  byGuarantor.fill(0)
  const { endedFirst, endedNext } = work.funding
  endedFirst.fill(-1)
  for (let slot = count - 1; slot >= 0; slot--) {
    if (active[slot] === 1 || carried[slot] === 0) continue
    endedNext[slot] = endedFirst[from[slot]]
    endedFirst[from[slot]] = slot
  }
  for (let slot = 0; slot < count; slot++) {
    const amount = carried[slot]
    if (amount === 0) continue
    const p = to[slot]
    bank[from[slot]] += amount
    const g = guarantor[p]
    if (g >= 0) byGuarantor[g] += guaranteeCover[p] * amount
  }
}

/** Whether any outlet has something left to fund. */
function isAnyOpen(market: Market): boolean {
  const { work, platforms } = market
  const outlets = work.inForce.rules.classCount * platforms.size
  for (let outlet = 0; outlet < outlets; outlet++) if (work.funding.open[outlet] === 1) return true
  return false
}

/** funded = approved − what is left, per segment and region. */
function countFunded(market: Market): void {
  const { work, borrowers, regions, platforms } = market
  borrowers.funded.set(borrowers.approved)
  if (!isAnyOpen(market)) return
  const outlets = work.inForce.rules.classCount * platforms.size
  for (let outlet = 0; outlet < outlets; outlet++) {
    if (work.funding.open[outlet] === 0) continue
    for (let r = 0; r < regions; r++) {
      const from = (outlet * regions + r) * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) {
        borrowers.funded[s * regions + r] -= work.approved[from + s]
      }
    }
  }
}
