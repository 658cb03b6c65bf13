/**
 * In which multiple of its unit a number is written, with how many decimals and what after it.
 * @module
 */
import type { Language } from './language.ts'

export interface Scale {
  readonly divisor: number
  readonly decimals: number
  readonly suffix: string
}

const SIGNIFICANT = 3
const MILLION = 1e6
const THOUSAND = 1e3
const HUNDRED = 100
const TEN_THOUSAND = 1e4
const HUNDRED_MILLION = 1e8

/** Steps from large to small: from this size on, divide and say so. The last one has no size. */
type Steps = readonly (readonly [from: number, divisor: number, suffix: string])[]

/** Money is held in millions. */
const money: Readonly<Record<Language, Steps>> = {
  en: [
    [MILLION, MILLION, ' trn CNY'],
    [THOUSAND, THOUSAND, ' bn CNY'],
    [0, 1, ' mn CNY'],
  ],
  zh: [
    [MILLION, MILLION, '万亿元'],
    [HUNDRED, HUNDRED, '亿元'],
    [0, 1 / HUNDRED, '万元'],
  ],
}

const people: Readonly<Record<Language, Steps>> = {
  en: [
    [MILLION, MILLION, ' m'],
    [THOUSAND, THOUSAND, ' k'],
    [0, 1, ''],
  ],
  zh: [
    [HUNDRED_MILLION, HUNDRED_MILLION, '亿'],
    [TEN_THOUSAND, TEN_THOUSAND, '万'],
    [0, 1, ''],
  ],
}

/** @param sort  whether it is a level or a difference of two: differences of rates are in points */
export function scaleOf(
  value: number,
  unit: string,
  language: Language,
  sort: 'level' | 'change',
): Scale {
  const size = Math.abs(value)
  if (unit === 'share' || unit === '1/year') return rateScale(size, language, sort)
  if (unit.startsWith('mn')) return steppedScale(size, money[language])
  if (unit.startsWith('borrowers')) return steppedScale(size, people[language])
  if (unit === '1' || unit === 'multiple' || unit === 'index') {
    return { divisor: 1, decimals: decimalsOf(size), suffix: '' }
  }
  return countScale(value)
}

/** To one decimal; to two below 1%, so that a small rate does not look like none. */
function rateScale(size: number, language: Language, sort: 'level' | 'change'): Scale {
  const points = language === 'zh' ? '个百分点' : ' pts'
  return {
    divisor: 1 / HUNDRED,
    decimals: HUNDRED * size < 1 ? 2 : 1,
    suffix: sort === 'level' ? '%' : points,
  }
}

function steppedScale(size: number, steps: Steps): Scale {
  const [, divisor, suffix] = steps.find(([from]) => size >= from) ?? steps[steps.length - 1]
  return { divisor, suffix, decimals: decimalsOf(size / divisor) }
}

/** Means of counts: one decimal unless whole or in the thousands. */
function countScale(value: number): Scale {
  const whole = Number.isInteger(value) || Math.abs(value) >= THOUSAND
  return { divisor: 1, decimals: whole ? 0 : 1, suffix: '' }
}

/** Decimals that leave three significant digits, six at most. */
function decimalsOf(size: number): number {
  if (size === 0) return 0
  let places = SIGNIFICANT - 1
  for (let left = size; left >= 10 && places > 0; left /= 10) places--
  for (let left = size; left < 1 && places < 6; left *= 10) places++
  return places
}
