/**
 * Blows from outside the model. A further cap announcement is no shock but a dated setting of the
 * lever `aprCapPerLoan`: rules change through the rule book alone.
 *
 * Agents are named by their persistent ids. What lasts is undone when it ends; what is lost stays lost.
 *
 * @source Model document, section 8.5
 * @module
 */

/** The month it strikes, or the chance that it strikes in each month. */
export type Timing = { readonly period: number } | { readonly monthlyProbability: number }

interface Timed {
  readonly when: Timing
  /** Tells shocks of one kind apart in draws; 0 when absent. */
  readonly id?: number
}

/** The macro state is set and then decays with its own persistence. */
export interface DefaultWave extends Timed {
  readonly kind: 'defaultWave'
  /** Z in the month it strikes; negative is bad. */
  readonly macroState: number
}

/** A named platform fails. */
export interface PartnerFailure extends Timed {
  readonly kind: 'partnerFailure'
  readonly platform: number
}

/** Funds become dear, scarce or both for some banks, for some months. */
export interface FundingShock extends Timed {
  readonly kind: 'fundingShock'
  readonly banks: readonly number[]
  /** Added to f [1/year]; 0 for none. */
  readonly costRise: number
  /** Most new deposits a month [mn]; Infinity for no limit. */
  readonly depositLimit: number
  /** Multiplies cf; 1 for none. */
  readonly capacityFactor: number
  /** How long it lasts [months]; Infinity for good. */
  readonly months: number
}

/** Inspections become more frequent for banks of some home regions. */
export interface EnforcementCampaign extends Timed {
  readonly kind: 'enforcementCampaign'
  /** Home regions; -1 means national banks. */
  readonly regions: readonly number[]
  /** Multiplies q. */
  readonly factor: number
  readonly months: number
}

/** Some guarantors lose capital to the rest of the economy. */
export interface GuarantorRun extends Timed {
  readonly kind: 'guarantorRun'
  readonly guarantors: readonly number[]
  /** What is left of K. */
  readonly factor: number
}

/** A platform gains or loses traffic for good. */
export interface TrafficShock extends Timed {
  readonly kind: 'trafficShock'
  readonly platform: number
  /** Multiplies w. */
  readonly factor: number
}

/** Some banks wither, month by month. */
export interface LenderDistress extends Timed {
  readonly kind: 'lenderDistress'
  readonly banks: readonly number[]
  /** Multiplies cf and comp_b every month. */
  readonly capacityFactor: number
  readonly capabilityFactor: number
  readonly months: number
}

export type Shock =
  | DefaultWave
  | PartnerFailure
  | FundingShock
  | EnforcementCampaign
  | GuarantorRun
  | TrafficShock
  | LenderDistress
