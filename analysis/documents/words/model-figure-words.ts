import type { Language } from '../../words/language.ts'
import { modelFiguresInEnglish, type ModelFigureWords } from './en.ts'
import { modelFiguresInChinese } from './zh.ts'

/** Words of the figures of the model document. */
export function modelFigureWords(language: Language): ModelFigureWords {
  return language === 'zh' ? modelFiguresInChinese : modelFiguresInEnglish
}
