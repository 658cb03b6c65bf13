import { PROGRAMME_EXIT, PROGRAMME_OFF, PROGRAMME_ON, type Market } from '../../../agents/market.ts'
import { endAllPartners } from '../../../agents/loans/end-links.ts'

/** Whether a link is a partnership, and not the permanent one of a platform's own lender. */
export function isPartnership({ banks, edges }: Market, slot: number): boolean {
  const { links } = edges
  return links.active[slot] === 1 && banks.affiliateOf[links.from[slot]] < 0
}

/** Partnerships there are. */
export function countPartnerships(market: Market): number {
  let count = 0
  for (let slot = 0; slot < market.edges.links.count; slot++) {
    if (isPartnership(market, slot)) count++
  }
  return count
}

/** Partnerships of each bank. */
export function partnershipsByBank(market: Market): Int32Array {
  const counts = new Int32Array(market.banks.size)
  const { from, count } = market.edges.links
  for (let slot = 0; slot < count; slot++) if (isPartnership(market, slot)) counts[from[slot]]++
  return counts
}

/** A programme is over at once: a benchmark has no stock that runs off. */
export function stopProgramme(market: Market, b: number, period: number): void {
  const { banks } = market
  endAllPartners(market, b, PROGRAMME_EXIT, period)
  banks.programme[b] = PROGRAMME_OFF
  banks.exitedAt[b] = period
}

/** Programmes that had partners and have none are over. */
export function stopEmptyProgrammes(market: Market, before: Int32Array, period: number): void {
  const { banks } = market
  const now = partnershipsByBank(market)
  for (let b = 0; b < banks.size; b++) {
    if (banks.programme[b] !== PROGRAMME_ON || before[b] === 0 || now[b] > 0) continue
    stopProgramme(market, b, period)
  }
}
