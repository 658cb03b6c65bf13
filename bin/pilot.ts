/**
 * What a pilot says: how many replicates each headline metric needs.
 * @module
 */
import { chapters } from '../analysis/answer/headlines.ts'
import { replicatesNeeded } from '../analysis/statistics/replicates-needed.ts'
import { isRate, formatLevel } from '../analysis/words/numbers.ts'
import { commandsIn } from '../analysis/words/commands.ts'
import type { Summary, SummaryEstimate } from '../analysis/results/summary.ts'
import type { StoppingRule } from '../scenarios/stopping.ts'
import type { Told } from './print-answer.ts'
import type { Session } from './session.ts'
import { alignColumns, answerWidth, wrap } from './terminal.ts'

/** Half-widths where the scenario names none: half a point of a rate, a hundredth of a level. */
const OF_RATE = 0.005
const OF_LEVEL = 0.01

/** One metric: its widest standard deviation over the comparisons, and the half-width wanted. */
interface Need {
  readonly metric: string
  readonly half: number
  readonly expected: number
  readonly atMost: number
}

export function printPilot(
  { summary }: Told,
  stopping: StoppingRule | undefined,
  { terminal, language, json }: Session,
): void {
  const words = commandsIn(language)
  const needs = pilotNeeds(summary, stopping)
  if (json) {
    terminal.answer(JSON.stringify({ schema: 'pilot/1', metrics: needs }, null, 2))
    return
  }
  const rows = needs.map(({ metric, half, expected, atMost }) => {
    const { label, unit } = summary.metrics.find((one) => one.id === metric)!
    return [label[language], formatLevel(half, unit, language), count(expected), count(atMost)]
  })
  for (const line of alignColumns([words.pilotHead, ...rows])) terminal.answer(line)
  terminal.answer()
  const pilot = Math.min(...summary.points.map((point) => point.done))
  for (const line of wrap(words.pilotDone(pilot), answerWidth())) terminal.answer(line)
}

function pilotNeeds(summary: Summary, stopping: StoppingRule | undefined): Need[] {
  const asked = stopping
    ? Object.keys(stopping.halfWidths)
    : chapters.flatMap(({ metrics }) => metrics)
  return asked.flatMap((metric) => {
    const found = estimates(summary, metric)
    const description = summary.metrics.find((one) => one.id === metric)
    if (found.length === 0 || description === undefined) return []
    const level = Math.abs(found[0].level.mean ?? NaN)
    const half =
      stopping?.halfWidths[metric] ?? (isRate(description.unit) ? OF_RATE : OF_LEVEL * level)
    const needs = found.map(({ spread }) => replicatesNeeded(spread.sd ?? NaN, spread.n, half))
    const most = (pick: (one: (typeof needs)[number]) => number) => Math.max(...needs.map(pick))
    return [
      { metric, half, expected: most((one) => one.expected), atMost: most((one) => one.atMost) },
    ]
  })
}

/** What is estimated of a metric in every comparison, or at every point, and its level. */
function estimates(
  { baseline, changes, levels }: Summary,
  metric: string,
): { spread: SummaryEstimate; level: SummaryEstimate }[] {
  const isRead = (one: { metric: string; at: string }) =>
    one.metric === metric && one.at !== 'beforeEffective'
  return baseline === null
    ? levels.filter(isRead).map((level) => ({ spread: level, level }))
    : changes.filter(isRead).map((one) => ({ spread: one.change, level: one.baseline }))
}

function count(value: number): string {
  return Number.isNaN(value) ? '—' : Number.isFinite(value) ? String(value) : '∞'
}
