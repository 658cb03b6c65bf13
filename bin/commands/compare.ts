/**
 * `zhudai compare`: design points of a result beside one another, or two results under the same luck.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { chapters } from '../../analysis/answer/headlines.ts'
import { momentOf, readingOf } from '../../analysis/answer/readings.ts'
import { changeRow, rowFinder, type ChangeRow } from '../../analysis/answer/rows.ts'
import { metricOf } from '../../analysis/metrics/index.ts'
import type { StoredResult } from '../../analysis/results/read-result.ts'
import { changeRowsOf, descriptionsOf, levelRowsOf } from '../../analysis/results/summary-rows.ts'
import { comparePairs } from '../../analysis/statistics/paired.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { formatLevel } from '../../analysis/words/numbers.ts'
import { changeJson } from '../change-json.ts'
import { changeTable } from '../answer-table.ts'
import { bestLines, metricsTable } from '../points-table.ts'
import { didYouMean } from '../../scenarios/nearest.ts'
import { usageProblem } from '../problems.ts'
import { printAnswer } from '../print-answer.ts'
import type { Session } from '../session.ts'
import { alignColumns } from '../terminal.ts'
import { pointsNamed, storedExperiment, type StoredExperiment } from '../stored-experiment.ts'
import { compareRegret } from './compare-regret.ts'
import type { CompareFlags } from '../verb-flags.ts'

export async function compare(flags: CompareFlags, session: Session): Promise<void> {
  if (!flags.regret && (flags.better ?? flags.mark) !== undefined) {
    throw usageProblem('--better and --mark together with --regret', 'no --regret')
  }
  const stored: StoredExperiment[] = []
  for (const path of flags.results) stored.push(await storedExperiment(path))
  const metrics = metricsNamed(stored[0].result, flags.metrics)
  if (flags.regret) await regretOf(stored, flags, metrics, session)
  else if (stored.length === 1) comparePoints(stored[0], flags, metrics, session)
  else await compareResults(stored, flags, metrics, session)
  for (const { result } of stored) result.close()
}

/** Policies of one result under the same futures. */
async function regretOf(
  [{ result }, ...others]: readonly StoredExperiment[],
  flags: CompareFlags,
  metrics: readonly string[],
  session: Session,
): Promise<void> {
  if (others.length > 0) {
    const hint = 'zhudai run <scenario> <scenario> … --against <baseline> makes one'
    throw usageProblem('one result with --regret', `${others.length + 1} results`, hint)
  }
  await compareRegret(result, flags, metrics, flags.metrics !== undefined, session)
}

/** Points of one result, each with its change from its own baseline. */
function comparePoints(
  stored: StoredExperiment,
  flags: CompareFlags,
  metrics: readonly string[],
  session: Session,
): void {
  const { terminal, language, json } = session
  const { summary } = stored.result
  const points = pointsNamed(stored, flags.points)
  if (json) {
    const shown = points.map((id) => {
      const rows = summary.baseline === null ? undefined : changeRowsOf(summary, id)
      const wanted = (one: { metric: { id: string } }) => metrics.includes(one.metric.id)
      return {
        ...summary.points.find((point) => point.id === id),
        ...(rows
          ? { changes: rows.filter(wanted).map(changeJson) }
          : { levels: levelRowsOf(summary, id).filter(wanted) }),
      }
    })
    const best = summary.best.filter((one) => metrics.includes(one.metric))
    terminal.answer(JSON.stringify({ schema: 'compare/1', points: shown, best }, null, 2))
    return
  }
  if (flags.variance) return printReductions(stored, points, metrics, session)
  if (points.length === 1 && flags.metrics === undefined) {
    const { caveats } = stored.resolved
    const wanted = stored.result.manifest.design.replicates
    printAnswer({ summary, caveats, wanted, set: [] }, session)
    return
  }
  const asked = summary.points.filter(({ id }) => points.includes(id))
  for (const line of metricsTable(summary, asked, metrics, language, terminal.colour)) {
    terminal.answer(line)
  }
  for (const line of bestLines(summary, metrics, language)) terminal.answer(line)
}

/** Metric by metric, how many times the replicates an unpaired comparison would need. */
function printReductions(
  { result }: StoredExperiment,
  points: readonly string[],
  metrics: readonly string[],
  { terminal, language }: Session,
): void {
  const words = commandsIn(language)
  for (const point of points) {
    const rows = changeRowsOf(result.summary, point).filter(
      ({ metric, moment }) => metrics.includes(metric.id) && moment !== 'beforeEffective',
    )
    terminal.answer(terminal.colour.bold(`${point}   ${words.reduction}`))
    for (const line of alignColumns(
      rows
        .filter(({ compared }) => Number.isFinite(compared.varianceReduction))
        .map(({ metric, compared }) => [
          metric.label[language],
          formatLevel(compared.varianceReduction, '1', language),
        ]),
    )) {
      terminal.answer(`  ${line}`)
    }
  }
}

