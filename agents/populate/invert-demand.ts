/**
 * Demand that makes the model's flows the observed balances.
 *
 *     Y_ps  = balance_ps/D̄(π̄_ps) ;  applications = Y_ps/α_ps ;  M_s = Σ_p applications/(1−σ_0)
 *     W_ps ∝ applications·e^{β_s·r_ps}, Σ_p W_ps = 1 ;  v0_s = σ_0/(1−σ_0)·Σ_p W_ps·e^{−β_s·r_ps}
 *     W_ps ← W_ps·(target/model flow, within [½, 2]), accumulated, absorbs regional effects
 *     w_p = Σ_s W_ps ;  mix = W/w ;  M⁰ = (M − ζ·rejected)⁺
 *
 * @source Model document, sections 10 (step 6) and 19.1
 * @module
 */
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { screenApplicants } from '../borrower/apply.ts'
import { priceBanks } from '../pricing/bank-terms.ts'
import { weighOutlets } from '../pricing/meet-demand.ts'
import { HOME, SITES, type Outlook } from '../pricing/outlook.ts'
import {
  forgetQuotes,
  placeSites,
  priceOutlets,
  pullBorrowers,
  siteCount,
} from '../pricing/price-outlets.ts'
import { stockPerFlow } from '../pricing/stock.ts'
import type { Context } from '../../engine/phase.ts'

const ROUNDS = 25
const LEAST_CORRECTION = 0.5
const MOST_CORRECTION = 2

/** Target stock [mn] and accumulated correction by platform and segment. */
export interface Inversion {
  readonly balance: Float64Array
  readonly correction: Float64Array
}

/** Writes weights, mixes, outside weights and pools so that flows meet `inversion.balance`. */
export function invertDemand(market: Market, inversion: Inversion, context: Context): void {
  const outlook = market.work.inForce
  outlook.rules = market.preNotice.inForce
  priceBanks(market, outlook, context.period)
  weighOutlets(market, outlook)
  placeSites(market)
  const blend = createBlend(market.platforms.size)
  for (let round = 0; round < ROUNDS; round++) {
    forgetQuotes(outlook)
    priceOutlets(market, outlook, undefined)
    blendQuotes(market, outlook, blend)
    weighPlatforms(market, inversion, blend)
    pullBorrowers(market, outlook)
    screenApplicants(market)
    correct(market, inversion, blend)
  }
  setBasePools(market)
}

/** α, e^{−βr} and the target flow of each platform and segment, over outlets and sites. */
interface Blend {
  readonly approval: Float64Array
  readonly discount: Float64Array
  readonly flow: Float64Array
}

function createBlend(platforms: number): Blend {
  const cells = platforms * SEGMENTS
  return {
    approval: new Float64Array(cells),
    discount: new Float64Array(cells),
    flow: new Float64Array(cells),
  }
}

function blendQuotes(market: Market, outlook: Outlook, blend: Blend): void {
  const P = market.platforms.size
  for (let p = 0; p < P; p++) {
    const home = homeShare(market, p)
    for (let s = 0; s < SEGMENTS; s++) {
      let discounted = 0
      let approved = 0
      let defaults = 0
      let weights = 0
      for (let k = 0; k < outlook.rules.classCount; k++) {
        for (let site = 0; site < SITES; site++) {
          const q = ((k * P + p) * SITES + site) * SEGMENTS + s
          if (outlook.served[q] === 0) continue
          const weight = outlook.outletWeight[k * P + p] * (site === HOME ? home : 1 - home)
          const discount = weight * outlook.discount[q]
          weights += weight
          discounted += discount
          approved += discount * outlook.approval[q]
          defaults += discount * outlook.approval[q] * outlook.averageDefault[q]
        }
      }
      const cell = p * SEGMENTS + s
      blend.discount[cell] = weights > 0 ? discounted / weights : 0
      blend.approval[cell] = discounted > 0 ? approved / discounted : 0
      blend.flow[cell] = approved > 0 ? defaults / approved : 0
    }
  }
}

/** Share of a platform's users in its home region, where it has a site of its own. */
function homeShare(market: Market, p: number): number {
  if (siteCount(market, p) < SITES) return 0
  const r = market.platforms.homeRegion[p]
  return market.relativeReach[p * market.regions + r] * market.regionWeight[r]
}

/** Sets w, mix, v0 and pools from the blended quotes; `blend.flow` becomes the target flow. */
function weighPlatforms(market: Market, inversion: Inversion, blend: Blend): void {
  const { platforms, segments, borrowers, regions, parameters } = market
  const P = platforms.size
  const { tenor, prepayment, outsideShare } = parameters
  const weights = new Float64Array(P * SEGMENTS)
  const odds = outsideShare / (1 - outsideShare)
  for (let s = 0; s < SEGMENTS; s++) {
    let pool = 0
    let total = 0
    for (let p = 0; p < P; p++) {
      const cell = p * SEGMENTS + s
      const approval = blend.approval[cell]
      if (approval <= 0) {
        blend.flow[cell] = 0
        continue
      }
      const flow = inversion.balance[cell] / stockPerFlow(tenor, prepayment, blend.flow[cell])
      blend.flow[cell] = flow
      pool += flow / approval
      weights[cell] = flow / approval / blend.discount[cell]
      total += weights[cell]
    }
    let inside = 0
    for (let p = 0; p < P; p++) {
      const cell = p * SEGMENTS + s
      weights[cell] = total > 0 ? weights[cell] / total : 0
      inside += weights[cell] * blend.discount[cell]
      weights[cell] *= inversion.correction[cell]
    }
    segments.outsideWeight[s] = odds * inside
    for (let r = 0; r < regions; r++) {
      borrowers.demandPool[s * regions + r] = (pool / (1 - outsideShare)) * market.regionWeight[r]
    }
  }
  for (let p = 0; p < P; p++) {
    let weight = 0
    for (let s = 0; s < SEGMENTS; s++) weight += weights[p * SEGMENTS + s]
    platforms.trafficWeight[p] = weight
    for (let s = 0; s < SEGMENTS; s++) {
      platforms.segmentMix[p * SEGMENTS + s] = weight > 0 ? weights[p * SEGMENTS + s] / weight : 0
    }
  }
}

/** Multiplies the correction by target over model flow; a platform nobody can fund keeps its own. */
function correct(market: Market, inversion: Inversion, blend: Blend): void {
  const { approvedBy } = market.work
  for (let cell = 0; cell < approvedBy.length; cell++) {
    if (approvedBy[cell] <= 0 || blend.flow[cell] <= 0) continue
    const ratio = blend.flow[cell] / approvedBy[cell]
    inversion.correction[cell] *= Math.min(MOST_CORRECTION, Math.max(LEAST_CORRECTION, ratio))
  }
}

/** M⁰ = (M − ζ·rejected)⁺ by segment and region. */
function setBasePools(market: Market): void {
  const { borrowers, parameters } = market
  for (let cell = 0; cell < borrowers.size; cell++) {
    const rejected = borrowers.applications[cell] - borrowers.approved[cell]
    const base = borrowers.demandPool[cell] - parameters.returnRate * rejected
    borrowers.basePool[cell] = base > 0 ? base : 0
    borrowers.funded[cell] = borrowers.approved[cell]
  }
}
