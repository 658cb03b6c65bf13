/**
 * The market: the whole state of the model, as tables of columns that declare their unit once.
 * @module
 */
import type { Ledger } from '../engine/ledger.ts'
import { defineColumns, type Table } from '../engine/table.ts'
import type { Edges } from './edges.ts'
import type { LoanBook } from './loans/loan-book.ts'
import { SEGMENTS, type Parameters } from './parameters.ts'
import type { RuleMonth } from './regulator/rule-book.ts'
import type { Shock } from './shocks/shock.ts'
import type { Workspace } from './workspace.ts'

/** A bank's facilitation business: running, running off, or ended. */
export const PROGRAMME_ON = 0
export const PROGRAMME_EXITING = 1
export const PROGRAMME_OFF = 2

/** Why a partnership ended. */
export const ENDED_REASONS = [
  'none',
  'lowValue',
  'programmeExit',
  'bankFailure',
  'platformFailure',
  'ruleBook',
] as const
export const LOW_VALUE = 1
export const PROGRAMME_EXIT = 2
export const BANK_FAILURE = 3
export const PLATFORM_FAILURE = 4
export const RULE_BOOK = 5

/** Every licensed funder. */
export const bankColumns = defineColumns({
  id: { unit: 'id', doc: 'Persistent number that names this bank in every draw', type: 'i32' },
  licence: { unit: 'code', doc: 'Licence, index into LICENCES', type: 'u8' },
  homeRegion: { unit: 'id', doc: 'Home region, -1 national', type: 'i8' },
  affiliateOf: { unit: 'id', doc: 'Platform that owns this microlender, -1 none', type: 'i32' },
  cash: { unit: 'mn', doc: 'Liquid assets (C)' },
  otherLoans: { unit: 'mn', doc: 'All other lending, net (O)' },
  partnerLoans: { unit: 'mn', doc: 'Performing facilitation loans (L), own share of joint loans' },
  badLoans: { unit: 'mn', doc: 'Gross bad facilitation loans (NPL)' },
  allowance: { unit: 'mn', doc: 'Loss allowance on bad loans (Al)' },
  deposits: { unit: 'mn', doc: 'Deposits and other borrowed funds (Dp)' },
  equity: { unit: 'mn', doc: 'Capital (E)' },
  tier1Deduction: { unit: 'mn', doc: 'Fixed deduction from equity to tier 1' },
  tier2: { unit: 'mn', doc: 'Tier-2 capital, constant' },
  capitalTarget: { unit: '1', doc: 'Own target capital ratio (CAR*) before the regulatory floor' },
  fundingCost: { unit: '1/year', doc: 'Cost of borrowed funds (f)' },
  operatingCost: { unit: '1/year', doc: 'Running cost of partner loans (o)' },
  otherLoanMargin: { unit: '1/year', doc: 'Net return on other loans (ν)' },
  complianceCapability: { unit: '1', doc: 'Quality of own control of partners (comp_b)' },
  riskManagement: { unit: '1', doc: 'Own risk-management capability (m_b)' },
  riskManagementStart: { unit: '1', doc: 'm_b at period 0' },
  complianceCapacity: {
    unit: 'partners',
    doc: 'Partners the head office can oversee a year (nmax)',
  },
  complianceCapacityStart: { unit: 'partners', doc: 'nmax at period 0' },
  investment: { unit: 'mn/yr', doc: 'Spending on own risk control (I_b), set at quarter-ends' },
  programmeAppetite: { unit: '1', doc: 'Wanted facilitation share of total loans (s̄)' },
  capacityFactor: { unit: '1', doc: 'Multiplier on the appetite (cf)' },
  capacityTrend: { unit: '1/month', doc: 'Monthly growth of the capacity factor' },
  programmeCapacity: { unit: 'mn', doc: 'cap = s̄·cf·(O+L), of this month' },
  programmeSize: { unit: '1', doc: 'Capacity over the median, constant from period 0' },
  partnerSizeFactor: {
    unit: '1',
    doc: 'size^ε_1: how the cost of a partner grows with the programme',
  },
  programmeSizeFactor: { unit: '1', doc: 'size^ε_c: how the cost of the programme grows with it' },
  programmeValue: { unit: 'mn/yr', doc: 'Ω, last quarterly value' },
  programmeCostFactor: { unit: '1', doc: 'Revealed factor on F0' },
  revealedMargin: { unit: '1', doc: 'κ: factor on expected margins that a standing list reveals' },
  programme: { unit: 'code', doc: 'PROGRAMME_ON, PROGRAMME_EXITING or PROGRAMME_OFF', type: 'u8' },
  onAtStart: { unit: 'flag', doc: 'Programme on at period 0', type: 'u8' },
  exitedAt: { unit: 'period', doc: 'Period of programme exit, -1 never or returned', type: 'i32' },
  weakQuarters: { unit: 'quarters', doc: 'Consecutive quarters with Ω < F0', type: 'i32' },
  strongQuarters: {
    unit: 'quarters',
    doc: 'Consecutive quarters in which re-entry would pay',
    type: 'i32',
  },
  peakLoans: { unit: 'mn', doc: 'Largest L so far: an exiting programme is off below 1e-6 of it' },
  suspendedUntil: { unit: 'period', doc: 'No new partner loans before this period', type: 'i32' },
  failed: { unit: 'flag', doc: '1 once the bank has failed', type: 'u8' },
  pinned: { unit: 'flag', doc: 'List observed: fixed during burn-in', type: 'u8' },
  fundingLimit: {
    unit: 'mn',
    doc: 'Most new lending a funding shock leaves this month, Infinity without',
  },
  depositLimit: {
    unit: 'mn',
    doc: 'Most new deposits a funding shock leaves this month, Infinity without',
  },
  stockReference: { unit: 'mn', doc: 'L at the end of the reference period of a stock limit' },
  growthReference: { unit: 'mn', doc: 'L at the end of the reference period of a growth limit' },
  growthReferenceOther: { unit: 'mn', doc: 'O at the same time' },
  complianceBill: { unit: 'mn', doc: 'CC of this month' },
  income: { unit: 'mn', doc: 'Pre-tax profit P of this month' },
  originated: { unit: 'mn', doc: 'New partner loans booked this month, own share' },
  programmeProfit: { unit: 'mn', doc: 'Σy·Int - (f+o)L/12 - LGD·N - CC of this month' },
})
export type Banks = Table<typeof bankColumns>

