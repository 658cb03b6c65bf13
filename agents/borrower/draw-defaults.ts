/**
 * Loan mode: whole loans default. Their number is an inverse binomial of one keyed draw per edge,
 * segment, vintage and period.
 *
 * @source Model document, sections 2 (Luck) and 17
 * @module
 */
import { binomialQuantile } from '../../engine/distributions.ts'
import type { Context } from '../../engine/phase.ts'
import { purpose, uniform } from '../../engine/stream.ts'
import { visitCells } from '../loans/loan-book.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'

const borrowerDefault = purpose('borrower.default')

/** Draws every performing cell's defaults into `work.drawn`, and their sums by line [mn]. */
export function drawDefaults(market: Market, context: Context): void {
  const { loans, work } = market
  if (work.drawn.length < loans.principal.length) {
    work.drawn = new Float64Array(loans.principal.length)
  }
  work.drawn.fill(0)
  work.lineDefaults.fill(0)
  visitCells(loans, (cell, line, slot) => {
    const defaulted = drawCell(market, cell, slot, work.lineHazard[line], context)
    work.drawn[cell] = defaulted
    work.lineDefaults[line] += defaulted
  })
}

function drawCell(
  market: Market,
  cell: number,
  slot: number,
  hazard: number,
  context: Context,
): number {
  const { edges, banks, platforms, parameters, loans } = market
  const open = loans.principal[cell]
  const n = Math.round(open / parameters.averageTicket)
  if (n === 0) return open * hazard
  const b = banks.id[edges.links.from[slot]]
  const perLink = SITES * SEGMENTS * loans.tenor
  const counterpart = platforms.id[edges.links.to[slot]] * perLink + (cell % perLink)
  const u = uniform(context.key, borrowerDefault, b, counterpart, context.period)
  const defaulted = binomialQuantile(n, hazard, u) * (open / n)
  return defaulted < open ? defaulted : open
}
