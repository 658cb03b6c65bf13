/**
 * `zhudai run`: all replicates of scenarios, kept in a result folder as they finish.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createThreadExecutor } from '../../engine/executors/threads.ts'
import { parseResolved, RESOLVED_FILE } from '../../analysis/answer/resolved-document.ts'
import { jobOf } from '../../analysis/experiment/experiment.ts'
import { openResultFolder, type ResultFolder } from '../../analysis/results/result-folder.ts'
import { readResult } from '../../analysis/results/read-result.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { formatDuration } from '../../analysis/words/numbers.ts'
import { answerJson } from '../answer-json.ts'
import { confirmFresh } from '../confirm-fresh.ts'
import { printPilot } from '../pilot.ts'
import type { AskedPlan } from '../plan.ts'
import { JOB, prepareRun } from '../prepare-run.ts'
import { printAnswer } from '../print-answer.ts'
import { replayCommand } from '../replay.ts'
import { runPlan, type PlanReport } from '../run-plan.ts'
import type { Session } from '../session.ts'
import { EXIT } from '../terminal.ts'
import type { RunFlags } from '../verb-flags.ts'

/** Runs, keeps and prints; returns the exit code. */
export async function run(flags: RunFlags, session: Session): Promise<number> {
  const prepared = await prepareRun(flags)
  const { asked, columns, setup, subject } = prepared
  if (flags.dryRun) {
    const { dryRun } = await import('../dry-run.ts')
    return dryRun({ ...prepared, root: flags.output }, session)
  }
  if (flags.fresh) await confirmFresh(flags, subject, session)
  const alone = asked.only !== undefined
  const root = alone ? mkdtempSync(join(tmpdir(), 'zhudai-')) : flags.output
  const folder = await openResultFolder({
    ...subject,
    root,
    fresh: flags.fresh,
    onNote: (note) => session.terminal.note(note),
  })
  try {
    const started = performance.now()
    const executor = createThreadExecutor({ module: JOB, setup }, { threads: asked.threads })
    const report = await runPlan({ asked, columns, executor, folder, pilot: flags.pilot }, session)
    const code = conclude({ flags, asked, folder, report, started, alone }, session)
    if (flags.report && isTold(code)) await alsoReport(folder.path, session)
    return code
  } finally {
    folder.close()
    if (alone) rmSync(root, { recursive: true, force: true })
  }
}

/** Whether there is a result to report. */
function isTold(code: number): boolean {
  return code === EXIT.done || code === EXIT.someFailed
}

async function alsoReport(result: string, { language, terminal }: Session): Promise<void> {
  const { writeReport } = await import('../write-report.ts')
  terminal.answer(await writeReport({ result, language, brief: false }))
}

interface Conclusion {
  readonly flags: RunFlags
  readonly asked: AskedPlan
  readonly folder: ResultFolder
  readonly report: PlanReport
  readonly started: number
  /** One replicate alone: nothing is kept. */
  readonly alone: boolean
}

/** Says how it went and prints the answer; returns the exit code. */
function conclude(conclusion: Conclusion, session: Session): number {
  const { flags, asked, folder, report, started, alone } = conclusion
  const { terminal, language } = session
  const words = messagesIn(language)
  const { plan } = asked
  const jobs = report.replicates * plan.points.length
  noteFailures(conclusion, session)
  if (report.broken) return EXIT.ourFault
  if (report.aborted) {
    terminal.note(commandsIn(language).stoppedSame(report.run + report.resumed, jobs))
    return EXIT.interrupted
  }
  if (report.failures.length === jobs) {
    terminal.note(words.nothingFinished)
    return EXIT.ourFault
  }
  if (!terminal.quiet) {
    const seconds = (performance.now() - started) / 1000
    const nothing = commandsIn(language).nothingToDo(folder.path)
    terminal.note(report.run === 0 ? nothing : words.doneIn(formatDuration(seconds)))
  }
  tell(conclusion, session)
  if (!alone && !session.json) {
    terminal.answer()
    terminal.answer(folder.path)
    if (!flags.report) terminal.note(words.next(nextCommand(flags, folder.path)))
  }
  return report.failures.length > 0 ? EXIT.someFailed : EXIT.done
}

function tell({ flags, asked, folder, report, alone }: Conclusion, session: Session): void {
  const result = readResult(folder.path)
  const { caveats, changes } = parseResolved(result.text(RESOLVED_FILE))
  const told = { summary: result.summary, caveats, wanted: report.replicates, set: flags.set }
  if (flags.pilot) printPilot(told, asked.plan.stopping, session)
  else if (session.json) {
    const path = alone ? null : folder.path
    const answer = answerJson(told, { manifest: result.manifest, changes, path }, session.language)
    session.terminal.answer(JSON.stringify(answer, null, 2))
  } else printAnswer(told, session)
  result.close()
}

/** Which replicates failed or broke an identity, and how to see it again. */
function noteFailures({ flags, asked, report }: Conclusion, { terminal, language }: Session): void {
  const words = messagesIn(language)
  const { plan } = asked
  const { broken, failures, replicates } = report
  const worst = broken ?? failures[0]
  if (worst === undefined) return
  const numbers = failures.map(({ index }) => jobOf(index, plan.points.length).replicate)
  const jobs = replicates * plan.points.length
  if (broken === undefined) terminal.note(words.failed(jobs - failures.length, jobs, numbers))
  const { replicate } = jobOf(worst.index, plan.points.length)
  terminal.note(`    ${worst.failure.code}: ${worst.failure.message}`)
  terminal.note(`    ${words.replay(replayCommand(flags, plan, replicate))}`)
  if (broken) terminal.note(words.see('zhudai explain IDENTITY_BROKEN'))
  if (flags.verbose && worst.failure.stack) terminal.note(worst.failure.stack)
}

/** A single run leads to a comparison, a comparison to its report. */
function nextCommand(flags: RunFlags, path: string): string {
  return flags.against === undefined
    ? `zhudai run ${flags.scenarios.join(' ')} --against rules-before`
    : `zhudai report ${path}`
}
