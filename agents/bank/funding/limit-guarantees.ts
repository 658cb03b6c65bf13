/**
 * What guarantors can cover: the legal multiple, each bank's line, and the share of guaranteed loans.
 *
 *     Σ_{p∈g} γ_p·Σ_b L_bp ≤ lev·K_g
 *     Σ_{p∈g} γ_p·L_bp ≤ ν_g·K_g^reviewed·cap_b/Σ cap           once banks check guarantors
 *     Σ γ·L ≤ share·(partner loans, or all loans)
 *
 * @source Model document, sections 5.9 and 7 (P9, P12)
 * @module
 */
import type { Funding } from '../../funding-scratch.ts'
import type { Market } from '../../market.ts'
import type { Outlook } from '../../pricing/outlook.ts'

/** The legal multiple: Σ γ·L ≤ lev·K over all banks. */
export function limitGuarantors(market: Market, outlook: Outlook, funding: Funding): void {
  const { platforms, guarantors, edges, work } = market
  const { links } = edges
  const { to } = links
  const { guarantor, guaranteeCover, ownFundingShare } = platforms
  const { eligible, eligibleCount, factor, offered: offers, byGuarantor: offered } = funding
  offered.fill(0)
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    if (factor[slot] <= 0) continue
    const p = to[slot]
    const g = guarantor[p]
    if (g < 0) continue
    const own = ownFundingShare[p]
    const whole = own > 0 ? offers[slot] / (1 - own) : offers[slot]
    offered[g] += guaranteeCover[p] * factor[slot] * whole
  }
  let tight = false
  for (let g = 0; g < guarantors.size; g++) {
    const space =
      outlook.rules.guaranteeLeverageMax * guarantors.equity[g] -
      work.carried.guarantor[g] -
      funding.bookedByGuarantor[g]
    // From here on `offered` holds the share that the guarantor can still cover.
    offered[g] = offered[g] <= space ? 1 : space > 0 ? space / offered[g] : 0
    if (offered[g] < 1) tight = true
  }
  if (!tight) return
  for (let i = 0; i < funding.eligibleCount; i++) {
    const slot = funding.eligible[i]
    if (funding.factor[slot] <= 0) continue
    const p = links.to[slot]
    const g = platforms.guarantor[p]
    if (g >= 0 && platforms.guaranteeCover[p] > 0) funding.factor[slot] *= offered[g]
  }
}

/** Each bank's line with each guarantor, once banks check guarantors. */
export function limitGuarantorLines(market: Market, outlook: Outlook, funding: Funding): void {
  const { banks, platforms, guarantors, edges, parameters } = market
  const { links } = edges
  const { rules } = outlook
  const { capacityByGuarantor, lineUse, endedFirst, endedNext } = funding
  sumLinkedCapacity(market, outlook, funding)
  for (let b = 0; b < banks.size; b++) {
    if (rules.guarantorCheck[b] === 0) continue
    // One bank at a time: what it holds, then what it is offered, by guarantor.
    lineUse.fill(0)
    funding.byGuarantor.fill(0)
    for (let slot = endedFirst[b]; slot >= 0; slot = endedNext[slot]) {
      const p = links.to[slot]
      const g = platforms.guarantor[p]
      if (g >= 0) lineUse[g] += platforms.guaranteeCover[p] * edges.carried[slot]
    }
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      const p = links.to[slot]
      const g = platforms.guarantor[p]
      if (g < 0) continue
      const cover = platforms.guaranteeCover[p]
      lineUse[g] += cover * (edges.carried[slot] + funding.bookedTotal[slot])
      funding.byGuarantor[g] += cover * funding.factor[slot] * funding.offered[slot]
    }
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      const g = platforms.guarantor[links.to[slot]]
      if (g < 0 || funding.byGuarantor[g] <= 0) continue
      const line =
        (parameters.guarantorExposureMultiple *
          guarantors.reviewedEquity[g] *
          outlook.capacity[b]) /
        capacityByGuarantor[g]
      const space = line - lineUse[g]
      if (funding.byGuarantor[g] > space) {
        funding.factor[slot] *= space > 0 ? space / funding.byGuarantor[g] : 0
      }
    }
  }
}

/** Σ cap over the able banks linked to a platform of each guarantor. */
function sumLinkedCapacity(market: Market, outlook: Outlook, funding: Funding): void {
  const { banks, platforms, edges } = market
  const { links } = edges
  const { capacityByGuarantor, lineUse } = funding
  capacityByGuarantor.fill(0)
  for (let b = 0; b < banks.size; b++) {
    if (outlook.able[b] === 0) continue
    lineUse.fill(0)
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const g = platforms.guarantor[links.to[links.fromSlots[i]]]
      if (g < 0 || lineUse[g] > 0) continue
      lineUse[g] = 1
      capacityByGuarantor[g] += outlook.capacity[b]
    }
  }
}

/** Guaranteed loans as a share of partner loans, or of all loans, at most the bank's limit. */
export function limitGuaranteedShares(market: Market, outlook: Outlook, funding: Funding): void {
  const { banks, platforms, edges, work } = market
  const { links } = edges
  const { rules } = outlook
  const { endedFirst, endedNext } = funding
  for (let b = 0; b < banks.size; b++) {
    const ofPartner = rules.guaranteedShareMax[b]
    const ofAll = rules.guaranteedShareOfAllMax[b]
    if (ofPartner >= 1 && ofAll >= 1) continue
    let held = 0
    let covered = 0
    let guaranteed = 0
    let other = 0
    let booked = 0
    for (let slot = endedFirst[b]; slot >= 0; slot = endedNext[slot]) {
      held += platforms.guaranteeCover[links.to[slot]] * edges.carried[slot]
    }
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      const cover = platforms.guaranteeCover[links.to[slot]]
      held += cover * (edges.carried[slot] + funding.bookedTotal[slot])
      booked += funding.bookedTotal[slot]
      const offer = funding.factor[slot] * funding.offered[slot]
      if (cover > 0) {
        covered += cover * offer
        guaranteed += offer
      } else other += offer
    }
    const partner = work.carried.bank[b] + booked + other
    const share = Math.min(
      guaranteedPart(ofPartner, partner, held, covered, guaranteed),
      guaranteedPart(ofAll, partner + banks.otherLoans[b], held, covered, guaranteed),
    )
    if (share >= 1) continue
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      if (platforms.guaranteeCover[links.to[slot]] > 0) funding.factor[slot] *= share
    }
  }
}

/**
 * The largest f in [0, 1] with held + f·covered ≤ limit·(base + f·guaranteed).
 *
 * @param covered  γ-weighted offers; @param guaranteed  the same offers unweighted
 */
export function guaranteedPart(
  limit: number,
  base: number,
  held: number,
  covered: number,
  guaranteed: number,
): number {
  const growth = covered - limit * guaranteed
  if (limit >= 1 || growth <= 0) return 1
  const space = limit * base - held
  return space <= 0 ? 0 : space < growth ? space / growth : 1
}
