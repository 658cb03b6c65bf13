/**
 * `zhudai explain`: what one thing means, where it enters, and where its numbers are from.
 * @module
 */
import { makeKey } from '../../engine/stream.ts'
import { SimulationError } from '../../engine/errors.ts'
import type { Lever } from '../../agents/levers/lever.ts'
import { baselineParameters, parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { drawPopulation } from '../../agents/populate/draw-population.ts'
import { provenanceOf } from '../../agents/populate/provenance.ts'
import { readFacts } from '../../agents/populate/read-facts.ts'
import { readObservations } from '../../scenarios/observations.ts'
import { DEFAULT_RUN } from '../../scenarios/draft.ts'
import { didYouMean } from '../../scenarios/nearest.ts'
import { metricCatalogue, metricOf, type MetricDefinition } from '../../analysis/metrics/index.ts'
import { errorCodes } from '../../analysis/words/error-codes.ts'
import { glossaryOf } from '../../analysis/words/glossary.ts'
import type { Language } from '../../analysis/words/language.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { formatLevel } from '../../analysis/words/numbers.ts'
import type { Session } from '../session.ts'
import { resolveOne } from '../resolve.ts'
import { sayIn, valueText } from '../../analysis/words/say.ts'
import { explainCalibration } from '../calibrations.ts'
import { readCalibrations, readLevers, readLibrary, readTables } from '../sources.ts'
import { alignLeft, answerWidth, wrap } from '../terminal.ts'

/** What is said of a thing: a heading, then what is known, in order. */
interface Explanation {
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  /** A table under the facts. */
  readonly table?: readonly (readonly string[])[]
  readonly next?: string
}

/** Prints an explanation. */
export function explain(id: string, session: Session): void {
  const { terminal, language, json } = session
  const found =
    agent(id, language) ??
    code(id, language) ??
    lever(id, language) ??
    metric(id, language) ??
    parameter(id, language) ??
    scenario(id, language) ??
    explainCalibration(id, language) ??
    term(id, language)
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

/** Columns a label takes: Chinese characters count two. */
function widthOf(label: string): number {
  return [...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
}

function lever(id: string, language: Language): Explanation | undefined {
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

function metric(id: string, language: Language): Explanation | undefined {
  const entry: MetricDefinition | undefined = metricOf(id)
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
    ],
  }
}

function parameter(id: string, language: Language): Explanation | undefined {
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

function scenario(id: string, language: Language): Explanation | undefined {
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

const AGENT_ID = /^(bank|platform|guarantor):/

function agent(id: string, language: Language): Explanation | undefined {
  if (!AGENT_ID.test(id)) return undefined
  const say = sayIn(language)
  const parameters = baselineParameters()
  const facts = readFacts(readObservations(readTables()), parameters)
  const population = drawPopulation(facts, parameters, makeKey(DEFAULT_RUN.seed, 0))
  const rows = provenanceOf(facts, population, id)
  const names = [
    ...population.bankNames,
    ...population.platformNames,
    ...population.guarantorNames,
  ].find((one) => one.id === id)
  const table = rows.map(({ column, value, unit, origin, source, date, confidence }) => [
    column,
    `${formatValue(value)} ${unit === '1' ? '' : unit}`.trim(),
    origin,
    confidence,
    date,
    source,
  ])
  const head = [say.column, '', say.origin, say.confidence, say.date, say.source]
  return {
    title: `${id} — ${names?.[language] ?? ''}`,
    facts: [[say.notes, say.drawn]],
    table: [head, ...table],
  }
}

/** Four significant digits, whole numbers as they are. */
function formatValue(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return Number.isNaN(value) ? formatLevel(value, '1', 'en') : String(Number(value.toPrecision(4)))
}

function code(id: string, language: Language): Explanation | undefined {
  const say = sayIn(language)
  if (!Object.hasOwn(errorCodes, id)) return undefined
  return { title: `${id} — ${say.code}`, facts: [[say.definition, errorCodes[id][language]]] }
}

function term(id: string, language: Language): Explanation | undefined {
  const entry = glossaryOf(id)
  if (!entry) return undefined
  const say = sayIn(language)
  const title = language === 'zh' ? `${entry.zh}（${entry.en}）` : `${entry.en} (${entry.zh})`
  return { title: `${id} — ${title}`, facts: [[say.term, entry.note]] }
}

function unknown(id: string): SimulationError {
  const names = [
    ...readLevers().list.map((one) => one.id),
    ...metricCatalogue.map((one) => one.id),
    ...parameterCatalogue.map((one) => one.id),
    ...Object.keys(readLibrary()),
    ...Object.keys(readCalibrations()),
    ...Object.keys(errorCodes),
  ]
  const expected =
    'a lever, metric, parameter, scenario, calibration, bank:…, platform:… or error code'
  return new SimulationError([
    { code: 'EXPLAIN_UNKNOWN', expected, got: id, ...didYouMean(id, names) },
  ])
}
