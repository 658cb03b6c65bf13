/**
 * Rules that hold for the whole market: joint lending, guarantors, platforms, small-loan companies.
 *
 * @source model document, sections 5.2, 5.9 and 7 (P1, P5, P9, P10, P13, P14)
 * @module
 */
import { HEAD, SMALL, TIERS } from '../parameters.ts'
import type { BankRules, RuleSources } from './bank-rules.ts'
import { isListPublic } from './compliance-rules.ts'
import { MARKET, numberAt } from './lever-values.ts'
import { FORCED_EXIT, GRANDFATHER, RECTIFY } from './rule-book.ts'

const STOCK_TREATMENTS: ReadonlyMap<unknown, number> = new Map([
  ['grandfather', GRANDFATHER],
  ['rectifyOrRunOff', RECTIFY],
  ['forcedEarlyExit', FORCED_EXIT],
])

/** Sets everything that has one value for all banks. */
export function setMarketRules(rules: BankRules, { values, parameters, banks }: RuleSources): void {
  const number = (lever: string, whenNull?: number): number =>
    numberAt(values, lever, MARKET, whenNull)
  rules.absoluteCap = Math.min(parameters.absoluteCeiling, number('paymentChannelAprCutoff'))
  rules.penaltyLag = number('inspectionToPenaltyMonths', 0)
  rules.minPartnerContribution = number('minPartnerContribution', 0)
  rules.microLeverage = 1 + number('slcNonstandardLeverageMax') + number('slcStandardLeverageMax')
  rules.guaranteeLeverageMax = number('guaranteeLeverageMax')
  rules.guarantorReviewInterval = number('guarantorReviewIntervalMonths', 12)
  rules.stockTreatment =
    STOCK_TREATMENTS.get(values.at('stockLoanTreatment', MARKET)) ?? GRANDFATHER
  rules.sharedDiligence = number('sharedDiligenceExponent', 0)
  rules.mutualRecognition = number('mutualRecognitionDiscount', 0)

  rules.fixedCost = Float64Array.from(parameters.fixedCost)
  for (let b = MARKET; b < banks.licence.length; b++) {
    if (isListPublic(values, b)) rules.fixedCost[SMALL] = parameters.smallFixedCostNew
  }
  const uplift = parameters.acquisitionCostUplift
  rules.acquisitionUplift = new Float64Array(TIERS.length)
  if (values.at('platformMayInterveneInSale', MARKET) === false)
    rules.acquisitionUplift.fill(uplift)
  if (values.at('maxReferralTiers', MARKET) !== null) rules.acquisitionUplift[SMALL] += uplift
  if (values.at('loanAsPaymentOptionAllowed', MARKET) === false) {
    rules.acquisitionUplift[HEAD] += uplift
  }
}
