/**
 * From the flags of `run` to everything a run needs; what is the user's to fix is found here.
 * @module
 */
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import type { ExperimentSetup } from '../analysis/experiment/experiment.ts'
import { metricColumns, type MetricColumns } from '../analysis/experiment/metric-columns.ts'
import type { ResultSubject } from '../analysis/results/result-plan.ts'
import { experimentSetup } from './experiment-setup.ts'
import { drawOpening } from './opening.ts'
import { readPlan, type AskedPlan } from './plan.ts'
import { replayCommand } from './replay.ts'
import { resultSubject } from './result-subject.ts'
import { readLevers } from './sources.ts'
import type { RunFlags } from './verb-flags.ts'

export interface PreparedRun {
  readonly asked: AskedPlan
  readonly columns: MetricColumns
  readonly setup: ExperimentSetup
  readonly subject: ResultSubject
  readonly levers: LeverCatalogue
}

/** The job module, compiled. */
export const JOB = new URL('../analysis/experiment/job.js', import.meta.url).href

/** @throws SimulationError with every problem found */
export async function prepareRun(flags: RunFlags): Promise<PreparedRun> {
  const levers = readLevers()
  const asked = await readPlan(flags, levers)
  const { plan, basis } = asked
  const columns = await metricColumns(plan.metrics)
  const subject = resultSubject({
    plan,
    basis,
    columns,
    levers,
    population: drawOpening(plan, levers),
    scenarios: flags.scenarios,
    against: flags.against,
    replay: (replicate) => replayCommand(flags, plan, replicate),
  })
  return { asked, columns, setup: experimentSetup(plan, columns, levers), subject, levers }
}
