/**
 * The numbers of the model: one value, unit, range and source each (model document, section 9).
 * The catalogue with labels, ranges and sources is `parameter-catalogue.ts`; behaviour reads this type.
 * @module
 */

/** Borrower segments, 1 (safest) to 5, held as 0 to 4. */
export const SEGMENTS = 5

/** Platform tiers in the order of every per-tier parameter. */
export const TIERS = ['head', 'listed', 'small'] as const
export const HEAD = 0
export const LISTED = 1
export const SMALL = 2

/** Licences in the order of every per-licence parameter. */
export const LICENCES = [
  'largeState',
  'jointStock',
  'city',
  'rural',
  'private',
  'foreign',
  'consumerFinance',
  'trust',
  'microlender',
] as const
export type Licence = (typeof LICENCES)[number]
export const LARGE_STATE = 0
export const JOINT_STOCK = 1
export const CITY = 2
export const RURAL = 3
export const PRIVATE = 4
export const FOREIGN = 5
export const CONSUMER_FINANCE = 6
export const TRUST = 7
export const MICROLENDER = 8

/** Every number a run depends on besides its levers, data and draws. Arrays are per segment, tier or licence. */
export interface Parameters {
  /** Loan tenor [month]; whole. */
  tenor: number
  /** Share of a performing balance prepaid each month [1/month]. */
  prepayment: number
  /** Probability of default within 12 months before screening, per segment. */
  defaultProbability: readonly number[]
  /** Wanted mark-up 1/β with no market power, per segment [1/year]. */
  markupBase: readonly number[]
  /** One factor on all mark-ups (the estimated price scale). */
  markupScale: number
  /** `scaled` mark-up uses market share; `fixed` is 1/β. */
  markupMode: 'scaled' | 'fixed'
  /** Share of a segment's pool that does not apply at the start. */
  outsideShare: number
  /** Correlation of score and default driver, per tier. */
  dataAdvantage: readonly number[]
  /** Factor on the distance of each tier's data advantage from the listed tier's (the estimated slope). */
  dataAdvantageSlope: number
  /** Added data advantage of a niche platform in its home region. */
  localDataBonus: number
  /** Highest data advantage a local bonus can reach. */
  dataAdvantageMax: number
  /** Added compliance capacity of a niche platform. */
  nicheCompliance: number
  /** Cheaper acquisition of a niche platform [1/year], subtracted. */
  nicheAcquisitionDiscount: number
  /** Share of small platforms that are niche; share of a niche platform's users at home. */
  nicheShare: number
  nicheHomeReach: number
  acquisitionCost: readonly number[]
  platformOperatingCost: readonly number[]
  guaranteeCover: readonly number[]
  lenderSurplusShare: readonly number[]
  platformCompliance: readonly number[]
  ownFundingShare: number
  feeLoad: number
  guarantorCost: number
  guarantorExposureMultiple: number
  lossGivenDefault: number
  workoutMonths: number
  macroLoading: number
  macroPersistence: number
  /** Per licence [1/year]. */
  fundingCost: readonly number[]
  bankOperatingCost: number
  riskWeightOther: number
  returnTarget: number
  capitalBufferMin: number
  capitalBufferMax: number
  taxRate: number
  payoutShare: number
  liquidityRatio: number
  otherLoanGrowth: number
  partnerCostOld: number
  partnerCostNew: number
  programmeCostOld: number
  programmeCostNew: number
  /** ε_c and ε_1: how programme and partner costs grow with programme size. */
  programmeScale: number
  partnerScale: number
  /** θ_0: programme cost of a bank with no own risk management, relative. θ_k: partner cost at no compliance. */
  programmeCapabilityLoad: number
  partnerComplianceLoad: number
  oversightConvexity: number
  oversightLoad: number
  capacitySlack: number
  ownRiskInvestment: number
  investmentScale: number
  capacityGain: number
  /** v0: violations a year and partner when neither side has any control. */
  violationBase: number
  inspectionRateOld: number
  inspectionRateNew: number
  /** θ_d: how much a public list raises detection, relative. */
  detectionGain: number
  fineOther: number
  suspensionShare: number
  suspensionMonths: number
  accountabilityCost: number
  planningHorizon: number
  credibility: number
  leakCredibility: number
  reviewRate: number
  reviewRateAnnounced: number
  legacyCost: number
  choiceNoise: number
  setupCost: number
  reentryCost: number
  candidates: number
  preferentialAttachment: number
  fundingCostSensitivity: number
  capacityDispersion: number
  approvalDelayOld: number
  exitQuarters: number
  /** Per tier [mn/yr]; small platforms pay `smallFixedCostNew` once a public list is required. */
  fixedCost: readonly number[]
  smallFixedCostNew: number
  partnerServiceCost: number
  returnRate: number
  maxMonthlyUse: number
  distressMultiplier: number
  distressLength: number
  averageTicket: number
  absoluteCeiling: number
  guaranteeStretch: number
  acquisitionCostUplift: number
  /** `cohort` books expected defaults; `loan` draws whole loans. */
  defaultMode: 'cohort' | 'loan'
  burnIn: number
}
