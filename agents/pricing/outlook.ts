/**
 * An outlook: what the market looks like under one rule book — every bank's cost and capacity, every
 * outlet's quote, and the demand each would meet. An outlet is a platform's offer funded by one price
 * class of banks; a site is `home` (the niche platform's own region) or `away`.
 *
 * Indices: outlet `k * platforms + p`; quote `(outlet * SITES + site) * SEGMENTS + s`.
 * @module
 */
import type { RuleBook } from '../regulator/rule-book.ts'
import { SEGMENTS } from '../parameters.ts'

export const SITES = 2
export const AWAY = 0
export const HOME = 1
/** Most price classes a rule book can tell apart. */
export const CLASSES = 8

export interface Outlook {
  rules: RuleBook
  /** Per bank: may lend this month; υ [1/year]; ω [mn]; cap [mn]. */
  able: Uint8Array
  unitCost: Float64Array
  weight: Float64Array
  capacity: Float64Array
  /** Per outlet: Σω of its able funders, of the national ones alone, and ῡ [1/year]. */
  outletWeight: Float64Array
  nationalWeight: Float64Array
  meanUnitCost: Float64Array
  /** Σω of the local funders by outlet and region, and Ω_pr over all classes `[p * regions + r]`. */
  localWeight: Float64Array
  regionWeight: Float64Array
  /** ñ_pr/Ω_pr where a region has a funder, else 0: `[p * regions + r]`. */
  reachPerWeight: Float64Array
  /** ῡ at which an outlet was quoted this month; NaN before. */
  quotedAt: Float64Array
  /** Per quote. `discount` = e^(−βr) where served, else 0; `pull` = w·mix·e^(−βr). */
  served: Uint8Array
  price: Float64Array
  approval: Float64Array
  averageDefault: Float64Array
  surplus: Float64Array
  discount: Float64Array
  pull: Float64Array
  /** Shadow cost carried by a loan above an announced ceiling [1/year]. */
  legacyCost: Float64Array
  /** Ω_p of a platform all of whose funders are national, so that it is the same in every region; else ≤ 0. */
  evenWeight: Float64Array
  /** Σ_ℓ ω·pull over the national funders of all classes, `[(p * SITES + site) * SEGMENTS + s]`. */
  nationalPull: Float64Array
  /** Σ weights and Den_sr = v0_s + Σ weights, `[r * SEGMENTS + s]`. */
  insideWeight: Float64Array
  denominator: Float64Array
  /** M/Den, `[r * SEGMENTS + s]`; Σ_{r in site} M·ñ/(Den·Ω_pr), `[(p * SITES + site) * SEGMENTS + s]`. */
  demandPerWeight: Float64Array
  reachable: Float64Array
}

/** Allocates an outlook; its contents are written by `priceOutlets` and `meetDemand`. */
export function createOutlook(
  rules: RuleBook,
  banks: number,
  platforms: number,
  regions: number,
): Outlook {
  const outlets = CLASSES * platforms
  const quotes = outlets * SITES * SEGMENTS
  return {
    rules,
    able: new Uint8Array(banks),
    unitCost: new Float64Array(banks),
    weight: new Float64Array(banks),
    capacity: new Float64Array(banks),
    outletWeight: new Float64Array(outlets),
    nationalWeight: new Float64Array(outlets),
    meanUnitCost: new Float64Array(outlets),
    localWeight: new Float64Array(outlets * regions),
    regionWeight: new Float64Array(platforms * regions),
    reachPerWeight: new Float64Array(platforms * regions),
    quotedAt: new Float64Array(outlets),
    served: new Uint8Array(quotes),
    price: new Float64Array(quotes),
    approval: new Float64Array(quotes),
    averageDefault: new Float64Array(quotes),
    surplus: new Float64Array(quotes),
    discount: new Float64Array(quotes),
    pull: new Float64Array(quotes),
    legacyCost: new Float64Array(quotes),
    evenWeight: new Float64Array(platforms),
    nationalPull: new Float64Array(platforms * SITES * SEGMENTS),
    insideWeight: new Float64Array(SEGMENTS * regions),
    denominator: new Float64Array(SEGMENTS * regions),
    demandPerWeight: new Float64Array(SEGMENTS * regions),
    reachable: new Float64Array(platforms * SITES * SEGMENTS),
  }
}
