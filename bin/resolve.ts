/**
 * From the words of a command to complete scenarios; all problems at once.
 * @module
 */
import { SimulationError, type Problem } from '../engine/errors.ts'
import { lawSettings } from '../agents/levers/law-settings.ts'
import type { LeverCatalogue, LeverSetting } from '../agents/levers/lever.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import { LICENCES, TIERS } from '../agents/parameters.ts'
import { REGIONS } from '../agents/regulator/regions.ts'
import { loadFormulas } from '../analysis/formulas/index.ts'
import { metricCatalogue } from '../analysis/metrics/index.ts'
import { agentNames, allNames } from '../analysis/kept/agent-names.ts'
import type { ScenarioCatalogue } from '../scenarios/catalogue.ts'
import { resolveScenario, type Scenario } from '../scenarios/resolve.ts'
import {
  calibrationTexts,
  readLibrary,
  scenarioSource,
  scenarioText,
  readBaselineFacts,
} from './sources.ts'

/** A scenario with every setting the model needs: the law's, then its own. */
export interface ResolvedScenario extends Scenario {
  readonly allSettings: readonly LeverSetting[]
}

/**
 * What scenarios are checked against.
 *
 * @param names  the scenarios to be read: what only some need is loaded where one of them mentions it
 */
export async function scenarioCatalogue(
  levers: LeverCatalogue,
  names: readonly string[] = [],
): Promise<ScenarioCatalogue> {
  const texts = names.map(textIfThere) // what a shipped parent says is sound
  const mention = (word: string) => texts.some((text) => text.includes(word))
  return {
    ...plainCatalogue(levers),
    ...(mention('formula') ? await formulaCheck() : {}),
    ...(mention('shocks') ? { agents: agentIds() } : {}),
  }
}

/** The same without a reader of formulas, for scenarios that are shipped. */
function plainCatalogue(levers: LeverCatalogue): ScenarioCatalogue {
  return {
    levers: levers.list,
    parameters: parameterCatalogue,
    licences: LICENCES,
    regions: REGIONS,
    metrics: metricCatalogue,
    tiers: TIERS,
    calibrations: calibrationTexts(),
  }
}

async function formulaCheck(): Promise<Partial<ScenarioCatalogue>> {
  const formulas = await loadFormulas()
  return { checkFormula: (text, known) => formulas.check(text, known)?.expected }
}

/** Every bank, platform and guarantor there can be. */
function agentIds(): string[] {
  return allNames(agentNames(readBaselineFacts())).map(({ id }) => id)
}

/** A file that is missing is refused with all other problems. */
function textIfThere(name: string): string {
  try {
    return scenarioText(name)
  } catch (thrown) {
    if (thrown instanceof SimulationError) return ''
    throw thrown
  }
}

/** One scenario by id or path. */
export function resolveOne(
  name: string,
  overrides: readonly string[],
  levers: LeverCatalogue,
  catalogue: ScenarioCatalogue = plainCatalogue(levers),
): ResolvedScenario {
  const library = new Map(Object.entries(readLibrary()))
  const source = scenarioSource(name)
  const scenario = resolveScenario(source, library, catalogue, overrides)
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
  catalogue: ScenarioCatalogue,
): ResolvedScenario[] {
  const problems: Problem[] = []
  const found = names.map((name) => tryResolve(name, overrides, levers, catalogue, problems))
  if (problems.length > 0) throw new SimulationError(distinct(problems))
  return found.filter((one) => one !== undefined)
}

/** One scenario; its problems are added to `problems`. */
export function tryResolve(
  name: string,
  overrides: readonly string[],
  levers: LeverCatalogue,
  catalogue: ScenarioCatalogue,
  problems: Problem[],
): ResolvedScenario | undefined {
  try {
    return resolveOne(name, overrides, levers, catalogue)
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
