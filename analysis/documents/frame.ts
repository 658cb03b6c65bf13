/**
 * What figures of the model document have in common.
 * @module
 */
import type { FigureFrame } from '../figures/figure.ts'
import type { Language } from '../words/language.ts'
import { formatLevel } from '../words/numbers.ts'
import { modelFigureWords } from './words/model-figure-words.ts'

/** What surrounds a figure of the model document. */
export function frameOf(id: string, language: Language): FigureFrame {
  return { id, language, source: modelFigureWords(language).source }
}

/** A round share without decimals: these are settings, not results. */
export function percent(share: number): string {
  return formatLevel(share, 'share', 'en').replace('.0%', '%')
}
