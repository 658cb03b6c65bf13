/**
 * Burn-in needs no vintages: each link's stock runs off geometrically with the same steady state.
 *
 *     stock' = stock·(1 − 1/D̄) + booked          steady state: D̄·booked
 *
 * At period 0 the stock becomes vintages with the age profile of a steady flow of stock/D̄ a month.
 *
 * @source Model document, sections 10 (steps 8 and 9) and 6 (steady state)
 * @module
 */
import { firstQuote } from '../loans/book-loans.ts'
import { freezeLines } from '../loans/freeze-lines.ts'
import { cellAt, lineAt, rowOf } from '../loans/loan-book.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import { siteCount } from '../pricing/price-outlets.ts'

/** A stock below this has run off [mn]. */
const GONE = 1e-6

/** Moves every link's stock by one month of burn-in. */
export function runOffStock(market: Market): void {
  const { edges, loans, platforms, work } = market
  const { to, active, count } = edges.links
  const { stock } = loans
  const { booked } = work
  const kept = 1 - 1 / work.stockPerFlow
  platforms.balance.fill(0)
  platforms.originated.fill(0)
  for (let slot = 0; slot < count; slot++) {
    if (edges.balance[slot] === 0 && active[slot] === 0) continue
    const p = to[slot]
    const first = slot * SITES * SEGMENTS
    const end = first + siteCount(market, p) * SEGMENTS
    let balance = 0
    let originated = 0
    for (let i = first; i < end; i++) {
      const lent = booked[i]
      const now = stock[i] * kept + lent
      originated += lent
      stock[i] = now
      balance += now
    }
    if (balance < GONE) {
      stock.fill(0, first, end)
      balance = 0
    }
    edges.originated[slot] = originated
    edges.balance[slot] = balance
    edges.carried[slot] = balance * kept
    platforms.balance[p] += balance
    platforms.originated[p] += originated
  }
}

/**
 * Turns stocks into vintages of the months before period 0, on the terms quoted last.
 *
 *     Pf_j = flow·(1 − j/T)((1−ϱ)(1−h))^j,  flow = stock/D̄,  h = π̄/12
 */
export function openVintages(market: Market): void {
  const { edges, loans, work } = market
  for (let vintage = 0; vintage < loans.tenor; vintage++) freezeLines(market, vintage)
  loans.principal.fill(0)
  loans.rowBalance.fill(0)
  for (let slot = 0; slot < edges.links.count; slot++) {
    edges.balance[slot] = 0
    edges.carried[slot] = 0
    for (let site = 0; site < SITES; site++) {
      const row = rowOf(slot, site)
      for (let s = 0; s < SEGMENTS; s++) {
        const flow = loans.stock[row * SEGMENTS + s] / work.stockPerFlow
        if (flow > 0) openCells(market, slot, site, s, flow)
      }
    }
  }
  loans.stock.fill(0)
}

/** The vintages of one row and segment, age 0 lent in period −1. */
function openCells(market: Market, slot: number, site: number, s: number, flow: number): void {
  const { edges, loans, parameters, platforms, work } = market
  const T = loans.tenor
  const row = rowOf(slot, site)
  const quote = firstQuote(market, slot, site)
  const own =
    (1 - platforms.lenderSurplusShare[edges.links.to[slot]]) *
    work.inForce.unitCost[edges.links.from[slot]]
  const survival = (1 - parameters.prepayment) * (1 - work.inForce.averageDefault[quote + s] / 12)
  let kept = 1
  for (let j = 0; j < T; j++) {
    const vintage = T - 1 - j
    const cell = cellAt(loans, row, vintage, s)
    const principal = flow * (1 - j / T) * kept
    kept *= survival
    const line = lineAt(loans, quote, vintage)
    loans.line[row * T + vintage] = line
    loans.lineBalance[line + s] += principal
    loans.principal[cell] = principal
    loans.lent[row * T + vintage] += flow
    loans.settled[row * T + vintage] += flow - principal
    loans.yield[cell] = work.split.yieldBase[quote + s] + own
    loans.rowBalance[row] += principal
    edges.balance[slot] += principal
    edges.carried[slot] += principal * (1 - 1 / (T - j)) * (1 - parameters.prepayment)
  }
}
