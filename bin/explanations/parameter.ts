/**
 * A parameter of the model, with its baseline and its range.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { Language } from '../../analysis/words/language.ts'
import { sayIn } from '../../analysis/words/say.ts'
import type { Explanation } from './explanation.ts'

export function explainParameter(id: string, language: Language): Explanation | undefined {
  const entry = parameterCatalogue.find((one) => one.id === id)
  if (!entry) return undefined
  const say = sayIn(language)
  const facts: [string, string][] = [
    [say.unit, entry.unit],
    [say.baseline, String(entry.baseline)],
    [say.range, entry.range.map(String).join(' – ')],
    [say.bounds, entry.members.length > 0 ? entry.members.join(', ') : entry.bounds.join(' – ')],
    [say.class, entry.class],
    [say.source, entry.source],
  ]
  if (entry.estimated) facts.push([say.estimated, say.yes])
  return { title: `${entry.id} — ${entry.label[language]}`, facts }
}
