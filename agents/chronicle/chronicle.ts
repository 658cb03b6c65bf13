/**
 * The chronicle: what was decided on partnerships this month, and on which numbers. Never part of the
 * state, read by no behaviour; every month starts an empty one.
 *
 * @source Model document, section 3.3: why partnerships end
 * @module
 */
import type { Outlook } from '../pricing/outlook.ts'
import { AT, ROW_WIDTH } from './columns.ts'

export interface Chronicle {
  /** The period the rows are of. */
  period: number
  /** Rows of this month, in the order of decisions. */
  count: number
  /** Row after row, `[row * ROW_WIDTH + AT.column]`. */
  rows: Float64Array
  /** Row of the bank whose every decision is noted, and of the platform it is valued with; −1 none. */
  watchedBank: number
  watchedPlatform: number
  /** The market under the rules before, made when causes are first looked for. */
  before: Outlook | undefined
}

/** A month with many endings grows the rows once. */
const USUAL_ROWS = 64
const NEVER = Number.MIN_SAFE_INTEGER

/** An empty chronicle. */
export function createChronicle(): Chronicle {
  return {
    period: NEVER,
    count: 0,
    rows: new Float64Array(USUAL_ROWS * ROW_WIDTH),
    watchedBank: -1,
    watchedPlatform: -1,
    before: undefined,
  }
}

/** How many rows a month has; none when nothing was noted in it. */
export function countOf(chronicle: Chronicle, period: number): number {
  return chronicle.period === period ? chronicle.count : 0
}

/**
 * Begins a row; all that is not given is NaN until it is written. The first row of a new month drops
 * those of the last.
 *
 * @param bank  persistent ids; platform −1: the whole programme
 */
export function addRow(
  chronicle: Chronicle,
  period: number,
  bank: number,
  platform: number,
  event: number,
  reason: number,
): void {
  if (chronicle.period !== period) {
    chronicle.period = period
    chronicle.count = 0
  }
  const first = chronicle.count * ROW_WIDTH
  if (first === chronicle.rows.length) {
    const longer = new Float64Array(2 * first)
    longer.set(chronicle.rows)
    chronicle.rows = longer
  }
  const { rows } = chronicle
  chronicle.count++
  rows.fill(NaN, first, first + ROW_WIDTH)
  rows[first + AT.period] = period
  rows[first + AT.bank] = bank
  rows[first + AT.platform] = platform
  rows[first + AT.event] = event
  rows[first + AT.reason] = reason
  rows[first + AT.criterion] = 0
  rows[first + AT.cause] = 0
}

/** Writes one number of the row begun last. */
export function writeLast(chronicle: Chronicle, column: number, value: number): void {
  chronicle.rows[(chronicle.count - 1) * ROW_WIDTH + column] = value
}

/** Writes the numbers of a yes-or-no decision to the row begun last; `net` follows from them. */
export function writeChoice(
  chronicle: Chronicle,
  value: number,
  oversight: number,
  setupCost: number,
  probability: number,
  luck: number,
): void {
  const first = (chronicle.count - 1) * ROW_WIDTH
  const { rows } = chronicle
  rows[first + AT.value] = value
  rows[first + AT.oversight] = oversight
  rows[first + AT.setupCost] = setupCost
  rows[first + AT.net] = value - oversight - setupCost
  rows[first + AT.probability] = probability
  rows[first + AT.luck] = luck
}

/** Writes what a programme is worth and costs to all rows from `from` on. */
export function writeProgramme(
  chronicle: Chronicle,
  from: number,
  value: number,
  cost: number,
  quarters: number,
): void {
  const { rows, count } = chronicle
  for (let row = from; row < count; row++) {
    rows[row * ROW_WIDTH + AT.programmeValue] = value
    rows[row * ROW_WIDTH + AT.programmeCost] = cost
    rows[row * ROW_WIDTH + AT.quarters] = quarters
  }
}

/** Writes a criterion and its numbers to all rows from `from` on. */
export function writeCriterion(
  chronicle: Chronicle,
  from: number,
  criterion: number,
  measure: number,
  limit: number,
): void {
  const { rows, count } = chronicle
  for (let row = from; row < count; row++) {
    rows[row * ROW_WIDTH + AT.criterion] = criterion
    rows[row * ROW_WIDTH + AT.measure] = measure
    rows[row * ROW_WIDTH + AT.limit] = limit
  }
}
