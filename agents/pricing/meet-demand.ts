/**
 * How funders' weights and borrowers' choices meet: outlets by region, and logit denominators.
 *
 *     out_prℓ = (Σ ω of p's able, linked banks of class ℓ that may serve r) / Ω_pr
 *     wt_psrℓ = out_prℓ·ñ_pr·w_p·mix_ps·e^{−β_s·price}·1{served}
 *     Den_sr  = v0_s + Σ_q Σ_ℓ wt_qsrℓ
 *
 * @source Model document, section 5.3; McFadden (1974), conditional logit
 * @module
 */
import { SEGMENTS } from '../parameters.ts'
import { isJointAffiliate, type Market } from '../market.ts'
import { SITES, type Outlook } from './outlook.ts'
import { siteOf } from './price-outlets.ts'

/** Adds up the funders of every outlet: Σω, its regional parts, and ῡ. */
export function weighOutlets(market: Market, outlook: Outlook): void {
  const { banks, platforms, edges, regions } = market
  const { rules } = outlook
  const P = platforms.size
  outlook.outletWeight.fill(0)
  outlook.nationalWeight.fill(0)
  outlook.localWeight.fill(0)
  outlook.meanUnitCost.fill(0)
  const { links } = edges
  for (let b = 0; b < banks.size; b++) {
    if (outlook.able[b] === 0) continue
    const region = rules.homeOnly[b] === 1 ? banks.homeRegion[b] : -1
    const weight = outlook.weight[b]
    const k = rules.priceClass[b]
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const p = links.to[links.fromSlots[i]]
      if (platforms.failed[p] === 1 || isJointAffiliate(market, b, p)) continue
      const outlet = k * P + p
      outlook.outletWeight[outlet] += weight
      outlook.meanUnitCost[outlet] += weight * outlook.unitCost[b]
      if (region < 0) outlook.nationalWeight[outlet] += weight
      else outlook.localWeight[outlet * regions + region] += weight
    }
  }
  for (let outlet = 0; outlet < rules.classCount * P; outlet++) {
    const total = outlook.outletWeight[outlet]
    if (total > 0) outlook.meanUnitCost[outlet] /= total
  }
}

/** Sums the logit denominators and what each site can reach, from weights and pulls. */
export function meetDemand(market: Market, outlook: Outlook): void {
  const { platforms, regions, segments } = market
  const { denominator, rules } = outlook
  const P = platforms.size
  for (let s = 0; s < SEGMENTS; s++) {
    denominator.fill(segments.outsideWeight[s], s * regions, (s + 1) * regions)
  }
  for (let p = 0; p < P; p++) {
    for (let r = 0; r < regions; r++) {
      let total = 0
      for (let k = 0; k < rules.classCount; k++) {
        const outlet = k * P + p
        total += outlook.nationalWeight[outlet] + outlook.localWeight[outlet * regions + r]
      }
      outlook.regionWeight[p * regions + r] = total
      if (total <= 0) continue
      const site = siteOf(market, p, r)
      const reach = market.relativeReach[p * regions + r] / total
      for (let k = 0; k < rules.classCount; k++) {
        const outlet = k * P + p
        const weight = outlook.nationalWeight[outlet] + outlook.localWeight[outlet * regions + r]
        if (weight <= 0) continue
        const q = (outlet * SITES + site) * SEGMENTS
        const scale = reach * weight
        for (let s = 0; s < SEGMENTS; s++) denominator[s * regions + r] += scale * outlook.pull[q + s]
      }
    }
  }
  sumReachable(market, outlook)
}

/** Σ_{r in site} M_sr·ñ_pr/(Den_sr·Ω_pr): times ω·pull·α it is a linked national bank's monthly volume. */
function sumReachable(market: Market, outlook: Outlook): void {
  const { platforms, regions, borrowers } = market
  outlook.reachable.fill(0)
  for (let p = 0; p < platforms.size; p++) {
    for (let r = 0; r < regions; r++) {
      const total = outlook.regionWeight[p * regions + r]
      if (total <= 0) continue
      const scale = market.relativeReach[p * regions + r] / total
      const at = (p * SITES + siteOf(market, p, r)) * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) {
        const cell = s * regions + r
        outlook.reachable[at + s] += (scale * borrowers.demandPool[cell]) / outlook.denominator[cell]
      }
    }
  }
}
