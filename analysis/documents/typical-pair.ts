/**
 * The pair that figures show: a city bank and a platform of a tier, at baseline parameters.
 * @module
 */
import { baselineParameters } from '../../agents/parameter-catalogue.ts'
import { CITY } from '../../agents/parameters.ts'
import { borrowing, quote, quoted } from '../../agents/pricing/quote.ts'

export const parameters = baselineParameters()

/** Risk weight of consumer loans, and a target capital ratio two points above the minimum of .105. */
const RISK_WEIGHT = 0.75
const CAPITAL_TARGET = 0.125

/** Law and practice before the notice: 24% with 12% of guarantee fees on top; then 24% with all fees. */
export const CEILING_BEFORE = parameters.absoluteCeiling
export const CEILING_UNDER = 0.24
/** A lower line that is discussed. */
export const CEILING_LOWER = 0.2

/** υ: what a city bank's funds cost with its running cost and capital [1/year]. */
export const bankUnitCost =
  parameters.fundingCost[CITY] +
  parameters.bankOperatingCost +
  RISK_WEIGHT * CAPITAL_TARGET * (parameters.returnTarget - parameters.fundingCost[CITY])

/** What a quote of one tier is worth to read; zero approval where nobody is served. */
export interface Offer {
  readonly price: number
  readonly approval: number
  readonly averageDefault: number
  readonly surplus: number
}

/**
 * The quote of a platform of `tier` to a segment under a ceiling.
 *
 * @param dataAdvantage  that of the tier unless said
 */
export function offerOf(
  tier: number,
  segment: number,
  ceiling: number,
  dataAdvantage = parameters.dataAdvantage[tier],
): Offer {
  const unitCost =
    bankUnitCost + parameters.acquisitionCost[tier] + parameters.platformOperatingCost[tier]
  const cover = parameters.guaranteeCover[tier]
  quote(
    borrowing(parameters.defaultProbability[segment], dataAdvantage),
    unitCost,
    parameters.lossGivenDefault * (1 + cover * parameters.feeLoad),
    parameters.markupBase[segment] * parameters.markupScale,
    ceiling,
  )
  if (!quoted.served) return { price: NaN, approval: 0, averageDefault: NaN, surplus: NaN }
  const { price, approval, averageDefault, surplus } = quoted
  return { price, approval, averageDefault, surplus }
}

/** `count + 1` places from `low` to `high`. */
export function placesBetween(low: number, high: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count)
}
