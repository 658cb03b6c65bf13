/**
 * The dates of the public tables: a day, month, quarter, half, year or range; the last day counts.
 *
 * @source model document, section 10
 * @module
 */

/** A date before the rules, of no known time. */
const UNDATED = 'pre-rule'
const MONTHS_IN_QUARTER = 3
const MONTHS_IN_HALF = 6
const FIRST_NINE_MONTHS = 9

/**
 * The last day a date covers.
 *
 * @returns `YYYY-MM-DD`; empty for a blank or undated one; undefined when it is no date
 * @example lastDay('2025Q1') === '2025-03-31'
 */
export function lastDay(text: string): string | undefined {
  if (text === '' || text === UNDATED) return ''
  const range = text.split('..')
  if (range.length === 2) return lastOfRange(range[0], range[1])
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (day) return dayOf(Number(day[1]), Number(day[2]), Number(day[3]))
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  if (month) return endOfMonth(Number(month[1]), Number(month[2]))
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(text)
  if (quarter) return endOfMonth(Number(quarter[1]), Number(quarter[2]) * MONTHS_IN_QUARTER)
  const half = /^(\d{4})-?H([12])$/.exec(text)
  if (half) return endOfMonth(Number(half[1]), Number(half[2]) * MONTHS_IN_HALF)
  const nineMonths = /^(\d{4}) first nine months$/.exec(text)
  if (nineMonths) return endOfMonth(Number(nineMonths[1]), FIRST_NINE_MONTHS)
  const year = /^(?:FY)?(\d{4})$/.exec(text)
  if (year) return endOfMonth(Number(year[1]), 12)
  return undefined
}

function lastOfRange(from: string, to: string): string | undefined {
  const [first, last] = [lastDay(from), lastDay(to)]
  return first && last && first <= last ? last : undefined
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const last = daysInMonth(year, month)
  if (last === undefined || day < 1 || day > last) return undefined
  return write(year, month, day)
}

function endOfMonth(year: number, month: number): string | undefined {
  const last = daysInMonth(year, month)
  return last === undefined ? undefined : write(year, month, last)
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LEAP_CYCLE = 4
const CENTURY = 100
const LEAP_CENTURY = 400

function daysInMonth(year: number, month: number): number | undefined {
  const leap = year % LEAP_CYCLE === 0 && (year % CENTURY !== 0 || year % LEAP_CENTURY === 0)
  const length = MONTH_LENGTHS[month - 1]
  return length === undefined ? undefined : length + (month === 2 && leap ? 1 : 0)
}

function write(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
