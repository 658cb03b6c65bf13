/**
 * Scratch columns of a month: written before they are read, so never part of the state and never copied.
 * @module
 */
import { createStream, type Stream } from '../engine/stream.ts'
import { exp } from '../engine/numerics/exp.ts'
import { log } from '../engine/numerics/log.ts'
import { createChronicle, type Chronicle } from './chronicle/chronicle.ts'
import type { Announcement } from './pricing/announcement.ts'
import { CLASSES, createOutlook, SITES, type Outlook } from './pricing/outlook.ts'
import type { Borrowing } from './pricing/quote.ts'
import { stockPerFlow } from './pricing/stock.ts'
import { createFunding, growFunding, type Funding } from './funding-scratch.ts'
import { SEGMENTS, type Parameters } from './parameters.ts'
import type { RuleMonth } from './regulator/rule-book.ts'
import { createTrace, type Trace } from './trace.ts'

export interface Workspace {
  /** This month's rules and how far decisions look ahead (ω_t). */
  month: RuleMonth
  announcement: Announcement | undefined
  anticipation: number
  /** The market under the rules in force, and under the announced ones. */
  readonly inForce: Outlook
  readonly next: Outlook
  /** β_s [year], and D̄ [month]. */
  readonly priceSensitivity: Float64Array
  readonly stockPerFlow: number
  /** (1+R_E)^{−lag/12}, remembered for the last lag asked for. */
  penaltyDiscount(lag: number): number
  /** Site of each region for each platform, `[platform * regions + region]`. */
  readonly site: Uint8Array
  /** How each (platform, site, segment) is screened; filled when first asked for. */
  readonly borrowings: (Borrowing | undefined)[]
  readonly stream: Stream

  /** Active funders of each platform at the start of the month, affiliates apart. */
  readonly degree: Int32Array
  /** Partners of each bank, active and pending, at the start of the month. */
  readonly listLength: Int32Array
  /** Values or scores of up to all platforms, and their rows in that order. */
  scores: Float64Array
  order: Int32Array
  /** Reach of one bank at one platform by site and segment, and quotes of a class without funder there. */
  readonly reach: Float64Array
  readonly alone: { pull: Float64Array; approval: Float64Array; surplus: Float64Array }
  /** Values as drawn, while `scores` is sorted. */
  kept: Float64Array
  /** θ_pa·ln(deg+1) + ½·ln w of each platform this quarter; −Infinity where it is no candidate. */
  readonly attraction: Float64Array

  /** Per bank, this month's flows [mn]. */
  readonly bank: BankFlows
  /** Per platform, this month's flows [mn]. */
  readonly platform: PlatformFlows
  /** Per guarantor [mn]. */
  readonly guarantor: GuarantorFlows
  /** Principal that borrowers repaid, per segment, and interest and fees that all of them paid [mn]. */
  readonly segment: { repaid: Float64Array }
  borrowerInterest: number
  /** Guarantor claims by link slot and month's carried balances per bank and guarantor [mn]. */
  claims: Float64Array
  readonly carried: { bank: Float64Array; guarantor: Float64Array }
  /** Approved weight by region and segment, `[r * SEGMENTS + s]`; approved by platform and segment [mn]. */
  readonly screened: Float64Array
  readonly approvedBy: Float64Array
  /** pull·α by quote, and Σ over the national funders of all classes by platform, site and segment. */
  readonly approvedPull: Float64Array
  readonly nationalApprovedPull: Float64Array
  /** What `sumReachable` says of this month's applications; the outlook's own is as banks valued it. */
  readonly reached: Float64Array
  /** Approved volume still without funder: `[(outlet * regions + r) * SEGMENTS + s]` [mn]. */
  readonly approved: Float64Array
  /** Booked this month per link slot, site and segment [mn], own share of joint loans. */
  booked: Float64Array
  readonly funding: Funding
  /** Class whose price joint loans of a platform have, and scratch by class. */
  readonly jointClass: Int32Array
  readonly classVolume: Float64Array
  /** Performing loans of each bank, and signed partners, at the end of the month. */
  readonly closingLoans: Float64Array
  readonly pendingPartners: Int32Array
  /** Change of every sector's money this month by its own count: what matrix columns must equal [mn]. */
  readonly money: Float64Array
  /** Money a shock took from guarantors this month, to be posted when it is settled [mn]. */
  shockLosses: number
  /** Flows of the link being repaid. */
  readonly flow: Float64Array
  /** What the monthly checks compare with. */
  readonly trace: Trace
  /** What was decided on partnerships this month, and why. */
  readonly chronicle: Chronicle
  /** By vintage slot: instalment per yuan left, what is carried on of it, and the slot that closes. */
  readonly instalment: Float64Array
  readonly carry: Float64Array
  closingSlot: number
  /** h_t of each line; loan mode: what defaulted on it, and on each cell [mn]. */
  readonly lineHazard: Float64Array
  readonly lineDefaults: Float64Array
  drawn: Float64Array
  /** What all banks of a quote share of y and φ, and g [1/year]; lent at each quote this month [mn]. */
  readonly split: { yieldBase: Float64Array; feeBase: Float64Array; guaranteeFee: Float64Array }
  readonly lentAt: Float64Array
  /** Lengthens what is held by link slot. */
  grow(slots: number): void
}

