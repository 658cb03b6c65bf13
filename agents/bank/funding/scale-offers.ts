/**
 * Scales the offers of a round down, constraint by constraint, in proportion.
 *
 *     pair:       L_bp ≤ z·L°_b
 *     joint:      L_bp ≤ singlePartnerCap·T1_b;  Σ_{p: x_p>0} L_bp ≤ jointLendingTotalCap·(O_b+L°_b)
 *     affiliate:  x/(1−x)·Σ_b ≤ its room
 *     guarantor:  Σ γ·L ≤ lev·K_g;  per bank Σ γ·L_bp ≤ ν_g·K_g^reviewed·cap_b/Σcap
 *     room:       Σ_p ≤ Room_b
 *     guaranteed: Σ γ·L ≤ share·(partner loans, or all loans)
 *
 * @source Model document, section 5.9
 * @module
 */
import type { Market } from '../../market.ts'
import type { Funding } from '../../funding-scratch.ts'
import type { Outlook } from '../../pricing/outlook.ts'
import { limitGuaranteedShares, limitGuarantorLines, limitGuarantors } from './limit-guarantees.ts'

/** Finds out which limits can bind this month: most rule books leave most of them open. */
export function placeLimits(market: Market, outlook: Outlook): void {
  const { binding } = market.work.funding
  const { rules } = outlook
  binding.joint = hasAny(market.platforms.ownFundingShare, (share) => share > 0)
  binding.pairs =
    binding.joint ||
    hasAny(rules.partnerShareMax, (share) => share < 1) ||
    hasAny(rules.jointCoversAll, (flag) => flag === 1)
  binding.lines = hasAny(rules.guarantorCheck, (flag) => flag === 1)
  binding.shares =
    hasAny(rules.guaranteedShareMax, (share) => share < 1) ||
    hasAny(rules.guaranteedShareOfAllMax, (share) => share < 1)
}

function hasAny(column: Float64Array | Uint8Array, test: (value: number) => boolean): boolean {
  for (let i = 0; i < column.length; i++) if (test(column[i])) return true
  return false
}

/** Sets `factor` of every link to the share of its offer that all limits leave; 0 without an offer. */
export function scaleOffers(market: Market, outlook: Outlook, funding: Funding): void {
  const { binding, factor, offered, eligible, eligibleCount } = funding
  factor.fill(0)
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    if (offered[slot] > 0) factor[slot] = 1
  }
  if (binding.pairs) limitPairs(market, outlook, funding)
  if (binding.joint) limitAffiliates(market, funding)
  limitGuarantors(market, outlook, funding)
  if (binding.lines) limitGuarantorLines(market, outlook, funding)
  limitRoom(market, funding)
  // Last: the share is of what is finally accepted, and scaling it down keeps every other limit.
  if (binding.shares) limitGuaranteedShares(market, outlook, funding)
}

/** Pair limits, and both joint limits within their scope. */
function limitPairs(market: Market, outlook: Outlook, funding: Funding): void {
  const { banks, edges, work } = market
  const { links } = edges
  const { rules } = outlook
  const { endedFirst, endedNext } = funding
  for (let b = 0; b < banks.size; b++) {
    if (banks.affiliateOf[b] >= 0) continue
    const partnerLoans = work.carried.bank[b]
    const pairCap =
      rules.partnerShareMax[b] < 1 ? rules.partnerShareMax[b] * partnerLoans : Infinity
    const tier1 = banks.equity[b] - banks.tier1Deduction[b]
    const singleCap = rules.singlePartnerCap[b] * tier1
    const total = rules.jointTotalCap[b] * (banks.otherLoans[b] + partnerLoans)
    let jointHeld = 0
    let jointOffered = 0
    for (let slot = endedFirst[b]; slot >= 0; slot = endedNext[slot]) {
      if (isJoint(market, outlook, b, links.to[slot])) jointHeld += edges.carried[slot]
    }
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      const joint = isJoint(market, outlook, b, links.to[slot])
      const cap = joint && singleCap < pairCap ? singleCap : pairCap
      const held = edges.carried[slot] + funding.bookedTotal[slot]
      if (funding.factor[slot] > 0 && cap < Infinity) {
        const space = cap - held
        if (funding.offered[slot] > space) {
          funding.factor[slot] = space > 0 ? space / funding.offered[slot] : 0
        }
      }
      if (!joint) continue
      jointHeld += held
      jointOffered += funding.factor[slot] * funding.offered[slot]
    }
    if (jointOffered <= 0 || jointHeld + jointOffered <= total) continue
    const share = total > jointHeld ? (total - jointHeld) / jointOffered : 0
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      if (isJoint(market, outlook, b, links.to[slot])) funding.factor[slot] *= share
    }
  }
}

function isJoint(market: Market, outlook: Outlook, b: number, p: number): boolean {
  return outlook.rules.jointCoversAll[b] === 1 || market.platforms.ownFundingShare[p] > 0
}

/** A joint platform's affiliate must have room for its own share of what the banks accept. */
function limitAffiliates(market: Market, funding: Funding): void {
  const { platforms, edges } = market
  const { links } = edges
  for (let p = 0; p < platforms.size; p++) {
    const own = platforms.ownFundingShare[p]
    if (own <= 0) continue
    const affiliate = platforms.affiliate[p]
    const room = affiliate >= 0 ? funding.room[affiliate] : 0
    let offered = 0
    for (let i = links.toStart[p]; i < links.toStart[p + 1]; i++) {
      const slot = links.toSlots[i]
      offered += funding.factor[slot] * funding.offered[slot]
    }
    const needed = (offered * own) / (1 - own)
    if (needed <= room) continue
    const share = room > 0 ? room / needed : 0
    for (let i = links.toStart[p]; i < links.toStart[p + 1]; i++) {
      funding.factor[links.toSlots[i]] *= share
    }
  }
}

/** What is accepted in total fits the bank's room. */
function limitRoom(market: Market, funding: Funding): void {
  const { from } = market.edges.links
  const { factor, offered, offeredToBank, room, eligible, eligibleCount } = funding
  offeredToBank.fill(0)
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    if (factor[slot] > 0) offeredToBank[from[slot]] += factor[slot] * offered[slot]
  }
  for (let i = 0; i < eligibleCount; i++) {
    const slot = eligible[i]
    if (factor[slot] <= 0) continue
    const b = from[slot]
    if (offeredToBank[b] > room[b]) factor[slot] *= room[b] / offeredToBank[b]
  }
}
