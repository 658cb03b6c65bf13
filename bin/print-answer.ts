/**
 * The answer of a run: words first, then numbers; or one JSON object.
 * @module
 */
import type { Failure } from '../engine/executors/executor.ts'
import { monthAt, periodOf } from '../engine/time.ts'
import type { LeverCatalogue, LeverSetting } from '../agents/levers/lever.ts'
import type { Population } from '../agents/populate/population.ts'
import { originShares } from '../agents/populate/provenance.ts'
import type { Caveats, Sameness } from '../analysis/answer/findings.ts'
import type { Replicates } from '../analysis/answer/readings.ts'
import {
  differingSettings,
  effectiveMonth,
  guidanceLevers,
  unknownLevers,
} from '../analysis/answer/rule-differences.ts'
import {
  allIdentical,
  changeRows,
  levelRows,
  rowFinder,
  type ChangeRow,
} from '../analysis/answer/rows.ts'
import type { Language } from '../analysis/words/language.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import type { Session } from './session.ts'
import type { RunFlags } from './verbs.ts'
import { changeTable, levelTable } from './answer-table.ts'
import { changeJson, levelJson } from './answer-json.ts'
import { packageVersion } from './paths.ts'
import type { Plan, ResolvedScenario } from './resolve.ts'
import { answerWidth, wrap } from './terminal.ts'

/** A replicate that could not be finished. */
export interface FailedReplicate {
  readonly index: number
  readonly failure: Failure
}

/** What a finished run leaves to be told. */
export interface FinishedRun {
  readonly plan: Plan
  readonly replicates: Replicates
  readonly failures: readonly FailedReplicate[]
  readonly population: Population
  readonly levers: LeverCatalogue
}

/** Prints the answer to stdout. */
export function printAnswer(finished: FinishedRun, flags: RunFlags, session: Session): void {
  if (finished.plan.scenarios.length > 1) printComparison(finished, flags, session)
  else printLevels(finished, flags, session)
}

function printComparison(finished: FinishedRun, flags: RunFlags, session: Session): void {
  const { plan, replicates, levers } = finished
  const { language } = session
  const words = messagesIn(language)
  const [baseline, reform] = plan.scenarios
  const { start } = reform.run
  const differences = differingSettings(baseline.allSettings, reform.allSettings, levers)
  const effective = effectiveMonth(differences, levers, start, plan.periods)
  const period = effective === undefined ? -1 : periodOf(start, effective)
  const rows = changeRows(replicates, period)
  const row = rowFinder(rows)
  const findings = {
    baseline: baseline.title,
    reform: reform.title,
    pairs: replicates.indices.length,
    wanted: plan.replicates.length,
    periods: plan.periods,
    lastMonth: monthAt(start, plan.periods - 1),
    effectiveMonth: effective,
    monthBefore: period > 0 ? monthAt(start, period - 1) : undefined,
    identical: allIdentical(replicates) ? samenessOf(plan, differences, effective) : undefined,
    row,
  }
  const caveats = caveatsOf(finished)
  const sentences = words.comparison(findings)
  const nextStep = nextCommand(flags)
  if (session.json) {
    print(session, {
      ...birthOf(finished),
      baseline: { id: baseline.id, title: baseline.title },
      reform: { id: reform.id, title: reform.title },
      effective: effective ?? null,
      identical: findings.identical ?? false,
      rules: differences,
      metrics: rows.map(changeJson),
      sentences,
      caveats: caveatsJson(caveats),
    })
    return
  }
  const heading = `${titleOf(reform, flags, language)} — ${baseline.title[language]}`
  printWords(session, heading, reform.question, sentences)
  for (const line of changeTable(row, language, session.terminal.colour)) {
    session.terminal.answer(line)
  }
  const reduction = row('links')?.compared.varianceReduction ?? NaN
  printFoot(session, [
    words.reading(findings.pairs, findings.wanted, plan.periods, true),
    ...(Number.isFinite(reduction) && !findings.identical
      ? [words.varianceReduction(reduction)]
      : []),
    ...undecided(row, session),
    ...words.caveats(caveats),
    words.next(nextStep),
  ])
}

/** Why two scenarios gave the same numbers. */
function samenessOf(
  { scenarios: [baseline, reform] }: Plan,
  differences: readonly LeverSetting[],
  effective: string | undefined,
): Sameness {
  const sameNumbers =
    JSON.stringify(baseline.parameterOverrides) === JSON.stringify(reform.parameterOverrides)
  if (differences.length === 0 && sameNumbers) return 'sameRules'
  return effective === undefined && sameNumbers ? 'afterRun' : 'neverBinds'
}

