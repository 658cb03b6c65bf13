/**
 * What figures say in each language.
 * @module
 */
import type { Language } from '../../words/language.ts'
import { figuresInEnglish } from './en.ts'
import { figuresInChinese } from './zh.ts'

/** The English catalogue is the list of what must be said. */
export type FigureWords = typeof figuresInEnglish

const byLanguage: Readonly<Record<Language, FigureWords>> = {
  en: figuresInEnglish,
  zh: figuresInChinese,
}

export function figureWords(language: Language): FigureWords {
  return byLanguage[language]
}
