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

/** Adds up the funders of every outlet: Σω, its regional parts, and ῡ. */
export function weighOutlets(market: Market, outlook: Outlook): void {
  const { banks, platforms, edges, regions } = market
  const { rules } = outlook
  const P = platforms.size
  const outlets = rules.classCount * P
  outlook.outletWeight.fill(0)
  outlook.nationalWeight.fill(0, 0, outlets)
  outlook.localWeight.fill(0, 0, outlets * regions)
  outlook.meanUnitCost.fill(0, 0, outlets)
  const { links } = edges
  for (let b = 0; b < banks.size; b++) {
    if (outlook.able[b] === 0) continue
    const region = rules.homeOnly[b] === 1 ? banks.homeRegion[b] : -1
    const weight = outlook.weight[b]
    const cost = weight * outlook.unitCost[b]
    const first = rules.priceClass[b] * P
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const p = links.to[links.fromSlots[i]]
      if (platforms.failed[p] === 1 || isJointAffiliate(market, b, p)) continue
      const outlet = first + p
      outlook.outletWeight[outlet] += weight
      outlook.meanUnitCost[outlet] += cost
      if (region < 0) outlook.nationalWeight[outlet] += weight
      else outlook.localWeight[outlet * regions + region] += weight
    }
  }
  for (let outlet = 0; outlet < outlets; outlet++) {
    const total = outlook.outletWeight[outlet]
    if (total > 0) outlook.meanUnitCost[outlet] /= total
  }
  sumRegions(market, outlook)
}

/** Ω_pr: the funders of a platform that may serve a region, over all classes. */
function sumRegions(market: Market, outlook: Outlook): void {
  const { regions, platforms } = market
  const P = platforms.size
  const { regionWeight, localWeight, nationalWeight, outletWeight } = outlook
  regionWeight.fill(0)
  for (let k = 0; k < outlook.rules.classCount; k++) {
    for (let p = 0; p < P; p++) {
      const outlet = k * P + p
      if (outletWeight[outlet] <= 0) continue
      const national = nationalWeight[outlet]
      for (let r = 0; r < regions; r++) {
        regionWeight[p * regions + r] += national + localWeight[outlet * regions + r]
      }
    }
  }
}

/** Sums the logit denominators from weights and pulls, and shares demand by them. */
export function meetDemand(market: Market, outlook: Outlook): void {
  const { regions, segments } = market
  for (let r = 0; r < regions; r++) {
    for (let s = 0; s < SEGMENTS; s++) {
      outlook.denominator[r * SEGMENTS + s] = segments.outsideWeight[s]
    }
  }
  const outlets = outlook.rules.classCount * market.platforms.size
  for (let outlet = 0; outlet < outlets; outlet++) {
    if (outlook.outletWeight[outlet] > 0) addOutlet(market, outlook, outlet)
  }
  shareDemand(market, outlook)
}

/** Adds one outlet's weight to the denominators of every region it serves. */
function addOutlet(market: Market, outlook: Outlook, outlet: number): void {
  const { regions, relativeReach } = market
  const { denominator, localWeight, regionWeight, pull } = outlook
  const { site } = market.work
  const segments = SEGMENTS
  const p = outlet % market.platforms.size
  const national = outlook.nationalWeight[outlet]
  const first = outlet * SITES * segments
  for (let r = 0; r < regions; r++) {
    const weight = national + localWeight[outlet * regions + r]
    if (weight <= 0) continue
    const at = p * regions + r
    const scale = (relativeReach[at] / regionWeight[at]) * weight
    const q = first + site[at] * segments
    const cell = r * segments
    for (let s = 0; s < segments; s++) denominator[cell + s] += scale * pull[q + s]
  }
}

/** M/Den by region and segment. */
function shareDemand(market: Market, outlook: Outlook): void {
  const { regions, borrowers } = market
  for (let r = 0; r < regions; r++) {
    for (let s = 0; s < SEGMENTS; s++) {
      const cell = r * SEGMENTS + s
      outlook.demandPerWeight[cell] =
        borrowers.demandPool[s * regions + r] / outlook.denominator[cell]
    }
  }
}

/**
 * Σ_{r in site} M·ñ/(Den·Ω_pr): times ω·pull·α it is a linked national bank's monthly volume.
 */
export function sumReachable(market: Market, outlook: Outlook): void {
  const { platforms, regions, relativeReach } = market
  const { demandPerWeight, reachable, regionWeight } = outlook
  const { site } = market.work
  const segments = SEGMENTS
  reachable.fill(0)
  for (let p = 0; p < platforms.size; p++) {
    for (let r = 0; r < regions; r++) {
      const at = p * regions + r
      if (regionWeight[at] <= 0) continue
      const scale = relativeReach[at] / regionWeight[at]
      const into = (p * SITES + site[at]) * segments
      const cell = r * segments
      for (let s = 0; s < segments; s++) reachable[into + s] += scale * demandPerWeight[cell + s]
    }
  }
}
