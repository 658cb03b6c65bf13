/**
 * What a partnership is worth to a bank, under the rules in force and under the announced ones.
 *
 *     q̂_s    = D̄·Σ_{r∈reg(b)} M_sr·unit_sr·α_sr·ω_b/(Ω_pr + A'·ω_b),  Σ_s q̂_s ≤ cap_b       [mn]
 *     V^R    = κ_b·ψ_p·Σ_s q̂_s·S_b,s − F1·(1+θ_k(1−comp_p))·size^ε_1·tier_b − q·v_bp·Pen_bp  [mn/yr]
 *     v_bp   = v0·(1−comp_b)(1−comp_p)
 *     Pen_bp = penaltyMultiplier·fine_b·(1+R_E)^{−lag/12} + ς·(n_susp/12)·margin + Acc
 *     V_bp   = (1−ω_t)·V^inForce + ω_t·V^next
 *
 * @source Model document, section 5.5
 * @module
 */
import type { Announcement } from '../pricing/announcement.ts'
import { partnerCostOf } from '../pricing/partner-cost.ts'
import { SITES, type Outlook } from '../pricing/outlook.ts'
import { pullOf, quoteSegment, siteCount } from '../pricing/price-outlets.ts'
import { quoted } from '../pricing/quote.ts'
import { violationRate } from '../pricing/violation.ts'
import { SEGMENTS } from '../parameters.ts'
import type { Market } from '../market.ts'
import type { RuleBook } from '../regulator/rule-book.ts'

/** V_bp [mn/yr] and what the platform would earn, overwritten by every call of `valuePartner`. */
export const valued = { value: 0, platformGain: 0 }

/**
 * Values platform p for bank b; the result is in `valued`.
 *
 * @param linked  the pair lends already and b is able: its weight is part of Ω_pr
 */
export function valuePartner(market: Market, b: number, p: number, linked: boolean): void {
  const { work, platforms } = market
  const now = partnerSurplus(market, work.inForce, work.announcement, b, p, linked)
  let value = netValue(market, work.inForce.rules, b, p, now)
  let surplus = now
  if (work.anticipation > 0) {
    const then = partnerSurplus(market, work.next, undefined, b, p, linked)
    const ahead = netValue(market, work.next.rules, b, p, then)
    value = (1 - work.anticipation) * value + work.anticipation * ahead
    surplus = (1 - work.anticipation) * now + work.anticipation * then
  }
  valued.value = value
  valued.platformGain = (1 - platforms.lenderSurplusShare[p]) * surplus
}

/** κ_b·ψ_p·Σ q̂·S_b [mn/yr]: the bank's share, and what a known list reveals of it. */
export function marginOf({ banks, platforms }: Market, b: number, p: number, surplus: number) {
  return banks.revealedMargin[b] * platforms.lenderSurplusShare[p] * surplus
}

/** V^R given the surplus Σ q̂·S_b [mn/yr]. */
export function netValue(
  market: Market,
  rules: RuleBook,
  b: number,
  p: number,
  surplus: number,
): number {
  const margin = marginOf(market, b, p, surplus)
  return margin - partnerCostOf(market, rules, b, p) - expectedPenalty(market, rules, b, p, margin)
}

/** q·v_bp·Pen_bp [mn/yr]. */
export function expectedPenalty(
  market: Market,
  rules: RuleBook,
  b: number,
  p: number,
  margin: number,
): number {
  const { parameters, work } = market
  const suspension = parameters.suspensionShare * (parameters.suspensionMonths / 12) * margin
  const penalty =
    rules.fine[b] * work.penaltyDiscount(rules.penaltyLag) +
    suspension +
    parameters.accountabilityCost
  return rules.inspectionRate[b] * violationRate(market, b, p) * penalty
}

/**
 * Σ_s q̂_s·S_b,s: the yearly surplus of the stock bank b expects from platform p [mn/yr].
 *
 * A class without funder at p is quoted at the bank's own unit cost.
 */
