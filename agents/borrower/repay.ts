/**
 * Borrowers pay interest and instalments, prepay or default, on the loans of earlier months.
 *
 *     Int = Pf/12 ;  Dft = Pf·h_t ;  Ins = (Pf−Dft)/n ;  Pre = ϱ(Pf−Dft−Ins) ;  Pf' = Pf−Dft−(Ins+Pre)
 *
 * Interest accrues on the opening balance and default falls at month end, so expected revenue is
 * exactly r and expected loss exactly LGD·π̄ per yuan-year. What borrowers, platforms and guarantors
 * see is summed over lines (`repay-lines.ts`); what each bank sees, over its cells, here. That both
 * come to the same is an identity checked every month.
 *
 * @source Model document, section 6
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import { vintageSlot } from '../loans/book-loans.ts'
import { noteClosing, noteOpening } from '../loans/note-month.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import { drawDefaults } from './draw-defaults.ts'
import { ageLines, repayLines } from './repay-lines.ts'

export const repay: Phase<Market> = {
  id: 'borrower.repay',
  label: { en: 'Borrowers repay or default', zh: '借款人还款或违约' },
  run(market, context) {
    if (market.environment.frozen) return
    noteOpening(market)
    clearFlows(market)
    ageLines(market)
    ageVintages(market, context.period)
    if (market.parameters.defaultMode === 'loan') drawDefaults(market, context)
    repayLines(market)
    for (let slot = 0; slot < market.edges.links.count; slot++) repayLink(market, slot)
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

/** Runs both sites of a link and books its flows with its bank and platform. */
function repayLink(market: Market, slot: number): void {
  const { loans, edges, work } = market
  work.claims[slot] = 0
  edges.balance[slot] = 0
  edges.carried[slot] = 0
  const { flow } = work
  flow.fill(0)
  let any = false
  for (let row = slot * SITES; row < (slot + 1) * SITES; row++) {
    if (loans.rowBalance[row] === 0) continue
    any = true
    repayRow(market, row)
    closeVintage(market, row)
  }
  if (!any) return
  const b = edges.links.from[slot]
  work.bank.interest[b] += flow[BANK_INTEREST]
  work.bank.repaid[b] += flow[REPAID]
  work.bank.defaults[b] += flow[DEFAULTS]
  work.platform.fees[edges.links.to[slot]] -= flow[BANK_INTEREST]
  work.claims[slot] = flow[CLAIMS]
  edges.balance[slot] = flow[BALANCE]
  edges.carried[slot] = flow[CARRIED]
}

/** Places in `work.flow`. */
const BANK_INTEREST = 0
const REPAID = 1
const DEFAULTS = 2
const CLAIMS = 3
const BALANCE = 4
const CARRIED = 5

/** The hot loop: all cells of one row. What a vintage's segments have in common is applied once. */
function repayRow(market: Market, row: number): void {
  const { loans, parameters, work } = market
  const T = loans.tenor
  const { principal, line, lent, settled, cover } = loans
  const yields = loans.yield
  const { flow, carry, instalment, lineHazard, drawn } = work
  const prepayment = parameters.prepayment
  const whole = parameters.defaultMode === 'loan'
  const count = SEGMENTS
  let bankInterest = 0
  let claims = 0
  let carried = 0
  let balance = 0
  let defaultsAll = 0
  let repaidAll = 0
  for (let v = 0; v < T; v++) {
    const at = row * T + v
    // A vintage the row lent nothing in owes nothing.
    if (lent[at] === 0) continue
    const first = at * count
    const firstLine = line[at]
    const due = instalment[v]
    let defaults = 0
    let repaid = 0
    let performing = 0
    for (let s = 0; s < count; s++) {
      const open = principal[first + s]
      const defaulted = whole ? drawn[first + s] : open * lineHazard[firstLine + s]
      const rest = open - defaulted
      const paid = rest * due + prepayment * (rest - rest * due)
      const kept = rest - paid
      principal[first + s] = kept
      defaults += defaulted
      repaid += paid
      performing += kept
      bankInterest += open * yields[first + s]
    }
    settled[at] += defaults + repaid
    claims += cover[firstLine] * defaults
    carried += performing * carry[v]
    balance += performing
    defaultsAll += defaults
    repaidAll += repaid
  }
  loans.rowBalance[row] = balance
  flow[BANK_INTEREST] += bankInterest / 12
  flow[REPAID] += repaidAll
  flow[DEFAULTS] += defaultsAll
  flow[CLAIMS] += claims
  flow[CARRIED] += carried
  flow[BALANCE] += balance
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
