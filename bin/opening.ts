/**
 * The opening market of a plan as far as it is known before anything runs.
 * @module
 */
import { makeKey } from '../engine/stream.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { baselineParameters, withParameters } from '../agents/parameter-catalogue.ts'
import { drawPopulation } from '../agents/populate/draw-population.ts'
import type { Population } from '../agents/populate/population.ts'
import { readFacts } from '../agents/populate/read-facts.ts'
import { planRules } from '../agents/regulator/plan-rules.ts'
import { readObservations } from '../scenarios/observations.ts'
import type { Plan } from './resolve.ts'

/**
 * Reads the data, draws the first replicate's population and plans every month's rules, so that what
 * is the user's to fix is found before the run.
 *
 * @returns the population of the scenario asked about
 * @throws SimulationError for broken data, parameters or settings
 */
export function drawOpening(
  plan: Plan,
  tables: Readonly<Record<string, string>>,
  catalogue: LeverCatalogue,
): Population {
  const observations = readObservations(tables)
  const key = makeKey(plan.seed, plan.replicates[0])
  const populations = plan.scenarios.map((scenario) => {
    const parameters = withParameters(baselineParameters(), scenario.parameterOverrides)
    const population = drawPopulation(readFacts(observations, parameters), parameters, key)
    planRules({
      catalogue,
      parameters,
      banks: population.banks,
      settings: scenario.allSettings,
      start: scenario.run.start,
      periods: plan.periods,
    })
    return population
  })
  return populations[populations.length - 1]
}
