/**
 * What a mean change with its interval lets a figure say.
 * @module
 */
import type { Verdict } from '../statistics/paired.ts'
import type { Language } from '../words/language.ts'
import { formatChange } from '../words/numbers.ts'

/** A mean and the ends of its 95% interval: how precisely we know it. NaN where not defined. */
export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** The verdict of an interval of changes; no interval, no claim. */
export function verdictOf({ mean, low, high }: Interval): Verdict {
  if (Number.isNaN(mean)) return 'undefined'
  if (mean === 0 && low === 0 && high === 0) return 'identical'
  if (low > 0) return 'higher'
  if (high < 0) return 'lower'
  return 'notDistinguishable'
}

/** Size of a change, its direction being said in words: `6.1 pts`. */
export function sizeOfChange(value: number, unit: string, language: Language): string {
  return formatChange(Math.abs(value), unit, language).replace(/^\+/, '')
}
