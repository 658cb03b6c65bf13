/**
 * An error code or a term of the field.
 * @module
 */
import { errorCodes } from '../../analysis/words/error-codes.ts'
import { glossaryOf } from '../../analysis/words/glossary.ts'
import type { Language } from '../../analysis/words/language.ts'
import { sayIn } from '../../analysis/words/say.ts'
import type { Explanation } from './explanation.ts'

export function explainCode(id: string, language: Language): Explanation | undefined {
  const say = sayIn(language)
  if (!Object.hasOwn(errorCodes, id)) return undefined
  return { title: `${id} — ${say.code}`, facts: [[say.definition, errorCodes[id][language]]] }
}

export function explainTerm(id: string, language: Language): Explanation | undefined {
  const entry = glossaryOf(id)
  if (!entry) return undefined
  const say = sayIn(language)
  const title = language === 'zh' ? `${entry.zh}（${entry.en}）` : `${entry.en} (${entry.zh})`
  return { title: `${id} — ${title}`, facts: [[say.term, entry.note]] }
}
