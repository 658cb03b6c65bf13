/**
 * What is known before any draw: read once per process, shared by all replicates.
 * @module
 */
import type { Names } from '../market.ts'
import type { Fact } from './fact.ts'

/** What is known of one licensed funder; undefined is drawn. Microlenders are not among them. */
export interface BankFacts {
  readonly names: Names
  /** Index into LICENCES. */
  readonly licence: number
  /** An institution of the data, not a filler row. */
  readonly named: boolean
  /** Programme on before burn-in: yes, no, or by draw among its licence. */
  readonly programme: 'on' | 'off' | 'drawn'
  /** Region row, -1 national, undefined drawn. */
  readonly homeRegion: number | undefined
  /** Gross loans [mn]; when drawn, `totalLoansScale` rescales what is drawn. */
  readonly totalLoans: Fact | undefined
  /** Facilitation share of loans; bound of it when only that is known. */
  readonly appetite: Fact | undefined
  readonly appetiteBound: Fact | undefined
  /** CAR as reported or its licence's; undefined for trusts. */
  readonly capitalRatio: Fact | undefined
  readonly totalEquity: Fact | undefined
  /** Tier-1, else core tier-1 ratio. */
  readonly tier1Ratio: Fact | undefined
  readonly returnOnAssets: Fact
  readonly capacityTrend: Fact
  /** Partners listed by June 2025, legal entities collapsed to groups. */
  readonly listLength: Fact | undefined
  /** Platform rows named on any of its lists, ascending. */
  readonly partners: readonly number[]
}

/** Type totals that drawn sizes are rescaled to [mn]. */
export interface LicenceTotal {
  readonly licence: number
  readonly totalLoans: Fact
}

export interface PlatformFacts {
  readonly names: Names
  /** Index into TIERS. */
  readonly tier: number
  /** Performing balance over all funders [mn]. */
  readonly balance: Fact
  /** Share of its balance under guarantee; undefined: its tier's. */
  readonly guaranteeCover: Fact | undefined
  readonly equity: Fact | undefined
  /** Capital of a licensed affiliate of its own [mn]. */
  readonly affiliateEquity: Fact | undefined
}

export interface Facts {
  readonly banks: readonly BankFacts[]
  readonly licenceTotals: readonly LicenceTotal[]
  readonly platforms: readonly PlatformFacts[]
  readonly guarantors: readonly Names[]
  readonly regions: readonly Names[]
  /** Share of national demand, sum 1. */
  readonly regionWeight: Float64Array
  /** Facilitation balance of the whole market [mn]; share of the five heads. */
  readonly marketBalance: Fact
  readonly headShare: Fact
  /** Lists published by 31 October 2025 by licence: programmes that exist for certain. */
  readonly publishedLists: readonly Fact[]
}
