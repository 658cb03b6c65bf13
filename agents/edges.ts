/**
 * Partnerships between banks and platforms, one slot per pair that was ever linked.
 * @module
 */
import { cloneLinks, copyLinks, createLinks, type Links } from '../engine/links.ts'

/** What is known of a partnership, in link-slot order; slots are never reused by another pair. */
export interface Edges {
  /** Which pair, and whether loans may be made: `links.active`. */
  links: Links
  /** Signed and waiting for approval until this period (0 when not pending: periods of approval are > 0). */
  pendingUntil: Int32Array
  pending: Uint8Array
  formedAt: Int32Array
  endedAt: Int32Array
  endedReason: Uint8Array
  /** Performing principal, and what is left at month-end without defaults or new loans (L°) [mn]. */
  balance: Float64Array
  carried: Float64Array
  /** New loans of this month [mn]. */
  originated: Float64Array
}

/** No partnerships yet, with room for `slots`. */
export function createEdges(banks: number, platforms: number, slots: number): Edges {
  return {
    links: createLinks(banks, platforms, slots),
    pendingUntil: new Int32Array(slots),
    pending: new Uint8Array(slots),
    formedAt: new Int32Array(slots),
    endedAt: new Int32Array(slots),
    endedReason: new Uint8Array(slots),
    balance: new Float64Array(slots),
    carried: new Float64Array(slots),
    originated: new Float64Array(slots),
  }
}

/** The columns by slot follow the links when these have grown. */
export function growEdgeColumns(edges: Edges, slots: number): void {
  const longer = createEdges(0, 0, slots)
  copyEdgeColumns(edges, longer)
  Object.assign(edges, longer, { links: edges.links })
}

/** Copies partnerships, links and all. */
export function copyEdges(source: Edges, target: Edges): void {
  if (target.pending.length < source.pending.length) {
    growEdgeColumns(target, source.pending.length)
  }
  copyLinks(source.links, target.links)
  copyEdgeColumns(source, target)
}

/** New partnerships with the same state. */
export function cloneEdges(source: Edges): Edges {
  const clone = createEdges(0, 0, source.pending.length)
  copyEdgeColumns(source, clone)
  clone.links = cloneLinks(source.links)
  return clone
}

function copyEdgeColumns(source: Edges, target: Edges): void {
  target.pendingUntil.set(source.pendingUntil)
  target.pending.set(source.pending)
  target.formedAt.set(source.formedAt)
  target.endedAt.set(source.endedAt)
  target.endedReason.set(source.endedReason)
  target.balance.set(source.balance)
  target.carried.set(source.carried)
  target.originated.set(source.originated)
}
