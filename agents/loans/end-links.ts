/**
 * Partnerships end; loans already made run off.
 * @module
 */
import { cutLink } from '../../engine/links.ts'
import { ENDED, WITHDRAWN } from '../chronicle/columns.ts'
import { notePartnership } from '../chronicle/note-partnership.ts'
import type { Market } from '../market.ts'

/** Ends an active or signed partnership, with its reason. */
export function endPartner(market: Market, slot: number, reason: number, period: number): void {
  const { edges } = market
  const lending = edges.links.active[slot] === 1
  notePartnership(market, slot, lending ? ENDED : WITHDRAWN, reason, period)
  cutLink(edges.links, slot)
  edges.pending[slot] = 0
  edges.endedAt[slot] = period
  edges.endedReason[slot] = reason
}

/** Ends every partnership of a bank, active or signed. */
export function endAllPartners(market: Market, b: number, reason: number, period: number): void {
  const { links } = market.edges
  for (let slot = 0; slot < links.count; slot++) {
    if (links.from[slot] === b) endIfOpen(market, slot, reason, period)
  }
}

/** Ends every partnership of a platform, active or signed. */
export function endAllFunders(market: Market, p: number, reason: number, period: number): void {
  const { links } = market.edges
  for (let slot = 0; slot < links.count; slot++) {
    if (links.to[slot] === p) endIfOpen(market, slot, reason, period)
  }
}

function endIfOpen(market: Market, slot: number, reason: number, period: number): void {
  const { edges } = market
  if (edges.links.active[slot] === 1 || edges.pending[slot] === 1) {
    endPartner(market, slot, reason, period)
  }
}
