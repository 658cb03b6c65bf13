/**
 * Which kind of rule a lever is: what it measures, and over which loans.
 *
 * A limit on a share of the month's loans, or one that takes hold step by step, binds quite otherwise
 * than a hard limit of the same number, so each acting lever says which it is.
 *
 * @source model document, sections 5.2, 5.9 and 7
 * @module
 */

/**
 * `hardLimit`: no loan, or no balance, beyond it. `shareOfFlow`: a mean or share over the month's new
 * loans; single loans may lie beyond it. `shareOfStock`: a share of a balance that moves.
 * `rollingWindow`: counted over past months, by months gone by. `phasedIn`: a number that changes by
 * date. `grandfatheredStock`: measured against, or sparing, what was there on a date. `requirement`: a
 * duty, with no number that binds.
 */
export const LEVER_FORMS = [
  'hardLimit',
  'shareOfFlow',
  'shareOfStock',
  'rollingWindow',
  'phasedIn',
  'grandfatheredStock',
  'requirement',
] as const
export type LeverForm = (typeof LEVER_FORMS)[number]

const forms: Readonly<Record<string, LeverForm>> = {
  aprCapPerLoan: 'hardLimit',
  aprCapBySegment: 'hardLimit',
  cfcAprCapPerLoan: 'hardLimit',
  slcAprCap: 'hardLimit',
  slcAprCapTarget2027: 'phasedIn',
  paymentChannelAprCutoff: 'hardLimit',
  cfcAvgNewLoanAprMax: 'shareOfFlow',
  cooperationFeeCap: 'hardLimit',
  minPartnerContribution: 'shareOfFlow',
  singlePartnerCap: 'shareOfStock',
  jointLendingTotalCap: 'shareOfStock',
  partnerRiskLimits: 'shareOfStock',
  guaranteeLeverageMax: 'shareOfStock',
  guaranteedShareOfPartnerLoansMax: 'shareOfStock',
  guaranteedShareSmallBankWindow: 'shareOfStock',
  cfcGuaranteedShareMax: 'shareOfStock',
  cfcGuaranteedShareMaxWindow: 'shareOfStock',
  guarantorReviewIntervalMonths: 'rollingWindow',
  inspectionToPenaltyMonths: 'rollingWindow',
  facilitationPhaseOutPath: 'phasedIn',
  facilitationGrowthMaxVsOwnChannel: 'grandfatheredStock',
  trustFacilitationFreeze: 'grandfatheredStock',
  stockLoanTreatment: 'grandfatheredStock',
  transitionDays: 'phasedIn',
  localBankExtraRule: 'shareOfStock',
  carMin: 'shareOfStock',
  dsibSurcharge: 'shareOfStock',
  rwConsumerLoan: 'shareOfStock',
  rwPartnerLoanAddOn: 'shareOfStock',
  cfcPrudential: 'shareOfStock',
  slcNonstandardLeverageMax: 'shareOfStock',
  slcStandardLeverageMax: 'shareOfStock',
  listHeadcountCap: 'hardLimit',
}

/** The form of a lever; a duty where nothing else is said. */
export function formOf(lever: string): LeverForm {
  return forms[lever] ?? 'requirement'
}
