/**
 * `zhudai sensitivity`: what the metrics of a result depend on, input by input.
 * @module
 */
import type { MetricDescription } from '../../analysis/answer/readings.ts'
import { rankInputs, type InputRanking } from '../../analysis/sensitivity/input-ranking.ts'
import type { DesignEffects } from '../../analysis/sensitivity/design-effects.ts'
import type { Quantity } from '../../analysis/sensitivity/swept-result.ts'
import { tiedInputs } from '../../analysis/sensitivity/tied-inputs.ts'
import { designWordsIn } from '../../analysis/words/design-effects.ts'
import { inputWords } from '../../analysis/words/input-value.ts'
import { sensitivityIn } from '../../analysis/words/sensitivity.ts'
import { tiedSentence } from '../../analysis/words/tied-inputs.ts'
import { designJson, designTable } from '../design-table.ts'
import {
  hasTotal,
  rankingJson,
  rankingNotes,
  rankingTable,
  turnSentences,
} from '../ranking-table.ts'
import type { Session } from '../session.ts'
import { readLevers } from '../sources.ts'
import {
  laidOutEffects,
  sweptOutcomes,
  sweptSubject,
  type SweptScenario,
} from '../swept-subject.ts'
import { alignColumns, answerWidth, wrap } from '../terminal.ts'

export interface SensitivityFlags {
  result: string
  /** Ids, joined by commas; the headline metrics where absent. */
  metrics?: string
}

interface RankedMetric {
  readonly metric: MetricDescription
  /** Undefined where the metric is not defined. */
  readonly ranking: InputRanking | undefined
  /** Where inputs were moved one at a time or along trajectories. */
  readonly effects: DesignEffects | undefined
}

export async function sensitivity(flags: SensitivityFlags, session: Session): Promise<void> {
  const subject = await sweptSubject(flags.result, flags.metrics, '--metrics')
  const quantity: Quantity = subject.isCompared ? 'change' : 'level'
  const ranked = subject.scenarios.map((scenario) => ({
    scenario,
    metrics: subject.metrics.map((metric, m): RankedMetric => {
      const outcomes = scenario.layout ? undefined : sweptOutcomes(subject, scenario, m, quantity)
      const seed = `${subject.result.manifest.scenario.fingerprint}|${scenario.id}|${metric.id}`
      const ranking = outcomes && rankInputs(outcomes.values, outcomes.swept, outcomes.drawn, seed)
      const effects = laidOutEffects(subject, scenario, m, quantity, seed)
      return { metric, ranking, effects }
    }),
  }))
  subject.result.close()
  if (session.json) {
    const scenarios = ranked.map(({ scenario, metrics }) => ({
      id: scenario.id,
      tied: tiedInputs(scenario.world, scenario.calibrations),
      metrics: metrics.map(metricJson),
    }))
    const answer = { schema: 'sensitivity/1', quantity, scenarios }
    session.terminal.answer(JSON.stringify(answer, null, 2))
    return
  }
  for (const { scenario, metrics } of ranked) {
    if (scenario.layout) printEffects(scenario, metrics, quantity, session)
    else print(scenario, metrics, quantity, session)
  }
}

/** Inputs that were moved one at a time, or along trajectories. */
function printEffects(
  { title, points, layout }: SweptScenario,
  metrics: readonly RankedMetric[],
  quantity: Quantity,
  { terminal, language }: Session,
): void {
  const words = sensitivityIn(language)
  const { alone, trajectories } = designWordsIn(language)
  const say = inputWords(readLevers().list, language)
  const size = words.size(points.length, Math.max(...points.map(({ done }) => done)))
  terminal.answer(
    terminal.colour.bold(`${words.titled(words.heading[quantity], title[language])}   ${size}`),
  )
  for (const { metric, effects } of metrics) {
    const { rows, notes } =
      effects === undefined
        ? { rows: [[metric.label[language]]], notes: [words.undefinedMetric] }
        : designTable(effects, metric, quantity, say, language)
    const [head, ...lines] = alignColumns(rows.map((row) => [...row]))
    terminal.answer()
    terminal.answer(terminal.colour.dim(head))
    for (const line of [...lines, ...notes]) terminal.answer(line)
  }
  terminal.answer()
  const note = layout?.design === 'morris' ? trajectories : alone
  for (const part of wrap(note, answerWidth())) terminal.answer(part)
}

function print(
  scenario: SweptScenario,
  metrics: readonly RankedMetric[],
  quantity: Quantity,
  { terminal, language }: Session,
): void {
  const words = sensitivityIn(language)
  const say = inputWords(readLevers().list, language)
  const rankings = metrics.flatMap(({ ranking }) => ranking ?? [])
  const { points = 0, replicates = 0 } = rankings[0] ?? {}
  terminal.answer(
    terminal.colour.bold(
      `${words.titled(words.heading[quantity], scenario.title[language])}   ${words.size(points, replicates)}`,
    ),
  )
  const hasTotals = hasTotal(rankings)
  const tables = metrics.map(({ metric, ranking }) =>
    rankingTable(metric.label[language], ranking, hasTotals, say, language),
  )
  const aligned = alignColumns(tables.flat())
  let line = 0
  metrics.forEach(({ metric, ranking }, m) => {
    terminal.answer()
    tables[m].forEach((_, k) => {
      const text = aligned[line++]
      terminal.answer(k === 0 ? terminal.colour.dim(text) : text)
    })
    for (const turn of turnSentences(metric, ranking, quantity, say, language))
      terminal.answer(turn)
  })
  terminal.answer()
  const tied = rankings.length > 0 ? tiedInputs(scenario.world, scenario.calibrations) : undefined
  const notes = [
    ...rankingNotes(rankings, quantity, language),
    ...(tied ? [tiedSentence(tied, say, language)] : []),
  ]
  for (const note of notes) {
    for (const part of wrap(note, answerWidth())) terminal.answer(part)
  }
}

function metricJson({ metric: { id: metric, unit }, ranking, effects }: RankedMetric): object {
  if (effects !== undefined) return { metric, unit, ...designJson(effects) }
  return { metric, unit, ...(ranking ? rankingJson(ranking) : { inputs: [] }) }
}
