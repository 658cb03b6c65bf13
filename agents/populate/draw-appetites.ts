/**
 * Wanted facilitation share of every licensed funder, and the capacity it gives.
 *
 *     s̄ = reported, else min( k · lognormal(median, sd), reported bound, .95 )
 *     cap = s̄·(O+L),   k such that Σ cap = 1.25 · market balance over national programmes on
 *
 * Local banks use the same k and are not counted: what they can lend is limited by their own region,
 * so their capacity is no room for the market (DECISIONS.md, capacity headroom).
 *
 * @source model document, section 10, step 1, and section 19.5
 * @module
 */
import { logNormal } from '../../engine/distributions.ts'
import { purpose, uniform, type Key } from '../../engine/stream.ts'
import { PROGRAMME_ON } from '../market.ts'
import type { Parameters } from '../parameters.ts'
import { appetiteFactor } from './appetite-factor.ts'
import type { Facts } from './facts.ts'
import { LICENCE_PROFILES } from './licence-profiles.ts'
import type { BankPopulation } from './population.ts'

const APPETITE = purpose('init.appetite')
const LARGEST_APPETITE = 0.95
const CAPACITY_OVER_BALANCE = 1.25

/** Needs `programme` and `totalLoans`; fills `programmeAppetite` and `programmeCapacity`. */
export function drawAppetites(
  banks: BankPopulation,
  facts: Facts,
  parameters: Parameters,
  key: Key,
): void {
  const size = facts.banks.length
  const share = new Float64Array(size)
  const bound = new Float64Array(size)
  const counted = new Uint8Array(size)
  let reported = 0
  for (let b = 0; b < size; b++) {
    const known = facts.banks[b]
    const on = banks.programme[b] === PROGRAMME_ON && banks.homeRegion[b] < 0
    if (known.appetite !== undefined) {
      if (on) reported += known.appetite.value * banks.totalLoans[b]
      continue
    }
    const median = LICENCE_PROFILES[known.licence].medianAppetite
    const luck = uniform(key, APPETITE, banks.id[b], 0, 0)
    share[b] = logNormal(median, parameters.capacityDispersion, luck)
    bound[b] = Math.min(LARGEST_APPETITE, known.appetiteBound?.value ?? LARGEST_APPETITE)
    counted[b] = on ? 1 : 0
  }
  const total = CAPACITY_OVER_BALANCE * facts.marketBalance.value - reported
  const factor = appetiteFactor({ share, bound, loans: banks.totalLoans, counted }, total)
  for (let b = 0; b < size; b++) {
    const drawn = share[b] > 0 ? Math.min(factor * share[b], bound[b]) : 0
    banks.programmeAppetite[b] = facts.banks[b].appetite?.value ?? drawn
    banks.programmeCapacity[b] = banks.programmeAppetite[b] * banks.totalLoans[b]
  }
}
