import { addLink, cutLink, indexLinks } from '../../engine/links.ts'
import { createEdges } from '../edges.ts'
import { createLoanBook } from '../loans/loan-book.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'

/** Links that may form in a run before the arrays grow. */
const ROOM = 512

/**
 * Forgets the partnerships that ended in burn-in: slots of period 0 are those active or signed, in
 * order of bank and platform, whatever happened before.
 */
export function compactEdges(market: Market): void {
  const old = market.edges
  const stock = market.loans.stock
  const slots: number[] = []
  for (let slot = 0; slot < old.links.count; slot++) {
    if (old.links.active[slot] === 1 || old.pending[slot] === 1) slots.push(slot)
  }
  const { from, to, active } = old.links
  slots.sort((x, y) => from[x] - from[y] || to[x] - to[y])
  const capacity = slots.length + ROOM
  const edges = createEdges(market.banks.size, market.platforms.size, capacity)
  const loans = createLoanBook(market.loans.tenor, market.platforms.size, capacity)
  const width = SITES * SEGMENTS
  for (const slot of slots) {
    const into = addLink(edges.links, from[slot], to[slot])
    if (active[slot] === 0) cutLink(edges.links, into)
    edges.pending[into] = old.pending[slot]
    edges.pendingUntil[into] = old.pendingUntil[slot]
    edges.formedAt[into] = old.formedAt[slot]
    edges.balance[into] = old.balance[slot]
    edges.carried[into] = old.carried[slot]
    loans.stock.set(stock.subarray(slot * width, (slot + 1) * width), into * width)
  }
  indexLinks(edges.links)
  market.edges = edges
  market.loans = loans
  market.work.grow(capacity)
}
