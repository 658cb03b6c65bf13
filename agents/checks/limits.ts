/**
 * I10: limits hold when a loan is made. A limit that losses or shrinking capital break later is no
 * error, as long as nothing is lent while it is broken.
 *
 *     L_bp ≤ singlePartnerCap·T1_b ;  Σ_{p: joint} L_bp ≤ jointLendingTotalCap·(O_b + L°_b) ;  G ≤ lev·K
 *
 * Balances are what the month's loans add to what is carried over; joint limits bind banks, not the
 * platform's own affiliate.
 *
 * @source Model document, sections 5.9, 12 and 19.4
 * @module
 */
import type { Check, Violation } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { bankName, guarantorName, pairNames } from './agent-names.ts'

/** Rounding of four rounds of offers, relative to the limit. */
const RELATIVE = 1e-9

/** Limits on joint loans, within their scope. */
export const jointLimits: Check<Market> = {
  id: 'jointLimits',
  label: { en: 'Joint loans stay within their limits', zh: '联合贷款不超过限额' },
  after: 'bank.allocateFunding',
  find(market) {
    for (let b = 0; b < market.banks.size; b++) {
      if (market.banks.affiliateOf[b] >= 0) continue
      const violation = findJoint(market, b)
      if (violation) return violation
    }
    return undefined
  },
}

function findJoint(market: Market, b: number): Violation | undefined {
  const { banks, platforms, edges, work } = market
  const { rules } = work.inForce
  const { links } = edges
  const single = rules.singlePartnerCap[b] * (banks.equity[b] - banks.tier1Deduction[b])
  const total = rules.jointTotalCap[b] * (banks.otherLoans[b] + work.carried.bank[b])
  const { endedFirst, endedNext } = work.funding
  let held = 0
  let lent = 0
  for (let slot = endedFirst[b]; slot >= 0; slot = endedNext[slot]) {
    const joint = rules.jointCoversAll[b] === 1 || platforms.ownFundingShare[links.to[slot]] > 0
    if (joint) held += edges.carried[slot]
  }
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const slot = links.fromSlots[i]
    const joint = rules.jointCoversAll[b] === 1 || platforms.ownFundingShare[links.to[slot]] > 0
    if (!joint) continue
    const added = work.funding.bookedTotal[slot]
    const balance = edges.carried[slot] + added
    held += balance
    lent += added
    if (isAbove(balance, single, added)) {
      return above('joint loans with one partner', balance, single, pairNames(market, slot))
    }
  }
  return isAbove(held, total, lent)
    ? above('joint loans of a bank', held, total, [bankName(market, b)])
    : undefined
}

/** What guarantors cover, against the legal multiple of their equity. */
export const guaranteeMultiple: Check<Market> = {
  id: 'guaranteeMultiple',
  label: { en: 'Guarantees stay within the legal multiple', zh: '担保余额不超过法定倍数' },
  after: 'bank.allocateFunding',
  find(market) {
    const { guarantors, platforms, edges, work } = market
    const { links } = edges
    const added = new Float64Array(guarantors.size)
    for (let slot = 0; slot < links.count; slot++) {
      const lent = work.funding.bookedTotal[slot]
      const p = links.to[slot]
      const g = platforms.guarantor[p]
      if (lent === 0 || g < 0) continue
      added[g] += (platforms.guaranteeCover[p] * lent) / (1 - platforms.ownFundingShare[p])
    }
    const multiple = work.inForce.rules.guaranteeLeverageMax
    for (let g = 0; g < guarantors.size; g++) {
      const limit = multiple * guarantors.equity[g]
      const covered = work.carried.guarantor[g] + added[g]
      if (!isAbove(covered, limit, added[g])) continue
      return above('loans a guarantor covers', covered, limit, [guarantorName(market, g)])
    }
    return undefined
  },
}

/** Above the limit by more than rounding, something having been lent. */
function isAbove(balance: number, limit: number, added: number): boolean {
  return added > RELATIVE * Math.abs(limit) && !(balance <= limit + RELATIVE * Math.abs(limit))
}

function above(subject: string, left: number, right: number, agents: readonly string[]): Violation {
  return { identity: `${subject} ≤ limit`, left, right, tolerance: RELATIVE * right, agents }
}
