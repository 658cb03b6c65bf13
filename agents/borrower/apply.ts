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
import { meetDemand } from '../pricing/meet-demand.ts'

export const apply: Phase<Market> = {
  id: 'borrower.apply',
  label: { en: 'Borrowers apply, platforms screen', zh: '借款人申请、平台筛选' },
  run(market) {
    const { work, platforms, regions } = market
    const outlets = work.inForce.rules.classCount * platforms.size
    meetDemand(market, work.inForce)
    platforms.marketShare.fill(0)
    work.applied.fill(0)
    work.screened.fill(0)
    work.approvedBy.fill(0)
    work.approved.fill(0, 0, outlets * regions * SEGMENTS)
    for (let outlet = 0; outlet < outlets; outlet++) {
      if (work.inForce.outletWeight[outlet] > 0) applyAt(market, outlet)
    }
    countApplications(market)
    updateMarketShares(market)
  },
}

/** Applications and approvals at one outlet; the share column holds mn until it is divided. */
function applyAt(market: Market, outlet: number): void {
  const { regions, work, relativeReach, platforms } = market
  const { nationalWeight, localWeight, regionWeight, pull, approval, demandPerWeight } =
    work.inForce
  const { approved, applied, screened, site, approvedBy } = work
  const segments = SEGMENTS
  const p = outlet % platforms.size
  const share = platforms.marketShare
  const national = nationalWeight[outlet]
  const first = outlet * SITES * segments
  for (let r = 0; r < regions; r++) {
    const weight = national + localWeight[outlet * regions + r]
    if (weight <= 0) continue
    const at = p * regions + r
    const scale = (relativeReach[at] / regionWeight[at]) * weight
    const quote = first + site[at] * segments
    const into = (outlet * regions + r) * segments
    const cell = r * segments
    for (let s = 0; s < segments; s++) {
      const applications = scale * pull[quote + s] * demandPerWeight[cell + s]
      const volume = applications * approval[quote + s]
      applied[cell + s] += applications
      screened[cell + s] += volume
      approved[into + s] = volume
      approvedBy[p * segments + s] += volume
      share[p * segments + s] += applications
    }
  }
}

/** Turns the sums by region and segment into the borrowers' columns. */
function countApplications(market: Market): void {
  const { borrowers, regions, work } = market
  for (let s = 0; s < SEGMENTS; s++) {
    for (let r = 0; r < regions; r++) {
      borrowers.applications[s * regions + r] = work.applied[r * SEGMENTS + s]
      borrowers.approved[s * regions + r] = work.screened[r * SEGMENTS + s]
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
