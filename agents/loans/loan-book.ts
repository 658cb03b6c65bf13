/**
 * The loan book: cohorts by link, site, segment and month of origination, in columns.
 *
 * A row is one link at one site. Its cells are `[row][slot][segment]`, where the slot of a vintage is
 * its period modulo the tenor, so nothing moves when loans age. What all loans of one outlet, segment
 * and vintage share — price, hazard, cover, guarantee fee — is stored once per line; a cell holds the
 * principal and the bank's own yield, and the platform fee is what is left: r = y + g + φ.
 *
 * @source Model document, sections 3.3, 5.4 and 17
 * @module
 */
import { SEGMENTS } from '../parameters.ts'
import { CLASSES, SITES } from '../pricing/outlook.ts'

export interface LoanBook {
  readonly tenor: number
  readonly platforms: number
  /** Rows in use are those of slots below this; arrays grow with the links. */
  rows: number
  /** Performing principal, and the bank's yield at origination. */
  principal: Float64Array
  yield: Float64Array
  /** What a row's vintage lent and what of it has come back or defaulted, `[row][slot]`. */
  lent: Float64Array
  settled: Float64Array
  /** Line of a row's vintage in segment 0, `[row][slot]`: its outlet and site when it was lent. */
  line: Int32Array
  /** Performing principal of each row: an empty row is skipped. */
  rowBalance: Float64Array
  /** Burn-in only: stock by row and segment that runs off geometrically. */
  stock: Float64Array
  /** Per line `[outlet][site][vintage slot][segment]`. */
  readonly price: Float64Array
  readonly hazard: Float64Array
  /** Φ⁻¹(hazard). */
  readonly hazardScore: Float64Array
  readonly cover: Float64Array
  readonly guaranteeFee: Float64Array
  /** Performing principal of all cells of a line: what borrowers owe on it. */
  readonly lineBalance: Float64Array
  /** Scratch of a month: the lines that owe anything, ascending. */
  readonly owing: Int32Array
  owingCount: number
}

/** Place of a cell in `principal` and `yield`. */
export function cellAt(book: LoanBook, row: number, vintage: number, s: number): number {
  return (row * book.tenor + vintage) * SEGMENTS + s
}

/** Line of a quote's loans of one vintage. */
export function lineAt(book: LoanBook, quote: number, vintage: number): number {
  const s = quote % SEGMENTS
  return (quote - s) * book.tenor + vintage * SEGMENTS + s
}

/** Visits every performing cell with its line, link and segment, in order of row, vintage slot and segment. */
export function visitCells(
  book: LoanBook,
  visit: (cell: number, line: number, slot: number, s: number) => void,
): void {
  const T = book.tenor
  for (let row = 0; row < book.rows; row++) {
    if (book.rowBalance[row] === 0) continue
    const slot = Math.floor(row / SITES)
    for (let v = 0; v < T; v++) {
      for (let s = 0; s < SEGMENTS; s++) {
        const cell = (row * T + v) * SEGMENTS + s
        if (book.principal[cell] > 0) visit(cell, book.line[row * T + v] + s, slot, s)
      }
    }
  }
}

/** Row of a link slot at a site. */
export function rowOf(slot: number, site: number): number {
  return slot * SITES + site
}

/** An empty book with room for `slots` links. */
export function createLoanBook(tenor: number, platforms: number, slots: number): LoanBook {
  const rows = slots * SITES
  const cells = rows * SEGMENTS * tenor
  const lines = tenor * CLASSES * platforms * SITES * SEGMENTS
  return {
    tenor,
    platforms,
    rows,
    principal: new Float64Array(cells),
    yield: new Float64Array(cells),
    lent: new Float64Array(rows * tenor),
    settled: new Float64Array(rows * tenor),
    line: new Int32Array(rows * tenor),
    rowBalance: new Float64Array(rows),
    stock: new Float64Array(rows * SEGMENTS),
    price: new Float64Array(lines),
    hazard: new Float64Array(lines),
    hazardScore: new Float64Array(lines),
    cover: new Float64Array(lines),
    guaranteeFee: new Float64Array(lines),
    lineBalance: new Float64Array(lines),
    owing: new Int32Array(lines),
    owingCount: 0,
  }
}

/** A book with room for the stocks of burn-in alone: vintages and their lines come when it is over. */
export function createStockBook(tenor: number, platforms: number, slots: number): LoanBook {
  const rows = slots * SITES
  return {
    ...createLoanBook(tenor, 0, 0),
    platforms,
    rows,
    rowBalance: new Float64Array(rows),
    stock: new Float64Array(rows * SEGMENTS),
  }
}

/** Makes room for more links; what is in the book stays. */
export function growLoanBook(book: LoanBook, slots: number): void {
  const rows = slots * SITES
  if (rows <= book.rows) return
  const cells = rows * SEGMENTS * book.tenor
  book.rows = rows
  book.principal = longer(book.principal, cells)
  book.yield = longer(book.yield, cells)
  book.lent = longer(book.lent, rows * book.tenor)
  book.settled = longer(book.settled, rows * book.tenor)
  book.rowBalance = longer(book.rowBalance, rows)
  book.stock = longer(book.stock, rows * SEGMENTS)
  const line = new Int32Array(rows * book.tenor)
  line.set(book.line)
  book.line = line
}

/** Copies a book into another of the same tenor and platforms. */
export function copyLoanBook(source: LoanBook, target: LoanBook): void {
  growLoanBook(target, source.rows / SITES)
  for (const name of COLUMNS) {
    const to = target[name]
    to.set(source[name])
    if (to.length > source[name].length) to.fill(0, source[name].length)
  }
}

const COLUMNS = [
  'principal',
  'yield',
  'lent',
  'settled',
  'line',
  'rowBalance',
  'stock',
  'price',
  'hazard',
  'hazardScore',
  'cover',
  'guaranteeFee',
  'lineBalance',
] as const satisfies readonly (keyof LoanBook)[]

function longer(column: Float64Array, length: number): Float64Array {
  const copy = new Float64Array(length)
  copy.set(column)
  return copy
}
