/**
 * `zhudai score`: the model against what was observed, beside four benchmarks that know less.
 * @module
 */
import { createThreadExecutor } from '../../engine/executors/threads.ts'
import type { Failure } from '../../engine/executors/executor.ts'
import { jobOf } from '../../analysis/experiment/experiment.ts'
import { orderJobs } from '../../analysis/experiment/job-order.ts'
import { IDENTITY_BROKEN } from '../../analysis/experiment/run-jobs.ts'
import { createScorer, type PointScore } from '../../analysis/score/score-points.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { scoreIn } from '../../analysis/words/score.ts'
import { listenForInterrupt } from '../interrupt.ts'
import { createProgress } from '../progress.ts'
import { scoreJson } from '../score-json.ts'
import { scoreSubject, type ScoreFlags, type ScoreSubject } from '../score-subject.ts'
import { printScore } from '../score-text.ts'
import type { Session } from '../session.ts'
import { EXIT } from '../terminal.ts'

export type { ScoreFlags } from '../score-subject.ts'

/** The job module, compiled. */
const JOB = new URL('../../analysis/score/score-job.js', import.meta.url).href

export async function score(flags: ScoreFlags, session: Session): Promise<number> {
  const { terminal, language, json } = session
  const subject = await scoreSubject(flags)
  const words = scoreIn(language)
  const { result, replicates, file, points } = subject
  if (result !== undefined && !terminal.quiet) terminal.note(words.again(replicates, result))
  const run = await runScores(subject, session)
  const jobs = points.length * replicates
  if (run.aborted) {
    terminal.note(words.stopped(run.done, jobs))
    return EXIT.interrupted
  }
  noteFailures(run.failures, jobs, subject, session)
  if (run.failures.some(({ failure }) => failure.code === IDENTITY_BROKEN)) return EXIT.ourFault
  if (run.failures.length === jobs) {
    terminal.note(messagesIn(language).nothingFinished)
    return EXIT.ourFault
  }
  if (json) terminal.answer(JSON.stringify(scoreJson(subject, run.scores), null, 2))
  else {
    points.forEach((point, p) => {
      if (p > 0) terminal.answer()
      printScore({ file, point, score: run.scores[p] }, session)
    })
  }
  if (flags.figure !== undefined) {
    const { writeScoreFigures } = await import('../score-figure.ts')
    for (const path of await writeScoreFigures(flags.figure, subject, run.scores, language)) {
      terminal.note(path)
    }
  }
  return run.failures.length > 0 ? EXIT.someFailed : EXIT.done
}

interface ScoredRun {
  readonly scores: readonly PointScore[]
  readonly failures: readonly { readonly index: number; readonly failure: Failure }[]
  readonly done: number
  readonly aborted: boolean
}

/** Model and benchmarks of every point and replicate; order and threads move no number. */
async function runScores(
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

function noteFailures(
  failures: ScoredRun['failures'],
  jobs: number,
  { setup }: ScoreSubject,
  { terminal, language, verbose }: Session,
): void {
  if (failures.length === 0) return
  const numbers = failures.map(({ index }) => jobOf(index, setup.points.length).replicate)
  terminal.note(messagesIn(language).failed(jobs - failures.length, jobs, numbers))
  const [{ failure }] = failures
  terminal.note(`    ${failure.code}: ${failure.message}`)
  if (verbose && failure.stack) terminal.note(failure.stack)
}
