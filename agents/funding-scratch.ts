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
  /** Share of an outlet's approvals in a region that has no funder yet, `[outlet * regions + r]`. */
  readonly left: Float64Array
  /** Σω of the banks with room by outlet (national), by outlet and region (local). */
  readonly nationalWeight: Float64Array
  readonly localWeight: Float64Array
  /** Σ_{r in site} left·Y/Ω_r, `[(outlet * SITES + site) * SEGMENTS + s]`: times ω it is an offer. */
  readonly perWeight: Float64Array
  /** Per link slot: offered to the bank this round [mn], accepted share, and whether it took part. */
  offered: Float64Array
  factor: Float64Array
  eligible: Uint8Array
  /** Offered by link slot, site and segment [mn]. */
  offers: Float64Array
  /** Booked so far by link slot [mn], own share of joint loans. */
  bookedTotal: Float64Array
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
    left: new Float64Array(outlets * regions),
    nationalWeight: new Float64Array(outlets),
    localWeight: new Float64Array(outlets * regions),
    perWeight: new Float64Array(outlets * SITES * SEGMENTS),
    offered: new Float64Array(slots),
    factor: new Float64Array(slots),
    eligible: new Uint8Array(slots),
    offers: new Float64Array(slots * SITES * SEGMENTS),
    bookedTotal: new Float64Array(slots),
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
  funding.eligible = new Uint8Array(slots)
  funding.offers = new Float64Array(slots * SITES * SEGMENTS)
  funding.bookedTotal = new Float64Array(slots)
}
