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
import { linesPerVintage, rowOf } from './loan-book.ts'

/** Terms of the cell booked last: what I3 and I9 are checked on. */
export const booked = { price: 0, yield: 0, guaranteeFee: 0, platformFee: 0 }

/** Books what `work.booked` holds as the vintage of `period`. */
export function bookLoans(market: Market, period: number): void {
  const { loans, edges, work } = market
  const vintage = vintageSlot(period, loans.tenor)
  openVintage(market, vintage)
  const keep = (1 - 1 / loans.tenor) * (1 - market.parameters.prepayment)
  for (let slot = 0; slot < edges.links.count; slot++) {
    edges.originated[slot] = 0
    for (let site = 0; site < SITES; site++) {
      const from = (slot * SITES + site) * SEGMENTS
      let lent = 0
      for (let s = 0; s < SEGMENTS; s++) lent += work.booked[from + s]
      if (lent <= 0) continue
      bookRow(market, slot, site, vintage)
      loans.rowBalance[rowOf(slot, site)] += lent
      edges.originated[slot] += lent
    }
    edges.balance[slot] += edges.originated[slot]
    edges.carried[slot] += edges.originated[slot] * keep
  }
}

/** Slot of the vintage of a period, in [0, tenor). */
export function vintageSlot(period: number, tenor: number): number {
  return ((period % tenor) + tenor) % tenor
}

/** Forgets the lines of the vintage that ended in this slot. */
export function openVintage(market: Market, vintage: number): void {
  const lines = linesPerVintage(market.platforms.size)
  market.loans.lineUsed.fill(0, vintage * lines, (vintage + 1) * lines)
}

function bookRow(market: Market, slot: number, site: number, vintage: number): void {
  const { loans, work } = market
  const row = rowOf(slot, site)
  const first = firstLine(market, slot, site, vintage)
  loans.line[row * loans.tenor + vintage] = first
  for (let s = 0; s < SEGMENTS; s++) {
    const amount = work.booked[(slot * SITES + site) * SEGMENTS + s]
    const cell = (row * SEGMENTS + s) * loans.tenor + vintage
    loans.principal[cell] = amount
    loans.lent[cell] = amount
    loans.settled[cell] = 0
    if (amount <= 0) continue
    settleTerms(market, slot, site, s)
    writeLine(market, slot, first + s)
    loans.yield[cell] = booked.yield
    countSegment(market, s, amount)
  }
}

/** Line of segment 0 of a link's outlet and site in a vintage. */
export function firstLine(market: Market, slot: number, site: number, vintage: number): number {
  const P = market.platforms.size
  return vintage * linesPerVintage(P) + quoteIndex(market, slot, site)
}

function quoteIndex(market: Market, slot: number, site: number): number {
  const { edges, platforms } = market
  const k = lendingClass(market, slot)
  return ((k * platforms.size + edges.links.to[slot]) * SITES + site) * SEGMENTS
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

/** Splits the price of one link, site and segment; the result is in `booked`. */
export function settleTerms(market: Market, slot: number, site: number, s: number): void {
  const { edges, platforms, parameters, work } = market
  const outlook = work.inForce
  const b = edges.links.from[slot]
  const p = edges.links.to[slot]
  const q = quoteIndex(market, slot, site) + s
  const outlet = lendingClass(market, slot) * platforms.size + p
  const cover = platforms.guaranteeCover[p]
  const share = platforms.lenderSurplusShare[p]
  const expectedLoss = parameters.lossGivenDefault * outlook.averageDefault[q]
  const mean = outlook.outletWeight[outlet] > 0 ? outlook.meanUnitCost[outlet] : outlook.unitCost[b]
  const surplus = outlook.surplus[q] + mean - outlook.unitCost[b]
  const running =
    platforms.acquisitionCost[p] +
    outlook.rules.acquisitionUplift[platforms.tier[p]] +
    platforms.operatingCost[p] +
    outlook.legacyCost[q]
  const fee = platformFeeOf(running, share, surplus)
  const most = outlook.rules.platformFeeMax[b]
  const kept = fee < most ? fee : most
  booked.price = outlook.price[q]
  booked.guaranteeFee = guaranteeFeeOf(cover, expectedLoss, parameters.feeLoad)
  booked.platformFee = kept
  booked.yield =
    yieldOf(outlook.unitCost[b], cover, expectedLoss, share, surplus) + (fee - kept)
}

/** What all loans of the line share; written by the first of them. */
export function writeLine(market: Market, slot: number, line: number): void {
  const { loans, platforms, edges, work } = market
  if (loans.lineUsed[line] === 1) return
  const q = line % linesPerVintage(platforms.size)
  const hazard = work.inForce.averageDefault[q] / 12
  loans.lineUsed[line] = 1
  loans.price[line] = work.inForce.price[q]
  loans.hazard[line] = hazard
  loans.hazardScore[line] = normalQuantile(hazard)
  loans.cover[line] = platforms.guaranteeCover[edges.links.to[slot]]
  loans.guaranteeFee[line] = booked.guaranteeFee
}

/** Thresholds of the public debate on prices [1/year]. */
const LINE_24 = 0.24
const LINE_20 = 0.2

function countSegment(market: Market, s: number, amount: number): void {
  const { segments } = market
  segments.originated[s] += amount
  segments.priceVolume[s] += booked.price * amount
  if (booked.price > LINE_24) segments.above24[s] += amount
  if (booked.price > LINE_20) segments.above20[s] += amount
}
