/**
 * Runs the jobs of a plan that are still missing, and keeps what they leave as they finish.
 *
 * Results are kept by job, never by order of completion: threads, order and interruptions move nothing.
 *
 * @module
 */
import type { Executor, Failure, Outcome } from '../../engine/executors/executor.ts'

/** Where outcomes go. */
export interface JobStore {
  /** Jobs that need not be run again. */
  finished(): ReadonlySet<number>
  /** Keeps outcomes for good. */
  keep(outcomes: readonly JobOutcome[]): void
}

export interface JobOutcome {
  readonly index: number
  readonly outcome: Outcome
}

export interface RunJobsOptions {
  readonly executor: Executor
  readonly store: JobStore
  /** Jobs of one group share costly state; neighbours in the list given to the executor. */
  readonly group: (index: number) => number
  readonly signal?: AbortSignal
  /** Seen as soon as it is there, before it is kept. */
  readonly onOutcome?: (index: number, outcome: Outcome) => void
  /** Milliseconds of a clock that only moves forward. */
  readonly now: () => number
}

/** How a run of jobs ended. */
export interface JobsReport {
  /** Jobs run now, failed ones among them. */
  readonly run: number
  /** Jobs that were there already. */
  readonly resumed: number
  readonly failures: readonly { readonly index: number; readonly failure: Failure }[]
  readonly aborted: boolean
  /** Set when an identity broke: nothing of the run can be trusted. */
  readonly broken?: { readonly index: number; readonly failure: Failure }
}

/** A crash loses at most what finished within this time [ms], and what was under way. */
const KEEP_EVERY = 1000
/** Outcomes held before they are kept [bytes]. */
const HOLD_AT_MOST = 16 * 1024 * 1024

/** A broken identity stops the run: no number of it can be trusted. */
export const IDENTITY_BROKEN = 'IDENTITY_BROKEN'

/** Runs `jobs`, those already finished left out. */
export async function runJobs(
  jobs: readonly number[],
  options: RunJobsOptions,
): Promise<JobsReport> {
  const { executor, store, group, onOutcome, now } = options
  const finished = store.finished()
  const missing = jobs.filter((index) => !finished.has(index))
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  const failures: { index: number; failure: Failure }[] = []
  let broken: JobsReport['broken']
  let held: JobOutcome[] = []
  let bytes = 0
  let kept = now()

  function keepHeld(): void {
    if (held.length > 0) store.keep(held)
    held = []
    bytes = 0
    kept = now()
  }

  function take(index: number, outcome: Outcome): void {
    if (!outcome.ok && outcome.code === IDENTITY_BROKEN) {
      broken ??= { index, failure: outcome }
      stop.abort()
      return
    }
    if (!outcome.ok) failures.push({ index, failure: outcome })
    onOutcome?.(index, outcome)
    held.push({ index, outcome })
    bytes += sizeOf(outcome)
    if (bytes > HOLD_AT_MOST || now() - kept > KEEP_EVERY) keepHeld()
  }

  const report = await executor
    .run(missing, { onResult: take, signal, group, order: 'asFinished' })
    .finally(keepHeld)
  return {
    run: report.delivered,
    resumed: jobs.length - missing.length,
    failures: failures.sort((a, b) => a.index - b.index),
    aborted: report.aborted && broken === undefined,
    ...(broken === undefined ? {} : { broken }),
  }
}

function sizeOf(outcome: Outcome): number {
  if (!outcome.ok) return 0
  const tables = Object.values(outcome.kept ?? {})
  return tables.reduce(
    (sum, one) => sum + one.byteLength,
    outcome.result.byteLength + outcome.hashes.byteLength,
  )
}
