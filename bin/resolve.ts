/**
 * From the words of a command to complete scenarios; all problems at once.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { SimulationError, type Problem } from '../engine/errors.ts'
import { lawSettings } from '../agents/levers/law-settings.ts'
import type { LeverCatalogue, LeverSetting } from '../agents/levers/lever.ts'
import { metricCatalogue } from '../analysis/metrics/index.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import { LICENCES, TIERS } from '../agents/parameters.ts'
import { REGIONS } from '../agents/regulator/regions.ts'
import type { ScenarioCatalogue } from '../scenarios/catalogue.ts'
import { resolveScenario, type Scenario, type ScenarioSource } from '../scenarios/resolve.ts'
import { readLibrary } from './sources.ts'

/** A scenario with every setting the model needs: the law's, then its own. */
export interface ResolvedScenario extends Scenario {
  readonly allSettings: readonly LeverSetting[]
}

/** What scenarios are checked against. */
export function scenarioCatalogue(levers: LeverCatalogue): ScenarioCatalogue {
  return {
    levers: levers.list,
    parameters: parameterCatalogue,
    licences: LICENCES,
    regions: REGIONS,
    metrics: metricCatalogue,
    tiers: TIERS,
  }
}

/** One scenario by id or path. */
export function resolveOne(
  name: string,
  overrides: readonly string[],
  levers: LeverCatalogue,
): ResolvedScenario {
  const library = new Map(Object.entries(readLibrary()))
  const source = sourceOf(name)
  const scenario = resolveScenario(source, library, scenarioCatalogue(levers), overrides)
  const law = scenario.law.asOf === undefined ? {} : { asOf: scenario.law.asOf }
  const own = scenario.settings as readonly LeverSetting[] // checked against the catalogue
  return { ...scenario, allSettings: [...lawSettings(levers, law), ...own] }
}

/**
 * Several scenarios by id or path, under the same overrides.
 *
 * @throws SimulationError with the problems of all of them
 */
export function resolveAll(
  names: readonly string[],
  overrides: readonly string[],
  levers: LeverCatalogue,
): ResolvedScenario[] {
  const problems: Problem[] = []
  const found = names.map((name) => tryResolve(name, overrides, levers, problems))
  if (problems.length > 0) throw new SimulationError(distinct(problems))
  return found.filter((one) => one !== undefined)
}

/** One scenario; its problems are added to `problems`. */
export function tryResolve(
  name: string,
  overrides: readonly string[],
  levers: LeverCatalogue,
  problems: Problem[],
): ResolvedScenario | undefined {
  try {
    return resolveOne(name, overrides, levers)
  } catch (thrown) {
    if (!(thrown instanceof SimulationError)) throw thrown
    problems.push(...thrown.problems)
    return undefined
  }
}

/** The same problem met in several scenarios is said once. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...seen.values()]
}

const YAML_ENDING = /\.ya?ml$/

/** A path, where it looks like one; else an id of the library. */
function sourceOf(name: string): ScenarioSource {
  if (!YAML_ENDING.test(name) && !name.includes('/')) return { id: name }
  if (existsSync(name)) return { text: readFileSync(name, 'utf8'), file: name }
  const expected = 'a file that exists, or the id of a shipped scenario (zhudai list scenarios)'
  throw new SimulationError([{ code: 'SCENARIO_UNKNOWN', expected, got: name }])
}
