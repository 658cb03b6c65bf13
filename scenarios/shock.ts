/**
 * Blows from outside as a scenario states them: agents and regions by name, months by date.
 *
 * A list of agents holds ids such as `bank:yilian` and groups: banks by `licence:city`, platforms by
 * `tier:small`. A size that is absent is the one of the model's shock menu, but for a funding shock,
 * whose absent parts change nothing.
 * @module
 */
import type { Month } from '../engine/time.ts'

/** The month it strikes, or the chance that it strikes in each month. */
export type WrittenTiming = { readonly at: Month } | { readonly monthlyProbability: number }

interface Written {
  readonly when: WrittenTiming
  /** Place among the shocks of its kind, from 0: what tells their draws apart. */
  readonly id: number
}

/** The macro state is set and then decays. */
export interface WrittenDefaultWave extends Written {
  readonly kind: 'defaultWave'
  /** Negative is bad. */
  readonly macroState?: number
}

export interface WrittenPartnerFailure extends Written {
  readonly kind: 'partnerFailure'
  readonly platforms: readonly string[]
}

export interface WrittenFundingShock extends Written {
  readonly kind: 'fundingShock'
  readonly banks: readonly string[]
  /** Added to the cost of funds [1/year]. */
  readonly costRise?: number
  /** Most new deposits a month [mn]. */
  readonly depositLimit?: number
  /** Multiplies the funds for partner loans. */
  readonly capacityFactor?: number
  readonly months?: number
}

export interface WrittenEnforcementCampaign extends Written {
  readonly kind: 'enforcementCampaign'
  /** Home regions by name; `national` means national banks. */
  readonly regions: readonly string[]
  /** Multiplies the chance of an inspection. */
  readonly factor?: number
  readonly months?: number
}

export interface WrittenGuarantorRun extends Written {
  readonly kind: 'guarantorRun'
  readonly guarantors: readonly string[]
  /** What is left of their capital. */
  readonly factor?: number
}

export interface WrittenTrafficShock extends Written {
  readonly kind: 'trafficShock'
  readonly platforms: readonly string[]
  /** Multiplies traffic, for good. */
  readonly factor?: number
}

export interface WrittenLenderDistress extends Written {
  readonly kind: 'lenderDistress'
  readonly banks: readonly string[]
  /** Both multiply, month by month. */
  readonly capacityFactor?: number
  readonly capabilityFactor?: number
  /** Absent: for good. */
  readonly months?: number
}

export type WrittenShock =
  | WrittenDefaultWave
  | WrittenPartnerFailure
  | WrittenFundingShock
  | WrittenEnforcementCampaign
  | WrittenGuarantorRun
  | WrittenTrafficShock
  | WrittenLenderDistress

export const SHOCK_KINDS = [
  'defaultWave',
  'partnerFailure',
  'fundingShock',
  'enforcementCampaign',
  'guarantorRun',
  'trafficShock',
  'lenderDistress',
] as const satisfies readonly WrittenShock['kind'][]

/** Stands for national banks where regions are named. */
export const NATIONAL = 'national'
