/**
 * Borrowers choose where to apply, and platforms approve at their cut-off.
 *
 *     σ_psrℓ = wt_psrℓ/Den_sr ;   applications = M_sr·σ ;   Y_psrℓ = M_sr·σ_psrℓ·α_psrℓ
 *     σ_ps   = Σ_rℓ M_sr·σ_psrℓ / Σ_r M_sr        (lagged, for next month's mark-up)
 *
 * @source Model document, section 5.3; McFadden (1974), conditional logit
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import {
  addPlatforms,
  hasLocalFunders,
  meetDemand,
  sumNational,
  sumReachable,
} from '../pricing/meet-demand.ts'

export const apply: Phase<Market> = {
  id: 'borrower.apply',
  label: { en: 'Borrowers apply, platforms screen', zh: '借款人申请、平台筛选' },
  run(market) {
    screenApplicants(market)
    writeApprovals(market)
  },
}

/**
 * Applications and approvals by region, segment and platform, without a split by outlet.
 *
 * What national funders attract is summed over classes first and over regions once:
 *
 *     Σ_rℓ M·σ_psrℓ = Σ_site ( Σ_{r in site} M_sr·ñ_pr/(Den_sr·Ω_pr) )·( Σ_ℓ ω_pℓ·pull_psℓ )
 */
export function screenApplicants(market: Market): void {
  const { work, platforms } = market
  const outlook = work.inForce
  const outlets = outlook.rules.classCount * platforms.size
  meetDemand(market, outlook)
  sumReachable(market, outlook, work.reached)
  const width = SITES * SEGMENTS
  for (let q = 0; q < outlets * width; q++) {
    work.approvedPull[q] = outlook.pull[q] > 0 ? outlook.pull[q] * outlook.approval[q] : 0
  }
  sumNational(market, outlook, work.approvedPull, work.nationalApprovedPull)
  work.screened.fill(0)
  addPlatforms(market, outlook, work.nationalApprovedPull, work.screened)
  sumSites(market)
  for (let outlet = 0; outlet < outlets; outlet++) {
    if (hasLocalFunders(outlook, outlet)) screenLocal(market, outlet)
  }
  countApplications(market)
  updateMarketShares(market)
}

/** What national funders attract and approve by platform; the share column holds mn until divided. */
function sumSites(market: Market): void {
  const { platforms, work } = market
  const { nationalPull } = work.inForce
  const { nationalApprovedPull, approvedBy, reached } = work
  const share = platforms.marketShare
  for (let p = 0; p < platforms.size; p++) {
    for (let s = 0; s < SEGMENTS; s++) {
      let applications = 0
      let volume = 0
      for (let site = 0; site < SITES; site++) {
        const i = (p * SITES + site) * SEGMENTS + s
        applications += reached[i] * nationalPull[i]
        volume += reached[i] * nationalApprovedPull[i]
      }
      share[p * SEGMENTS + s] = applications
      approvedBy[p * SEGMENTS + s] = volume
    }
  }
}

/** Adds what one outlet's local funders attract and approve in their home regions. */
function screenLocal(market: Market, outlet: number): void {
  const { regions, work, platforms } = market
  const { localWeight, reachPerWeight, pull, demandPerWeight } = work.inForce
  const { screened, site, approvedBy, approvedPull } = work
  const p = outlet % platforms.size
  const share = platforms.marketShare
  for (let r = 0; r < regions; r++) {
    const local = localWeight[outlet * regions + r]
    if (local <= 0) continue
    const at = p * regions + r
    const scale = reachPerWeight[at] * local
    const quote = (outlet * SITES + site[at]) * SEGMENTS
    for (let s = 0; s < SEGMENTS; s++) {
      const cell = r * SEGMENTS + s
      const approved = scale * approvedPull[quote + s]
      screened[cell] += approved
      approvedBy[p * SEGMENTS + s] += approved * demandPerWeight[cell]
      share[p * SEGMENTS + s] += scale * pull[quote + s] * demandPerWeight[cell]
    }
  }
}

/** Y_psrℓ by outlet, region and segment. */
function writeApprovals(market: Market): void {
  const { regions, work, platforms } = market
  const { nationalWeight, localWeight, outletWeight, reachPerWeight, demandPerWeight } =
    work.inForce
  const { approved, approvedPull, site } = work
  const P = platforms.size
  const segments = SEGMENTS
  const outlets = work.inForce.rules.classCount * P
  for (let outlet = 0; outlet < outlets; outlet++) {
    const first = outlet * regions
    if (outletWeight[outlet] <= 0) {
      approved.fill(0, first * segments, (first + regions) * segments)
      continue
    }
    const p = outlet % P
    const national = nationalWeight[outlet]
    const quotes = outlet * SITES * segments
    for (let r = 0; r < regions; r++) {
      const at = p * regions + r
      const scale = reachPerWeight[at] * (national + localWeight[first + r])
      const quote = quotes + site[at] * segments
      const into = (first + r) * segments
      const cell = r * segments
      for (let s = 0; s < segments; s++) {
        approved[into + s] = scale * approvedPull[quote + s] * demandPerWeight[cell + s]
      }
    }
  }
}

/** Turns weights by region and segment into the borrowers' columns. */
function countApplications(market: Market): void {
  const { borrowers, regions, work } = market
  const { insideWeight, demandPerWeight } = work.inForce
  for (let s = 0; s < SEGMENTS; s++) {
    for (let r = 0; r < regions; r++) {
      const cell = r * SEGMENTS + s
      borrowers.applications[s * regions + r] = insideWeight[cell] * demandPerWeight[cell]
      borrowers.approved[s * regions + r] = work.screened[cell] * demandPerWeight[cell]
    }
  }
}

/** σ_ps from this month's applications; 0 where nobody could apply. */
function updateMarketShares(market: Market): void {
  const { platforms, borrowers, regions } = market
  for (let s = 0; s < SEGMENTS; s++) {
    let pool = 0
    for (let r = 0; r < regions; r++) pool += borrowers.demandPool[s * regions + r]
    for (let p = 0; p < platforms.size; p++) {
      const at = p * SEGMENTS + s
      platforms.marketShare[at] = pool > 0 ? platforms.marketShare[at] / pool : 0
    }
  }
}
