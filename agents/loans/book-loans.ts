/**
 * New loans enter the book at age 0, with their terms frozen.
 *
 * @source Model document, sections 3.3, 4 (phase 7) and 5.4
 * @module
 */
import { normalQuantile } from '../../engine/numerics/normal.ts'
import { isJointAffiliate, type Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import { guaranteeFeeOf, platformFeeOf, yieldOf } from '../pricing/split.ts'
import { cellAt, lineAt, rowOf } from './loan-book.ts'
import { noteLending, noteTerms } from './note-month.ts'

/** Terms settled last, read at once: what a cell and its line freeze. */
export const terms = { price: 0, yield: 0, guaranteeFee: 0, platformFee: 0 }

/** Books what `work.booked` holds as the vintage of `period`. */
export function bookLoans(market: Market, period: number): void {
  const { loans, edges, work } = market
  const vintage = vintageSlot(period, loans.tenor)
  openVintage(market, vintage)
  const keep = (1 - 1 / loans.tenor) * (1 - market.parameters.prepayment)
  for (let slot = 0; slot < edges.links.count; slot++) {
    let originated = 0
    for (let site = 0; site < SITES; site++) {
      const from = (slot * SITES + site) * SEGMENTS
      let lent = 0
      for (let s = 0; s < SEGMENTS; s++) lent += work.booked[from + s]
      if (lent <= 0) continue
      noteLending(market, slot, site, period)
      bookRow(market, slot, site, vintage)
      loans.lent[rowOf(slot, site) * loans.tenor + vintage] = lent
      loans.rowBalance[rowOf(slot, site)] += lent
      originated += lent
    }
    edges.originated[slot] = originated
    edges.balance[slot] += originated
    edges.carried[slot] += originated * keep
  }
}

/** Slot of the vintage of a period, in [0, tenor). */
export function vintageSlot(period: number, tenor: number): number {
  return ((period % tenor) + tenor) % tenor
}

/** Forgets the lines of the vintage that ended in this slot. */
function openVintage(market: Market, vintage: number): void {
  const { lineUsed, tenor } = market.loans
  const step = tenor * SEGMENTS
  for (let first = vintage * SEGMENTS; first < lineUsed.length; first += step) {
    lineUsed.fill(0, first, first + SEGMENTS)
  }
}

function bookRow(market: Market, slot: number, site: number, vintage: number): void {
  const { loans, work, segments } = market
  const T = loans.tenor
  const row = rowOf(slot, site)
  const quote = firstQuote(market, slot, site)
  const line = lineAt(loans, quote, vintage)
  loans.line[row * T + vintage] = line
  // The cover is the same in all segments, lent or not: repayment reads it once per vintage.
  loans.cover[line] = market.platforms.guaranteeCover[market.edges.links.to[slot]]
  for (let s = 0; s < SEGMENTS; s++) {
    const amount = work.booked[row * SEGMENTS + s]
    const cell = cellAt(loans, row, vintage, s)
    loans.principal[cell] = amount
    if (amount <= 0) continue
    settleTerms(market, slot, quote + s)
    writeLine(market, slot, quote + s, vintage)
    loans.yield[cell] = terms.yield
    work.trace.performing[s] += loans.principal[cell]
    noteTerms(market, slot, cell, quote + s, vintage, terms.platformFee)
    segments.originated[s] += amount
    segments.priceVolume[s] += terms.price * amount
    if (terms.price > LINE_24) segments.above24[s] += amount
    if (terms.price > LINE_20) segments.above20[s] += amount
  }
}

/** Thresholds of the public debate on prices [1/year]. */
const LINE_24 = 0.24
const LINE_20 = 0.2

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

/** Splits the price of one quote between bank, guarantor and platform; the result is in `terms`. */
export function settleTerms(market: Market, slot: number, quote: number): void {
  const { edges, platforms, parameters, work } = market
  const outlook = work.inForce
  const b = edges.links.from[slot]
  const p = edges.links.to[slot]
  const outlet = Math.floor(quote / (SITES * SEGMENTS))
  const cover = platforms.guaranteeCover[p]
  const share = platforms.lenderSurplusShare[p]
  const unitCost = outlook.unitCost[b]
  const expectedLoss = parameters.lossGivenDefault * outlook.averageDefault[quote]
  const surplus = outlook.surplus[quote] + outlook.meanUnitCost[outlet] - unitCost
  const running =
    platforms.acquisitionCost[p] +
    outlook.rules.acquisitionUplift[platforms.tier[p]] +
    platforms.operatingCost[p] +
    outlook.legacyCost[quote]
  const fee = platformFeeOf(running, share, surplus)
  const most = outlook.rules.platformFeeMax[b]
  const kept = fee < most ? fee : most
  terms.price = outlook.price[quote]
  terms.guaranteeFee = guaranteeFeeOf(cover, expectedLoss, parameters.feeLoad)
  terms.platformFee = kept
  terms.yield = yieldOf(unitCost, cover, expectedLoss, share, surplus) + (fee - kept)
}

/** What all loans of a quote's line share; written by the first of them. */
export function writeLine(market: Market, slot: number, quote: number, vintage: number): void {
  const { loans, platforms, edges, work } = market
  const line = lineAt(loans, quote, vintage)
  if (loans.lineUsed[line] === 1) return
  const hazard = work.inForce.averageDefault[quote] / 12
  loans.lineUsed[line] = 1
  loans.price[line] = work.inForce.price[quote]
  loans.hazard[line] = hazard
  loans.hazardScore[line] = normalQuantile(hazard)
  loans.cover[line] = platforms.guaranteeCover[edges.links.to[slot]]
  loans.guaranteeFee[line] = terms.guaranteeFee
}
