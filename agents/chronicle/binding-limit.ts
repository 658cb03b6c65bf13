/**
 * Which limit held back what a bank lends this month: the first that is met exactly.
 *
 * @source Model document, section 5.9
 * @module
 */
import { capitalRoom, roomOf } from '../bank/funding/room.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import type { Criterion } from './columns.ts'

/** A limit counts as met from this share of it on: filling it leaves rounding. */
const MET = 1 - 1e-9

/** What a bank lent, its room, and the limit that held it back; `none`: nobody asked for more. */
export interface Lending {
  readonly lent: number
  readonly room: number
  readonly limit: Criterion
}

/** Reads a bank's lending of this month after funds were allocated [mn]. */
export function lendingOf(market: Market, b: number): Lending {
  const outlook = market.work.inForce
  const lent = lentBy(market, b)
  const room = roomOf(market, outlook, b)
  if (outlook.able[b] === 0) return { lent, room, limit: 'notAble' }
  if (outlook.rules.stopped[b] === 1) return { lent, room, limit: 'stopped' }
  if (lent >= MET * room) return { lent, room, limit: roomLimit(market, b, room) }
  return { lent, room, limit: partnerLimit(market, b) }
}

function lentBy(market: Market, b: number): number {
  const { edges, work } = market
  const { links } = edges
  const width = SITES * SEGMENTS
  let lent = 0
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const first = links.fromSlots[i] * width
    for (let k = first; k < first + width; k++) lent += work.booked[k]
  }
  return lent
}

/** Which of the terms of Room is the least. */
function roomLimit(market: Market, b: number, room: number): Criterion {
  const { banks, parameters, work } = market
  const capacity = work.inForce.capacity[b]
  if (capitalRoom(market, work.inForce, b) <= room) return 'capital'
  if (banks.fundingLimit[b] <= room) return 'fundingShock'
  if (capacity - work.carried.bank[b] <= room) return 'capacity'
  if (parameters.maxMonthlyUse * capacity <= room) return 'monthlyUse'
  return 'stockLimit'
}

/** A joint limit of the bank, or the multiple of a guarantor of one of its partners. */
function partnerLimit(market: Market, b: number): Criterion {
  const { banks, platforms, guarantors, edges, work } = market
  const { links } = edges
  const { rules } = work.inForce
  const single = rules.singlePartnerCap[b] * (banks.equity[b] - banks.tier1Deduction[b])
  const total = rules.jointTotalCap[b] * (banks.otherLoans[b] + work.carried.bank[b])
  let joint = 0
  let limit: Criterion = 'none'
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const slot = links.fromSlots[i]
    const p = links.to[slot]
    const held = edges.carried[slot] + work.funding.bookedTotal[slot]
    if (rules.jointCoversAll[b] === 1 || platforms.ownFundingShare[p] > 0) {
      joint += held
      if (held >= MET * single) return 'jointLimit'
    }
    const g = platforms.guarantor[p]
    if (g < 0 || platforms.guaranteeCover[p] <= 0) continue
    const covered = work.carried.guarantor[g] + work.funding.bookedByGuarantor[g]
    const most = rules.guaranteeLeverageMax * guarantors.equity[g]
    if (covered >= MET * most) limit = 'guaranteeLeverage'
  }
  return joint > 0 && joint >= MET * total ? 'jointLimit' : limit
}
