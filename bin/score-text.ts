/**
 * A score as people read it: targets, forecasts, and what that says.
 * @module
 */
import stringWidth from 'string-width'
import { BENCHMARKS } from '../analysis/score/benchmarks/benchmark.ts'
import { FORECASTS, type Forecast } from '../analysis/score/forecasts.ts'
import type { PointScore } from '../analysis/score/score-points.ts'
import type { TargetScore } from '../analysis/score/score-target.ts'
import type { Language } from '../analysis/words/language.ts'
import { formatLevel, formatLevelRange, formatRelativeRange } from '../analysis/words/numbers.ts'
import { scoreIn, scoreText, skillSentence } from '../analysis/words/score.ts'
import type { Target, TargetFile } from '../scenarios/targets/target.ts'
import type { ScoredPoint } from './score-subject.ts'
import type { Session } from './session.ts'
import { alignColumns, answerWidth, clip, wrap } from './terminal.ts'

export interface PrintedScore {
  readonly file: TargetFile
  readonly point: ScoredPoint
  readonly score: PointScore
}

export function printScore({ file, point, score }: PrintedScore, session: Session): void {
  const { terminal, language } = session
  const words = scoreIn(language)
  const { colour } = terminal
  const name = [point.title[language], point.values].filter((part) => part !== '').join(' · ')
  const size = words.size(file.targets.length, score.replicates)
  terminal.answer(`${colour.bold(words.heading(file.title[language], name))}   ${size}`)
  terminal.answer()
  const rows = file.targets.map((target, i) => targetRow(target, score.targets.model[i], language))
  table(withShortNames([words.columns, ...rows]), session)
  terminal.answer()
  const forecasts = FORECASTS.map((forecast) => forecastRow(forecast, score, language))
  table([words.forecastColumns, ...forecasts], session)
  terminal.answer()
  for (const sentence of sentencesOf(score, language)) {
    for (const line of wrap(sentence, answerWidth())) terminal.answer(line)
  }
  terminal.answer()
  for (const note of words.reading) {
    for (const line of wrap(note, answerWidth())) terminal.answer(colour.dim(line))
  }
}

/** What a target is called. */
export function targetName({ id, title }: Target, language: Language): string {
  return title?.[language] ?? id
}

/** With fewer, 5% and 95% are the smallest and the largest. */
const ENOUGH_REPLICATES = 20

/** How many targets were met, and which benchmarks the model beats. */
export function sentencesOf({ file, skill, replicates }: PointScore, language: Language): string[] {
  const { targets, inside } = file.model
  const words = scoreIn(language)
  if (targets === 0) return [words.nothingCounts]
  return [
    words.met(Math.round(inside * targets), targets),
    ...(replicates < ENOUGH_REPLICATES ? [words.fewReplicates] : []),
    ...BENCHMARKS.map((benchmark) => skillSentence(benchmark, skill[benchmark], language)),
  ]
}

/** Names give way where the numbers need the room. */
function withShortNames(rows: readonly string[][]): string[][] {
  const numbers = alignColumns(rows.map(([, ...cells]) => ['', ...cells]))
  const room = Math.max(
    LEAST_NAME,
    answerWidth() - Math.max(...numbers.map((line) => stringWidth(line))),
  )
  return rows.map(([name, ...cells]) => {
    const short = stringWidth(name) > room ? `${clip(name, room - 1).trimEnd()}…` : name
    return [short, ...cells]
  })
}

/** What is left of a name at least. */
const LEAST_NAME = 40

function table([head, ...rows]: readonly string[][], { terminal }: Session): void {
  const [first, ...lines] = alignColumns([head, ...rows])
  terminal.answer(terminal.colour.dim(first))
  for (const line of lines) terminal.answer(line)
}

function targetRow(target: Target, score: TargetScore, language: Language): string[] {
  const { observed, sd, unit } = target
  return [
    `  ${targetName(target, language)}`,
    formatLevel(observed, unit, language),
    formatLevel(sd, unit, language),
    formatLevel(score.mean, unit, language),
    formatLevelRange(score.low, score.high, unit, language),
    remarkOf(target, score, language),
    scoreText(score.crps),
  ]
}

function remarkOf({ weight }: Target, score: TargetScore, language: Language): string {
  const words = scoreIn(language)
  const { defined, replicates, isScored, inside } = score
  if (!isScored) return words.notScored(defined, replicates)
  return [
    inside ? words.inside : words.outside,
    ...(defined < replicates ? [words.definedIn(defined, replicates)] : []),
    ...(weight === 0 ? [words.notCounted] : []),
  ].join(language === 'zh' ? '，' : ', ')
}

function forecastRow(forecast: Forecast, score: PointScore, language: Language): string[] {
  const words = scoreIn(language)
  const { targets, crps, interval, inside } = score.file[forecast]
  const own = [scoreText(interval), formatLevel(inside, 'share', language)]
  const name = `  ${words.forecasts[forecast]}`
  if (forecast === 'model') {
    return [name, String(targets), scoreText(crps), '', '', '', '', ...own]
  }
  const skill = score.skill[forecast]
  return [
    name,
    String(skill.targets),
    scoreText(skill.benchmark),
    scoreText(skill.forecast),
    formatLevel(skill.skill, 'share', language),
    formatRelativeRange(skill.low, skill.high, language),
    words.ofTargets(skill.better, skill.targets),
    ...own,
  ]
}