/** The first point of every further result against that of the first, replicate by replicate. */
async function compareResults(
  stored: readonly StoredExperiment[],
  flags: CompareFlags,
  metrics: readonly string[],
  session: Session,
): Promise<void> {
  const { terminal, language, json } = session
  const [first, ...others] = stored
  const [left] = pointsNamed(first, flags.points)
  const compared = []
  for (const other of others) {
    refuseOtherLuck(first.result, other.result)
    const [right] = pointsNamed(other, flags.points)
    const rows = await pairedRows(first.result, left, other.result, right, metrics)
    compared.push({
      baseline: `${first.result.name}: ${left}`,
      reform: `${other.result.name}: ${right}`,
      rows,
    })
    if (!json && first.resolved.basis.model !== other.resolved.basis.model) {
      terminal.note(commandsIn(language).otherModel(other.result.name))
    }
  }
  if (json) {
    const shown = compared.map((one) => ({ ...one, rows: one.rows.map(changeJson) }))
    terminal.answer(JSON.stringify({ schema: 'compare/1', results: shown }, null, 2))
    return
  }
  for (const { baseline, reform, rows } of compared) {
    terminal.answer(terminal.colour.bold(`${reform} — ${baseline}`))
    for (const line of changeTable(rowFinder(rows), language, terminal.colour))
      terminal.answer(line)
    terminal.answer()
    const n = Math.max(0, ...rows.map((row) => row.compared.n))
    const { periods } = first.result.manifest.design
    terminal.answer(messagesIn(language).reading(n, n, periods, true))
  }
}

/** Pairs need the same luck: seed, first month and length. */
function refuseOtherLuck(left: StoredResult, right: StoredResult): void {
  const luck = ({ manifest }: StoredResult) => {
    const { seed, start, periods } = manifest.design
    return `seed ${seed}, ${periods} months from ${start}`
  }
  if (luck(left) === luck(right)) return
  const expected = `a result with the luck of ${left.name}: ${luck(left)}`
  throw new SimulationError([{ code: 'USAGE', expected, got: `${right.name}: ${luck(right)}` }])
}

async function pairedRows(
  left: StoredResult,
  leftPoint: string,
  right: StoredResult,
  rightPoint: string,
  metrics: readonly string[],
): Promise<ChangeRow[]> {
  const { periods } = left.manifest.design
  const common = await commonReplicates(left, leftPoint, right, rightPoint)
  const rows: ChangeRow[] = []
  for (const metric of descriptionsOf(left.summary)) {
    if (!metrics.includes(metric.id) || !right.metrics.includes(metric.id)) continue
    const moment = momentOf(metric)
    const read = (values: Float64Array, places: readonly number[]) =>
      Float64Array.from(places, (place) =>
        readingOf(values, place * periods, periods, metric, moment, 0),
      )
    const before = read(await left.series(leftPoint, metric.id), common.left)
    const after = read(await right.series(rightPoint, metric.id), common.right)
    rows.push(changeRow(metric, moment, comparePairs(before, after)))
  }
  return rows
}

/** Places among the finished replicates of those finished in both. */
async function commonReplicates(
  left: StoredResult,
  leftPoint: string,
  right: StoredResult,
  rightPoint: string,
): Promise<{ left: number[]; right: number[] }> {
  const finished = async (result: StoredResult, point: string) =>
    (await result.replicates())
      .filter((one) => one.point === point && one.status === 'done')
      .map((one) => one.replicate)
  const [ofLeft, ofRight] = await Promise.all([
    finished(left, leftPoint),
    finished(right, rightPoint),
  ])
  const both = ofLeft.filter((replicate) => ofRight.includes(replicate))
  return {
    left: both.map((replicate) => ofLeft.indexOf(replicate)),
    right: both.map((replicate) => ofRight.indexOf(replicate)),
  }
}

/** Metrics by id; the headlines the result has where none are named. */
function metricsNamed({ metrics }: StoredResult, text: string | undefined): string[] {
  if (text === undefined) {
    const headlines = chapters.flatMap((chapter) => chapter.metrics)
    return [...headlines, ...metrics].filter(
      (id, k, all) => metrics.includes(id) && all.indexOf(id) === k && isShown(id, headlines),
    )
  }
  return text.split(',').map((name) => {
    const id = name.trim()
    if (metrics.includes(id)) return id
    const expected = 'metrics of the result (definitions.csv)'
    throw new SimulationError([
      { code: 'USAGE', path: '--metrics', expected, got: id, ...didYouMean(id, metrics) },
    ])
  })
}

/** Headlines and the user's own. */
function isShown(id: string, headlines: readonly string[]): boolean {
  return headlines.includes(id) || metricOf(id) === undefined
}
