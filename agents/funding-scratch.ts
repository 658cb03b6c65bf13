/**
 * Scratch of one month's funding, shared by the rounds of `bank/funding/`.
 * @module
 */
import { CLASSES, SITES } from './pricing/outlook.ts'
import { SEGMENTS } from './parameters.ts'

export interface Funding {
  /** What is on offer: approvals, or what another class left over; `[(outlet * regions + r) * SEGMENTS + s]` [mn]. */
  volume: Float64Array
  readonly overflow: Float64Array
  /** Outlets that left something over, and where it goes: class and α_ℓ'/α_ℓ by site and segment. */
  readonly leftover: Uint8Array
  readonly target: Int32Array
  readonly ratio: Float64Array
  /** Which limits can bind this month at all. */
  readonly binding: { pairs: boolean; joint: boolean; lines: boolean; shares: boolean }
  /** Share of an outlet's approvals in a region that has no funder yet, `[outlet * regions + r]`. */
  readonly left: Float64Array
  /** Σω of the banks with room by outlet (national), by outlet and region (local). */
  readonly nationalWeight: Float64Array
  readonly localWeight: Float64Array
  /** Σ_{r in site} left·Y/Ω_r, `[(outlet * SITES + site) * SEGMENTS + s]`: times ω it is an offer. */
  readonly perWeight: Float64Array
  /** The sum of `perWeight` over sites and segments, by outlet. */
  readonly totalPerWeight: Float64Array
  /** 1 where an outlet still has something to fund. */
  readonly open: Uint8Array
  /** Slots that take part this round, by bank and within it by platform. */
  eligible: Int32Array
  /** Outlet of each of these. */
  eligibleOutlet: Int32Array
  eligibleCount: number
  /** Per link slot: offered to the bank this round [mn], and the share of it that is accepted. */
  offered: Float64Array
  factor: Float64Array
  /** Weight of the banks that accepted this round, by outlet and by outlet and region. */
  readonly takenNational: Float64Array
  readonly takenLocal: Float64Array
  /** Per link slot: its offer is this times `perWeight` (local banks: times their region's volume). */
  offerScale: Float64Array
  /** Booked so far by link slot [mn], own share of joint loans. */
  bookedTotal: Float64Array
  /** Ended partnerships that still hold loans: first slot by bank, next by slot, -1 at the end. */
  readonly endedFirst: Int32Array
  endedNext: Int32Array
  /** Room left per bank; offered per bank and per guarantor [mn]. */
  readonly room: Float64Array
  readonly offeredToBank: Float64Array
  readonly byGuarantor: Float64Array
  readonly bookedByGuarantor: Float64Array
  readonly lineUse: Float64Array
  readonly capacityByGuarantor: Float64Array
}

/** Allocates the funding scratch. */
export function createFunding(
  banks: number,
  platforms: number,
  guarantors: number,
  regions: number,
  slots: number,
): Funding {
  const outlets = CLASSES * platforms
  const overflow = new Float64Array(outlets * regions * SEGMENTS)
  return {
    volume: overflow,
    overflow,
    leftover: new Uint8Array(outlets),
    target: new Int32Array(SITES * SEGMENTS),
    ratio: new Float64Array(SITES * SEGMENTS),
    binding: { pairs: false, joint: false, lines: false, shares: false },
    left: new Float64Array(outlets * regions),
    nationalWeight: new Float64Array(outlets),
    localWeight: new Float64Array(outlets * regions),
    perWeight: new Float64Array(outlets * SITES * SEGMENTS),
    totalPerWeight: new Float64Array(outlets),
    offered: new Float64Array(slots),
    factor: new Float64Array(slots),
    open: new Uint8Array(outlets),
    eligible: new Int32Array(slots),
    eligibleOutlet: new Int32Array(slots),
    eligibleCount: 0,
    takenNational: new Float64Array(outlets),
    takenLocal: new Float64Array(outlets * regions),
    offerScale: new Float64Array(slots),
    bookedTotal: new Float64Array(slots),
    endedFirst: new Int32Array(banks),
    endedNext: new Int32Array(slots),
    room: new Float64Array(banks),
    offeredToBank: new Float64Array(banks),
    byGuarantor: new Float64Array(guarantors),
    bookedByGuarantor: new Float64Array(guarantors),
    lineUse: new Float64Array(guarantors),
    capacityByGuarantor: new Float64Array(guarantors),
  }
}

/** Lengthens what is held by link slot; its contents are rewritten every round. */
export function growFunding(funding: Funding, slots: number): void {
  funding.offered = new Float64Array(slots)
  funding.factor = new Float64Array(slots)
  funding.eligible = new Int32Array(slots)
  funding.eligibleOutlet = new Int32Array(slots)
  funding.offerScale = new Float64Array(slots)
  funding.bookedTotal = new Float64Array(slots)
  funding.endedNext = new Int32Array(slots)
}
