/**
 * The regulator's rules of the month come into force, and demand of the month becomes known.
 *
 *     M_sr(t+1) = M⁰_sr + ζ·(rejected + unfunded)_sr(t)
 *
 * Rules change once, before anybody decides.
 *
 * @source Model document, sections 4 (phase 0), 5.3 and 7
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import { repriceStock } from '../loans/reprice.ts'
import type { Market } from '../market.ts'
import { anticipation, announcementOf } from '../pricing/announcement.ts'
import { forgetQuotes, placeSites } from '../pricing/price-outlets.ts'
import { FORCED_EXIT, type RuleBook, type RuleMonth } from './rule-book.ts'

export const applyRules: Phase<Market> = {
  id: 'regulator.applyRules',
  label: { en: 'The month’s rules come into force', zh: '当月规则生效' },
  run(market, { period }) {
    const { work, parameters } = market
    const month = period < 0 ? market.preNotice : market.rules[period]
    work.month = month
    work.inForce.rules = month.inForce
    work.next.rules = month.next ?? month.inForce
    work.anticipation = anticipation(month, parameters, period)
    work.announcement = announcementOf(month, parameters, period)
    // Mark-ups, ceilings and covers may have changed since the last quote.
    forgetQuotes(work.inForce)
    forgetQuotes(work.next)
    placeSites(market)
    setOwnFunding(market, month.inForce)
    if (!market.environment.frozen) {
      followTrends(market)
      forceEarlyExit(market, month)
    }
    updateDemand(market)
  },
}

/**
 * x_p ← max(x_p, minimum) on platforms that fund jointly at all; 0 where the platform's own lender must
 * stay in its region, because joint loans are made wherever the platform has users.
 */
function setOwnFunding(market: Market, rules: RuleBook): void {
  const { ownFundingShare, affiliate, size } = market.platforms
  for (let p = 0; p < size; p++) {
    if (ownFundingShare[p] === 0) continue
    if (affiliate[p] >= 0 && rules.homeOnly[affiliate[p]] === 1) ownFundingShare[p] = 0
    else if (ownFundingShare[p] < rules.minPartnerContribution) {
      ownFundingShare[p] = rules.minPartnerContribution
    }
  }
}

/** cf_b grows by its own trend. */
function followTrends(market: Market): void {
  const { capacityFactor, capacityTrend, size } = market.banks
  for (let b = 0; b < size; b++) capacityFactor[b] *= 1 + capacityTrend[b]
}

/** When new rules force earlier loans out, those above the new ceiling are re-priced to it. */
function forceEarlyExit(market: Market, { inForce, changed }: RuleMonth): void {
  if (changed && inForce.stockTreatment === FORCED_EXIT) repriceStock(market, inForce)
}

function updateDemand(market: Market): void {
  const { borrowers, parameters } = market
  for (let cell = 0; cell < borrowers.size; cell++) {
    const returning = borrowers.applications[cell] - borrowers.funded[cell]
    borrowers.demandPool[cell] = borrowers.basePool[cell] + parameters.returnRate * returning
  }
}
