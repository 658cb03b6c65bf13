/**
 * `zhudai explain`: what one thing means, where it enters, and where its numbers are from.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { institutionsOf, quantityCatalogue } from '../../analysis/measurement/index.ts'
import { errorCodes } from '../../analysis/words/error-codes.ts'
import { glossary } from '../../analysis/words/glossary.ts'
import type { Language } from '../../analysis/words/language.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { didYouMean } from '../../scenarios/nearest.ts'
import { explainAgent } from '../explanations/agent.ts'
import { explainCalibration } from '../explanations/calibration.ts'
import type { Explanation } from '../explanations/explanation.ts'
import { explainGroup } from '../explanations/group.ts'
import { explainLever } from '../explanations/lever.ts'
import { explainParameter } from '../explanations/parameter.ts'
import { explainMetric, explainReading } from '../explanations/quantity.ts'
import { explainScenario } from '../explanations/scenario.ts'
import { explainTargets } from '../explanations/targets.ts'
import { explainCode, explainTerm } from '../explanations/word.ts'
import type { Session } from '../session.ts'
import {
  readBaselineFacts,
  readCalibrations,
  readLevers,
  readLibrary,
  readTargetFiles,
} from '../sources.ts'
import { alignLeft, answerWidth, wrap } from '../terminal.ts'

/** What an id may be, in the order it is tried. */
const EXPLAINERS: readonly ((id: string, language: Language) => Explanation | undefined)[] = [
  explainAgent,
  explainCode,
  explainLever,
  explainMetric,
  explainReading,
  explainParameter,
  explainScenario,
  explainCalibration,
  explainTargets,
  explainGroup,
  explainTerm,
]

/** Prints an explanation. */
export function explain(id: string, session: Session): void {
  const { terminal, language, json } = session
  const found = firstOf(id, language)
  if (found === undefined) throw unknown(id)
  if (json) {
    const { title, facts, table } = found
    const answer = { schema: 'explain/1', id, title, facts: Object.fromEntries(facts), table }
    terminal.answer(JSON.stringify(answer, null, 2))
    return
  }
  terminal.answer(terminal.colour.bold(found.title))
  const labels = alignLeft(found.facts.map(([label]) => [label, '|'])).map((one) =>
    one.slice(0, -1),
  )
  found.facts.forEach(([, text], i) => {
    const room = Math.max(40, answerWidth() - labels[i].length - 2)
    text
      .split('\n')
      .flatMap((part) => wrap(part, room))
      .forEach((line, k) => {
        const label = k === 0 ? terminal.colour.dim(labels[i]) : ' '.repeat(widthOf(labels[i]))
        terminal.answer(`  ${label}${line}`)
      })
  })
  if (found.table) {
    terminal.answer()
    for (const line of alignLeft(found.table)) terminal.answer(`  ${line}`)
  }
  if (found.next) terminal.note(messagesIn(language).next(found.next))
}

function firstOf(id: string, language: Language): Explanation | undefined {
  for (const explainer of EXPLAINERS) {
    const found = explainer(id, language)
    if (found) return found
  }
  return undefined
}

/** Columns a label takes: Chinese characters count two. */
function widthOf(label: string): number {
  return [...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
}

function unknown(id: string): SimulationError {
  const names = [
    ...readLevers().list.map((one) => one.id),
    ...quantityCatalogue.map((one) => one.id),
    ...parameterCatalogue.map((one) => one.id),
    ...Object.keys(readLibrary()),
    ...Object.keys(readCalibrations()),
    ...Object.keys(readTargetFiles()),
    ...institutionsOf(readBaselineFacts()).ids,
    ...glossary.map((one) => one.id),
    ...Object.keys(errorCodes),
  ]
  const expected =
    'a lever, metric, reading, parameter, scenario, calibration, target file, group, bank:…, platform:…, term or error code'
  return new SimulationError([
    { code: 'EXPLAIN_UNKNOWN', expected, got: id, ...didYouMean(id, names) },
  ])
}
