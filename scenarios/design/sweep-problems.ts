/**
 * Sweeps no design can be made of.
 * @module
 */
import type { Problem } from '../../engine/errors.ts'
import type { Scenario } from '../resolve.ts'
import type { SweepBlock } from '../sweep.ts'
import { SOBOL_DIMENSIONS } from './sobol.ts'

/** Every reason against the sweep of a scenario; none for no sweep. */
export function sweepProblems({ sweep, origins, id }: Scenario): readonly Problem[] {
  const at = { code: 'SCENARIO_INVALID', ...(origins['sweep'] ?? { file: id }), path: 'sweep' }
  const ids = sweep.flatMap((block) => block.axes.map(({ subject }) => subject.id))
  const twice = [...new Set(ids.filter((one, k) => ids.indexOf(one) < k))]
  return [
    ...twice.map((got) => ({ ...at, expected: 'each lever or parameter on one axis', got })),
    ...sweep.flatMap((block) => blockMisfits(block).map((misfit) => ({ ...at, ...misfit }))),
  ]
}

function blockMisfits({
  design,
  points,
  trajectories,
  axes,
}: SweepBlock): { expected: string; got: string }[] {
  const isSpread = design === 'latinHypercube' || design === 'sobol'
  const countless = isSpread && !(Number.isInteger(points) && points! >= 1)
  const pathless = design === 'morris' && !(Number.isInteger(trajectories) && trajectories! >= 1)
  const wide = design === 'sobol' && axes.length > SOBOL_DIMENSIONS
  return [
    ...(countless
      ? [{ expected: `points of ${design}: a whole number, at least 1`, got: String(points) }]
      : []),
    ...(pathless
      ? [{ expected: 'trajectories of morris: a whole number, at least 1', got: `${trajectories}` }]
      : []),
    ...(wide
      ? [{ expected: `at most ${SOBOL_DIMENSIONS} axes in one sobol block`, got: `${axes.length}` }]
      : []),
  ]
}
