/**
 * `zhudai run --dry-run`: what would be run and why, how long it takes and how much it writes.
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { ruleChanges } from '../analysis/answer/rule-changes.ts'
import { allSettings } from '../analysis/answer/resolved-document.ts'
import { orderJobs } from '../analysis/experiment/job-order.ts'
import {
  openingOf,
  prepareExperiment,
  runPoint,
  type ExperimentSetup,
} from '../analysis/experiment/experiment.ts'
import { folderName } from '../analysis/results/folder-path.ts'
import { peekResult } from '../analysis/results/peek-result.ts'
import type { ResultSubject } from '../analysis/results/result-plan.ts'
import { commandsIn } from '../analysis/words/commands.ts'
import { formatDuration } from '../analysis/words/numbers.ts'
import { ruleChangeCells } from '../analysis/words/rule-changes.ts'
import type { AskedPlan } from './plan.ts'
import type { Session } from './session.ts'
import { alignLeft, answerWidth, EXIT, wrap } from './terminal.ts'

/** Bytes a value takes in the tables, measured. */
const BYTES_PER_VALUE = 6
const MEGABYTE = 1e6
/** Months timed to tell how long a month takes. */
const TIMED = 3

export interface DryRun {
  readonly asked: AskedPlan
  readonly subject: ResultSubject
  readonly setup: ExperimentSetup
  readonly root: string
  readonly levers: LeverCatalogue
}

export function dryRun({ asked, subject, setup, root, levers }: DryRun, session: Session): number {
  const { terminal, language, json } = session
  const words = commandsIn(language)
  const { plan, threads } = asked
  const folder = join(root, folderName(plan))
  const jobs = orderJobs(plan.points).jobs(0, plan.replicates)
  const there = existsSync(folder) ? peekResult(folder, subject) : undefined
  const done = Math.min(jobs.length, there?.jobs ?? 0)
  if (!terminal.quiet) terminal.redraw(words.timing)
  const seconds = (estimateSeconds(setup) * (jobs.length - done)) / plan.points.length / threads
  terminal.clear()
  const values = jobs.length * subject.metrics.length * plan.periods
  const megabytes = (values * BYTES_PER_VALUE) / MEGABYTE
  const reason =
    done === jobs.length
      ? words.reasonNone
      : there === undefined
        ? words.reasonNew
        : there.interrupted
          ? words.reasonResume
          : words.reasonMore
  const { baseline } = plan
  const changes = baseline
    ? plan.reforms.map((reform) =>
        ruleChanges(allSettings(baseline, levers), allSettings(reform, levers), levers, plan),
      )
    : []
  if (json) {
    const counts = { jobs: jobs.length, done, points: plan.points.length }
    terminal.answer(
      JSON.stringify(
        {
          schema: 'plan/1',
          folder,
          ...counts,
          replicates: plan.replicates,
          seconds,
          megabytes,
          reason,
        },
        null,
        2,
      ),
    )
    return EXIT.done
  }
  const scenarios = plan.reforms.length + (baseline ? 1 : 0)
  const rows = [
    ...wrap(plan.question, answerWidth() - LABEL).map((line, k) => [
      k === 0 ? words.question : '',
      line,
    ]),
    ...changes
      .flatMap((one) => alignLeft(one.map((change) => ruleChangeCells(change, language))))
      .map((line, k) => [k === 0 ? words.changes : '', line]),
    [words.plan, words.dryPlan(scenarios, plan.points.length, plan.replicates, plan.periods)],
    [
      words.work,
      `${words.dryWork(jobs.length, done, formatDuration(seconds), threads)} · ${reason}`,
    ],
    [
      words.writes,
      words.dryWrites(folder, megabytes < 10 ? megabytes.toFixed(1) : megabytes.toFixed(0)),
    ],
  ]
  for (const line of alignLeft(rows)) terminal.answer(line)
  terminal.note(words.dryDone)
  return EXIT.done
}

const LABEL = 12

/** Seconds one replicate of all points takes on one thread: opening markets, then months. */
function estimateSeconds(setup: ExperimentSetup): number {
  const experiment = prepareExperiment({ ...setup, periods: TIMED, keep: NOTHING })
  const { points, periods } = setup
  const began = performance.now()
  openingOf(experiment, 0, 0)
  const opened = performance.now()
  runPoint(experiment, 0, 0)
  const ran = performance.now()
  const order = orderJobs(points)
  const worlds = new Set(points.map((_, point) => order.group(point))).size
  const months = ((ran - opened) / TIMED) * periods * points.length
  return ((opened - began) * worlds + months) / 1000
}

const NOTHING = { tables: { agents: 'none', links: 'none', ledger: 'none' } } as const
