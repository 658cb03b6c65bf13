/**
 * `zhudai list`: what there is, one line each.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { LICENCES, TIERS } from '../../agents/parameters.ts'
import { licenceLabels } from '../../analysis/metrics/groups.ts'
import { join } from 'node:path'
import { listResults } from '../../analysis/results/list-results.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import {
  institutionsOf,
  readingCatalogue,
  targetCatalogue,
} from '../../analysis/measurement/index.ts'
import { metricCatalogue } from '../../analysis/metrics/index.ts'
import { glossary } from '../../analysis/words/glossary.ts'
import type { Language } from '../../analysis/words/language.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import type { Session } from '../session.ts'
import { usageProblem } from '../problems.ts'
import { resolveOne } from '../resolve.ts'
import { sayIn, valueText } from '../../analysis/words/say.ts'
import { shippedCalibrations } from '../calibrations.ts'
import { readBaselineFacts, readLevers, readLibrary, readTargetFiles } from '../sources.ts'
import { targetFile } from '../target-file.ts'
import { alignLeft } from '../terminal.ts'

/** One line of a list: its id first. */
type Item = Readonly<Record<string, string>>

const lists: Readonly<Record<string, (language: Language) => Item[]>> = {
  levers(language) {
    return readLevers().list.map((lever) => ({
      id: lever.id,
      name: lever.label[language],
      value: valueText(lever.value, lever.kind, language),
      status: lever.status,
      acts: lever.acts ? '' : '∅',
    }))
  },
  metrics: (language) =>
    metricCatalogue.map((metric) => ({
      id: metric.id,
      name: metric.label[language],
      unit: metric.unit,
    })),
  readings(language) {
    const { kinds } = sayIn(language)
    return readingCatalogue.map(({ id, kind, label, unit }) => ({
      id,
      of: kinds[kind],
      name: label[language],
      unit,
    }))
  },
  parameters: (language) =>
    parameterCatalogue.map((entry) => ({
      id: entry.id,
      name: entry.label[language],
      value: String(entry.baseline),
      unit: entry.unit,
      class: entry.class + (entry.estimated ? ' ★' : ''),
    })),
  scenarios(language) {
    const levers = readLevers()
    return Object.keys(readLibrary()).map((id) => {
      const { title, question } = resolveOne(id, [], levers)
      return { id, title: title[language], question }
    })
  },
  calibrations: (language) =>
    shippedCalibrations().map(({ id, title, members, parameters }) => ({
      id,
      name: title[language],
      size: `${members.length} × ${parameters.length}`,
    })),
  targets(language) {
    const catalogue = targetCatalogue(institutionsOf(readBaselineFacts()))
    return Object.keys(readTargetFiles()).map((id) => {
      const { title, targets } = targetFile(id, catalogue)
      return { id, name: title[language], size: String(targets.length) }
    })
  },
  banks(language) {
    const say = sayIn(language)
    return readBaselineFacts().banks.map(({ names, licence, named }) => ({
      id: names.id,
      name: names[language],
      licence: licenceLabels[LICENCES[licence]][language],
      origin: named ? say.named : say.imputed,
    }))
  },
  platforms: (language) =>
    readBaselineFacts().platforms.map(({ names, tier }) => ({
      id: names.id,
      name: names[language],
      tier: TIERS[tier],
    })),
  guarantors: (language) =>
    readBaselineFacts().guarantors.map((names) => ({ id: names.id, name: names[language] })),
  words: (language) =>
    glossary.map(({ id, en, zh, note }) => ({
      term: language === 'zh' ? zh : en,
      other: language === 'zh' ? en : zh,
      id,
      note,
    })),
}

/** Prints a list. */
export function list(kind: string, output: string, session: Session): void {
  const { terminal, language, json } = session
  const read = Object.hasOwn(lists, kind) ? lists[kind] : undefined
  if (read === undefined && kind !== 'results') {
    throw usageProblem([...Object.keys(lists), 'results'].join(', '), kind)
  }
  const items = read ? read(language) : resultItems(output, language)
  if (json) {
    terminal.answer(JSON.stringify({ schema: 'list/1', kind, items }, null, 2))
    return
  }
  for (const line of alignLeft(items.map((item) => Object.values(item)))) terminal.answer(line)
  if (kind === 'levers') terminal.note(`∅ ${sayIn(language).noEffect}`)
  const first = items[0]?.id
  if (read === undefined) {
    const next = first
      ? `zhudai compare ${join(output, first)}`
      : 'zhudai run notice-9 --against rules-before'
    terminal.note(messagesIn(language).next(next))
  } else if (first) terminal.note(messagesIn(language).next(`zhudai explain ${first}`))
}

/** Results with what they asked and how far they are. */
function resultItems(output: string, language: Language): Item[] {
  const words = commandsIn(language)
  return listResults(output).map((found) => {
    if (found.state !== 'finished') {
      return { id: found.name, against: '', size: '', question: words.states[found.state] }
    }
    const { scenario, against, design, status } = found.manifest
    return {
      id: found.name,
      against: against ? `↔ ${against.id}` : '',
      size: `${design.points} × ${Math.floor(status.done / design.points)}`,
      question: scenario.question,
    }
  })
}
