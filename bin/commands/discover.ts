/**
 * `zhudai discover`: within which limits of the inputs a metric ends up beyond a mark.
 * @module
 */
import type { MetricDescription } from '../../analysis/answer/readings.ts'
import { discoveryCases, type DiscoveryCases } from '../../analysis/sensitivity/discovery-cases.ts'
import type { Quantity } from '../../analysis/sensitivity/swept-result.ts'
import type { InputColumn } from '../../analysis/statistics/input-columns.ts'
import { prim, turningPoints, type Discovery } from '../../analysis/statistics/prim.ts'
import { inputWords, withinSentence, type InputWords } from '../../analysis/words/input-value.ts'
import { formatChange, formatLevel } from '../../analysis/words/numbers.ts'
import { conditionText, evidenceText, sensitivityIn } from '../../analysis/words/sensitivity.ts'
import { known } from '../../analysis/results/summary.ts'
import { notationOf, readMark } from '../marks.ts'
import { usageProblem } from '../problems.ts'
import type { Session } from '../session.ts'
import { readLevers } from '../sources.ts'
import { sweptOutcomes, sweptSubject, type SweptScenario } from '../swept-subject.ts'
import { alignColumns, answerWidth, wrap } from '../terminal.ts'

export interface DiscoverFlags {
  result: string
  /** Id of one metric. */
  metric?: string
  /** A mark, written as in scenarios; one of the two. */
  above?: string
  below?: string
  /** Look at the change from the baseline, or at the share of the baseline's level. */
  change: boolean
  ratio: boolean
}

/** What is asked: cases of interest lie beyond the limit. */
interface Mark {
  readonly quantity: Quantity
  readonly side: 'above' | 'below'
  readonly limit: number
}

interface Answer {
  readonly scenario: SweptScenario
  readonly cases: DiscoveryCases
  readonly discovery: Discovery
}

export async function discover(flags: DiscoverFlags, session: Session): Promise<void> {
  if (flags.metric === undefined || flags.metric.includes(',')) {
    throw usageProblem('--metric and the id of one metric', flags.metric ?? 'nothing')
  }
  const subject = await sweptSubject(flags.result, flags.metric, '--metric')
  const [metric] = subject.metrics
  const mark = markOf(flags, metric)
  if (mark.quantity !== 'level' && !subject.isCompared) {
    const hint = 'run it with --against'
    throw usageProblem('a result that has a baseline', subject.result.name, hint)
  }
  const answers = subject.scenarios.flatMap((scenario): Answer[] => {
    const outcomes = sweptOutcomes(subject, scenario, 0, mark.quantity)
    if (outcomes === undefined) return []
    const cases = discoveryCases(outcomes.values, outcomes.swept, outcomes.drawn)
    const interest = Uint8Array.from(cases.outcomes, (value) =>
      Number(mark.side === 'above' ? value > mark.limit : value < mark.limit),
    )
    const seed = `${scenario.id}|${metric.id}|${mark.quantity}|${mark.side}|${mark.limit}`
    return [{ scenario, cases, discovery: prim(cases.inputs, interest, seed) }]
  })
  subject.result.close()
  if (session.json) {
    const scenarios = answers.map(answerJson)
    const asked = { metric: metric.id, unit: metric.unit, ...mark }
    session.terminal.answer(JSON.stringify({ schema: 'discover/1', ...asked, scenarios }, null, 2))
    return
  }
  if (answers.length === 0) session.terminal.answer(sensitivityIn(session.language).undefinedMetric)
  for (const answer of answers) print(answer, metric, mark, session)
}

/** @throws SimulationError unless there is exactly one mark that can be read */
function markOf({ above, below, change, ratio }: DiscoverFlags, metric: MetricDescription): Mark {
  const given = above ?? below
  if (given === undefined || (above !== undefined && below !== undefined)) {
    const got = given === undefined ? 'neither' : 'both'
    throw usageProblem('one of --above and --below, with a number', got)
  }
  if (change && ratio) throw usageProblem('one of --change and --ratio', 'both')
  const quantity = change ? 'change' : ratio ? 'ratio' : 'level'
  const side = above === undefined ? 'below' : 'above'
  const notation = quantity === 'ratio' ? 'share' : notationOf(metric.unit)
  return { quantity, side, limit: readMark(`--${side}`, given, notation) }
}

function print(
  { scenario, cases, discovery }: Answer,
  metric: MetricDescription,
  mark: Mark,
  { terminal, language }: Session,
): void {
  const words = sensitivityIn(language)
  const say = inputWords(readLevers().list, language)
  const outcome = words.outcome(
    withinSentence(metric.label[language]),
    mark.quantity,
    mark.side,
    limitText(mark, metric, language),
  )
  const { ofInterest, boxes } = discovery
  terminal.answer(terminal.colour.bold(scenario.title[language]))
  terminal.answer(words.cases(outcome, cases.of, ofInterest, discovery.cases))
  if (boxes.length === 0) {
    const nothing = ofInterest === 0 ? words.noCase : words.noRule
    terminal.answer(ofInterest === discovery.cases ? words.allCases : nothing)
    return
  }
  boxes.forEach((box, k) => {
    const { density, coverage } = box.quality
    const conditions = box.restrictions.map((one) =>
      conditionText(one, cases.inputs, say, language),
    )
    const rule = `${k + 1}. ${words.rule(conditions, outcome, density, coverage)}`
    terminal.answer()
    for (const line of wrap(rule, answerWidth())) terminal.answer(line)
    const limits = box.restrictions.map(({ input, quasiP }) => ({
      label: labelOf(cases.inputs, input, say),
      quasiP,
    }))
    const evidence = evidenceText(limits, box.byChance, language)
    for (const line of wrap(evidence, answerWidth() - 3)) {
      terminal.answer(`   ${line}`)
    }
    const share = (value: number) => formatLevel(value, 'share', language)
    const steps = turningPoints(box.tradeOff).map(({ box: { length }, quality }) => [
      `   ${length}`,
      share(quality.coverage),
      share(quality.density),
      String(quality.cases),
    ])
    const [head, ...lines] = alignColumns([
      words.tradeOff.map((text, c) => (c === 0 ? `   ${text}` : text)),
      ...steps,
    ])
    terminal.answer(terminal.colour.dim(head))
    for (const line of lines) terminal.answer(line)
  })
}

function labelOf(inputs: readonly InputColumn[], input: number, say: InputWords): string {
  return say.inline(inputs[input].id)
}

function limitText(
  { quantity, limit }: Mark,
  { unit }: MetricDescription,
  language: Session['language'],
): string {
  if (quantity === 'ratio') return formatLevel(limit, 'share', language)
  return quantity === 'change'
    ? formatChange(limit, unit, language)
    : formatLevel(limit, unit, language)
}

function answerJson({ scenario, cases, discovery }: Answer): object {
  return {
    id: scenario.id,
    casesAre: cases.of,
    cases: discovery.cases,
    ofInterest: discovery.ofInterest,
    boxes: discovery.boxes.map(({ restrictions, quality, byChance, tradeOff }) => ({
      restrictions: restrictions.map(({ input, low, high, allowed, quasiP }) => ({
        input: cases.inputs[input].id,
        ...(allowed
          ? { allowed: allowed.map((place) => cases.inputs[input].members[place]) }
          : { low: known(low), high: known(high) }),
        quasiP,
      })),
      ...quality,
      byChance,
      tradeOff: tradeOff.map((step) => ({ restricted: step.box.length, ...step.quality })),
    })),
  }
}
