/**
 * The job module of an experiment: prepared once per worker, then one replicate per job.
 * @module
 */
import {
  prepareExperiment,
  runReplicate,
  type Experiment,
  type ExperimentSetup,
} from './experiment.ts'

let experiment: Experiment | undefined

/** Called once per worker. */
export function prepare(setup: unknown): void {
  experiment = prepareExperiment(setup as ExperimentSetup)
}

/** Runs replicate `index`. What it throws becomes a failed job, which is a value. */
export function runJob(index: number) {
  if (experiment === undefined) throw new Error('the job was not prepared')
  const { series, hashes } = runReplicate(experiment, index)
  return { ok: true, result: series, hashes } as const
}
