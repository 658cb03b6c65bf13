/**
 * The terms of a partner's value, one by one.
 *
 *     V − mo − F_set = κ_b·ψ·Σq̂·S − F1_bp − q·v_bp·Pen_bp − mo_b(n) − F_set        [mn/yr]
 *
 * @source Model document, sections 5.5 and 5.6
 * @module
 */
import { expectedPenalty, marginOf, partnerSurplus } from '../bank/partner-value.ts'
import type { Market } from '../market.ts'
import type { Announcement } from '../pricing/announcement.ts'
import type { Outlook } from '../pricing/outlook.ts'
import { marginalOversight } from '../pricing/oversight.ts'
import { partnerCostOf } from '../pricing/partner-cost.ts'
import type { RuleBook } from '../regulator/rule-book.ts'

/** Terms of V under one rule book, or weighted over two [mn/yr]. */
export interface Terms {
  readonly margin: number
  readonly partnerCost: number
  readonly penalty: number
}

/** ψ·Σq̂·S, F1_bp and q·v_bp·Pen_bp under one outlook. */
export function termsUnder(
  market: Market,
  outlook: Outlook,
  announcement: Announcement | undefined,
  b: number,
  p: number,
  linked: boolean,
): Terms {
  const surplus = partnerSurplus(market, outlook, announcement, b, p, linked)
  const margin = marginOf(market, b, p, surplus)
  return {
    margin,
    partnerCost: partnerCostOf(market, outlook.rules, b, p),
    penalty: expectedPenalty(market, outlook.rules, b, p, margin),
  }
}

/** V: margin less costs [mn/yr]. */
export function valueOf({ margin, partnerCost, penalty }: Terms): number {
  return margin - partnerCost - penalty
}

/** (1−ω)·now + ω·next, term by term. */
export function blend(now: Terms, next: Terms, weight: number): Terms {
  const mix = (one: number, other: number) => (1 - weight) * one + weight * other
  return {
    margin: mix(now.margin, next.margin),
    partnerCost: mix(now.partnerCost, next.partnerCost),
    penalty: mix(now.penalty, next.penalty),
  }
}

/** mo_b(n) as it would be under `rules` alone [mn/yr]. */
export function oversightUnder(market: Market, rules: RuleBook, b: number, n: number): number {
  const { banks, parameters } = market
  return marginalOversight(
    n,
    rules.headOffice[b] === 1 ? parameters.oversightLoad : 1,
    banks.complianceCapacity[b],
    parameters.oversightConvexity,
    rules.partnerCost[b] * banks.partnerSizeFactor[b],
  )
}
