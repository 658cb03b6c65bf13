/**
 * A quantity: a metric of the market, or what is read of institutions under that name.
 * @module
 */
import { readingCatalogue } from '../../analysis/measurement/index.ts'
import { metricOf } from '../../analysis/metrics/index.ts'
import type { Language } from '../../analysis/words/language.ts'
import { sayIn } from '../../analysis/words/say.ts'
import type { Explanation } from './explanation.ts'

export function explainMetric(id: string, language: Language): Explanation | undefined {
  const entry = metricOf(id)
  if (!entry) return undefined
  const say = sayIn(language)
  return {
    title: `${entry.id} — ${entry.label[language]}`,
    facts: [
      [say.definition, entry.doc],
      [say.unit, entry.unit],
      [say.better, say[entry.better]],
      [say.summary, entry.flow ? say.lastYear : say.lastMonth],
      [say.source, entry.source],
      ...readingFacts(id, language),
    ],
  }
}

export function explainReading(id: string, language: Language): Explanation | undefined {
  const facts = readingFacts(id, language)
  return facts.length === 0 ? undefined : { title: `${id} — ${sayIn(language).reading}`, facts }
}

/** One for each kind of institution it is read of. */
function readingFacts(id: string, language: Language): readonly [string, string][] {
  const say = sayIn(language)
  return readingCatalogue
    .filter((one) => one.id === id)
    .map(({ kind, label, unit, flow, doc }) => [
      say.kinds[kind],
      `${label[language]} [${unit}]\n${doc}\n${flow ? say.averaged : say.readLast}`,
    ])
}
