/**
 * Months as the dates Parquet holds: days since 1 January 1970.
 * @source Hinnant (2014), chrono-compatible low-level date algorithms: days_from_civil
 * @module
 */
import { monthAt, monthIndex, type Month } from '../../engine/time.ts'

const EPOCH: Month = '1970-01'
const MONTHS_BEFORE_MARCH = 2
const DAYS_PER_YEAR = 365
const YEARS_PER_LEAP = 4
const YEARS_PER_CENTURY = 100
const YEARS_PER_ERA = 400
const SHORTEST_MONTHS = 30.4375

/** Days from 1970-01-01 to the first day of a month. */
export function daysAt(month: Month): number {
  return daysTo(monthIndex(month)) - daysTo(monthIndex(EPOCH))
}

/** The month a day lies in. */
export function monthOfDays(days: number): Month {
  let period = Math.floor(days / SHORTEST_MONTHS) - 1
  while (daysAt(monthAt(EPOCH, period + 1)) <= days) period++
  return monthAt(EPOCH, period)
}

/** Days to the first of a month from a fixed day long before, years starting in March. */
function daysTo(index: number): number {
  const year = Math.floor((index - MONTHS_BEFORE_MARCH) / 12)
  const month = index - MONTHS_BEFORE_MARCH - year * 12
  const leaps =
    Math.floor(year / YEARS_PER_LEAP) -
    Math.floor(year / YEARS_PER_CENTURY) +
    Math.floor(year / YEARS_PER_ERA)
  return year * DAYS_PER_YEAR + leaps + daysBefore(month)
}

/** Days from 1 March to the first of the month that follows `month` months later. */
function daysBefore(month: number): number {
  return Math.floor((153 * month + 2) / 5)
}
