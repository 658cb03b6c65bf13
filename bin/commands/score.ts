/**
 * `zhudai score`: the model against what was observed, beside four benchmarks that know less.
 * @module
 */
import { jobOf } from '../../analysis/experiment/experiment.ts'
import { IDENTITY_BROKEN } from '../../analysis/experiment/run-jobs.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { scoreIn } from '../../analysis/words/score.ts'
import { runScores, type ScoredRun } from '../run-scores.ts'
import { scoreJson } from '../score-json.ts'
import { scoreSubject, type ScoreFlags, type ScoreSubject } from '../score-subject.ts'
import { printScore } from '../score-text.ts'
import type { Session } from '../session.ts'
import { EXIT } from '../terminal.ts'

export type { ScoreFlags } from '../score-subject.ts'

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
