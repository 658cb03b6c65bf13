/**
 * Reasons why scenarios make no plan together.
 * @module
 */
import type { Problem } from '../../engine/errors.ts'
import type { Scenario } from '../resolve.ts'
import { calibrationClashes } from './plan-calibrations.ts'
import { countPoints } from './points.ts'
import { sweepProblems } from './sweep-problems.ts'

/** Most jobs of a plan. */
export const MOST_JOBS = 1_000_000

/** Everything wrong that shows before a single point is made. */
export function planProblems(
  reforms: readonly Scenario[],
  baseline: Scenario | undefined,
): readonly Problem[] {
  const points = reforms.reduce((count, { sweep }) => count + countPoints(sweep), 0)
  return [
    ...repeatedIds(reforms),
    ...disagreements(reforms, baseline),
    ...baselineSweep(baseline),
    ...reforms.flatMap(sweepProblems),
    ...calibrationClashes(reforms, baseline),
    ...tooManyJobs(points, reforms[0].run.replicates),
  ]
}

function repeatedIds(reforms: readonly Scenario[]): Problem[] {
  const ids = reforms.map(({ id }) => id)
  return ids
    .filter((id, k) => ids.indexOf(id) < k)
    .map((got) => ({
      code: 'SCENARIO_INVALID',
      path: 'id',
      expected: 'scenarios with an id each',
      got: `${got} twice`,
    }))
}

/** All scenarios of a plan cover the same months. */
function disagreements(reforms: readonly Scenario[], baseline: Scenario | undefined): Problem[] {
  const [first, ...others] = reforms
  return [...others, ...(baseline ? [baseline] : [])].flatMap((other) =>
    (['start', 'periods'] as const)
      .filter((key) => other.run[key] !== first.run[key])
      .map((key) => ({
        code: 'SCENARIO_INVALID',
        ...other.origins[`run.${key}`],
        path: `run.${key}`,
        expected: `${first.run[key]}, as in ${first.id}: scenarios are compared month by month`,
        got: `${other.run[key]} in ${other.id}`,
      })),
  )
}

function baselineSweep(baseline: Scenario | undefined): Problem[] {
  if (baseline === undefined || baseline.sweep.length === 0) return []
  return [
    {
      code: 'SCENARIO_INVALID',
      ...baseline.origins['sweep'],
      path: 'sweep',
      expected: 'a baseline without a sweep: it takes over what the reform sweeps of the world',
      got: baseline.id,
    },
  ]
}

/** More than any machine should be sent by mistake. */
export function tooManyJobs(points: number, replicates: number): Problem[] {
  const jobs = points * replicates
  if (jobs <= MOST_JOBS) return []
  return [
    {
      code: 'SCENARIO_INVALID',
      path: 'sweep',
      expected: `at most ${MOST_JOBS} jobs, points times replicates`,
      got: `${points} points × ${replicates} replicates = ${jobs}`,
      hint: 'sweep fewer values, or ask for fewer replicates',
    },
  ]
}
