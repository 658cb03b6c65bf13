/**
 * What the monthly checks compare with, noted while the month runs: never part of the state, and read
 * by nothing but checks.
 * @module
 */
import { SEGMENTS } from './parameters.ts'

export interface Trace {
  /** Σ money of all banks, guarantors and platforms before any of it moves [mn]. */
  readonly openingMoney: { banks: number; guarantors: number; platforms: number }
  /** Statuses before this month's failures. */
  readonly bankFailed: Uint8Array
  readonly platformFailed: Uint8Array
  readonly guarantorFailed: Uint8Array
  readonly programme: Uint8Array
  /** m_b and nmax before this month's investment, and C_over as charged [mn/yr]. */
  readonly riskManagement: Float64Array
  readonly complianceCapacity: Float64Array
  readonly oversight: Float64Array
  /** Σ of performing cells by segment, counted while they are written [mn]. */
  readonly performing: Float64Array
  /** Smallest and largest h_t of a line in use; NaN once any of them is. */
  leastHazard: number
  mostHazard: number
  /** Largest |lent − settled| over lent of a vintage that ended, and its link slot. */
  closingGap: number
  closingSlot: number
  /** Largest |y + g + φ − r| of a cell booked this month [1/year], and its link slot. */
  splitGap: number
  splitSlot: number
  /** Largest price above the ceiling in force of a quote of this month [1/year], and its platform. */
  priceExcess: number
  pricePlatform: number
  /** Link slot of the first loan that nobody was allowed to make, -1 none. */
  barredSlot: number
}

/** Allocates the trace of a market of the given sizes. */
export function createTrace(banks: number, platforms: number, guarantors: number): Trace {
  return {
    openingMoney: { banks: 0, guarantors: 0, platforms: 0 },
    bankFailed: new Uint8Array(banks),
    platformFailed: new Uint8Array(platforms),
    guarantorFailed: new Uint8Array(guarantors),
    programme: new Uint8Array(banks),
    riskManagement: new Float64Array(banks),
    complianceCapacity: new Float64Array(banks),
    oversight: new Float64Array(banks),
    performing: new Float64Array(SEGMENTS),
    leastHazard: 0,
    mostHazard: 0,
    closingGap: 0,
    closingSlot: -1,
    splitGap: 0,
    splitSlot: -1,
    priceExcess: 0,
    pricePlatform: -1,
    barredSlot: -1,
  }
}
