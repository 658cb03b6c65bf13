/**
 * Runs a plan into its folder: all replicates, a pilot, or until the intervals are narrow enough.
 * @module
 */
import type { Executor, Outcome } from '../engine/executors/executor.ts'
import { momentOf, readingOf, type MetricDescription } from '../analysis/answer/readings.ts'
import { jobOf } from '../analysis/experiment/experiment.ts'
import { orderJobs } from '../analysis/experiment/job-order.ts'
import type { MetricColumns } from '../analysis/experiment/metric-columns.ts'
import { runJobs, type JobsReport } from '../analysis/experiment/run-jobs.ts'
import type { ResultFolder } from '../analysis/results/result-folder.ts'
import { readResult } from '../analysis/results/read-result.ts'
import type { RunFacts } from '../analysis/results/result-plan.ts'
import { widestHalfWidths } from '../analysis/results/half-widths.ts'
import { nextLook, shouldStop } from '../analysis/statistics/stopping-looks.ts'
import { commandsIn } from '../analysis/words/commands.ts'
import type { Plan } from '../scenarios/plan.ts'
import type { AskedPlan } from './plan.ts'
import { createProgress, type Progress } from './progress.ts'
import type { Session } from './session.ts'
import { listenForInterrupt } from './interrupt.ts'

/** Replicates of a pilot: they count as the first ones of the run that follows. */
export const PILOT = 20

/** Whose shrinking interval the progress shows, where it is recorded. */
const HEADLINE = 'links'

export interface PlanRun {
  readonly asked: AskedPlan
  readonly columns: MetricColumns
  readonly executor: Executor
  readonly folder: ResultFolder
  readonly pilot: boolean
}

/** How it went, and how many replicates were wanted in the end. */
export interface PlanReport extends JobsReport {
  readonly replicates: number
}

/** Runs what is missing and writes the result; what is finished stays whatever happens. */
export async function runPlan(run: PlanRun, session: Session): Promise<PlanReport> {
  const { asked, executor, folder } = run
  const { plan, only } = asked
  const order = orderJobs(plan.points)
  const interruption = listenForInterrupt()
  const started = new Date()
  const clock = performance.now()
  const wanted = run.pilot ? Math.min(PILOT, plan.replicates) : plan.replicates
  const first = only ?? 0
  const steps = plan.stopping && !run.pilot && only === undefined ? looksOf(plan) : [wanted]
  let report: JobsReport | undefined
  let replicates = 0
  try {
    for (const look of steps) {
      replicates = only === undefined ? look : 1
      const jobs = order.jobs(first, first + replicates)
      const progress = progressOf(run, jobs, session)
      const latest = await runJobs(jobs, {
        executor,
        store: folder,
        group: order.group,
        signal: interruption.signal,
        onOutcome: progress,
        now: () => performance.now(),
      })
      report = joined(report, latest)
      session.terminal.clear()
      if (latest.aborted || latest.broken) break
      // The threads' memory is free before results are merged, unless they may be needed again.
      if (look === steps.at(-1)) await executor.close()
      await folder.finish(factsOf(asked, session, started, report))
      const seconds = (performance.now() - clock) / 1000
      if (plan.stopping && isEnough(plan, folder.path, seconds, look, session)) break
    }
  } finally {
    interruption.stopListening()
    await executor.close()
  }
  return { ...report!, replicates }
}

/** Replicates after which a run with a stopping rule looks at what it has. */
function looksOf({ stopping }: Plan): number[] {
  const looks: number[] = []
  let n = 0
  while (n < stopping!.most) looks.push((n = nextLook(n, stopping!)))
  return looks
}

function isEnough(
  { stopping }: Plan,
  path: string,
  seconds: number,
  n: number,
  { terminal, language }: Session,
): boolean {
  const rule = stopping!
  const result = readResult(path)
  const widths = widestHalfWidths(result.summary, Object.keys(rule.halfWidths))
  result.close()
  const found = Object.entries(widths).map(([id, width]) => `${id} ± ${width.toPrecision(3)}`)
  if (!terminal.quiet) terminal.note(commandsIn(language).lookAt(n, found.join(', ')))
  return shouldStop(widths, rule) || (rule.budget !== undefined && seconds > rule.budget)
}

/** Moves the progress on, job by job; a pair of the first comparison moves its interval. */
function progressOf(run: PlanRun, jobs: readonly number[], session: Session) {
  const { asked, columns, folder } = run
  const { plan } = asked
  const { points, periods } = plan
  const finished = folder.finished()
  const missing = jobs.filter((index) => !finished.has(index)).length
  if (missing < jobs.length && missing > 0 && !session.terminal.quiet) {
    session.terminal.note(commandsIn(session.language).resuming(jobs.length - missing, jobs.length))
  }
  const place = Math.max(
    0,
    columns.descriptions.findIndex(({ id }) => id === HEADLINE),
  )
  const metric = columns.descriptions[place]
  const reform = points.findIndex(({ role }) => role === 'reform')
  const baseline = points.findIndex(({ id }) => id === points[reform].baseline)
  const watched = baseline < 0 ? [reform] : [baseline, reform]
  const progress: Progress = createProgress(session.terminal, session.language, {
    jobs: missing,
    threads: run.executor.threads,
    metric,
  })
  const open = new Map<number, Map<number, number>>()
  return (index: number, outcome: Outcome): void => {
    const { point, replicate } = jobOf(index, points.length)
    if (!outcome.ok || !watched.includes(point)) return progress.advance()
    const readings = open.get(replicate) ?? new Map<number, number>()
    readings.set(point, reading(outcome.result, place, periods, metric))
    open.set(replicate, readings)
    if (readings.size < watched.length) return progress.advance()
    open.delete(replicate)
    progress.advance(watched.map((one) => readings.get(one)!))
  }
}

function reading(
  result: Float64Array,
  place: number,
  periods: number,
  metric: MetricDescription,
): number {
  return readingOf(result, place * periods, periods, metric, momentOf(metric), 0)
}

function joined(before: JobsReport | undefined, latest: JobsReport): JobsReport {
  if (before === undefined) return latest
  return {
    ...latest,
    run: before.run + latest.run,
    resumed: before.resumed,
    failures: [...before.failures, ...latest.failures],
  }
}

function factsOf(
  { threads }: AskedPlan,
  { words }: Session,
  started: Date,
  { resumed }: JobsReport,
): RunFacts {
  return {
    environment: {
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
      threads,
    },
    run: {
      started: started.toISOString(),
      finished: new Date().toISOString(),
      resumed,
      command: ['zhudai', ...words].join(' '),
    },
  }
}