/** Whoever finds and scores borrowers; tier small is the small lending institutions (中小助贷机构). */
export const platformColumns = defineColumns({
  id: { unit: 'id', doc: 'Persistent number that names this platform in every draw', type: 'i32' },
  tier: { unit: 'code', doc: 'Tier, index into TIERS', type: 'u8' },
  niche: { unit: 'flag', doc: 'Regional or specialised platform', type: 'u8' },
  homeRegion: { unit: 'id', doc: 'Home region of a niche platform, -1 national', type: 'i8' },
  guarantor: { unit: 'id', doc: 'Guarantor row, -1 none', type: 'i32' },
  affiliate: { unit: 'id', doc: 'Own licensed microlender (bank row), -1 none', type: 'i32' },
  trafficWeight: { unit: '1', doc: 'Attractiveness (w)' },
  segmentMix: { unit: '1', doc: 'Split of the weight over segments', width: SEGMENTS },
  dataAdvantage: { unit: '1', doc: 'Correlation of the score with the default driver (c), away' },
  dataAdvantageHome: { unit: '1', doc: 'The same in the home region of a niche platform' },
  acquisitionCost: { unit: '1/year', doc: 'a, per average balance' },
  operatingCost: { unit: '1/year', doc: 'u, per average balance' },
  guaranteeCover: {
    unit: '1',
    doc: 'Share of defaults the guarantor repays (γ), 0 once it failed',
  },
  lenderSurplusShare: { unit: '1', doc: "Bank's share of the surplus (ψ)" },
  ownFundingShare: { unit: '1', doc: 'Share its affiliate funds of loans made with a bank (x)' },
  complianceCapacity: { unit: '1', doc: 'How well it meets the demands made on it (comp_p)' },
  fixedCostFactor: { unit: '1', doc: 'Own factor on the overhead of its tier' },
  netWorth: { unit: 'mn', doc: 'Cumulated money balance (W)' },
  marketShare: {
    unit: '1',
    doc: "Last month's share of applications by segment (σ)",
    width: SEGMENTS,
  },
  failed: { unit: 'flag', doc: '1 once the platform has failed', type: 'u8' },
  failedAt: { unit: 'period', doc: 'Period of failure, -1 active', type: 'i32' },
  lossMonths: { unit: 'months', doc: 'Consecutive months with a falling net worth', type: 'i32' },
  unfundedMonths: {
    unit: 'months',
    doc: 'Consecutive months without an able linked bank',
    type: 'i32',
  },
  distressMonths: { unit: 'months', doc: 'Months of broken-down collection left', type: 'i32' },
  originated: { unit: 'mn', doc: 'New loans of this month, all funders' },
  balance: { unit: 'mn', doc: 'Performing loans on its edges' },
  startBalance: { unit: 'mn', doc: 'Balance at period 0' },
  income: { unit: 'mn', doc: 'Change of net worth this month' },
  pastDefaults: { unit: 'mn', doc: 'Defaults of the last three months, newest first', width: 3 },
})
export type Platforms = Table<typeof platformColumns>

