/**
 * Who lives in a toy market unless something else is said: private banks rich in capital, equal
 * platforms without guarantee.
 * @module
 */
import { PRIVATE, TIERS, type Parameters } from '../../../agents/parameters.ts'

/** Values of one agent by column; what is not named has its default. */
export type Row = Readonly<Record<string, number | readonly number[]>>

const LONG_AGO = -1_000_000

export const bankDefaults: Row = {
  licence: PRIVATE,
  homeRegion: -1,
  affiliateOf: -1,
  otherLoans: 1e6,
  capitalTarget: 0.12,
  fundingCost: 0.022,
  operatingCost: 0.007,
  complianceCapability: 0.5,
  riskManagement: 0.5,
  riskManagementStart: 0.5,
  complianceCapacity: Infinity,
  complianceCapacityStart: Infinity,
  programmeAppetite: 0.5,
  capacityFactor: 1,
  programmeSize: 1,
  partnerSizeFactor: 1,
  programmeSizeFactor: 1,
  programmeCostFactor: 1,
  revealedMargin: 1,
  onAtStart: 1,
  exitedAt: -1,
  suspendedUntil: LONG_AGO,
  fundingLimit: Infinity,
  depositLimit: Infinity,
}

export const platformDefaults: Row = {
  tier: TIERS.indexOf('listed'),
  homeRegion: -1,
  guarantor: -1,
  affiliate: -1,
  trafficWeight: 1,
  segmentMix: [0.2, 0.2, 0.2, 0.2, 0.2],
  dataAdvantage: 0.42,
  acquisitionCost: 0.03,
  operatingCost: 0.015,
  lenderSurplusShare: 0.1,
  complianceCapacity: 0.7,
  fixedCostFactor: 1,
  netWorth: 1000,
  failedAt: -1,
}

export const guarantorDefaults: Row = { cash: 1e5, equity: 1e5, reviewedEquity: 1e5, paidShare: 1 }

/** Equity over other loans of a bank whose equity is not given: far above any target. */
export const CAPITAL = 0.2

export const toyParameters: Partial<Parameters> = {
  markupMode: 'fixed',
  returnRate: 0,
  maxMonthlyUse: 1,
}
