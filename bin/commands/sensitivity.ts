/**
 * `zhudai sensitivity`: what the metrics of a result depend on, input by input.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { MetricDescription } from '../../analysis/answer/readings.ts'
import { known } from '../../analysis/results/summary.ts'
import {
  rankInputs,
  type InputRanking,
  type RankedInput,
} from '../../analysis/sensitivity/input-ranking.ts'
import type { DesignEffects } from '../../analysis/sensitivity/design-effects.ts'
import type { Quantity } from '../../analysis/sensitivity/swept-result.ts'
import { casesNeeded } from '../../analysis/statistics/additive-shares.ts'
import type { ValueResponse } from '../../analysis/statistics/response-by-value.ts'
import type { VarianceShare } from '../../analysis/statistics/sobol-indices.ts'
import { designWordsIn } from '../../analysis/words/design-effects.ts'
import { inputWords, type InputWords } from '../../analysis/words/input-value.ts'
import { formatChange, formatLevel } from '../../analysis/words/numbers.ts'
import { sensitivityIn } from '../../analysis/words/sensitivity.ts'
import { designJson, designTable } from '../design-table.ts'
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
  const hasTotals = rankings.some(({ inputs }) => inputs.some(({ total }) => total))
  const tables = metrics.map(({ metric, ranking }) => [
    [metric.label[language], ...words.columns.slice(1, hasTotals ? undefined : -2)],
    ...rowsOf(ranking, say, language),
  ])
  const aligned = alignColumns(tables.flat())
  let line = 0
  metrics.forEach(({ metric, ranking }, m) => {
    terminal.answer()
    tables[m].forEach((_, k) => {
      const text = aligned[line++]
      terminal.answer(k === 0 ? terminal.colour.dim(text) : text)
    })
    for (const turn of turnsOf(metric, ranking, quantity, say, language)) terminal.answer(turn)
  })
  terminal.answer()
  for (const note of notesOf(rankings, quantity, words)) {
    for (const part of wrap(note, answerWidth())) terminal.answer(part)
  }
}

function rowsOf(
  ranking: InputRanking | undefined,
  say: InputWords,
  language: Session['language'],
): string[][] {
  const words = sensitivityIn(language)
  if (ranking === undefined) return [[`  ${words.undefinedMetric}`]]
  if (!(ranking.variance > 0)) return [[`  ${words.constant}`]]
  const share = (value: number): string => formatLevel(value, 'share', language)
  const hasDrawn = ranking.inputs.some(({ varies }) => varies === 'byReplicate')
  const isSwept = ranking.inputs.some(({ varies }) => varies === 'byPoint')
  return [
    ...ranking.inputs.map(({ input, alone, total }) => [
      `  ${say.label(input.id)} (${input.id})`,
      share(alone.share),
      Number.isNaN(alone.low) ? '' : `${share(alone.low)} – ${share(alone.high)}`,
      ...(ranking.route === 'crossing' ? [total ? share(total.share) : ''] : []),
      Number.isNaN(alone.share) ? words.tooFew : alone.converged ? '' : words.notSettled,
    ]),
    ...(isSwept ? [[`  ${words.together}`, share(ranking.together)]] : []),
    [`  ${isSwept ? words.sharedLuck : words.luck}`, share(ranking.sharedLuck)],
    ...(isSwept
      ? [[`  ${hasDrawn ? words.mixedLuck : words.ownLuck}`, share(ranking.ownLuck)]]
      : []),
  ]
}

/** Which inputs turn the sign of a change. */
function turnsOf(
  { unit }: MetricDescription,
  ranking: InputRanking | undefined,
  quantity: Quantity,
  say: InputWords,
  language: Session['language'],
): string[] {
  if (quantity !== 'change' || ranking === undefined) return []
  const words = sensitivityIn(language)
  return ranking.inputs.flatMap(({ input, turn }) => {
    if (turn === undefined) return []
    const { below, above } = turn
    const change = ({ outcome }: ValueResponse) => formatChange(outcome.mean, unit, language)
    const at = (one: ValueResponse) => valuesText(input, one, say)
    return [words.turns(say.inline(input.id), at(below), change(below), at(above), change(above))]
  })
}

function valuesText(
  { id, members }: RankedInput['input'],
  { from, to }: ValueResponse,
  say: InputWords,
): string {
  return members.length > 0 ? say.value(id, members[from]) : say.range(id, from, to)
}

function notesOf(
  rankings: readonly InputRanking[],
  quantity: Quantity,
  words: ReturnType<typeof sensitivityIn>,
): string[] {
  const varying = rankings.filter(({ variance }) => variance > 0)
  const routes = new Set(
    varying.filter(({ inputs }) => inputs.some(({ varies }) => varies === 'byPoint')).map(routeOf),
  )
  const inputs = varying.flatMap((ranking) => ranking.inputs)
  return [
    ...(quantity === 'change' && inputs.every(({ turn }) => turn === undefined)
      ? [words.noTurn]
      : []),
    ...[...routes].map((route) => words.routes[route]),
    ...tooFew(varying, words),
    ...(inputs.some(({ alone }) => !alone.converged && !Number.isNaN(alone.share))
      ? [words.settledHint]
      : []),
    ...(varying.some(({ replicates }) => replicates < 2) ? [words.oneReplicate] : []),
  ]
}

/** Inputs that were not ranked for want of cases, and how many would do. */
function tooFew(
  rankings: readonly InputRanking[],
  words: ReturnType<typeof sensitivityIn>,
): string[] {
  const needed = (varies: RankedInput['varies']): number =>
    Math.max(
      0,
      ...rankings.map(({ inputs }) => {
        const own = inputs.filter((one) => one.varies === varies)
        const unknown = own.some(({ alone }) => Number.isNaN(alone.share))
        return unknown ? casesNeeded(own.map(({ input }) => input)) : 0
      }),
    )
  const [points, replicates] = [needed('byPoint'), needed('byReplicate')]
  return [
    ...(points > 0 ? [words.tooFewPoints(points)] : []),
    ...(replicates > 0 ? [words.tooFewReplicates(replicates)] : []),
  ]
}

const routeOf = ({ route }: InputRanking) => route

const PARAMETERS = new Set<string>(parameterCatalogue.map(({ id }) => id))

function metricJson({ metric, ranking, effects }: RankedMetric): object {
  const { id, unit } = metric
  if (effects !== undefined) return { metric: id, unit, ...designJson(effects) }
  if (ranking === undefined) return { metric: id, unit, inputs: [] }
  const { route, variance, together, sharedLuck, ownLuck, points, replicates, inputs } = ranking
  return {
    metric: id,
    unit,
    route,
    points,
    replicates,
    variance: known(variance),
    together: known(together),
    sharedLuck: known(sharedLuck),
    ownLuck: known(ownLuck),
    inputs: inputs.map((one) => ({
      id: one.input.id,
      kind: PARAMETERS.has(one.input.id) ? 'parameter' : 'lever',
      varies: one.varies,
      ...shareJson(one.alone),
      total: one.total ? shareJson(one.total) : null,
      turnsSign: one.turn !== undefined,
      responses: one.responses.map((response) => responseJson(one, response)),
    })),
  }
}

function shareJson({ share, low, high, converged }: VarianceShare): object {
  return { share: known(share), low: known(low), high: known(high), converged }
}

function responseJson({ input }: RankedInput, { from, to, cases, outcome }: ValueResponse): object {
  const named = input.members.length > 0
  return {
    ...(named ? { value: input.members[from] } : { from, to }),
    cases,
    mean: known(outcome.mean),
    low: known(outcome.low),
    high: known(outcome.high),
  }
}