/** Whoever repays the bank when a borrower of its platforms defaults. */
export const guarantorColumns = defineColumns({
  id: { unit: 'id', doc: 'Persistent number', type: 'i32' },
  cash: { unit: 'mn', doc: 'Kc' },
  claims: { unit: 'mn', doc: 'Gross claims on borrowers it has paid for (RG)' },
  equity: { unit: 'mn', doc: 'K' },
  reviewedEquity: { unit: 'mn', doc: 'K at the last review' },
  outstanding: { unit: 'mn', doc: 'G = Σ γ·balance' },
  claimed: { unit: 'mn', doc: 'Indemnities asked for this month' },
  paidShare: { unit: '1', doc: 'pay_g of this month' },
  failed: { unit: 'flag', doc: '1 once the guarantor has failed', type: 'u8' },
})
export type Guarantors = Table<typeof guarantorColumns>

/** Borrowers of one segment in one region; row = segment * regions + region. Flows are of this month. */
export const borrowerColumns = defineColumns({
  basePool: { unit: 'mn/month', doc: 'M⁰, demand before returning applicants' },
  demandPool: { unit: 'mn/month', doc: 'M, demand of this month' },
  applications: { unit: 'mn', doc: 'Applied for' },
  approved: { unit: 'mn', doc: 'Approved by a platform' },
  funded: { unit: 'mn', doc: 'Funded by a bank' },
})
export type Borrowers = Table<typeof borrowerColumns>

/** What holds for a segment everywhere. */
export const segmentColumns = defineColumns({
  outsideWeight: { unit: '1', doc: 'v0: weight of not applying' },
  debt: { unit: 'mn', doc: 'Performing debt, moved by flows only' },
  originated: { unit: 'mn', doc: 'New loans of this month' },
  defaulted: { unit: 'mn', doc: 'Defaults of this month' },
  pastDefaults: { unit: 'mn', doc: 'Defaults of the last three months, newest first', width: 3 },
  priceVolume: { unit: 'mn/year', doc: 'Σ price·originated of this month' },
  above24: { unit: 'mn', doc: 'Originated this month above 24%' },
  above20: { unit: 'mn', doc: 'Originated this month above 20%' },
})
export type Segments = Table<typeof segmentColumns>

/** Facts about a named or imputed agent that no behaviour reads. */
export interface Names {
  /** `bank:yilian` or `bank:city-017`. */
  id: string
  en: string
  zh: string
}

/** The environment: the macro state Z and what the month's rules are. */
export interface Environment {
  macroState: number
  /** Draw the macro state (off in burn-in). */
  macroOn: boolean
  /** Balance sheets, repayment and failures stand still (burn-in). */
  frozen: boolean
  /** Factor on inspections by bank, while an enforcement campaign runs. */
  inspectionFactor: Float64Array
  /** Programmes per licence that are known to exist: fewer are not left on in burn-in. */
  leastProgrammes: Int32Array
}

export interface Market {
  readonly parameters: Parameters
  /** Rules by period; index 0 is period 0, `preNotice` holds before. */
  rules: readonly RuleMonth[]
  preNotice: RuleMonth
  shocks: readonly Shock[]
  banks: Banks
  platforms: Platforms
  guarantors: Guarantors
  borrowers: Borrowers
  segments: Segments
  /** Number of regions, their weights (sum 1), and ñ_pr: `[platform * regions + region]`. */
  readonly regions: number
  readonly regionWeight: Float64Array
  readonly relativeReach: Float64Array
  /** f̄: capacity-weighted mean funding cost at the start. */
  meanFundingCost: number
  edges: Edges
  loans: LoanBook
  /** Fines due by bank and month: `[bank * FINE_HORIZON + period % FINE_HORIZON]` [mn]. */
  fines: Float64Array
  environment: Environment
  ledger: Ledger
  /** Scratch columns recomputed every month; never part of the state. */
  work: Workspace
  readonly bankNames: readonly Names[]
  readonly platformNames: readonly Names[]
  readonly guarantorNames: readonly Names[]
}

/** Longest lag between an inspection and its fine that the queue can hold [months]. */
export const FINE_HORIZON = 64

/** The platform's own affiliate funds every joint loan beside the banks, not as one of them. */
export function isJointAffiliate(market: Market, b: number, p: number): boolean {
  return market.banks.affiliateOf[b] === p && market.platforms.ownFundingShare[p] > 0
}
