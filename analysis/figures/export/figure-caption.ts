/**
 * What a figure says in one paragraph, for a caption or a page without pictures.
 * @module
 */
import type { Figure } from '../figure.ts'
import { figureWords } from '../words/figure-words.ts'

export function figureCaption({ title, subtitle, source, language }: Figure): string {
  return figureWords(language).caption(title, subtitle, source)
}
