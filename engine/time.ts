/**
 * The calendar: a period is one month of model time, counted from the start of the run.
 *
 * @module
 */
import { SimulationError } from './errors.ts'

/** Months since the start of the run [period]; negative in the burn-in. */
export type Period = number

/** A calendar month, `'YYYY-MM'`. */
export type Month = string

const MONTHS_PER_QUARTER = 3
const YEAR_DIGITS = 4
const MONTH_DIGITS = 2
const PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/

/**
 * Months since January of year 0.
 *
 * @throws SimulationError `MONTH_INVALID`
 */
export function monthIndex(month: Month): number {
  const match = PATTERN.exec(month)
  if (match === null) {
    throw new SimulationError([
      { code: 'MONTH_INVALID', expected: 'a month such as 2026-07', got: String(month) },
    ])
  }
  return Number(match[1]) * 12 + Number(match[2]) - 1
}

/** The calendar month of a period. */
export function monthAt(start: Month, period: Period): Month {
  const index = monthIndex(start) + period
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return `${String(year).padStart(YEAR_DIGITS, '0')}-${String(month).padStart(MONTH_DIGITS, '0')}`
}

/** The period of a calendar month: the inverse of `monthAt`. */
export function periodOf(start: Month, month: Month): Period {
  return monthIndex(month) - monthIndex(start)
}

/** Whether the period is a March, June, September or December. */
export function isQuarterEnd(start: Month, period: Period): boolean {
  return (monthIndex(start) + period + 1) % MONTHS_PER_QUARTER === 0
}
