/**
 * The ledger: a transaction matrix of flows by sectors, in which money cannot appear.
 *
 * A posting takes from one sector what it gives to another, so the sum over sectors of every flow
 * is zero; the sum over flows of a sector is the change of its money.
 *
 * @source Godley and Lavoie (2007), Monetary economics, chapter 1: the transactions-flow matrix
 * @module
 */

/** Flows (rows) by sectors (columns) [unit of the amounts posted]. */
export interface Ledger {
  readonly flows: readonly string[]
  readonly sectors: readonly string[]
  /** Received minus paid, row after row. */
  readonly cells: Float64Array
}

/** A ledger of zeros. The positions in the lists are the indices used for posting. */
export function createLedger(flows: readonly string[], sectors: readonly string[]): Ledger {
  return { flows, sectors, cells: new Float64Array(flows.length * sectors.length) }
}

/** Books a payment of `amount` by sector `from` to sector `to`. */
export function post(ledger: Ledger, flow: number, from: number, to: number, amount: number): void {
  const row = flow * ledger.sectors.length
  ledger.cells[row + from] -= amount
  ledger.cells[row + to] += amount
}

/** Forgets all postings. */
export function clearLedger(ledger: Ledger): void {
  ledger.cells.fill(0)
}

/** What a sector received minus what it paid under one flow. */
export function cellOf(ledger: Ledger, flow: number, sector: number): number {
  return ledger.cells[flow * ledger.sectors.length + sector]
}

/** Sum of a flow over all sectors: zero but for rounding. */
export function rowSum(ledger: Ledger, flow: number): number {
  const width = ledger.sectors.length
  let sum = 0
  for (let sector = 0; sector < width; sector++) sum += ledger.cells[flow * width + sector]
  return sum
}

/** What a sector received minus what it paid under all flows. */
export function columnSum(ledger: Ledger, sector: number): number {
  const width = ledger.sectors.length
  let sum = 0
  for (let flow = 0; flow < ledger.flows.length; flow++) sum += ledger.cells[flow * width + sector]
  return sum
}

/** Copies the postings into a ledger of the same shape. */
export function copyLedger(from: Ledger, to: Ledger): void {
  to.cells.set(from.cells)
}

/** A new ledger with the same postings. */
export function cloneLedger(ledger: Ledger): Ledger {
  return { ...ledger, cells: ledger.cells.slice() }
}
