import type { Market } from '../market.ts'
import { addRow, writeLast } from './chronicle.ts'
import { AT } from './columns.ts'

/** Begins a row on one partnership: who, what, why, its balance and the bank's list length. */
export function notePartnership(
  market: Market,
  slot: number,
  event: number,
  reason: number,
  period: number,
): void {
  const { edges, banks, platforms, work } = market
  const b = edges.links.from[slot]
  const p = edges.links.to[slot]
  addRow(work.chronicle, period, banks.id[b], platforms.id[p], event, reason)
  writeLast(work.chronicle, AT.balance, edges.balance[slot])
  writeLast(work.chronicle, AT.partners, work.listLength[b])
}
