/**
 * Runs the model and its benchmarks on every point and replicate of what is scored.
 * @module
 */
import { createThreadExecutor } from '../engine/executors/threads.ts'
import type { Failure } from '../engine/executors/executor.ts'
import { orderJobs } from '../analysis/experiment/job-order.ts'
import { createScorer, type PointScore } from '../analysis/score/score-points.ts'
import { listenForInterrupt } from './interrupt.ts'
import { createProgress } from './progress.ts'
import type { ScoreSubject } from './score-subject.ts'
import type { Session } from './session.ts'

/** The job module, compiled. */
const JOB = new URL('../analysis/score/score-job.js', import.meta.url).href

export interface ScoredRun {
  readonly scores: readonly PointScore[]
  readonly failures: readonly { readonly index: number; readonly failure: Failure }[]
  readonly done: number
  readonly aborted: boolean
}

/** Model and benchmarks of every point and replicate; order and threads move no number. */
export async function runScores(
  { file, setup, replicates, threads }: ScoreSubject,
  { terminal, language }: Session,
): Promise<ScoredRun> {
  const order = orderJobs(setup.points)
  const jobs = order.jobs(0, replicates)
  const scorer = createScorer(file.targets, setup)
  const failures: { index: number; failure: Failure }[] = []
  const interruption = listenForInterrupt()
  const workers = Math.min(threads, jobs.length)
  const executor = createThreadExecutor({ module: JOB, setup }, { threads: workers })
  const options = { jobs: jobs.length, threads: workers, metric: undefined }
  const progress = createProgress(terminal, language, options)
  try {
    const report = await executor.run(jobs, {
      order: 'asFinished',
      group: order.group,
      signal: interruption.signal,
      onResult(index, outcome) {
        if (outcome.ok) scorer.take(index, outcome.result)
        else failures.push({ index, failure: outcome })
        progress.advance()
      },
    })
    return {
      scores: scorer.scores(),
      failures: failures.sort((a, b) => a.index - b.index),
      done: report.delivered,
      aborted: report.aborted,
    }
  } finally {
    terminal.clear()
    interruption.stopListening()
    await executor.close()
  }
}
