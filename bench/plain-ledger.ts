/**
 * The reference: the ledger's arithmetic on the ledger's cells as one bare loop over typed arrays,
 * without links, lines, vintages or accounts.
 * @module
 */
import { normalCdf } from '../engine/numerics/normal.ts'
import type { LoanBook } from '../agents/loans/loan-book.ts'
import { SEGMENTS } from '../agents/parameters.ts'

/** Every cell the ledger walks, with its terms beside it. */
export interface PlainLedger {
  readonly cells: number
  readonly principal: Float64Array
  readonly hazard: Float64Array
  readonly price: Float64Array
  readonly yields: Float64Array
  readonly fee: Float64Array
  readonly cover: Float64Array
  readonly instalment: Float64Array
  /** One score per line in use, whose hazard of the month is worked out first. */
  readonly scores: Float64Array
}

const TYPICAL_HAZARD = 0.004
const TYPICAL_SCORE = -2.65
const TYPICAL_PRICE = 0.18
const TYPICAL_FEE = 0.05

/** As many cells as the book walks: those of rows that hold a loan. */
export function plainLedger(book: LoanBook): PlainLedger {
  const cells = walkedCells(book)
  const column = (value: number): Float64Array => new Float64Array(cells).fill(value)
  const ledger = {
    cells,
    principal: column(1),
    hazard: column(TYPICAL_HAZARD),
    price: column(TYPICAL_PRICE),
    yields: column(TYPICAL_FEE),
    fee: column(TYPICAL_FEE),
    cover: column(1),
    instalment: column(1),
    scores: new Float64Array(linesUsed(book)).fill(TYPICAL_SCORE),
  }
  for (let i = 0; i < cells; i++) {
    ledger.instalment[i] = 1 / (1 + (Math.floor(i / SEGMENTS) % book.tenor))
  }
  return ledger
}

/** Cells of rows with a balance: what the repayment loop touches. */
export function walkedCells(book: LoanBook): number {
  let rows = 0
  for (let row = 0; row < book.rows; row++) if (book.rowBalance[row] > 0) rows++
  return rows * SEGMENTS * book.tenor
}

function linesUsed(book: LoanBook): number {
  let lines = 0
  for (let line = 0; line < book.lineBalance.length; line++) if (book.lineBalance[line] > 0) lines++
  return lines
}

/** One month of every cell; returns the sums so that none is optimised away. */
export function repayPlainly(ledger: PlainLedger, prepayment: number): number {
  const { cells, principal, hazard, price, yields, fee, cover, instalment, scores } = ledger
  for (let line = 0; line < scores.length; line++) hazard[line] = normalCdf(scores[line])
  let interest = 0
  let bankInterest = 0
  let fees = 0
  let defaults = 0
  let repaid = 0
  let claims = 0
  let balance = 0
  for (let i = 0; i < cells; i++) {
    const open = principal[i]
    const defaulted = open * hazard[i]
    const rest = open - defaulted
    const paid = rest * instalment[i] + prepayment * (rest - rest * instalment[i])
    const kept = rest - paid
    principal[i] = kept
    interest += open * price[i]
    bankInterest += open * yields[i]
    fees += open * fee[i]
    defaults += defaulted
    repaid += paid
    claims += cover[i] * defaulted
    balance += kept
  }
  return interest + bankInterest + fees + defaults + repaid + claims + balance
}
