/**
 * `zhudai run`: all replicates of a scenario, or of two under the same luck.
 * @module
 */
import type { Outcome } from '../../engine/executors/executor.ts'
import { createThreadExecutor } from '../../engine/executors/threads.ts'
import type { ExperimentSetup } from '../../analysis/experiment.ts'
import type { Replicates } from '../../analysis/answer/readings.ts'
import { readReplicates, momentOf } from '../../analysis/answer/readings.ts'
import { metricCatalogue, metricOf } from '../../analysis/metrics/index.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { formatDuration } from '../../analysis/words/numbers.ts'
import type { RunFlags, Session } from '../command-line.ts'
import { createProgress } from '../progress.ts'
import { drawOpening } from '../opening.ts'
import { printAnswer, type FailedReplicate } from '../print-answer.ts'
import { resolvePlan, type Plan } from '../resolve.ts'
import { readLevers, readRules, readTables } from '../sources.ts'
import { EXIT } from '../terminal.ts'

const HEADLINE = 'links'

/** A broken identity stops the run: no number of it can be trusted. */
const IDENTITY_BROKEN = 'IDENTITY_BROKEN'

/** Runs and prints; returns the exit code. */
export async function run(flags: RunFlags, session: Session): Promise<number> {
  const { terminal, language } = session
  const words = messagesIn(language)
  const levers = readLevers()
  const plan = resolvePlan(flags, levers)
  const tables = readTables()
  const population = drawOpening(plan, tables, levers)
  const started = performance.now()
  const outcome = await runJobs(plan, tables, session)
  terminal.clear()
  const { replicates, failures, interrupted } = outcome
  const done = replicates.indices.length
  const jobs = plan.replicates.length
  if (failures.length > 0) {
    terminal.note(
      words.failed(
        done,
        jobs,
        failures.map((failure) => failure.index),
      ),
    )
    const [first] = failures
    terminal.note(`    ${first.failure.code}: ${first.failure.message}`)
    terminal.note(`    ${words.replay(replayCommand(flags, plan, first.index))}`)
    if (flags.verbose && first.failure.stack) terminal.note(first.failure.stack)
  }
  if (interrupted) terminal.note(words.stopped(done + failures.length, jobs))
  if (done === 0) {
    terminal.note(words.nothingFinished)
    return interrupted ? EXIT.interrupted : EXIT.ourFault
  }
  refuseCopies(outcome.fingerprints)
  if (!terminal.quiet && !interrupted) {
    terminal.note(words.doneIn(formatDuration((performance.now() - started) / 1000)))
  }
  printAnswer({ plan, replicates, failures, population, levers }, flags, session)
  if (interrupted) return EXIT.interrupted
  return failures.length > 0 ? EXIT.someFailed : EXIT.done
}

interface JobsDone {
  readonly replicates: Replicates
  readonly failures: readonly FailedReplicate[]
  /** The last fingerprint of every finished replicate. */
  readonly fingerprints: ReadonlyMap<number, string>
  readonly interrupted: boolean
}

async function runJobs(
  plan: Plan,
  tables: Record<string, string>,
  { terminal, language }: Session,
): Promise<JobsDone> {
  const { periods, scenarios } = plan
  const setup: ExperimentSetup = {
    seed: plan.seed,
    start: scenarios[0].run.start,
    periods,
    metrics: metricCatalogue.map((metric) => metric.id),
    tables,
    rules: readRules(),
    scenarios: scenarios.map(({ allSettings, parameterOverrides }) => ({
      settings: allSettings,
      parameterOverrides,
    })),
  }
  const threads = Math.min(plan.threads, plan.replicates.length)
  const job = new URL('../../analysis/replicate-job.js', import.meta.url).href
  const progress = createProgress(terminal, language, {
    jobs: plan.replicates.length,
    threads,
    metric: HEADLINE,
  })
  const indices: number[] = []
  const series: Float64Array[] = []
  const failures: FailedReplicate[] = []
  const fingerprints = new Map<number, string>()
  const shape = { metrics: setup.metrics, scenarios: scenarios.length, periods }
  const interruption = listenForInterrupt()
  const executor = createThreadExecutor({ module: job, setup }, { threads })
  const headline = metricOf(HEADLINE)!

  function take(index: number, outcome: Outcome): void {
    if (!outcome.ok) {
      failures.push({ index, failure: outcome })
      if (outcome.code === IDENTITY_BROKEN) interruption.stopJobs()
      return
    }
    indices.push(index)
    series.push(outcome.result)
    fingerprints.set(index, outcome.hashes.subarray(-2).join('-'))
    const one: Replicates = { ...shape, indices: [index], series: [outcome.result] }
    progress.advance(
      scenarios.map((_, k) => readReplicates(one, k, headline, momentOf(headline), 0)[0]),
    )
  }

  try {
    const report = await executor.run(plan.replicates, {
      onResult: take,
      signal: interruption.signal,
    })
    const replicates: Replicates = { ...shape, indices, series }
    return { replicates, failures, fingerprints, interrupted: report.aborted }
  } finally {
    interruption.stopListening()
    await executor.close()
  }
}

/** Ctrl-C stops after the jobs under way; a second one leaves at once. */
function listenForInterrupt() {
  const controller = new AbortController()
  const onInterrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
  }
  process.on('SIGINT', onInterrupt)
  return {
    signal: controller.signal,
    stopJobs: () => controller.abort(),
    stopListening: () => process.off('SIGINT', onInterrupt),
  }
}

/** Two replicates with the same fingerprint would be copies counted twice. */
function refuseCopies(fingerprints: ReadonlyMap<number, string>): void {
  const seen = new Map<string, number>()
  for (const [index, fingerprint] of fingerprints) {
    const other = seen.get(fingerprint)
    if (other !== undefined) throw new Error(`replicates ${other} and ${index} are copies`)
    seen.set(fingerprint, index)
  }
}

/** The command that runs one replicate again. */
export function replayCommand(flags: RunFlags, plan: Plan, index: number): string {
  const against = flags.against === undefined ? '' : ` --against ${flags.against}`
  const set = flags.set.map((one) => ` -s ${one}`).join('')
  return `zhudai run ${flags.scenario}${against}${set} --seed ${plan.seed} --periods ${plan.periods} --only ${index} --verbose`
}
