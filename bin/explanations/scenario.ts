/**
 * A shipped scenario: its question, its law, what it changes.
 * @module
 */
import type { Language } from '../../analysis/words/language.ts'
import { sayIn, valueText } from '../../analysis/words/say.ts'
import { resolveOne } from '../resolve.ts'
import { readLevers, readLibrary } from '../sources.ts'
import type { Explanation } from './explanation.ts'

export function explainScenario(id: string, language: Language): Explanation | undefined {
  if (!Object.hasOwn(readLibrary(), id)) return undefined
  const say = sayIn(language)
  const levers = readLevers()
  const { title, question, law, settings, parameterOverrides, run, extendsChain, notes } =
    resolveOne(id, [], levers)
  const changes = [
    ...settings.map(({ lever: one, value, effective }) => {
      const kind = levers.byId.get(one)?.kind ?? ''
      return `${one} ${valueText(value, kind, language)} ${say.from} ${effective}`
    }),
    ...Object.entries(parameterOverrides).map(([one, value]) => `${one} ${String(value)}`),
  ]
  const facts: [string, string][] = [
    [say.question, question],
    [say.extends, extendsChain.slice(1).join(' → ')],
    [say.law, law.asOf === undefined ? say.datedLaw : `${say.lawOf} ${law.asOf}`],
    [say.changes, changes.join('\n')],
    [say.run, `${run.start}, ${run.periods}, n = ${run.replicates}, seed ${run.seed}`],
    [say.notes, notes.join('\n')],
  ]
  return {
    title: `${id} — ${title[language]}`,
    facts: facts.filter(([, text]) => text !== ''),
    next:
      id === 'rules-before' ? 'zhudai list scenarios' : `zhudai run ${id} --against rules-before`,
  }
}
