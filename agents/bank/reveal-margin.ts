/**
 * A bank whose list is known shows what its partners are worth to it: a list that stands before the
 * notice must stand in the model too, or its decay would be taken for an effect of the rules. How much
 * of a platform's business one bank expects is in no data; the list tells it up to a factor.
 *
 *     κ_b such that  λ_rev·Σ_{p listed} (1 − Λ((V_bp(κ_b) − mo_b(n))/τ))
 *                  = ⅓·Σ_{p not listed} P(candidate)·1{p agrees}·Λ((V_bp(κ_b) − mo_b(n+1) − F_set)/τ)
 *     P(candidate) = min(1, χ_c·w_p/Σw),  w_p = exp(θ_pa·ln(deg_p+1) + ½·ln w_p)
 *
 * expected separations equal expected new partners a month. κ scales expectations, no cash moves.
 *
 * @source constants of discrete choice are set to reproduce base-year shares: Train (2009), Discrete
 *   Choice Methods with Simulation, section 2.8; lists flat before the notice: Yilian 53 and 56,
 *   whitelists.csv
 * @module
 */
import { slotOf } from '../../engine/links.ts'
import { exp } from '../../engine/numerics/exp.ts'
import { log } from '../../engine/numerics/log.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { weighAttraction } from './candidates.ts'
import { valued, valuePartner } from './partner-value.ts'
import { keepProbability } from './review-partners.ts'

const MONTHS_A_QUARTER = 3
/** κ is searched between this and its inverse. */
const FURTHEST = 100
const HALVINGS = 40

/** Sets κ of every bank whose list is observed; outlooks must have been worked out for the month. */
export function revealMargins(market: Market): void {
  const { banks } = market
  weighAttraction(market)
  for (let b = 0; b < banks.size; b++) {
    if (banks.pinned[b] === 0 || banks.programme[b] !== PROGRAMME_ON) continue
    revealMargin(market, b)
  }
}

/** The root by bisection on ln κ: new partners rise and separations fall with it. */
function revealMargin(market: Market, b: number): void {
  const { revealedMargin } = market.banks
  let low = -log(FURTHEST)
  let high = log(FURTHEST)
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    revealedMargin[b] = exp(middle)
    if (expectedGrowth(market, b) > 0) high = middle
    else low = middle
  }
}

/** New partners less separations a month, expected. */
export function expectedGrowth(market: Market, b: number): number {
  const { platforms, edges, work, parameters } = market
  const { choiceNoise, reviewRate, candidates, setupCost, partnerServiceCost } = parameters
  const able = work.inForce.able[b] === 1
  const own = decisionOversight(market, b, work.listLength[b])
  const next = decisionOversight(market, b, work.listLength[b] + 1)
  const total = unlistedAttraction(market, b)
  let growth = 0
  for (let p = 0; p < platforms.size; p++) {
    const slot = slotOf(edges.links, b, p)
    if (slot >= 0 && edges.links.active[slot] === 1) {
      valuePartner(market, b, p, able)
      growth -= reviewRate * (1 - keepProbability(valued.value - own, choiceNoise))
    } else if (work.attraction[p] > -Infinity) {
      valuePartner(market, b, p, false)
      if (valued.platformGain < partnerServiceCost) continue
      const looked = Math.min(1, (candidates * exp(work.attraction[p])) / total)
      const signs = keepProbability(valued.value - next - setupCost, choiceNoise)
      growth += (looked * signs) / MONTHS_A_QUARTER
    }
  }
  return growth
}

/** Σ w_p over platforms the bank has no partnership with. */
function unlistedAttraction({ platforms, edges, work }: Market, b: number): number {
  let total = 0
  for (let p = 0; p < platforms.size; p++) {
    const slot = slotOf(edges.links, b, p)
    if (slot >= 0 && edges.links.active[slot] === 1) continue
    if (work.attraction[p] > -Infinity) total += exp(work.attraction[p])
  }
  return total
}
