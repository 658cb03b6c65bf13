/**
 * What reports say in each language.
 * @module
 */
import type { Language } from '../language.ts'
import { reportInEnglish } from './en.ts'
import { limitsInEnglish, type Limit } from './limits-en.ts'
import { limitsInChinese } from './limits-zh.ts'
import { methodInEnglish, type MethodWords } from './method-en.ts'
import { methodInChinese } from './method-zh.ts'
import { reportInChinese } from './zh.ts'

/** The English catalogue is the list of what must be said. */
export type ReportWords = typeof reportInEnglish

const byLanguage: Readonly<Record<Language, ReportWords>> = {
  en: reportInEnglish,
  zh: reportInChinese,
}

export function reportWords(language: Language): ReportWords {
  return byLanguage[language]
}

const limits: Readonly<Record<Language, readonly Limit[]>> = {
  en: limitsInEnglish,
  zh: limitsInChinese,
}

/** What a result does not say. */
export function reportLimits(language: Language): readonly Limit[] {
  return limits[language]
}

const methods: Readonly<Record<Language, MethodWords>> = {
  en: methodInEnglish,
  zh: methodInChinese,
}

export function methodWords(language: Language): MethodWords {
  return methods[language]
}
