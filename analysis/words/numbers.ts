/**
 * Numbers as people write them: money in bn or 亿, rates in per cent, differences of rates in points.
 * @module
 */
import type { Language } from './language.ts'
import { scaleOf, type Scale } from './scale.ts'

export const MINUS = '−'
const MISSING = '–'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Units shown as per cent, and their differences as points. */
export function isRate(unit: string): boolean {
  return unit === 'share' || unit === '1/year'
}

/** A level. NaN, not defined here, is a dash. */
export function formatLevel(value: number, unit: string, language: Language): string {
  if (Number.isNaN(value)) return MISSING
  const scale = scaleOf(value, unit, language, 'level')
  return digits(value, scale, '') + scale.suffix
}

/** A difference of two levels, always with its sign. */
export function formatChange(value: number, unit: string, language: Language): string {
  if (Number.isNaN(value)) return MISSING
  const scale = scaleOf(value, unit, language, 'change')
  return digits(value, scale, '+') + scale.suffix
}

/** A change as a share of a level: −18.0%. */
export function formatRelative(value: number): string {
  if (Number.isNaN(value)) return MISSING
  return digits(value, scaleOf(value, 'share', 'en', 'level'), '+') + '%'
}

/** Ends of an interval of levels on one scale, the unit said once: `1.20 to 1.31 bn CNY`. */
export function formatLevelRange(
  low: number,
  high: number,
  unit: string,
  language: Language,
): string {
  return range(low, high, scaleOf(larger(low, high), unit, language, 'level'), '', language)
}

/** Ends of an interval of changes: `−7.0 to −5.2 pts`. */
export function formatChangeRange(
  low: number,
  high: number,
  unit: string,
  language: Language,
): string {
  return range(low, high, scaleOf(larger(low, high), unit, language, 'change'), '+', language)
}

/** Ends of an interval of changes as shares of a level: `−21.0% to −15.1%`. */
export function formatRelativeRange(low: number, high: number, language: Language): string {
  const { divisor, decimals } = scaleOf(larger(low, high), 'share', language, 'level')
  const percents = { divisor, decimals, suffix: '' }
  if (Number.isNaN(low) || Number.isNaN(high)) return MISSING
  return `${digits(low, percents, '+')}% ${to(language)} ${digits(high, percents, '+')}%`
}

/** `Jul 2026` or `2026年7月` from `2026-07`. */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = month.split('-')
  const index = Number(number)
  return language === 'zh' ? `${year}年${index}月` : `${MONTHS[index - 1]} ${year}`
}

/** Minutes and seconds: `0:47`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function range(low: number, high: number, scale: Scale, plus: string, language: Language) {
  if (Number.isNaN(low) || Number.isNaN(high)) return MISSING
  const ends = `${digits(low, scale, plus)} ${to(language)} ${digits(high, scale, plus)}`
  return ends + scale.suffix
}

/** Digits with their sign; what rounds to zero has none. */
function digits(value: number, { divisor, decimals }: Scale, plus: string): string {
  const [whole, rest] = (Math.abs(value) / divisor).toFixed(decimals).split('.')
  const body = [whole.replace(/\B(?=(\d{3})+$)/g, ','), rest].filter(Boolean).join('.')
  if (!/[1-9]/.test(body)) return body
  return (value < 0 ? MINUS : plus) + body
}

function larger(low: number, high: number): number {
  return Math.max(Math.abs(low), Math.abs(high))
}

function to(language: Language): string {
  return language === 'zh' ? '至' : 'to'
}
