/**
 * Numbers, months and lever values as stories write them.
 * @module
 */
import { monthAt, type Month } from '../../engine/time.ts'
import type { LeverValue } from '../../agents/levers/lever.ts'
import type { Language } from '../words/language.ts'
import { formatLevel, formatMonth } from '../words/numbers.ts'
import type { LeverChange } from './changed-levers.ts'

/** Writers of one language for one run. */
export interface Say {
  month(period: number): string
  money(amount: number): string
  share(value: number): string
  count(value: number): string
  number(value: number): string
  date(month: Month): string
  value(change: LeverChange, side: 'from' | 'to'): string
}

/** @param start  the month of period 0 */
export function sayIn(language: Language, start: Month): Say {
  const level = (unit: string) => (value: number) => formatLevel(value, unit, language)
  return {
    month: (period) => formatMonth(monthAt(start, period), language),
    money: level('mn'),
    share: level('share'),
    count: level('count'),
    number: level('1'),
    date: (month) => formatMonth(month, language),
    value: ({ kind, ...change }, side) => valueText(change[side], kind, language),
  }
}

const NO_LIMIT: Readonly<Record<Language, string>> = { en: 'no limit', zh: '没有限制' }

function valueText(value: LeverValue, kind: string, language: Language): string {
  if (value === null) return NO_LIMIT[language]
  if (typeof value === 'number') {
    return kind === 'rate' || kind === 'share'
      ? formatLevel(value, 'share', language)
      : String(value)
  }
  if (typeof value !== 'object') return String(value)
  return value.map((one) => (typeof one === 'object' ? one.at : String(one))).join(', ') || '–'
}
