/**
 * A group of institutions as target files name it: who is in it.
 * @module
 */
import { agentNames, allNames } from '../../analysis/kept/agent-names.ts'
import { institutionsOf } from '../../analysis/measurement/index.ts'
import type { Language } from '../../analysis/words/language.ts'
import { sayIn } from '../../analysis/words/say.ts'
import { readBaselineFacts } from '../sources.ts'
import type { Explanation } from './explanation.ts'

export function explainGroup(id: string, language: Language): Explanation | undefined {
  const facts = readBaselineFacts()
  const members = institutionsOf(facts).namesIn(id)
  if (members.length === 0) return undefined
  const say = sayIn(language)
  const names = new Map(allNames(agentNames(facts)).map((one) => [one.id, one[language]]))
  return {
    title: `${id} — ${say.group}`,
    facts: [[say.size, String(members.length)]],
    table: [[say.id, say.name], ...members.map((one) => [one, names.get(one) ?? ''])],
  }
}
