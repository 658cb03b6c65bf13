/**
 * Borrowers pay interest and instalments, prepay or default, on the loans of earlier months.
 *
 *     Int = Pf/12 ;  Dft = Pf·h_t ;  Ins = (Pf−Dft)/n ;  Pre = ϱ(Pf−Dft−Ins) ;  Pf' = Pf−Dft−(Ins+Pre)
 *     h_t = Φ((Φ⁻¹(h) − √ρ_m·Z_t)/√(1−ρ_m)), E[h_t] = h;  × ξ for a failed platform's stock, at most 1
 *
 * Interest accrues on the opening balance and default falls at month end, so expected revenue is
 * exactly r and expected loss exactly LGD·π̄ per yuan-year.
 *
 * @source Model document, sections 5.1, 6 and 8.1; Vasicek (2002)
 * @module
 */
import { binomialQuantile } from '../../engine/distributions.ts'
import { normalCdf } from '../../engine/numerics/normal.ts'
import { purpose, uniform } from '../../engine/stream.ts'
import type { Context, Phase } from '../../engine/phase.ts'
import { vintageSlot } from '../loans/book-loans.ts'
import { cellAt } from '../loans/loan-book.ts'
import { noteClosing, noteHazard, noteOpening } from '../loans/note-month.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'

const defaultDraw = purpose('borrower.default')

export const repay: Phase<Market> = {
  id: 'borrower.repay',
  label: { en: 'Borrowers repay or default', zh: '借款人还款或违约' },
  run(market, context) {
    if (market.environment.frozen) return
    noteOpening(market)
    clearFlows(market)
    ageLines(market)
    ageVintages(market, context.period)
    const { links } = market.edges
    for (let slot = 0; slot < links.count; slot++) repayLink(market, slot, context)
  },
}

function clearFlows(market: Market): void {
  const { work, segments } = market
  work.bank.interest.fill(0)
  work.bank.repaid.fill(0)
  work.bank.defaults.fill(0)
  work.platform.fees.fill(0)
  work.platform.defaults.fill(0)
  work.guarantor.fees.fill(0)
  work.borrowerInterest = 0
  work.segment.repaid.fill(0)
  segments.defaulted.fill(0)
  segments.originated.fill(0)
  segments.priceVolume.fill(0)
  segments.above24.fill(0)
  segments.above20.fill(0)
}

/** h_t of every line in use. */
function ageLines(market: Market): void {
  const { loans, platforms, parameters, environment, work } = market
  const { lineUsed, hazard, hazardScore, price, guaranteeFee, tenor } = loans
  const { lineNow } = work
  const loading = Math.sqrt(parameters.macroLoading)
  const rest = Math.sqrt(1 - parameters.macroLoading)
  const shift = loading * environment.macroState
  const perOutlet = SITES * SEGMENTS * tenor
  const outlets = lineUsed.length / perOutlet
  for (let outlet = 0; outlet < outlets; outlet++) {
    const distressed = platforms.distressMonths[outlet % platforms.size] > 0
    const factor = distressed ? parameters.distressMultiplier : 1
    for (let line = outlet * perOutlet; line < (outlet + 1) * perOutlet; line++) {
      if (lineUsed[line] === 0) continue
      const now = environment.macroOn
        ? factor * normalCdf((hazardScore[line] - shift) / rest)
        : factor * hazard[line]
      const capped = now > 1 ? 1 : now
      lineNow[3 * line] = capped
      lineNow[3 * line + 1] = price[line]
      lineNow[3 * line + 2] = guaranteeFee[line]
      noteHazard(work.trace, capped)
    }
  }
}

/** What every vintage has in common this month: instalments left, and what is carried on of a yuan. */
function ageVintages(market: Market, period: number): void {
  const { work, loans, parameters } = market
  const T = loans.tenor
  const newest = vintageSlot(period - 1, T)
  for (let v = 0; v < T; v++) {
    const age = newest >= v ? newest - v : newest - v + T
    const left = T - age
    work.instalment[v] = 1 / left
    work.carry[v] = left > 1 ? (1 - 1 / (left - 1)) * (1 - parameters.prepayment) : 0
    if (left === 1) work.closingSlot = v
  }
}

/** Runs both sites of a link and books its flows with bank, platform, guarantor and segments. */
function repayLink(market: Market, slot: number, context: Context): void {
  const { loans, edges, platforms, work } = market
  work.claims[slot] = 0
  edges.balance[slot] = 0
  edges.carried[slot] = 0
  const flow = work.flow
  flow.fill(0)
  let any = false
  for (let site = 0; site < SITES; site++) {
    if (loans.rowBalance[slot * SITES + site] === 0) continue
    any = true
    repayRow(market, slot * SITES + site, context)
  }
  if (!any) return
  const b = edges.links.from[slot]
  const p = edges.links.to[slot]
  work.bank.interest[b] += flow[BANK_INTEREST]
  work.bank.repaid[b] += flow[REPAID]
  work.bank.defaults[b] += flow[DEFAULTS]
  work.borrowerInterest += flow[INTEREST]
  work.platform.fees[p] += flow[INTEREST] - flow[BANK_INTEREST] - flow[FEES]
  work.platform.defaults[p] += flow[DEFAULTS]
  const g = platforms.guarantor[p]
  if (g >= 0) work.guarantor.fees[g] += flow[FEES]
  work.claims[slot] = flow[CLAIMS]
  edges.balance[slot] = flow[BALANCE]
  edges.carried[slot] = flow[CARRIED]
}

