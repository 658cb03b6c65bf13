/**
 * A rule that can be set: what it is, since when, where it enters.
 * @module
 */
import type { Lever } from '../../agents/levers/lever.ts'
import type { Language } from '../../analysis/words/language.ts'
import { sayIn, valueText } from '../../analysis/words/say.ts'
import { readLevers } from '../sources.ts'
import type { Explanation } from './explanation.ts'

export function explainLever(id: string, language: Language): Explanation | undefined {
  const entry = readLevers().byId.get(id)
  if (!entry) return undefined
  const say = sayIn(language)
  const facts: [string, string][] = [
    [say.definition, entry.doc],
    [say.unit, entry.unit],
    [say.value, valueText(entry.value, entry.kind, language)],
    [say.history, historyText(entry, language)],
    [say.package, [entry.announced ?? '–', entry.inForce ?? '–'].join(', ')],
    [say.status, entry.status],
    [say.confidence, entry.confidence],
    [say.acts, entry.acts ? say.yes : say.noEffect],
    ...(entry.acts ? [[say.form, say.forms[entry.form]] as [string, string]] : []),
    [say.reads, [...entry.entersThrough, entry.entersAt].join(' ')],
    [say.source, entry.source],
    [say.links, entry.links.join('\n')],
  ]
  const { bounds, members, kind } = entry
  if (bounds) facts.push([say.bounds, bounds.map((one) => valueText(one, kind, 'en')).join(' – ')])
  if (members) facts.push([say.members, members.join(', ')])
  return {
    title: `${entry.id} — ${entry.label[language]}`,
    facts: facts.filter(([, text]) => text.trim() !== ''),
    next: `zhudai run notice-9 --against rules-before -s ${entry.id}=…`,
  }
}

function historyText(entry: Lever, language: Language): string {
  const say = sayIn(language)
  return [
    `${say.before} ${valueText(entry.initial, entry.kind, language)}`,
    ...entry.history.map(
      ({ from, value }) => `${say.from} ${from} ${valueText(value, entry.kind, language)}`,
    ),
  ].join('\n')
}
