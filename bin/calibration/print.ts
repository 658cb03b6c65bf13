/**
 * A calibration on the terminal: parameters, targets, what known parameters say, the story.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { CalibrationResult } from '../../analysis/calibration/run/calibrate.ts'
import { priorValue, type PriorRange } from '../../analysis/calibration/run/prior.ts'
import {
  CONDITIONS,
  type Shares,
  type Story,
  type ToldStory,
} from '../../analysis/calibration/run/stories.ts'
import { FORECASTS } from '../../analysis/score/forecasts.ts'
import type { PointScore } from '../../analysis/score/score-points.ts'
import { scoreIn } from '../../analysis/words/score.ts'
import { calibrationIn } from '../../analysis/words/calibration.ts'
import type { Language } from '../../analysis/words/language.ts'
import { formatChange, formatLevel, formatLevelRange } from '../../analysis/words/numbers.ts'
import type { Target, TargetFile } from '../../scenarios/targets/target.ts'
import type { Session } from '../session.ts'
import { alignColumns, answerWidth, wrap } from '../terminal.ts'

export interface CalibrationAnswer {
  readonly file: TargetFile
  readonly result: CalibrationResult
  readonly ranges: readonly PriorRange[]
  /** Fresh replicates of every member. */
  readonly replicates: number
  /** The file written. */
  readonly path: string
  readonly story: ToldStory | undefined
  readonly scores: PointScore
}

const DIGITS = 3
/** With fewer effective members a 90% interval has nothing to rest on. */
const FEW_MEMBERS = 10

export function printCalibration(answer: CalibrationAnswer, session: Session): void {
  const { terminal, language } = session
  const { result, path, story } = answer
  const words = calibrationIn(language)
  const say = (text: string): void => {
    for (const line of wrap(text, answerWidth())) terminal.answer(line)
  }
  const table = (title: string, rows: readonly (readonly string[])[]): void => {
    terminal.answer(terminal.colour.bold(title))
    const [head, ...lines] = alignColumns(rows.map((row) => [...row]))
    terminal.answer(terminal.colour.dim(head))
    for (const line of lines) terminal.answer(line)
    terminal.answer()
  }
  if (result.effectiveSize < FEW_MEMBERS) {
    say(words.fewMembers(result.effectiveSize.toFixed(1)))
    terminal.answer()
  }
  table(words.parameters, [words.parameterColumns, ...parameterRows(answer, session)])
  table(words.fit, [words.fitColumns, ...fitRows(answer, session)])
  table(words.scores, [words.scoreColumns, ...scoreRows(answer.scores, language)])
  const { waves, effectiveSize, members, recovery, profiles } = result
  const share = (value: number): string => formatLevel(value, 'share', language)
  say(words.left(share(waves.at(-1)!.shareLeft), waves.length - 1))
  say(words.members(members.length, effectiveSize.toFixed(1), answer.replicates))
  if (recovery.truths > 0) {
    const coverages = recovery.parameters.map(({ coverage90 }) => coverage90)
    const [low, high] = [Math.min(...coverages), Math.max(...coverages)]
    say(words.recovery(recovery.truths, share(low), share(high)))
  }
  for (const { one, other, correlation } of profiles.linked) {
    const [first, second] = [one, other].map((d) => labelOf(answer.ranges[d], language))
    say(words.linked(first, second, correlation.toFixed(2)))
  }
  if (story) {
    terminal.answer()
    const { target, told } = story
    table(words.story(titleOf(target, language)), [
      words.storyColumns,
      ...storyRows(told, target, language),
    ])
    for (const name of ['accounts', 'distressed', 'asDeep'] as const) {
      const own = told[name]
      if (own) say(`${words.shares[name]}: ${causesOf(own, target, language)}`)
    }
  }
  terminal.answer()
  terminal.answer(path)
}

function parameterRows(
  { result, ranges }: CalibrationAnswer,
  { language }: Session,
): readonly (readonly string[])[] {
  const { identification } = calibrationIn(language)
  return result.profiles.parameters.map((one, d) => {
    const range = ranges[d]
    const recovered = result.recovery.parameters[d]?.coverage90
    const value = (place: number): string => priorValue(range, place).toPrecision(DIGITS)
    return [
      labelOf(range, language),
      `${range.low}–${range.high}`,
      value(one.low),
      value(one.median),
      value(one.high),
      formatLevel(one.contraction, 'share', language),
      membersOf(result.spread[d]),
      recovered === undefined ? '' : formatLevel(recovered, 'share', language),
      identification[one.verdict],
    ]
  })
}

/** `median (low–high)`. */
function membersOf(spread: readonly number[]): string {
  const [low, median, high] = spread.map((value) => value.toPrecision(DIGITS))
  return `${median} (${low}–${high})`
}

function fitRows(
  { file, result }: CalibrationAnswer,
  { language }: Session,
): readonly (readonly string[])[] {
  const words = calibrationIn(language)
  return result.fit.map(({ observed, mean, low, high, weight, verdict }, t) => {
    const target = file.targets[t]
    const level = (value: number): string => formatLevel(value, target.unit, language)
    const judged = words.verdicts[verdict]
    return [
      titleOf(target, language),
      level(observed),
      level(mean),
      formatLevelRange(low, high, target.unit, language),
      weight > 0 ? judged : `${judged} (${words.notCounted})`,
    ]
  })
}

function storyRows(told: Story, { unit }: Target, language: Language): readonly string[][] {
  const { conditions } = calibrationIn(language)
  return CONDITIONS.map((condition) => {
    const { mean, low, high, asDeep } = told.notice[condition]
    return [
      conditions[condition],
      formatLevel(mean, unit, language),
      formatLevelRange(low, high, unit, language),
      formatLevel(asDeep, 'share', language),
      formatLevel(told.before[condition].mean, unit, language),
    ]
  })
}

function causesOf(
  { policy, distress, churn, leftOver }: Shares,
  { unit }: Target,
  language: Language,
): string {
  const change = (value: number): string => formatChange(value, unit, language)
  const { causes } = calibrationIn(language)
  return causes(change(policy), change(distress), change(churn), change(leftOver))
}

function titleOf({ id, title }: Target, language: Language): string {
  return title?.[language] ?? id
}

function labelOf({ parameter }: PriorRange, language: Language): string {
  return parameterCatalogue.find(({ id }) => id === parameter)!.label[language]
}

function scoreRows({ file, skill }: PointScore, language: Language): readonly string[][] {
  const { forecasts } = scoreIn(language)
  const share = (value: number): string => formatLevel(value, 'share', language)
  return FORECASTS.map((forecast) => {
    const own = [forecasts[forecast], file[forecast].crps.toPrecision(DIGITS)]
    const inside = share(file[forecast].inside)
    if (forecast === 'model') return [...own, inside, '', '']
    const against = skill[forecast]
    const range = formatLevelRange(against.low, against.high, 'share', language)
    return [...own, inside, share(against.skill), range]
  })
}
