/**
 * What regulation allows in one month, resolved for every bank: levers in, plain columns out.
 * Agents read the rule book; no lever reaches into an agent.
 * @module
 */

/** How loans above a new ceiling are treated when it comes into force. */
export const GRANDFATHER = 0
export const RECTIFY = 1
export const FORCED_EXIT = 2

/** One month's rules. Per-bank columns are in bank order; per-class columns are `[class]` or `[class * segments + s]`. */
export interface RuleBook {
  /** Price class of each bank. 0 `bank`, 1 `consumerFinance`, 2 `microlender`, further ones where a scope splits a class. */
  priceClass: Uint8Array
  classCount: number
  /** r̄_reg by class and segment [1/year]. */
  regulatoryCap: Float64Array
  /** (1-χ)·ḡ by class: added to the cap of a guaranteed platform [1/year]; the second for niche platforms. */
  stretch: Float64Array
  nicheStretch: Float64Array
  /** Above this no loan at all [1/year]: min of `absoluteCeiling` and the payment cut-off. */
  absoluteCap: number

  /** F1 before size and partner compliance [mn/yr]. */
  partnerCost: Float64Array
  /** F0 before size, capability and own factor [mn/yr]. */
  programmeCost: Float64Array
  /** tier_b for banks of programme size below 1. */
  smallCostFactor: Float64Array
  /** q including the gain of a public list [1/year]. */
  inspectionRate: Float64Array
  /** Fine per case, multiplier included [mn]. */
  fine: Float64Array
  penaltyLag: number
  /** Months from signing to first loan. */
  approvalDelay: Float64Array
  /** 1 where head-office approval, and the ban on outsourcing core risk control, are in force. */
  headOffice: Uint8Array
  ownControl: Uint8Array
  /** Most partners a bank may list (Infinity: no cap). */
  headcountCap: Float64Array
  /** carMin + surcharge. */
  capitalFloor: Float64Array
  /** RW_P. */
  riskWeight: Float64Array
  /** Equity over assets below which there is no room (0: none). */
  leverageFloor: Float64Array
  /** Balance over equity of a microlender: 1 + non-standard + standard. */
  microLeverage: number
  /** 1 where a bank may fund only its home region; 1 where it may book no new partner loan. */
  homeOnly: Uint8Array
  stopped: Uint8Array
  /** Programme capacity over total loans at most (Infinity: none). */
  appetiteCap: Float64Array
  /** Most guaranteed balance over partner loans, and over all loans (1 or more: none). */
  guaranteedShareMax: Float64Array
  guaranteedShareOfAllMax: Float64Array
  /** r̂ for the average of the month's loans (Infinity: none). */
  averagePriceMax: Float64Array
  /** lim_bp as a share of partner loans (1: none). */
  partnerShareMax: Float64Array
  singlePartnerCap: Float64Array
  jointTotalCap: Float64Array
  jointCoversAll: Uint8Array
  minPartnerContribution: number
  /** φ at most (Infinity: none). */
  platformFeeMax: Float64Array
  /** L ≤ share × L at the end of the reference period (Infinity: none). */
  stockShareMax: Float64Array
  stockReference: Int32Array
  /** L ≤ share × L(reference)·min(1, O/O(reference)) (Infinity: none), reference as above. */
  growthShareMax: Float64Array
  growthReference: Int32Array

  guaranteeLeverageMax: number
  /** 1 where the bank holds each guarantor to a line. */
  guarantorCheck: Uint8Array
  guarantorReviewInterval: number

  /** FP per tier [mn/yr]; added to a_p per tier [1/year]. */
  fixedCost: Float64Array
  acquisitionUplift: Float64Array
  stockTreatment: number
  /** F1 / deg^z; F1·(1-z) if another bank of the licence lists the platform. */
  sharedDiligence: number
  mutualRecognition: number
}

/** The rules of one period: those in force and those announced. */
export interface RuleMonth {
  readonly inForce: RuleBook
  /** The announced package with the earliest future date; undefined when none is announced or leaks. */
  readonly next: RuleBook | undefined
  readonly nextEffective: number
  /** True while `next` is known only through leaks (t < t_A). */
  readonly leaked: boolean
  /** 1 where an admission package is announced or younger than three months: reviews run at λ^A. */
  readonly accelerated: Uint8Array
  /** The rule book in force differs from last month's. */
  readonly changed: boolean
}
