/**
 * New loans enter the book at age 0, with their terms frozen.
 *
 * @source Model document, sections 3.3, 4 (phase 7) and 5.4
 * @module
 */
import { isJointAffiliate, type Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import { siteCount } from '../pricing/price-outlets.ts'
import { freezeLines } from './freeze-lines.ts'
import { cellAt, lineAt, rowOf } from './loan-book.ts'
import { noteLending, noteSplit } from './note-month.ts'

/** Books what `work.booked` holds as the vintage of `period`. */
export function bookLoans(market: Market, period: number): void {
  const { loans, edges, work } = market
  const { booked } = work
  const { to, count } = edges.links
  const vintage = vintageSlot(period, loans.tenor)
  freezeLines(market, vintage)
  work.lentAt.fill(0)
  const keep = (1 - 1 / loans.tenor) * (1 - market.parameters.prepayment)
  for (let slot = 0; slot < count; slot++) {
    const sites = siteCount(market, to[slot])
    let originated = 0
    for (let site = 0; site < sites; site++) {
      const from = (slot * SITES + site) * SEGMENTS
      let lent = 0
      for (let s = 0; s < SEGMENTS; s++) lent += booked[from + s]
      if (lent <= 0) continue
      const row = rowOf(slot, site)
      noteLending(market, slot, site, period)
      bookRow(market, slot, site, vintage)
      loans.lent[row * loans.tenor + vintage] = lent
      loans.rowBalance[row] += lent
      originated += lent
    }
    edges.originated[slot] = originated
    edges.balance[slot] += originated
    edges.carried[slot] += originated * keep
  }
  countLines(market, vintage)
}

/** Slot of the vintage of a period, in [0, tenor). */
export function vintageSlot(period: number, tenor: number): number {
  return ((period % tenor) + tenor) % tenor
}

/**
 * Books one row: every bank keeps its own cost difference, the rest is the line's.
 *
 *     y = [(1−γ)·EL + ψ(S+ῡ)] + (1−ψ)·υ_b ;  φ = [a + u + (1−ψ)(S+ῡ)] − (1−ψ)·υ_b, at most the fee cap
 */
function bookRow(market: Market, slot: number, site: number, vintage: number): void {
  const { loans, work, edges, platforms } = market
  const { principal } = loans
  const yields = loans.yield
  const { booked, lentAt } = work
  const { yieldBase, feeBase } = work.split
  const row = rowOf(slot, site)
  const quote = firstQuote(market, slot, site)
  const first = cellAt(loans, row, vintage, 0)
  const b = edges.links.from[slot]
  const own = (1 - platforms.lenderSurplusShare[edges.links.to[slot]]) * work.inForce.unitCost[b]
  const most = work.inForce.rules.platformFeeMax[b]
  loans.line[row * loans.tenor + vintage] = lineAt(loans, quote, vintage)
  for (let s = 0; s < SEGMENTS; s++) {
    const amount = booked[row * SEGMENTS + s]
    const fee = feeBase[quote + s] - own
    const kept = fee < most ? fee : most
    principal[first + s] = amount
    yields[first + s] = yieldBase[quote + s] + own + (fee - kept)
    lentAt[quote + s] += amount
    if (amount > 0) noteSplit(market, slot, quote + s, yields[first + s], kept)
  }
}

/** What was lent at each quote is its line's balance, and adds to its segment. */
function countLines(market: Market, vintage: number): void {
  const { segments, work, loans } = market
  const { lentAt } = work
  const { price, rules } = work.inForce
  const quotes = rules.classCount * market.platforms.size * SITES * SEGMENTS
  for (let first = 0; first < quotes; first += SEGMENTS) {
    const line = first * loans.tenor + vintage * SEGMENTS
    for (let s = 0; s < SEGMENTS; s++) {
      const amount = lentAt[first + s]
      if (amount === 0) continue
      const r = price[first + s]
      loans.lineBalance[line + s] = amount
      segments.originated[s] += amount
      segments.priceVolume[s] += r * amount
      work.trace.performing[s] += amount
      if (r > LINE_24) segments.above24[s] += amount
      if (r > LINE_20) segments.above20[s] += amount
    }
  }
}

/** Thresholds of the public debate on prices [1/year]. */
export const LINE_24 = 0.24
export const LINE_20 = 0.2

/** Quote of segment 0 that a link lends at, at one site. */
export function firstQuote(market: Market, slot: number, site: number): number {
  const p = market.edges.links.to[slot]
  return ((lendingClass(market, slot) * market.platforms.size + p) * SITES + site) * SEGMENTS
}

/** The price class a link lends through; joint loans have the price of the class that lends most of them. */
function lendingClass(market: Market, slot: number): number {
  const { links } = market.edges
  const b = links.from[slot]
  const p = links.to[slot]
  return isJointAffiliate(market, b, p)
    ? market.work.jointClass[p]
    : market.work.inForce.rules.priceClass[b]
}
