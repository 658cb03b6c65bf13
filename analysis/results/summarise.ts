/**
 * Works out the summary, one metric of one point at a time: memory holds readings, never all months
 * of all replicates.
 * @module
 */
import { chapters } from '../answer/headlines.ts'
import { momentOf, type MetricDescription, type Moment } from '../answer/readings.ts'
import { READ_BEFORE } from '../answer/rows.ts'
import { bestPoints, type PointReadings, type SummaryBest } from './best-points.ts'
import type { ColumnsReader } from './columns-file.ts'
import type { Merged } from './merge.ts'
import { takeRows } from './pairing.ts'
import { placePoints, readBlock, type Placed } from './placed-points.ts'
import type { ResultSubject } from './result-plan.ts'
import {
  SUMMARY_SCHEMA,
  type Summary,
  type SummaryChange,
  type SummaryLevel,
  type SummaryPair,
  type SummarySeries,
} from './summary.ts'
import { changeOf, differenceOf, levelOf, seriesOf } from './summary-entries.ts'

/** Points whose months are shown. */
const MOST_SERIES = 8

/** Everything a summary says, from the columns of the merged jobs. */
export function summarise(subject: ResultSubject, merged: Merged, columns: ColumnsReader): Summary {
  const { plan, metrics, comparisons = {} } = subject
  const placed = placePoints(subject, merged)
  const shown = shownMetrics(metrics)
  const asked = askedWidths(subject, placed)
  const levels: SummaryLevel[] = []
  const changes: SummaryChange[] = []
  const series: SummarySeries[] = []
  const best: SummaryBest[] = []
  const differing = new Set<Placed>()

  for (let m = 0; m < metrics.length; m++) {
    const metric = metrics[m]
    const readings: PointReadings[] = []
    let last: { of: Placed; block: Float64Array } | undefined
    const blockOf = (one: Placed): Float64Array => {
      if (last?.of !== one) {
        last = { of: one, block: columns.block(m, one.first, one.replicates.length) }
      }
      return last.block
    }
    for (let p = 0; p < placed.length; p++) {
      const one = placed[p]
      const withSeries = shown.has(metric.id) && p < MOST_SERIES
      const base = one.against ? blockOf(one.against) : undefined
      const block = base ? columns.block(m, one.first, one.replicates.length) : blockOf(one)
      const values = readBlock(block, plan.periods, metric, momentOf(metric), 0)
      readings.push({ point: one.point, replicates: one.replicates, values })
      const width = asked[metric.id] ?? 0
      levels.push(levelOf(one, metric, values, plan.baseline ? 0 : width))
      if (one.pairing === undefined || base === undefined) {
        if (withSeries) series.push(seriesOf(one, metric, block, plan.periods))
        continue
      }
      const left = takeRows(base, one.pairing.left, plan.periods)
      const right = takeRows(block, one.pairing.right, plan.periods)
      if (!sameBits(left, right)) differing.add(one)
      for (const moment of momentsOf(metric, one)) {
        const before = readBlock(left, plan.periods, metric, moment, one.effective - 1)
        const after = readBlock(right, plan.periods, metric, moment, one.effective - 1)
        const wide = moment === momentOf(metric) ? width : 0
        changes.push(changeOf(one, metric, moment, before, after, shown.has(metric.id), wide))
      }
      if (withSeries) {
        series.push(seriesOf(one, metric, block, plan.periods, differenceOf(left, right)))
      }
    }
    if (shown.has(metric.id)) best.push(...bestPoints(metric, readings))
  }

  return {
    schema: SUMMARY_SCHEMA,
    question: plan.question,
    baseline: plan.baseline ? named(plan.baseline) : null,
    reforms: plan.reforms.map(named),
    start: plan.start,
    periods: plan.periods,
    seed: plan.seed,
    points: placed.map(({ point, replicates }, p) => ({
      id: point.id,
      scenario: point.scenario,
      role: point.role,
      baseline: point.baseline ?? null,
      values: point.values,
      done: replicates.length,
      failed: merged.failures[p],
    })),
    metrics: metrics.map(({ id, label, unit, theme, better, flow }) => {
      return { id, label, unit, theme, better, flow }
    }),
    pairs: placed.flatMap((one): SummaryPair[] => {
      const { against, pairing, point } = one
      if (!against || !pairing) return []
      const { effective = null, sameness = null } = comparisons[point.id] ?? {}
      const pairs = pairing.left.length
      const identical = pairs > 0 && !differing.has(one)
      return [{ point: point.id, against: against.point.id, pairs, identical, effective, sameness }]
    }),
    levels,
    changes,
    best,
    series,
  }
}

/** Headlines and the user's own metrics; all, when no more were asked for than that. */
function shownMetrics(metrics: readonly MetricDescription[]): ReadonlySet<string> {
  const headlines = new Set(chapters.flatMap((chapter) => chapter.metrics))
  const few = metrics.length <= headlines.size
  return new Set(
    metrics
      .filter(({ id, theme }) => few || theme === 'own' || headlines.has(id))
      .map(({ id }) => id),
  )
}

/** Half-widths by metric at which a stopping rule ended the run; none where it went on to the end. */
function askedWidths(
  { plan: { stopping } }: ResultSubject,
  placed: readonly Placed[],
): Readonly<Record<string, number>> {
  const done = Math.min(...placed.map(({ replicates }) => replicates.length))
  return stopping && done < stopping.most ? stopping.halfWidths : {}
}

/** The moments a change is read at: some metrics also just before the rules take effect. */
function momentsOf(metric: MetricDescription, { effective }: Placed): Moment[] {
  const early: Moment[] =
    effective >= 1 && READ_BEFORE.includes(metric.id) ? ['beforeEffective'] : []
  return [momentOf(metric), ...early]
}

function sameBits(left: Float64Array, right: Float64Array): boolean {
  for (let i = 0; i < left.length; i++) if (!Object.is(left[i], right[i])) return false
  return true
}

function named({ id, title }: { id: string; title: { en: string; zh: string } }) {
  return { id, title: { en: title.en, zh: title.zh } }
}
