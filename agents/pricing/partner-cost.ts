/**
 * What a bank's partners and its programme cost it, under one rule book.
 *
 *     F1_bp = F1·(1+θ_k(1−comp_p))·size^ε_1·tier_b                       [mn/yr]
 *     F0_b  = F0·size^ε_c·(1+θ_0(1−m_b))·programmeCostFactor·tier_b      [mn/yr]
 *
 * @source Model document, sections 5.5 and 5.8; cost scale: Dahl, Meyer and Neely (2016)
 * @module
 */
import { pow } from '../../engine/numerics/pow.ts'
import type { Market } from '../market.ts'
import type { RuleBook } from '../regulator/rule-book.ts'

/** F1_bp: what overseeing one partner costs [mn/yr]; 0 for a platform's own affiliate. */
export function partnerCostOf(market: Market, rules: RuleBook, b: number, p: number): number {
  const { banks, platforms, parameters } = market
  if (banks.affiliateOf[b] === p) return 0
  const load = 1 + parameters.partnerComplianceLoad * (1 - platforms.complianceCapacity[p])
  return (
    rules.partnerCost[b] *
    load *
    banks.partnerSizeFactor[b] *
    tierFactor(market, rules, b) *
    sharing(market, rules, b, p)
  )
}

/** tier_b: the design lever for small lenders; 1 otherwise. */
export function tierFactor(market: Market, rules: RuleBook, b: number): number {
  return market.banks.programmeSize[b] < 1 ? rules.smallCostFactor[b] : 1
}

/** F1/deg_p^z and F1·(1−z): the design levers that share or recognise diligence; 1 otherwise. */
function sharing(market: Market, rules: RuleBook, b: number, p: number): number {
  const { sharedDiligence, mutualRecognition } = rules
  let factor = 1
  if (sharedDiligence > 0) {
    const degree = market.work.degree[p]
    if (degree > 1) factor /= pow(degree, sharedDiligence)
  }
  if (mutualRecognition > 0 && isListedByPeer(market, b, p)) factor *= 1 - mutualRecognition
  return factor
}

function isListedByPeer(market: Market, b: number, p: number): boolean {
  const { banks, edges } = market
  const { links } = edges
  for (let i = links.toStart[p]; i < links.toStart[p + 1]; i++) {
    const peer = links.from[links.toSlots[i]]
    if (peer !== b && banks.licence[peer] === banks.licence[b]) return true
  }
  return false
}

/** F0_b under one rule book [mn/yr]. */
export function programmeCostOf(market: Market, rules: RuleBook, b: number): number {
  const { banks, parameters } = market
  return (
    rules.programmeCost[b] *
    banks.programmeSizeFactor[b] *
    (1 + parameters.programmeCapabilityLoad * (1 - banks.riskManagement[b])) *
    banks.programmeCostFactor[b] *
    tierFactor(market, rules, b)
  )
}

/** F0_b as decisions see it: anticipation-weighted [mn/yr]. */
export function decisionProgrammeCost(market: Market, b: number): number {
  const { work } = market
  const now = programmeCostOf(market, work.inForce.rules, b)
  if (work.anticipation <= 0) return now
  const then = programmeCostOf(market, work.next.rules, b)
  return (1 - work.anticipation) * now + work.anticipation * then
}
