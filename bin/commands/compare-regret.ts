/**
 * `zhudai compare --regret`: policies under the same futures, by how much worse each is than the best
 * one would have been, and in how many it reaches a mark.
 * @module
 */
import type { MetricDescription } from '../../analysis/answer/readings.ts'
import { metricOf } from '../../analysis/metrics/index.ts'
import { readReadings } from '../../analysis/results/read-readings.ts'
import type { StoredResult } from '../../analysis/results/read-result.ts'
import { known } from '../../analysis/results/summary.ts'
import { descriptionsOf } from '../../analysis/results/summary-rows.ts'
import { policyFutures, type Policy } from '../../analysis/sensitivity/policy-futures.ts'
import { mean } from '../../analysis/statistics/moments.ts'
import { regretTable, type RegretTable } from '../../analysis/statistics/regret.ts'
import { formatChange, formatLevel } from '../../analysis/words/numbers.ts'
import { regretIn } from '../../analysis/words/regret.ts'
import { describePoint } from '../../scenarios/design/describe.ts'
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { notationOf, readMark } from '../marks.ts'
import { usageProblem } from '../problems.ts'
import type { Session } from '../session.ts'
import { readLevers } from '../sources.ts'
import { alignColumns, answerWidth, wrap } from '../terminal.ts'

export interface RegretFlags {
  /** Which side of the metrics is better; as the metrics say unless given. */
  better?: string
  /** A level to reach, or not to exceed where lower is better. */
  mark?: string
}

type Better = 'higher' | 'lower'

interface Judged {
  readonly metric: MetricDescription
  readonly better: Better
  readonly mark: number
  readonly table: RegretTable
  /** Over the futures compared. */
  readonly means: readonly number[]
}

/** @param asked  ids of metrics; those a side of which is better, where none are named */
export async function compareRegret(
  result: StoredResult,
  flags: RegretFlags,
  asked: readonly string[],
  isNamed: boolean,
  session: Session,
): Promise<void> {
  const better = betterOf(flags.better)
  const described = descriptionsOf(result.summary)
  const metrics = asked
    .map((id) => described.find((metric) => metric.id === id)!)
    .filter((metric) => isNamed || sideOf(metric, better) !== undefined)
  if (flags.mark !== undefined && (metrics.length !== 1 || !isNamed)) {
    throw usageProblem('--mark together with --metrics and one id', `${metrics.length} metrics`)
  }
  const readings = await readReadings(result, metrics)
  const { policies, values } = policyFutures(result.summary.points, readings, metrics.length)
  if (policies.length < 2) {
    const hint = 'run several reforms at once, or one with --against'
    throw usageProblem('a result with at least two policies', result.name, hint)
  }
  const judged = metrics.map((metric, m): Judged => {
    const side = sideOf(metric, better)
    if (side === undefined) {
      throw usageProblem(`--better higher or lower for ${metric.id}`, 'neither', metric.label.en)
    }
    const mark =
      flags.mark === undefined ? NaN : readMark('--mark', flags.mark, notationOf(metric.unit))
    const table = regretTable(values[m], side, mark)
    return { metric, better: side, mark, table, means: meansOf(values[m]) }
  })
  if (session.json) answerJson(judged, policies, session)
  else printAll(judged, policies, result, session)
}

function betterOf(written: string | undefined): Better | undefined {
  if (written === undefined || written === 'higher' || written === 'lower') return written
  throw usageProblem('--better higher or lower', written)
}

function sideOf({ id, better }: MetricDescription, asked: Better | undefined): Better | undefined {
  const own = better === 'neither' ? metricOf(id)?.better : better
  return asked ?? (own === 'higher' || own === 'lower' ? own : undefined)
}

/** Means over the futures in which every policy is defined. */
function meansOf(values: readonly Float64Array[]): number[] {
  const futures = Array.from(values[0], (_, f) => f).filter((f) =>
    values.every((policy) => Number.isFinite(policy[f])),
  )
  return values.map((policy) => mean(futures.map((f) => policy[f])))
}

function printAll(
  judged: readonly Judged[],
  policies: readonly Policy[],
  result: StoredResult,
  session: Session,
): void {
  for (const one of judged) print(one, policies, result, session)
  const futures = Math.max(0, ...judged.map(({ table }) => table.futures))
  for (const line of wrap(regretIn(session.language).futures(futures), answerWidth())) {
    session.terminal.answer(line)
  }
}

function print(
  { metric, better, mark, table, means }: Judged,
  policies: readonly Policy[],
  result: StoredResult,
  { terminal, language }: Session,
): void {
  const words = regretIn(language)
  const { unit } = metric
  const hasMark = !Number.isNaN(mark)
  const level = (value: number) => formatLevel(value, unit, language)
  const size = (value: number) => formatChange(value, unit, language).replace(/^\+/, '')
  const names = policies.map((policy) => nameOf(policy, result, language))
  terminal.answer(
    terminal.colour.bold(words.head(metric.label[language], better, hasMark ? level(mark) : '')),
  )
  const columns = hasMark ? words.columns : words.columns.slice(0, -1)
  const [head, ...lines] = alignColumns([
    [...columns],
    ...table.policies.map(({ meanRegret, q90Regret, largestRegret, goodEnoughShare }, p) => [
      names[p],
      level(means[p]),
      size(meanRegret),
      size(q90Regret),
      size(largestRegret),
      ...(hasMark ? [formatLevel(goodEnoughShare, 'share', language)] : []),
    ]),
  ])
  terminal.answer(terminal.colour.dim(head))
  for (const line of lines) terminal.answer(line)
  const listed = (places: readonly number[]) => words.and(places.map((place) => names[place]))
  const alike = table.policies.every(({ largestRegret }) => largestRegret === 0)
  const least = alike ? words.alike : words.leastRegret(listed(table.leastRegret))
  const most = words.mostOften(listed(table.mostOftenGoodEnough))
  const notes = table.futures === 0 ? [words.noFuture] : [least, ...(hasMark ? [most] : [])]
  for (const note of notes) {
    for (const line of wrap(note, answerWidth())) terminal.answer(line)
  }
  terminal.answer()
}

function nameOf(
  { scenario, values }: Policy,
  { summary }: StoredResult,
  language: Session['language'],
): string {
  const all = [...(summary.baseline ? [summary.baseline] : []), ...summary.reforms]
  const title = all.find(({ id }) => id === scenario)?.title[language] ?? scenario
  const catalogue = { levers: readLevers().list, parameters: parameterCatalogue }
  const swept = describePoint(values, catalogue)
  return swept === '' ? title : `${title}: ${swept}`
}

function answerJson(
  judged: readonly Judged[],
  policies: readonly Policy[],
  { terminal }: Session,
): void {
  const answer = {
    schema: 'regret/1',
    metrics: judged.map(({ metric, better, mark, table, means }) => ({
      metric: metric.id,
      unit: metric.unit,
      better,
      mark: known(mark),
      futures: table.futures,
      policies: policies.map(({ scenario, isBaseline, values, points }, p) => ({
        scenario,
        role: isBaseline ? 'baseline' : 'reform',
        values,
        points: points.map(({ id }) => id),
        mean: known(means[p]),
        meanRegret: known(table.policies[p].meanRegret),
        q90Regret: known(table.policies[p].q90Regret),
        largestRegret: known(table.policies[p].largestRegret),
        goodEnoughShare: known(table.policies[p].goodEnoughShare),
        hasLeastRegret: table.leastRegret.includes(p),
        isMostOftenGoodEnough: table.mostOftenGoodEnough.includes(p),
      })),
    })),
  }
  terminal.answer(JSON.stringify(answer, null, 2))
}