/** The metrics asked about first that the pairs cannot tell from no change, and how many could. */
const ASKED_FIRST = ['links', 'cr5', 'originations', 'originationsS5', 'averageApr']

function undecided(row: (id: string) => ChangeRow | undefined, { language }: Session): string[] {
  const words = messagesIn(language)
  return ASKED_FIRST.map(row)
    .filter((found) => found?.compared.verdict === 'notDistinguishable')
    .filter((found) => found && found.compared.pairsNeeded > found.compared.n)
    .map((found) => {
      const { metric, compared } = found as ChangeRow
      return words.morePairs(metric.label[language], compared.n, compared.pairsNeeded)
    })
}

function printLevels(finished: FinishedRun, flags: RunFlags, session: Session): void {
  const { plan, replicates } = finished
  const { language } = session
  const words = messagesIn(language)
  const [scenario] = plan.scenarios
  const rows = levelRows(replicates)
  const row = rowFinder(rows)
  const findings = {
    scenario: scenario.title,
    replicates: replicates.indices.length,
    wanted: plan.replicates.length,
    periods: plan.periods,
    lastMonth: monthAt(scenario.run.start, plan.periods - 1),
    row,
  }
  const sentences = words.levels(findings)
  const caveats = caveatsOf(finished)
  if (session.json) {
    print(session, {
      ...birthOf(finished),
      scenario: { id: scenario.id, title: scenario.title },
      metrics: rows.map(levelJson),
      sentences,
      caveats: caveatsJson(caveats),
    })
    return
  }
  printWords(session, titleOf(scenario, flags, language), scenario.question, sentences)
  for (const line of levelTable(row, language, session.terminal.colour)) {
    session.terminal.answer(line)
  }
  printFoot(session, [
    words.reading(findings.replicates, findings.wanted, plan.periods, false),
    ...words.caveats(caveats),
    words.next(nextCommand(flags)),
  ])
}

/** The title with what the command changed: `Notice 9 as published, aprCapPerLoan=20%`. */
function titleOf({ title }: ResolvedScenario, flags: RunFlags, language: Language): string {
  return [title[language], ...flags.set].join(language === 'zh' ? '，' : ', ')
}

function printWords(
  { terminal }: Session,
  heading: string,
  question: string,
  sentences: readonly string[],
): void {
  terminal.answer(terminal.colour.bold(heading))
  for (const line of wrap(question, answerWidth())) terminal.answer(line)
  terminal.answer()
  for (const sentence of sentences) {
    for (const line of wrap(sentence, answerWidth())) terminal.answer(line)
  }
}

function printFoot({ terminal }: Session, lines: readonly string[]): void {
  terminal.answer()
  for (const text of lines) {
    for (const line of wrap(text, answerWidth())) terminal.answer(line)
  }
}

function print({ terminal }: Session, answer: object): void {
  terminal.answer(JSON.stringify(answer, null, 2))
}

/** What the reader must know besides the numbers. */
function caveatsOf({ plan, population, levers }: FinishedRun): Caveats {
  const settings = plan.scenarios.flatMap((scenario) => scenario.allSettings)
  const last = monthAt(plan.scenarios[0].run.start, plan.periods - 1)
  return {
    guidance: guidanceLevers(settings, levers, last).map((lever) => lever.label),
    unknown: unknownLevers(settings, levers).map((lever) => lever.label),
    origins: originShares(population),
    notes: [...new Set(plan.scenarios.flatMap((scenario) => scenario.notes))],
  }
}

/** What the numbers were made with. */
function birthOf({ plan, replicates, failures }: FinishedRun) {
  return {
    schema: 'run/1',
    version: packageVersion(),
    seed: plan.seed,
    start: plan.scenarios[0].run.start,
    periods: plan.periods,
    replicates: replicates.indices.length,
    wanted: plan.replicates.length,
    failures: failures.map(({ index, failure }) => ({
      replicate: index,
      code: failure.code,
      message: failure.message,
    })),
  }
}

function caveatsJson({ guidance, unknown, origins, notes }: Caveats) {
  return { guidance, unknown, origins, notes }
}

/** A single run leads to a comparison, a comparison to the rules behind it. */
function nextCommand(flags: RunFlags): string {
  return flags.against === undefined
    ? `zhudai run ${flags.scenario} --against rules-before`
    : `zhudai explain ${flags.scenario}`
}