/** Places in `work.flow`. */
const BANK_INTEREST = 0
const FEES = 1
const INTEREST = 2
const REPAID = 3
const DEFAULTS = 4
const CLAIMS = 5
const BALANCE = 6
const CARRIED = 7

/**
 * The hot loop: all cells of one row, vintage by vintage. What the segments of a vintage have in
 * common — cover, instalments left, what was lent — is applied once per vintage.
 */
function repayRow(market: Market, row: number, context: Context): void {
  const { loans, parameters, work } = market
  const T = loans.tenor
  const { principal, line, settled, cover } = loans
  const yields = loans.yield
  const { flow, carry, instalment, lineNow, bySegment } = work
  const prepayment = parameters.prepayment
  const whole = parameters.defaultMode === 'loan'
  if (whole) drawRow(market, row, context)
  const count = SEGMENTS
  bySegment.fill(0)
  let bankInterest = 0
  let fees = 0
  let interest = 0
  let claims = 0
  let carried = 0
  let balance = 0
  let defaultsAll = 0
  let repaidAll = 0
  for (let v = 0; v < T; v++) {
    const first = (row * T + v) * count
    const firstLine = line[row * T + v]
    const due = instalment[v]
    let defaults = 0
    let repaid = 0
    let performing = 0
    for (let s = 0; s < count; s++) {
      const open = principal[first + s]
      const at = 3 * (firstLine + s)
      const defaulted = whole ? work.drawn[v * count + s] : open * lineNow[at]
      const rest = open - defaulted
      const paid = rest * due + prepayment * (rest - rest * due)
      const kept = rest - paid
      principal[first + s] = kept
      bySegment[3 * s] += defaulted
      bySegment[3 * s + 1] += paid
      bySegment[3 * s + 2] += kept
      defaults += defaulted
      repaid += paid
      performing += kept
      interest += open * lineNow[at + 1]
      fees += open * lineNow[at + 2]
      bankInterest += open * yields[first + s]
    }
    settled[row * T + v] += defaults + repaid
    claims += cover[firstLine] * defaults
    carried += performing * carry[v]
    balance += performing
    defaultsAll += defaults
    repaidAll += repaid
  }
  loans.rowBalance[row] = balance
  flow[DEFAULTS] += defaultsAll
  flow[REPAID] += repaidAll
  flow[INTEREST] += interest / 12
  flow[BANK_INTEREST] += bankInterest / 12
  flow[FEES] += fees / 12
  flow[CLAIMS] += claims
  flow[CARRIED] += carried
  flow[BALANCE] += balance
  addSegments(market)
  closeVintage(market, row)
}

/** Adds the row's sums by segment to the month's. */
function addSegments({ segments, work }: Market): void {
  const { bySegment } = work
  for (let s = 0; s < SEGMENTS; s++) {
    segments.defaulted[s] += bySegment[3 * s]
    work.segment.repaid[s] += bySegment[3 * s + 1]
    work.trace.performing[s] += bySegment[3 * s + 2]
  }
}

/** A vintage whose last instalment was paid: all it lent has come back or defaulted (I6). */
function closeVintage(market: Market, row: number): void {
  const { loans, work } = market
  const at = row * loans.tenor + work.closingSlot
  if (loans.lent[at] === 0) return
  noteClosing(work.trace, Math.floor(row / SITES), loans.lent[at], loans.settled[at])
  loans.lent[at] = 0
  loans.settled[at] = 0
}

/** Loan mode: defaults of a row by vintage slot and segment, into `work.drawn` [mn]. */
function drawRow(market: Market, row: number, context: Context): void {
  const { loans, work } = market
  for (let v = 0; v < loans.tenor; v++) {
    for (let s = 0; s < SEGMENTS; s++) {
      const open = loans.principal[cellAt(loans, row, v, s)]
      const hazard = work.lineNow[3 * (loans.line[row * loans.tenor + v] + s)]
      work.drawn[v * SEGMENTS + s] =
        open > 0 ? drawDefaults(market, row, s, v, open, hazard, context) : 0
    }
  }
}

/** Whole loans default, their number an inverse binomial of one keyed draw [mn]. */
function drawDefaults(
  market: Market,
  row: number,
  s: number,
  v: number,
  open: number,
  hazard: number,
  context: Context,
): number {
  const { edges, banks, platforms, parameters, loans } = market
  const slot = Math.floor(row / SITES)
  const n = Math.round(open / parameters.averageTicket)
  if (n === 0) return open * hazard
  const b = banks.id[edges.links.from[slot]]
  const p = platforms.id[edges.links.to[slot]]
  const vintage = ((p * SITES + (row % SITES)) * SEGMENTS + s) * loans.tenor + v
  const u = uniform(context.key, defaultDraw, b, vintage, context.period)
  const defaulted = binomialQuantile(n, hazard, u) * (open / n)
  return defaulted < open ? defaulted : open
}
