import { createLoanBook, visitCells, type LoanBook } from '../agents/loans/loan-book.ts'
import { CLASSES, SITES } from '../agents/pricing/outlook.ts'
import type { Tiles } from './tile-market.ts'

const ROW_COLUMNS = [
  'principal',
  'yield',
  'lent',
  'settled',
  'line',
  'rowBalance',
  'stock',
] as const satisfies readonly (keyof LoanBook)[]
const LINE_COLUMNS = [
  'price',
  'hazard',
  'hazardScore',
  'cover',
  'guaranteeFee',
] as const satisfies readonly (keyof LoanBook)[]

/** The book of copied banks and platforms: rows copy after copy, lines platform copy by platform copy. */
export function tileLoanBook(book: LoanBook, links: number, tiles: Tiles, slots: number): LoanBook {
  const platforms = book.platforms * tiles.platforms
  const tiled = createLoanBook(book.tenor, platforms, slots)
  const rows = links * SITES
  for (const name of ROW_COLUMNS) {
    const width = book[name].length / book.rows
    const used = book[name].subarray(0, rows * width)
    for (let copy = 0; copy < tiles.banks; copy++) tiled[name].set(used, copy * used.length)
  }
  const lines = book.lineBalance.length / (CLASSES * book.platforms)
  for (let copy = 0; copy < tiles.banks; copy++) {
    shiftLines(tiled.line, copy, { rows, lines, book, tiles })
  }
  for (const name of LINE_COLUMNS) {
    for (let outlet = 0; outlet < CLASSES * book.platforms; outlet++) {
      const from = book[name].subarray(outlet * lines, (outlet + 1) * lines)
      for (let copy = 0; copy < tiles.platforms; copy++) {
        tiled[name].set(from, outletOf(outlet, copy, book, tiles) * lines)
      }
    }
  }
  // Copies of a bank share the lines of a platform's copy: their balance is the sum over all of them.
  visitCells(tiled, (cell, line) => {
    tiled.lineBalance[line] += tiled.principal[cell]
  })
  return tiled
}

/** Outlet of a platform's copy. */
function outletOf(outlet: number, copy: number, { platforms }: LoanBook, tiles: Tiles): number {
  const priceClass = Math.floor(outlet / platforms)
  return (priceClass * tiles.platforms + copy) * platforms + (outlet % platforms)
}

function shiftLines(
  line: Int32Array,
  copy: number,
  { rows, lines, book, tiles }: { rows: number; lines: number; book: LoanBook; tiles: Tiles },
): void {
  const first = copy * rows * book.tenor
  for (let i = first; i < first + rows * book.tenor; i++) {
    const outlet = Math.floor(line[i] / lines)
    const ofPlatforms = copy % tiles.platforms
    line[i] = outletOf(outlet, ofPlatforms, book, tiles) * lines + (line[i] % lines)
  }
}
