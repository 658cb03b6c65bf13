/**
 * A bank, platform or guarantor: where each of its values is from.
 * @module
 */
import { makeKey } from '../../engine/stream.ts'
import { baselineParameters } from '../../agents/parameter-catalogue.ts'
import { drawPopulation } from '../../agents/populate/draw-population.ts'
import { provenanceOf } from '../../agents/populate/provenance.ts'
import { DEFAULT_RUN } from '../../scenarios/draft.ts'
import { agentNames, allNames } from '../../analysis/kept/agent-names.ts'
import type { Language } from '../../analysis/words/language.ts'
import { formatLevel } from '../../analysis/words/numbers.ts'
import { sayIn } from '../../analysis/words/say.ts'
import { readBaselineFacts } from '../sources.ts'
import type { Explanation } from './explanation.ts'

const AGENT_ID = /^(bank|platform|guarantor):/

export function explainAgent(id: string, language: Language): Explanation | undefined {
  if (!AGENT_ID.test(id)) return undefined
  const say = sayIn(language)
  const facts = readBaselineFacts()
  const own = allNames(agentNames(facts)).find((one) => one.id === id)
  if (own === undefined) return undefined
  const population = drawPopulation(facts, baselineParameters(), makeKey(DEFAULT_RUN.seed, 0))
  const title = `${id} — ${own[language]}`
  const { bankNames, platformNames, guarantorNames } = population
  const drawn = [...bankNames, ...platformNames, ...guarantorNames]
  if (!drawn.some((one) => one.id === id)) return { title, facts: [[say.notes, say.notDrawn]] }
  const rows = provenanceOf(facts, population, id)
  const table = rows.map(({ column, value, unit, origin, source, date, confidence }) => [
    column,
    `${formatValue(value)} ${unit === '1' ? '' : unit}`.trim(),
    origin,
    confidence,
    date,
    source,
  ])
  const head = [say.column, '', say.origin, say.confidence, say.date, say.source]
  return { title, facts: [[say.notes, say.drawn]], table: [head, ...table] }
}

/** Four significant digits, whole numbers as they are. */
function formatValue(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return Number.isNaN(value) ? formatLevel(value, '1', 'en') : String(Number(value.toPrecision(4)))
}
