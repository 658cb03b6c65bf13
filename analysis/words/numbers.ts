/**
 * Numbers as people write them: money in bn or 亿, rates in per cent, differences of rates in points.
 * @module
 */
import type { Language } from './language.ts'

export const MINUS = '−'
const MISSING = '–'
const SIGNIFICANT = 3
const MILLION = 1e6
const THOUSAND = 1e3
const HUNDRED = 100
const TEN_THOUSAND = 1e4

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Units shown as per cent, and their differences as points. */
export function isRate(unit: string): boolean {
  return unit === 'share' || unit === '1/year' || unit === 'rate'
}

/** A level. NaN, not defined here, is a dash. */
export function formatLevel(value: number, unit: string, language: Language): string {
  if (Number.isNaN(value)) return MISSING
  if (isRate(unit)) return percent(value)
  return signedAmount(value, unit, language)
}

/** A difference of two levels, always with its sign. */
export function formatChange(value: number, unit: string, language: Language): string {
  if (Number.isNaN(value)) return MISSING
  const body = isRate(unit)
    ? points(value, language)
    : signedAmount(Math.abs(value), unit, language)
  return isNothing(body) ? body : (value < 0 ? MINUS : '+') + body
}

/** A change as a share of a level: −18.0%. */
export function formatRelative(value: number): string {
  if (Number.isNaN(value)) return MISSING
  const body = percent(Math.abs(value))
  return isNothing(body) ? body : (value < 0 ? MINUS : '+') + body
}

/** `a to b` or `a 至 b`, each end written by `write`. */
export function formatRange(
  low: number,
  high: number,
  language: Language,
  write: (value: number) => string,
): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return MISSING
  return language === 'zh' ? `${write(low)} 至 ${write(high)}` : `${write(low)} to ${write(high)}`
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

/** To one decimal; to two below 1%, so that a small rate does not look like none. */
function percent(value: number): string {
  const hundredths = HUNDRED * value
  const body = `${round(Math.abs(hundredths), Math.abs(hundredths) < 1 ? 2 : 1)}%`
  return value < 0 && !isNothing(body) ? MINUS + body : body
}

function points(value: number, language: Language): string {
  const hundredths = Math.abs(HUNDRED * value)
  const body = round(hundredths, hundredths < 1 ? 2 : 1)
  return language === 'zh' ? `${body}个百分点` : `${body} pts`
}

function signedAmount(value: number, unit: string, language: Language): string {
  const body = amount(Math.abs(value), unit, language)
  return value < 0 && !isNothing(body) ? MINUS + body : body
}

function amount(value: number, unit: string, language: Language): string {
  if (unit.startsWith('mn')) return language === 'zh' ? yuanZh(value) : yuanEn(value)
  if (unit.startsWith('borrowers')) return language === 'zh' ? countZh(value) : countEn(value)
  if (unit === 'index') return significant(value)
  if (unit === '1' || unit === 'multiple') return round(value, decimals(value, SIGNIFICANT))
  return count(value)
}

/** Money given in millions. */
function yuanEn(mn: number): string {
  if (mn >= MILLION) return `${significant(mn / MILLION)} trn CNY`
  if (mn >= THOUSAND) return `${significant(mn / THOUSAND)} bn CNY`
  return `${significant(mn)} mn CNY`
}

function yuanZh(mn: number): string {
  if (mn >= MILLION) return `${significant(mn / MILLION)}万亿元`
  if (mn >= HUNDRED) return `${significant(mn / HUNDRED)}亿元`
  return `${significant(mn * HUNDRED)}万元`
}

function countEn(value: number): string {
  if (value >= MILLION) return `${significant(value / MILLION)} m`
  if (value >= THOUSAND) return `${significant(value / THOUSAND)} k`
  return significant(value)
}

function countZh(value: number): string {
  const hundredMillion = TEN_THOUSAND * TEN_THOUSAND
  if (value >= hundredMillion) return `${significant(value / hundredMillion)}亿`
  return value >= TEN_THOUSAND ? `${significant(value / TEN_THOUSAND)}万` : significant(value)
}

/** Means of counts: one decimal unless whole, thousands apart. */
function count(value: number): string {
  const body = Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1)
  const [whole, rest] = body.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}

/** Three significant digits, never in exponents. */
function significant(value: number): string {
  if (value >= THOUSAND) return count(Math.round(value))
  return round(value, decimals(value, SIGNIFICANT))
}

function decimals(value: number, digits: number): number {
  if (value === 0) return 0
  let places = digits - 1
  for (let size = value; size >= 10 && places > 0; size /= 10) places--
  for (let size = value; size < 1 && places < 6; size *= 10) places++
  return places
}

function round(value: number, places: number): string {
  return value.toFixed(places)
}

/** True for what rounds to zero: it gets no sign. */
function isNothing(body: string): boolean {
  return !/[1-9]/.test(body)
}