/** Sectors of the transaction matrix, and flows a repaid link adds up. */
const SECTORS = 7
const FLOWS = 8

export interface BankFlows {
  readonly interest: Float64Array
  readonly repaid: Float64Array
  readonly defaults: Float64Array
  readonly indemnity: Float64Array
  readonly activations: Float64Array
  readonly room: Float64Array
  readonly resolution: Float64Array
}

export interface PlatformFlows {
  readonly fees: Float64Array
  readonly defaults: Float64Array
  readonly penalties: Float64Array
  readonly ableFunders: Int32Array
  readonly openingBalance: Float64Array
}

export interface GuarantorFlows {
  readonly fees: Float64Array
  readonly paid: Float64Array
  readonly cost: Float64Array
  readonly recovered: Float64Array
}

/** Allocates the scratch columns for a market of the given sizes. */
export function createWorkspace(
  parameters: Parameters,
  month: RuleMonth,
  banks: number,
  platforms: number,
  guarantors: number,
  regions: number,
  slots: number,
): Workspace {
  const outlets = createOutlook(month.inForce, banks, platforms, regions)
  const discount = { lag: -1, factor: 1 }
  const monthlyDiscount = log(1 + parameters.returnTarget) / 12
  return {
    month,
    announcement: undefined,
    anticipation: 0,
    inForce: outlets,
    next: createOutlook(month.inForce, banks, platforms, regions),
    priceSensitivity: Float64Array.from(
      parameters.markupBase,
      (base) => 1 / (base * parameters.markupScale),
    ),
    stockPerFlow: stockPerFlow(parameters.tenor, parameters.prepayment),
    penaltyDiscount(lag) {
      if (lag !== discount.lag) {
        discount.lag = lag
        discount.factor = exp(-monthlyDiscount * lag)
      }
      return discount.factor
    },
    site: new Uint8Array(platforms * regions),
    borrowings: new Array<Borrowing | undefined>(platforms * SITES * SEGMENTS).fill(undefined),
    stream: createStream(),
    degree: new Int32Array(platforms),
    listLength: new Int32Array(banks),
    scores: new Float64Array(platforms),
    order: new Int32Array(platforms),
    reach: new Float64Array(SITES * SEGMENTS),
    alone: {
      pull: new Float64Array(SITES * SEGMENTS),
      approval: new Float64Array(SITES * SEGMENTS),
      surplus: new Float64Array(SITES * SEGMENTS),
    },
    kept: new Float64Array(platforms),
    attraction: new Float64Array(platforms),
    bank: {
      interest: new Float64Array(banks),
      repaid: new Float64Array(banks),
      defaults: new Float64Array(banks),
      indemnity: new Float64Array(banks),
      activations: new Float64Array(banks),
      room: new Float64Array(banks),
      resolution: new Float64Array(banks),
    },
    platform: {
      fees: new Float64Array(platforms),
      defaults: new Float64Array(platforms),
      penalties: new Float64Array(platforms),
      ableFunders: new Int32Array(platforms),
      openingBalance: new Float64Array(platforms),
    },
    guarantor: {
      fees: new Float64Array(guarantors),
      paid: new Float64Array(guarantors),
      cost: new Float64Array(guarantors),
      recovered: new Float64Array(guarantors),
    },
    segment: { repaid: new Float64Array(SEGMENTS) },
    borrowerInterest: 0,
    claims: new Float64Array(slots),
    carried: {
      bank: new Float64Array(banks),
      guarantor: new Float64Array(guarantors),
    },
    screened: new Float64Array(regions * SEGMENTS),
    approvedBy: new Float64Array(platforms * SEGMENTS),
    approvedPull: new Float64Array(CLASSES * platforms * SITES * SEGMENTS),
    nationalApprovedPull: new Float64Array(platforms * SITES * SEGMENTS),
    reached: new Float64Array(platforms * SITES * SEGMENTS),
    approved: new Float64Array(outlets.outletWeight.length * regions * SEGMENTS),
    booked: new Float64Array(slots * SITES * SEGMENTS),
    funding: createFunding(banks, platforms, guarantors, regions, slots),
    jointClass: new Int32Array(platforms),
    classVolume: new Float64Array(CLASSES),
    closingLoans: new Float64Array(banks),
    pendingPartners: new Int32Array(banks),
    money: new Float64Array(SECTORS),
    shockLosses: 0,
    flow: new Float64Array(FLOWS),
    trace: createTrace(banks, platforms, guarantors),
    chronicle: createChronicle(),
    instalment: new Float64Array(parameters.tenor),
    carry: new Float64Array(parameters.tenor),
    closingSlot: 0,
    lineHazard: new Float64Array(parameters.tenor * outlets.served.length),
    lineDefaults: new Float64Array(parameters.tenor * outlets.served.length),
    drawn: new Float64Array(0),
    split: {
      yieldBase: new Float64Array(outlets.served.length),
      feeBase: new Float64Array(outlets.served.length),
      guaranteeFee: new Float64Array(outlets.served.length),
    },
    lentAt: new Float64Array(outlets.served.length),
    grow(longer) {
      this.claims = new Float64Array(longer)
      this.booked = new Float64Array(longer * SITES * SEGMENTS)
      growFunding(this.funding, longer)
    },
  }
}
