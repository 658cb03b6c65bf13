/**
 * `zhudai reproduce`: runs a result again and compares every number bit for bit.
 * @module
 */
import { availableParallelism } from 'node:os'
import { SimulationError, type Problem } from '../../engine/errors.ts'
import { createThreadExecutor } from '../../engine/executors/threads.ts'
import { orderJobs } from '../../analysis/experiment/job-order.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import { readBasis } from '../basis.ts'
import { createComparer, type Difference } from '../compare-jobs.ts'
import { wholeNumber } from '../flags.ts'
import { listenForInterrupt } from '../interrupt.ts'
import { JOB } from '../prepare-run.ts'
import { createProgress } from '../progress.ts'
import { sampleOf } from '../sample.ts'
import type { Session } from '../session.ts'
import { storedExperiment, type StoredExperiment } from '../stored-experiment.ts'
import { alignLeft, EXIT } from '../terminal.ts'
import type { ReproduceFlags } from '../verb-flags.ts'

export async function reproduce(flags: ReproduceFlags, session: Session): Promise<number> {
  const problems: Problem[] = []
  const sample = wholeNumber('--sample', flags.sample, problems)
  const threads = wholeNumber('--jobs', flags.jobs, problems) ?? availableParallelism()
  if (problems.length > 0) throw new SimulationError(problems)
  const stored = await storedExperiment(flags.result)
  const altered = alteredFile(stored)
  const comparer = await createComparer(stored)
  const { points, seed } = stored.resolved.plan
  const order = orderJobs(points)
  const last = Math.max(0, ...comparer.jobs) + 1
  const there = new Set(comparer.jobs)
  const all = order.jobs(0, Math.ceil(last / points.length)).filter((index) => there.has(index))
  const jobs = sample === undefined ? all : sampleOf(all, sample, seed)
  const progress = createProgress(session.terminal, session.language, {
    jobs: jobs.length,
    threads,
    metric: undefined,
  })
  const interruption = listenForInterrupt()
  const executor = createThreadExecutor({ module: JOB, setup: stored.setup }, { threads })
  const pending: Promise<void>[] = []
  try {
    const report = await executor.run(jobs, {
      group: order.group,
      signal: interruption.signal,
      onResult(index, outcome) {
        progress.advance()
        pending.push(comparer.compare(index, outcome))
      },
    })
    await Promise.all(pending)
    session.terminal.clear()
    const compared = report.delivered
    const code = conclude(
      stored,
      { compared, all: all.length, altered, found: comparer.found() },
      session,
    )
    return report.aborted ? EXIT.interrupted : code
  } finally {
    interruption.stopListening()
    await executor.close()
    stored.result.close()
  }
}

/** What was changed since it was written, if anything. */
function alteredFile({ result }: StoredExperiment): string | undefined {
  try {
    result.verify()
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof SimulationError)) throw thrown
    return thrown.problems[0].file
  }
}

interface Findings {
  readonly compared: number
  readonly all: number
  readonly altered: string | undefined
  readonly found: readonly Difference[]
}

function conclude(
  { result, resolved }: StoredExperiment,
  { compared, all, altered, found }: Findings,
  { terminal, language, json }: Session,
): number {
  const words = commandsIn(language)
  const now = readBasis()
  const same = found.length === 0 && altered === undefined
  if (json) {
    const answer = { identical: same, compared, jobs: all, altered: altered ?? null }
    terminal.answer(
      JSON.stringify(
        { schema: 'reproduce/1', ...answer, made: resolved.basis, now, differences: found },
        null,
        2,
      ),
    )
    return same ? EXIT.done : EXIT.differs
  }
  if (altered !== undefined) terminal.answer(words.altered(altered))
  if (found.length === 0) terminal.answer(words.identical(compared, all))
  else {
    terminal.answer(words.differs(found.length, compared))
    for (const line of alignLeft(differenceRows(found[0], words))) terminal.answer(`  ${line}`)
  }
  const { version, model, data } = resolved.basis
  if (version !== now.version || model !== now.model || data !== now.data) {
    terminal.answer(words.madeWith(shown(resolved.basis), shown(now)))
  }
  terminal.note(words.folderOf(result.name))
  return same ? EXIT.done : EXIT.differs
}

function shown({ version, model, data }: ReturnType<typeof readBasis>): string {
  return `${version} (${model.slice(0, DIGITS)}, ${data.slice(0, DIGITS)})`
}

const DIGITS = 8

function differenceRows(
  { point, replicate, month, metric, agent, stored, now, size, sameStates }: Difference,
  words: ReturnType<typeof commandsIn>,
): string[][] {
  const known = (label: string, value: string | undefined) =>
    value === undefined ? [] : [[label, value]]
  return [
    [words.firstJob, `${point}, ${replicate}`],
    ...known(words.firstMonth, month),
    ...known(words.firstMetric, metric),
    ...known(words.firstAgent, agent ?? (sameStates ? words.agentNone : words.agentUnknown)),
    ...known(words.storedValue, stored),
    ...known(words.valueNow, now),
    ...known(words.sizeOf, size === undefined ? undefined : words[size]),
  ]
}
