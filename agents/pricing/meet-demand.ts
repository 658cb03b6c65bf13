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

/** Ω_pr: the funders of a platform that may serve a region, over all classes; and ñ_pr/Ω_pr. */
function sumRegions(market: Market, outlook: Outlook): void {
  const { regions, platforms, relativeReach } = market
  const P = platforms.size
  const { regionWeight, localWeight, nationalWeight, outletWeight, reachPerWeight } = outlook
  const { evenWeight } = outlook
  regionWeight.fill(0)
  evenWeight.fill(0)
  for (let k = 0; k < outlook.rules.classCount; k++) {
    for (let p = 0; p < P; p++) {
      const outlet = k * P + p
      if (outletWeight[outlet] <= 0) continue
      const national = nationalWeight[outlet]
      evenWeight[p] += hasLocalFunders(outlook, outlet) ? -Infinity : national
      for (let r = 0; r < regions; r++) {
        regionWeight[p * regions + r] += national + localWeight[outlet * regions + r]
      }
    }
  }
  for (let at = 0; at < P * regions; at++) {
    reachPerWeight[at] = regionWeight[at] > 0 ? relativeReach[at] / regionWeight[at] : 0
  }
}

/** An outlet some of whose funders serve their home region only: its weight differs by region. */
export function hasLocalFunders(outlook: Outlook, outlet: number): boolean {
  return outlook.outletWeight[outlet] > outlook.nationalWeight[outlet]
}

/**
 * Sums the logit denominators from weights and pulls, and shares demand by them.
 *
 * National funders weigh the same everywhere, so their pulls are added up over classes before regions:
 *
 *     Σ_ℓ wt_psrℓ = ñ_pr/Ω_pr·( Σ_ℓ ω^national_pℓ·pull_psℓ + Σ_ℓ ω^local_prℓ·pull_psℓ )
 */
export function meetDemand(market: Market, outlook: Outlook): void {
  const { insideWeight, nationalPull } = outlook
  insideWeight.fill(0)
  sumNational(market, outlook, outlook.pull, nationalPull)
  addPlatforms(market, outlook, nationalPull, insideWeight)
  const outlets = outlook.rules.classCount * market.platforms.size
  for (let outlet = 0; outlet < outlets; outlet++) {
    if (hasLocalFunders(outlook, outlet)) addLocal(market, outlook, outlet)
  }
  shareDemand(market, outlook)
}

/** Σ_ℓ ω^national·column by platform, site and segment, where `column` has one entry per quote. */
export function sumNational(
  market: Market,
  outlook: Outlook,
  column: Float64Array,
  sums: Float64Array,
): void {
  const P = market.platforms.size
  const width = SITES * SEGMENTS
  sums.fill(0)
  for (let k = 0; k < outlook.rules.classCount; k++) {
    for (let p = 0; p < P; p++) {
      const weight = outlook.nationalWeight[k * P + p]
      if (weight <= 0) continue
      const from = (k * P + p) * width
      const into = p * width
      for (let i = 0; i < width; i++) sums[into + i] += weight * column[from + i]
    }
  }
}

/** Adds ñ_pr/Ω_pr·(national sum) of every platform to the cells of the regions it serves. */
export function addPlatforms(
  market: Market,
  outlook: Outlook,
  national: Float64Array,
  cells: Float64Array,
): void {
  const { regions, platforms } = market
  const { reachPerWeight } = outlook
  const { site } = market.work
  const segments = SEGMENTS
  const width = SITES * segments
  for (let p = 0; p < platforms.size; p++) {
    for (let r = 0; r < regions; r++) {
      const scale = reachPerWeight[p * regions + r]
      if (scale <= 0) continue
      const from = p * width + site[p * regions + r] * segments
      const cell = r * segments
      for (let s = 0; s < segments; s++) cells[cell + s] += scale * national[from + s]
    }
  }
}

/** Adds what one outlet's local funders weigh in their home regions. */
function addLocal(market: Market, outlook: Outlook, outlet: number): void {
  const { regions, platforms } = market
  const { insideWeight, localWeight, reachPerWeight, pull } = outlook
  const { site } = market.work
  const p = outlet % platforms.size
  for (let r = 0; r < regions; r++) {
    const local = localWeight[outlet * regions + r]
    if (local <= 0) continue
    const at = p * regions + r
    const scale = reachPerWeight[at] * local
    const q = (outlet * SITES + site[at]) * SEGMENTS
    for (let s = 0; s < SEGMENTS; s++) insideWeight[r * SEGMENTS + s] += scale * pull[q + s]
  }
}

/** Den and M/Den by region and segment. */
function shareDemand(market: Market, outlook: Outlook): void {
  const { regions, borrowers, segments } = market
  for (let r = 0; r < regions; r++) {
    for (let s = 0; s < SEGMENTS; s++) {
      const cell = r * SEGMENTS + s
      const denominator = segments.outsideWeight[s] + outlook.insideWeight[cell]
      outlook.denominator[cell] = denominator
      outlook.demandPerWeight[cell] = borrowers.demandPool[s * regions + r] / denominator
    }
  }
}

/**
 * Σ_{r in site} M·ñ/(Den·Ω_pr): times ω·pull·α it is a linked national bank's monthly volume.
 */
export function sumReachable(market: Market, outlook: Outlook, sums: Float64Array): void {
  const { platforms, regions } = market
  const { demandPerWeight, reachPerWeight } = outlook
  const { site } = market.work
  const segments = SEGMENTS
  const width = SITES * segments
  sums.fill(0)
  for (let p = 0; p < platforms.size; p++) {
    for (let r = 0; r < regions; r++) {
      const scale = reachPerWeight[p * regions + r]
      if (scale <= 0) continue
      const into = p * width + site[p * regions + r] * segments
      const cell = r * segments
      for (let s = 0; s < segments; s++) sums[into + s] += scale * demandPerWeight[cell + s]
    }
  }
}
