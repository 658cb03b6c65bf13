/**
 * Partnerships begin: signed first, lending once approved.
 * @module
 */
import { addLink, cutLink } from '../../engine/links.ts'
import { writeLast } from '../chronicle/chronicle.ts'
import { APPROVAL, AT, SIGNED, STARTED } from '../chronicle/columns.ts'
import { notePartnership } from '../chronicle/note-partnership.ts'
import { growLoanBook } from '../loans/loan-book.ts'
import { growEdgeColumns } from '../edges.ts'
import type { Market } from '../market.ts'

/** Signs a partnership, with its reason, that may lend after `delay` months. */
export function signPartner(
  market: Market,
  b: number,
  p: number,
  delay: number,
  reason: number,
  period: number,
): void {
  const { edges } = market
  const slot = addLink(edges.links, b, p)
  cutLink(edges.links, slot)
  growEdges(market)
  edges.pending[slot] = 1
  edges.pendingUntil[slot] = period + delay
  edges.endedReason[slot] = 0
  notePartnership(market, slot, SIGNED, reason, period)
  writeLast(market.work.chronicle, AT.activeFrom, period + delay)
}

/** A signed partnership may lend from now on. */
export function activatePartner(market: Market, slot: number, period: number): void {
  const { edges } = market
  edges.pending[slot] = 0
  edges.links.active[slot] = 1
  edges.formedAt[slot] = period
  notePartnership(market, slot, STARTED, APPROVAL, period)
}

/** Columns by slot follow the links when these grow. */
function growEdges(market: Market): void {
  const { edges, work } = market
  const slots = edges.links.capacity
  if (edges.pending.length >= slots) return
  growLoanBook(market.loans, slots)
  growEdgeColumns(edges, slots)
  work.grow(slots)
}
