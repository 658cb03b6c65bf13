/**
 * The answer of a result: words first, then numbers.
 * @module
 */
import type { Caveats, ComparisonFindings } from '../analysis/answer/findings.ts'
import type { ChangeRow } from '../analysis/answer/rows.ts'
import { comparisonOf, levelsOf } from '../analysis/results/summary-rows.ts'
import type { Summary, SummaryPoint } from '../analysis/results/summary.ts'
import type { Language } from '../analysis/words/language.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import { changeTable, levelTable } from './answer-table.ts'
import { pointsTable } from './points-table.ts'
import type { Session } from './session.ts'
import { answerWidth, wrap } from './terminal.ts'

/** What is told of a result. */
export interface Told {
  readonly summary: Summary
  readonly caveats: Caveats
  /** Replicates asked for. */
  readonly wanted: number
  /** Settings of the command, which the title names. */
  readonly set: readonly string[]
}

/** Beyond this many points of one scenario a table of points says more than one of metrics. */
const MOST_TOLD = 3

/** Prints the answer to stdout. */
export function printAnswer(told: Told, session: Session): void {
  const { summary } = told
  const asked = summary.points.filter(({ role }) => role === 'reform')
  if (asked.length > MOST_TOLD) printPoints(told, asked, session)
  else asked.forEach((point) => printPoint(told, point, session))
  printFoot(session, [...messagesIn(session.language).caveats(told.caveats)])
}

function printPoint(told: Told, point: SummaryPoint, session: Session): void {
  const findings = comparisonOf(told.summary, point.id, told.wanted)
  if (findings === undefined) printLevels(told, point, session)
  else printComparison(told, point, findings, session)
}

function printComparison(
  told: Told,
  point: SummaryPoint,
  findings: ComparisonFindings,
  session: Session,
): void {
  const { language, terminal } = session
  const words = messagesIn(language)
  const { baseline, reform, row, pairs, wanted, periods, identical } = findings
  const heading = `${titled(reform[language], told, point, language)} — ${baseline[language]}`
  printWords(session, heading, told.summary.question, words.comparison(findings))
  for (const line of changeTable(row, language, terminal.colour)) terminal.answer(line)
  const reduction = row('links')?.compared.varianceReduction ?? NaN
  printFoot(session, [
    words.reading(pairs, wanted, periods, true),
    ...(Number.isFinite(reduction) && !identical ? [words.varianceReduction(reduction)] : []),
    ...undecided(row, language),
  ])
}

function printLevels(told: Told, point: SummaryPoint, session: Session): void {
  const { language, terminal } = session
  const words = messagesIn(language)
  const findings = levelsOf(told.summary, point.id, told.wanted)
  const { scenario, replicates, wanted, periods, row } = findings
  const heading = titled(scenario[language], told, point, language)
  printWords(session, heading, told.summary.question, words.levels(findings))
  for (const line of levelTable(row, language, terminal.colour)) terminal.answer(line)
  printFoot(session, [words.reading(replicates, wanted, periods, false)])
}

/** A sweep: one line a point. */
function printPoints(told: Told, asked: readonly SummaryPoint[], session: Session): void {
  const { language, terminal } = session
  const { summary, wanted } = told
  terminal.answer(
    terminal.colour.bold(titled(scenarioTitle(summary, language), told, undefined, language)),
  )
  for (const line of wrap(summary.question, answerWidth())) terminal.answer(line)
  for (const line of pointsTable(summary, asked, language, terminal.colour)) terminal.answer(line)
  const done = Math.min(...summary.points.map((point) => point.done))
  printFoot(session, [
    messagesIn(language).reading(done, wanted, summary.periods, summary.baseline !== null),
  ])
}

function scenarioTitle({ reforms }: Summary, language: Language): string {
  return reforms.map((one) => one.title[language]).join(language === 'zh' ? '、' : ', ')
}

/** The metrics asked about first that the pairs cannot tell from no change, and how many could. */
const ASKED_FIRST = ['links', 'cr5', 'originations', 'originationsS5', 'averageApr']

function undecided(row: (id: string) => ChangeRow | undefined, language: Language): string[] {
  const words = messagesIn(language)
  return ASKED_FIRST.map(row)
    .filter((found) => found?.compared.verdict === 'notDistinguishable')
    .filter((found) => found && found.compared.pairsNeeded > found.compared.n)
    .map((found) => {
      const { metric, compared } = found as ChangeRow
      return words.morePairs(metric.label[language], compared.n, compared.pairsNeeded)
    })
}

/** The title with what the command and the sweep changed: `Notice 9 as published, aprCapPerLoan=20%`. */
function titled(
  title: string,
  { set }: Told,
  point: SummaryPoint | undefined,
  language: Language,
): string {
  const swept = Object.entries(point?.values ?? {}).map(
    ([id, value]) => `${id}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return [title, ...set, ...swept].join(language === 'zh' ? '，' : ', ')
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