export function partnerSurplus(
  market: Market,
  outlook: Outlook,
  announcement: Announcement | undefined,
  b: number,
  p: number,
  linked: boolean,
): number {
  const { platforms, work } = market
  const k = outlook.rules.priceClass[b]
  const outlet = k * platforms.size + p
  const funded = outlook.outletWeight[outlet] > 0
  if (!funded) quoteAlone(market, outlook, announcement, b, p)
  const quotes = funded ? outlook : work.alone
  const first = funded ? outlet * SITES * SEGMENTS : 0
  const reach = reachOf(market, outlook, b, p, linked, quotes.pull, first)
  const margin = funded ? outlook.meanUnitCost[outlet] - outlook.unitCost[b] : 0
  const scale = work.stockPerFlow * outlook.weight[b] * (1 - platforms.ownFundingShare[p])
  let stock = 0
  let surplus = 0
  for (let i = 0; i < SITES * SEGMENTS; i++) {
    const pull = quotes.pull[first + i]
    if (pull <= 0) continue
    const volume = scale * pull * quotes.approval[first + i] * reach[i]
    stock += volume
    surplus += volume * (quotes.surplus[first + i] + margin)
  }
  const capacity = outlook.capacity[b]
  return stock > capacity ? (surplus * capacity) / stock : surplus
}

/** Quotes of a class that has no funder at p, at the bank's own unit cost, into `work.alone`. */
function quoteAlone(
  market: Market,
  outlook: Outlook,
  announcement: Announcement | undefined,
  b: number,
  p: number,
): void {
  const { alone } = market.work
  const k = outlook.rules.priceClass[b]
  alone.pull.fill(0)
  const sites = siteCount(market, p)
  for (let site = 0; site < sites; site++) {
    for (let s = 0; s < SEGMENTS; s++) {
      quoteSegment(market, outlook, announcement, k, p, site, s, outlook.unitCost[b])
      const i = site * SEGMENTS + s
      if (quoted.served) alone.pull[i] = pullOf(market, p, s, quoted.price)
      alone.approval[i] = quoted.approval
      alone.surplus[i] = quoted.surplus
    }
  }
}

/**
 * Σ_{r∈reg(b)∩site} M_sr·ñ_pr/(Den_sr [+ own pull])/(Ω_pr [+ ω_b]), by site and segment.
 *
 * Where Ω is the same in all regions the sum is Ω/(Ω+ω_b) times what its funders reach.
 *
 * @returns where the platform is already funded by everybody's sums, a view that must be read at once
 */
function reachOf(
  market: Market,
  outlook: Outlook,
  b: number,
  p: number,
  linked: boolean,
  pull: Float64Array,
  first: number,
): Float64Array {
  const { banks, regions, work } = market
  const { reach } = work
  const home = outlook.rules.homeOnly[b] === 1 ? banks.homeRegion[b] : -1
  const weight = linked ? 0 : outlook.weight[b]
  const even = outlook.evenWeight[p]
  if (home < 0 && (linked || even > 0)) {
    const share = linked ? 1 : even / (even + weight)
    const from = p * SITES * SEGMENTS
    for (let i = 0; i < SITES * SEGMENTS; i++) reach[i] = share * outlook.reachable[from + i]
    return reach
  }
  reach.fill(0)
  if (home >= 0) addRegion(market, outlook, p, home, weight, pull, first)
  else for (let r = 0; r < regions; r++) addRegion(market, outlook, p, r, weight, pull, first)
  return reach
}

/** Adds one region to `work.reach`; a platform inactive there adds its own pull to the denominator. */
function addRegion(
  market: Market,
  outlook: Outlook,
  p: number,
  r: number,
  weight: number,
  pull: Float64Array,
  first: number,
): void {
  const { regions, borrowers, work } = market
  const at = p * regions + r
  const funders = outlook.regionWeight[at]
  const reach = market.relativeReach[at]
  const scale = reach / (funders + weight)
  const into = work.site[at] * SEGMENTS
  for (let s = 0; s < SEGMENTS; s++) {
    const cell = r * SEGMENTS + s
    if (funders > 0) work.reach[into + s] += scale * outlook.demandPerWeight[cell]
    else {
      const denominator = outlook.denominator[cell] + reach * pull[first + into + s]
      work.reach[into + s] += (scale * borrowers.demandPool[s * regions + r]) / denominator
    }
  }
}
