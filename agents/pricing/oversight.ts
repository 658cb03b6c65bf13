/**
 * Compliance capacity (合规能力): overseeing more partners than the head office can review gets dearer.
 *
 *     load_t    = 1 + (oversightLoad − 1)·ω^ho
 *     C_over(n) = ½·η·F1·size^ε_1·((load_t·n − nmax)⁺)² / nmax      [mn/yr], convex in n
 *     mo(n)     = C_over(n) − C_over(n−1)                            cost of the n-th partner
 *
 * @source Model document, section 5.6
 * @module
 */
import type { Market } from '../market.ts'
import type { RuleBook } from '../regulator/rule-book.ts'

/** C_over(n) at a given load and cost of a partner [mn/yr]; 0 while load·n ≤ nmax or η = 0. */
export function oversightCost(
  partners: number,
  load: number,
  capacity: number,
  convexity: number,
  partnerCost: number,
): number {
  const excess = load * partners - capacity
  if (excess <= 0 || convexity === 0) return 0
  return (0.5 * convexity * partnerCost * excess * excess) / capacity
}

/** mo(n) ≥ 0: what the n-th partner adds [mn/yr]; 0 for n ≤ 0. */
export function marginalOversight(
  partners: number,
  load: number,
  capacity: number,
  convexity: number,
  partnerCost: number,
): number {
  if (partners <= 0) return 0
  return (
    oversightCost(partners, load, capacity, convexity, partnerCost) -
    oversightCost(partners - 1, load, capacity, convexity, partnerCost)
  )
}

/** ω^ho: 1 once head-office approval is in force, ω_t while announced, else 0. */
export function headOfficeWeight(market: Market, b: number): number {
  const { work } = market
  if (work.inForce.rules.headOffice[b] === 1) return 1
  return work.anticipation > 0 && work.next.rules.headOffice[b] === 1 ? work.anticipation : 0
}

/** load_t of bank b, at least 1. */
export function oversightLoadOf(market: Market, b: number): number {
  return 1 + (market.parameters.oversightLoad - 1) * headOfficeWeight(market, b)
}

/** F1·size^ε_1 as it enters C_over in decisions: anticipation-weighted [mn/yr]. */
export function decisionPartnerCost(market: Market, b: number): number {
  const { work, banks } = market
  const now = work.inForce.rules.partnerCost[b]
  const cost =
    work.anticipation > 0
      ? (1 - work.anticipation) * now + work.anticipation * work.next.rules.partnerCost[b]
      : now
  return cost * banks.partnerSizeFactor[b]
}

/** F1·size^ε_1 as it is charged in the accounts: the value in force [mn/yr]. */
export function chargedPartnerCost(market: Market, rules: RuleBook, b: number): number {
  return rules.partnerCost[b] * market.banks.partnerSizeFactor[b]
}

/** mo_b(n) in this month's decisions [mn/yr]. */
export function decisionOversight(market: Market, b: number, partners: number): number {
  return marginalOversight(
    partners,
    oversightLoadOf(market, b),
    market.banks.complianceCapacity[b],
    market.parameters.oversightConvexity,
    decisionPartnerCost(market, b),
  )
}
