/**
 * All agents at the start, as plain columns: what does not depend on the steady state of the model.
 * @module
 */
import type { Names } from '../market.ts'
import type { Facts } from './facts.ts'

/**
 * Banks in row order: 234 licensed rows by licence, then affiliated microlenders by platform row.
 * NaN is "not known"; names and units are those of `bankColumns` where they exist there.
 */
export interface BankPopulation {
  size: number
  /** Row of a licensed funder; `MICROLENDER_ID + platform id` of a microlender. */
  id: Int32Array
  licence: Uint8Array
  homeRegion: Int8Array
  affiliateOf: Int32Array
  /** All lending, O + L [mn]. */
  totalLoans: Float64Array
  /** Provisional: L = cap / 1.25 of programmes that are on, O the rest [mn]. */
  otherLoans: Float64Array
  partnerLoans: Float64Array
  /** What `openingCapital` needs: CAR (NaN trust, microlender), equity [mn], tier-1 ratio, buffer. */
  capitalRatio: Float64Array
  totalEquity: Float64Array
  tier1Ratio: Float64Array
  capitalBuffer: Float64Array
  /** What `otherLoanMargin` aims at [1/year]. */
  returnOnAssets: Float64Array
  fundingCost: Float64Array
  operatingCost: Float64Array
  complianceCapability: Float64Array
  riskManagement: Float64Array
  programmeAppetite: Float64Array
  capacityTrend: Float64Array
  /** cap = s̄·(O+L), or six times its equity for a microlender [mn]. */
  programmeCapacity: Float64Array
  /** cap over the median cap of programmes on before burn-in. */
  programmeSize: Float64Array
  /** PROGRAMME_ON or PROGRAMME_OFF before burn-in; microlenders on, though they decide nothing. */
  programme: Uint8Array
  /** List length observed. */
  pinned: Uint8Array
  /** Partners at the start of burn-in. */
  listLength: Int32Array
}

export interface PlatformPopulation {
  size: number
  id: Int32Array
  tier: Uint8Array
  niche: Uint8Array
  homeRegion: Int8Array
  /** Guarantor row, bank row of its microlender; -1 none. */
  guarantor: Int32Array
  affiliate: Int32Array
  /** Target balance over all funders [mn]. */
  balance: Float64Array
  /** Split of the balance over segments: `[platform * SEGMENTS + segment]`. */
  segmentShare: Float64Array
  dataAdvantage: Float64Array
  dataAdvantageHome: Float64Array
  acquisitionCost: Float64Array
  operatingCost: Float64Array
  guaranteeCover: Float64Array
  lenderSurplusShare: Float64Array
  ownFundingShare: Float64Array
  complianceCapacity: Float64Array
  fixedCostFactor: Float64Array
  netWorth: Float64Array
  /** ñ, share of its users over share of national demand: `[platform * regions + region]`. */
  relativeReach: Float64Array
}

/** Captives of listed platforms in platform order, then third parties. */
export interface GuarantorPopulation {
  size: number
  id: Int32Array
  /** Σ γ·balance at target balances, and the equity that carries it [mn]. */
  outstanding: Float64Array
  equity: Float64Array
}

/** Partnerships at the start of burn-in, by bank row and within it by platform row. */
export interface OpeningLinks {
  count: number
  bank: Int32Array
  platform: Int32Array
  /** 1 where the partner is named on one of the bank's lists. */
  named: Uint8Array
}

export interface Population {
  facts: Facts
  banks: BankPopulation
  platforms: PlatformPopulation
  guarantors: GuarantorPopulation
  links: OpeningLinks
  regions: number
  regionWeight: Float64Array
  /** Capacity-weighted mean funding cost of programmes that are on (f̄) [1/year]. */
  meanFundingCost: number
  bankNames: readonly Names[]
  platformNames: readonly Names[]
  guarantorNames: readonly Names[]
}

/** First id of microlenders: the id of the platform they belong to is added. */
export const MICROLENDER_ID = 1000
