/**
 * The job module of a calibration: a case is one run of the market, measured like the data.
 * @module
 */
import type { Outcome } from '../../../engine/executors/executor.ts'
import type { Target } from '../../../scenarios/targets/target.ts'
import {
  prepareExperiment,
  runPoint,
  type Experiment,
  type ExperimentPoint,
  type ExperimentSetup,
} from '../../experiment/experiment.ts'
import { measure } from '../../measurement/measure.ts'
import type { Case } from './case.ts'

/** Everything the cases of a stage depend on. Survives a structured clone. */
export interface CalibrationSetup {
  /** Its points are the arms a case may name; it records readings alone. */
  readonly experiment: ExperimentSetup
  readonly targets: readonly Target[]
  readonly parameters: readonly string[]
  readonly cases: readonly Case[]
}

let setup: CalibrationSetup | undefined
let experiment: Experiment | undefined

/** Called once per worker. */
export function prepare(given: unknown): void {
  setup = given as CalibrationSetup
  const { experiment: base, cases, parameters } = setup
  const points = cases.map(({ values, arm = 0 }) => pointOf(base.points[arm], parameters, values))
  experiment = prepareExperiment({ ...base, points })
}

/** Runs case `index`; its result is one value per target. */
export function runJob(index: number): Outcome {
  if (setup === undefined || experiment === undefined) throw new Error('the job was not prepared')
  const { start, periods, readings = [] } = setup.experiment
  const { series, hashes } = runPoint(experiment, index, setup.cases[index].replicate)
  return {
    ok: true,
    result: measure(setup.targets, readings, series, start, periods),
    hashes: hashes.slice(-2),
  }
}

function pointOf(
  arm: ExperimentPoint,
  parameters: readonly string[],
  values: readonly number[],
): ExperimentPoint {
  const tried = Object.fromEntries(parameters.map((id, d) => [id, values[d]]))
  return { ...arm, parameterOverrides: { ...arm.parameterOverrides, ...tried } }
}
