/**
 * The opening market of a plan as far as it is known before anything runs.
 * @module
 */
import { makeKey } from '../engine/stream.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import {
  baselineParameters,
  parameterCatalogue,
  withParameters,
} from '../agents/parameter-catalogue.ts'
import { drawPopulation } from '../agents/populate/draw-population.ts'
import type { Population } from '../agents/populate/population.ts'
import { readFacts } from '../agents/populate/read-facts.ts'
import { planRules } from '../agents/regulator/plan-rules.ts'
import { allSettings } from '../analysis/answer/resolved-document.ts'
import { drawParameters } from '../scenarios/draw-parameters.ts'
import { readObservations } from '../scenarios/observations.ts'
import type { Plan } from '../scenarios/plan.ts'
import { readTables } from './sources.ts'

/** Points tried before a run; those of a longer sweep set the same levers to other values. */
const TRIED = 64

/**
 * Reads the data, draws the first replicate's population and plans every month's rules, so that what
 * is the user's to fix is found before the run.
 *
 * @returns the population of the last point tried
 * @throws SimulationError for broken data, parameters or settings
 */
export function drawOpening(plan: Plan, catalogue: LeverCatalogue): Population {
  const { seed, start, periods } = plan
  const observations = readObservations(readTables())
  const key = makeKey(seed, 0)
  const populations = new Map<string, Population>()
  let last: Population | undefined
  for (const point of plan.points.slice(0, TRIED)) {
    const overrides = drawParameters(point, plan.calibrations, key, parameterCatalogue)
    const parameters = withParameters(baselineParameters(), overrides)
    const world = JSON.stringify(overrides)
    last =
      populations.get(world) ?? drawPopulation(readFacts(observations, parameters), parameters, key)
    populations.set(world, last)
    const settings = allSettings(point, catalogue)
    planRules({ catalogue, parameters, banks: last.banks, settings, start, periods })
  }
  return last!
}
