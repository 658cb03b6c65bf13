/**
 * What a row of dots with whiskers says: its name, its value, and both in a sentence.
 * @module
 */
import type { Verdict } from '../../statistics/paired.ts'
import type { Language } from '../../words/language.ts'
import {
  formatChange,
  formatChangeRange,
  formatLevel,
  formatLevelRange,
} from '../../words/numbers.ts'
import { say } from '../figure.ts'
import { verdictOf } from '../finding.ts'
import { figureWords } from '../words/figure-words.ts'
import type { DotRow } from './dots-with-whiskers.ts'

export interface RowReading {
  readonly name: string
  /** The number, or why there is none. */
  readonly value: string
  readonly sentence: string
  readonly verdict: Verdict
  /** A change that can be told from none. */
  readonly told: boolean
  /** A change that cannot. */
  readonly unclear: boolean
}

export function readRow(
  { label, unit, estimate }: DotRow,
  sort: 'level' | 'change',
  language: Language,
): RowReading {
  const words = figureWords(language)
  const { mean, low, high } = estimate
  const name = say(label, language)
  const changes = sort === 'change'
  const verdict = changes || Number.isNaN(mean) ? verdictOf(estimate) : 'higher'
  const [write, writeRange] = changes
    ? ([formatChange, formatChangeRange] as const)
    : ([formatLevel, formatLevelRange] as const)
  const value = write(mean, unit, language)
  const said = {
    identical: words.dots.identical,
    notDistinguishable: words.dots.unclear,
    undefined: words.dots.undefined,
    higher: value,
    lower: value,
  }[verdict]
  const range = writeRange(low, high, unit, language)
  return {
    name,
    value: said,
    sentence: verdict === 'undefined' ? `${name}: ${said}` : words.dots.row(name, value, range),
    verdict,
    told: changes && (verdict === 'higher' || verdict === 'lower'),
    unclear: changes && verdict === 'notDistinguishable',
  }
}
