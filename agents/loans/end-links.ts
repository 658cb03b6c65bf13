/**
 * Partnerships end; loans already made run off.
 * @module
 */
import { cutLink } from '../../engine/links.ts'
import type { Edges } from '../edges.ts'

/** Ends an active or signed partnership, with its reason. */
export function endPartner(edges: Edges, slot: number, reason: number, period: number): void {
  cutLink(edges.links, slot)
  edges.pending[slot] = 0
  edges.endedAt[slot] = period
  edges.endedReason[slot] = reason
}

/** Ends every partnership of a bank, active or signed. */
export function endAllPartners(edges: Edges, b: number, reason: number, period: number): void {
  const { links } = edges
  for (let slot = 0; slot < links.count; slot++) {
    if (links.from[slot] === b) endIfOpen(edges, slot, reason, period)
  }
}

/** Ends every partnership of a platform, active or signed. */
export function endAllFunders(edges: Edges, p: number, reason: number, period: number): void {
  const { links } = edges
  for (let slot = 0; slot < links.count; slot++) {
    if (links.to[slot] === p) endIfOpen(edges, slot, reason, period)
  }
}

function endIfOpen(edges: Edges, slot: number, reason: number, period: number): void {
  if (edges.links.active[slot] === 1 || edges.pending[slot] === 1) {
    endPartner(edges, slot, reason, period)
  }
}
