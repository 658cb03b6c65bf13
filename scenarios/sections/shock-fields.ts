/**
 * What each kind of shock may say besides when: whom it meets, and its sizes with their ends.
 * @module
 */
import type { WrittenShock } from '../shock.ts'
import type { Notation } from '../units.ts'

/** A number of a shock, and how it is written. */
export interface ShockSize {
  readonly key: string
  readonly notation: Notation
  readonly bounds: readonly [number, number]
  readonly whole: boolean
  /** How long, not how much. */
  readonly lasts: boolean
}

const LARGEST_FACTOR = 100
const LONGEST = 1200
/** Standard deviations of the macro factor. */
const WORST_STATE = 10

const size = (key: string, notation: Notation, bounds: readonly [number, number]): ShockSize => ({
  key,
  notation,
  bounds,
  whole: false,
  lasts: false,
})

const share = (key: string): ShockSize => size(key, 'share', [0, 1])
const factor = size('factor', 'number', [0, LARGEST_FACTOR])
const months: ShockSize = {
  key: 'months',
  notation: 'months',
  bounds: [1, LONGEST],
  whole: true,
  lasts: true,
}

export const SHOCK_SIZES: Readonly<Record<WrittenShock['kind'], readonly ShockSize[]>> = {
  defaultWave: [size('macroState', 'number', [-WORST_STATE, WORST_STATE])],
  partnerFailure: [],
  fundingShock: [
    size('costRise', 'rate', [0, 1]),
    size('depositLimit', 'millionYuan', [0, Infinity]),
    share('capacityFactor'),
    months,
  ],
  enforcementCampaign: [factor, months],
  guarantorRun: [share('factor')],
  trafficShock: [factor],
  lenderDistress: [share('capacityFactor'), share('capabilityFactor'), months],
}

/** The key that says whom a shock meets; none where it meets all. */
export const SHOCK_TARGETS: Readonly<
  Record<WrittenShock['kind'], 'banks' | 'platform' | 'guarantors' | 'regions' | undefined>
> = {
  defaultWave: undefined,
  partnerFailure: 'platform',
  fundingShock: 'banks',
  enforcementCampaign: 'regions',
  guarantorRun: 'guarantors',
  trafficShock: 'platform',
  lenderDistress: 'banks',
}
