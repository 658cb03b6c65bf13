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
import { siteOf } from '../pricing/price-outlets.ts'

export const apply: Phase<Market> = {
  id: 'borrower.apply',
  label: { en: 'Borrowers apply, platforms screen', zh: '借款人申请、平台筛选' },
  run(market) {
    meetDemand(market, market.work.inForce)
    market.borrowers.applications.fill(0)
    market.borrowers.approved.fill(0)
    market.work.approved.fill(0)
    for (let p = 0; p < market.platforms.size; p++) applyTo(market, p)
    updateMarketShares(market)
  },
}

/** Writes the applications and approvals of one platform; its share column holds mn until divided. */
function applyTo(market: Market, p: number): void {
  const { platforms, borrowers, regions, work } = market
  const outlook = work.inForce
  const P = platforms.size
  const share = platforms.marketShare
  share.fill(0, p * SEGMENTS, (p + 1) * SEGMENTS)
  for (let r = 0; r < regions; r++) {
    const funders = outlook.regionWeight[p * regions + r]
    if (funders <= 0) continue
    const reach = market.relativeReach[p * regions + r] / funders
    const site = siteOf(market, p, r)
    for (let k = 0; k < outlook.rules.classCount; k++) {
      const outlet = k * P + p
      const weight = outlook.nationalWeight[outlet] + outlook.localWeight[outlet * regions + r]
      if (weight <= 0) continue
      const quote = (outlet * SITES + site) * SEGMENTS
      const into = (outlet * regions + r) * SEGMENTS
      for (let s = 0; s < SEGMENTS; s++) {
        const cell = s * regions + r
        const choice = (reach * weight * outlook.pull[quote + s]) / outlook.denominator[cell]
        const applications = borrowers.demandPool[cell] * choice
        const approved = applications * outlook.approval[quote + s]
        borrowers.applications[cell] += applications
        borrowers.approved[cell] += approved
        work.approved[into + s] = approved
        share[p * SEGMENTS + s] += applications
      }
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
