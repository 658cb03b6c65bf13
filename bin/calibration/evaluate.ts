/**
 * Evaluates the cases of a calibration on threads; what is in the log is not run again.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { createThreadExecutor } from '../../engine/executors/threads.ts'
import type { Case, Evaluate } from '../../analysis/calibration/run/case.ts'
import type { CalibrationSetup } from '../../analysis/calibration/run/calibration-job.ts'
import { IDENTITY_BROKEN } from '../../analysis/experiment/run-jobs.ts'
import type { CaseLog } from '../../analysis/results/case-log.ts'
import { calibrationIn } from '../../analysis/words/calibration.ts'
import { createProgress } from '../progress.ts'
import type { Session } from '../session.ts'

/** The job module, compiled. */
const JOB = new URL('../../analysis/calibration/run/calibration-job.js', import.meta.url).href

/** Ctrl-C: what is evaluated stays. */
export class Interrupted extends Error {}

export interface EvaluatorOptions {
  readonly setup: Omit<CalibrationSetup, 'cases'>
  readonly log: CaseLog
  readonly threads: number
  readonly signal: AbortSignal
}

/** @throws SimulationError from the evaluation when an identity broke, Interrupted on Ctrl-C */
export function createEvaluator(
  { setup, log, threads, signal }: EvaluatorOptions,
  session: Session,
): Evaluate {
  const nothing = new Float64Array(setup.targets.length).fill(NaN)
  return async (stage, cases) => {
    const missing = cases.filter((one) => log.valuesOf(nameOf(one)) === undefined)
    if (missing.length > 0) await run(stage, missing)
    // A case that failed measures nothing, and is run again when the calibration is resumed.
    return cases.map((one) => log.valuesOf(nameOf(one)) ?? nothing)
  }

  async function run(stage: string, cases: readonly Case[]): Promise<void> {
    const words = calibrationIn(session.language)
    if (!session.terminal.quiet) session.terminal.note(words.stage(stage, cases.length))
    const executor = createThreadExecutor({ module: JOB, setup: { ...setup, cases } }, { threads })
    const options = { jobs: cases.length, threads: executor.threads, metric: undefined }
    const progress = createProgress(session.terminal, session.language, options)
    const broken: string[] = []
    const failures: string[] = []
    const stop = new AbortController()
    const report = await executor
      .run(cases.length, {
        order: 'asFinished',
        group: (index) => groupOf(cases[index]),
        signal: AbortSignal.any([signal, stop.signal]),
        onResult(index, outcome) {
          if (!outcome.ok && outcome.code === IDENTITY_BROKEN) {
            broken.push(outcome.message)
            return stop.abort()
          }
          if (outcome.ok) log.add(nameOf(cases[index]), outcome.result)
          else failures.push(`${outcome.code}: ${outcome.message}`)
          progress.advance()
        },
      })
      .finally(() => executor.close())
    session.terminal.clear()
    if (broken.length > 0) {
      const expected = 'accounting identities that hold in every month'
      throw new SimulationError([{ code: IDENTITY_BROKEN, expected, got: broken[0] }])
    }
    if (report.aborted) throw new Interrupted()
    if (failures.length === cases.length) {
      const expected = 'a run that ends'
      throw new SimulationError([{ code: 'JOB_FAILED', expected, got: failures[0] }])
    }
    if (failures.length > 0) {
      session.terminal.note(words.failed(failures.length, cases.length, failures[0]))
    }
  }
}

/** Arms of one replicate and point share an opening market. */
function groupOf({ values, replicate }: Case): number {
  let group = replicate
  for (const value of values) group = (group * 31 + Math.round(value * 1e6)) % 2147483647
  return group
}

function nameOf({ values, replicate, arm = 0 }: Case): string {
  return JSON.stringify([arm, replicate, ...values])
}
