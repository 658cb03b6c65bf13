/**
 * Times as targets write them: a month, a quarter, a half-year, a year, or the months from one to another.
 * @module
 */
import { monthAt, monthIndex, periodOf, type Month } from '../../engine/time.ts'
import { misfit, MONTH_PATTERN, type Read } from '../values.ts'
import type { RunMonths, Span } from './target.ts'

const YEAR = /^\d{4}$/
const PART = /^(\d{4})-(Q[1-4]|H[12])$/
const RANGE = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/
const MONTHS = { Q: 3, H: 6 } as const
const EXPECTED = 'a time such as 2025-06, 2025-Q3, 2025-H1, 2025 or 2025-06..2025-09'

/** The months of a written time, all of them within the run where one is given. */
export function readSpan(written: unknown, run?: RunMonths): Read<Span> {
  const read = readMonths(written)
  if (run === undefined || !('value' in read)) return read
  const { first, last } = read.value
  const { start, periods } = run
  if (periodOf(start, first) >= 0 && periodOf(start, last) < periods) return read
  return misfit(`a time within the run, ${start} to ${monthAt(start, periods - 1)}`)
}

function readMonths(written: unknown): Read<Span> {
  const text = typeof written === 'number' ? String(written) : written
  if (typeof text !== 'string') return misfit(EXPECTED)
  if (MONTH_PATTERN.test(text)) return { value: { first: text, last: text, text } }
  if (YEAR.test(text)) return { value: spanFrom(`${text}-01`, 12, text) }
  const range = RANGE.exec(text)
  if (range !== null) return readRange(range[1], range[2], text)
  const match = PART.exec(text)
  if (match === null) return misfit(EXPECTED)
  const [, year, part] = match as unknown as [string, string, string]
  const months = MONTHS[part.charAt(0) as 'Q' | 'H']
  const before = months * (Number(part.charAt(1)) - 1)
  return { value: spanFrom(monthAt(`${year}-01`, before), months, text) }
}

function readRange(first: string, last: string, text: string): Read<Span> {
  const months = MONTH_PATTERN.test(first) && MONTH_PATTERN.test(last) && first <= last
  return months ? { value: { first, last, text } } : misfit(EXPECTED)
}

function spanFrom(first: Month, months: number, text: string): Span {
  return { first, last: monthAt(first, months - 1), text }
}

/** Whether a time is over before another begins. */
export function isBefore(earlier: Span, later: Span): boolean {
  return monthIndex(earlier.last) < monthIndex(later.first)
}
