/**
 * A shipped target file: what was observed, how surely, by whom.
 * @module
 */
import { institutionsOf, targetCatalogue } from '../../analysis/measurement/index.ts'
import type { Language } from '../../analysis/words/language.ts'
import { formatLevel } from '../../analysis/words/numbers.ts'
import { sayIn } from '../../analysis/words/say.ts'
import { targetName } from '../score-text.ts'
import { readBaselineFacts, readTargetFiles } from '../sources.ts'
import { targetFile } from '../target-file.ts'
import type { Explanation } from './explanation.ts'

export function explainTargets(id: string, language: Language): Explanation | undefined {
  if (!Object.hasOwn(readTargetFiles(), id)) return undefined
  const say = sayIn(language)
  const file = targetFile(id, targetCatalogue(institutionsOf(readBaselineFacts())))
  const rows = file.targets.map((target) => {
    const level = (value: number): string => formatLevel(value, target.unit, language)
    const { observed, sd, weight, source = '' } = target
    const name = targetName(target, language)
    return [target.id, name, level(observed), `± ${level(sd)}`, String(weight), source]
  })
  return {
    title: `${id} — ${file.title[language]}`,
    facts: [[say.notes, file.notes.join('\n')]],
    table: [[say.target, say.name, say.observed, say.spread, say.weight, say.source], ...rows],
    next: `zhudai score notice-9 --targets ${id}`,
  }
}
