/**
 * The rules of one month, bank by bank, before price classes are formed.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { Parameters } from '../parameters.ts'
import type { LeverValues, RuledBanks } from './lever-values.ts'
import type { RuleBook } from './rule-book.ts'

type ClassField = 'priceClass' | 'classCount' | 'regulatoryCap' | 'stretch' | 'nicheStretch'

/** A rule book whose ceilings still stand bank by bank. */
export type BankRules = Omit<RuleBook, ClassField> & {
  /** r̄_reg by bank and segment [1/year]. */
  readonly ceiling: Float64Array
  /** (1-χ)·ḡ by bank [1/year]; the second for niche platforms. */
  readonly bankStretch: Float64Array
  readonly bankNicheStretch: Float64Array
}

/** What all rule families read. */
export interface RuleSources {
  readonly values: LeverValues
  readonly parameters: Parameters
  readonly banks: RuledBanks
  /** Period of a month plus `shift`, at least -1 (the end of burn-in): where a limit reads its stock. */
  readonly periodEnding: (month: Month, shift: number) => number
}
