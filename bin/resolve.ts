/**
 * From the words of a command to complete scenarios and a plan; all problems at once.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { SimulationError, type Problem } from '../engine/errors.ts'
import { lawSettings } from '../agents/levers/law-settings.ts'
import type { LeverCatalogue, LeverSetting } from '../agents/levers/lever.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import { LICENCES } from '../agents/parameters.ts'
import { REGIONS } from '../agents/regulator/regions.ts'
import type { ScenarioCatalogue } from '../scenarios/catalogue.ts'
import { resolveScenario, type Scenario, type ScenarioSource } from '../scenarios/resolve.ts'
import type { RunFlags } from './command-line.ts'
import { readLibrary } from './sources.ts'

/** A scenario with every setting the model needs: the law's, then its own. */
export interface ResolvedScenario extends Scenario {
  readonly allSettings: readonly LeverSetting[]
}

/** What a command asks for. */
export interface Plan {
  /** The baseline, if any, then the scenario asked about. */
  readonly scenarios: readonly ResolvedScenario[]
  readonly replicates: readonly number[]
  readonly periods: number
  readonly seed: string
  readonly threads: number
}

/** What scenarios are checked against. */
export function scenarioCatalogue(levers: LeverCatalogue): ScenarioCatalogue {
  return {
    levers: levers.list,
    parameters: parameterCatalogue,
    licences: LICENCES,
    regions: REGIONS,
  }
}

/**
 * Reads flags and scenarios. A lever set by `-s` changes the scenario asked about; a parameter set by
 * `-s` is a fact about the world and holds in both.
 *
 * @throws SimulationError with every problem found
 */
export function resolvePlan(flags: RunFlags, levers: LeverCatalogue): Plan {
  const problems: Problem[] = []
  const wanted = {
    replicates: wholeNumber('--replicates', flags.replicates, problems),
    periods: wholeNumber('--periods', flags.periods, problems),
    jobs: wholeNumber('--jobs', flags.jobs, problems),
    only: wholeNumber('--only', flags.only, problems, 0),
  }
  if (flags.seed === '') problems.push(flagProblem('--seed', 'a text', ''))
  const horizon = wanted.periods === undefined ? [] : [`run.periods=${wanted.periods}`]
  const worldly = flags.set.filter((text) =>
    parameterCatalogue.some((entry) => text.startsWith(`${entry.id}=`)),
  )
  const asked = tryResolve(flags.scenario, [...flags.set, ...horizon], levers, problems)
  const baseline =
    flags.against === undefined
      ? undefined
      : tryResolve(flags.against, [...worldly, ...horizon], levers, problems)
  if (asked && baseline && asked.run.start !== baseline.run.start) {
    problems.push({
      code: 'SCENARIO_INVALID',
      path: 'run.start',
      expected: `the baseline's first month, ${baseline.run.start}`,
      got: asked.run.start,
    })
  }
  if (problems.length > 0 || asked === undefined) throw new SimulationError(distinct(problems))
  const replicates = wanted.replicates ?? asked.run.replicates
  return {
    scenarios: baseline === undefined ? [asked] : [baseline, asked],
    replicates:
      wanted.only === undefined ? Array.from({ length: replicates }, (_, k) => k) : [wanted.only],
    periods: asked.run.periods,
    seed: flags.seed ?? asked.run.seed,
    threads: wanted.jobs ?? availableParallelism(),
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

function tryResolve(
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

const YAML_ENDING = /\.ya?ml$/

/** A path, where it looks like one; else an id of the library. */
function sourceOf(name: string): ScenarioSource {
  if (!YAML_ENDING.test(name) && !name.includes('/')) return { id: name }
  if (existsSync(name)) return { text: readFileSync(name, 'utf8'), file: name }
  const expected = 'a file that exists, or the id of a shipped scenario (zhudai list scenarios)'
  throw new SimulationError([{ code: 'SCENARIO_UNKNOWN', expected, got: name }])
}

function wholeNumber(
  flag: string,
  text: string | undefined,
  problems: Problem[],
  least = 1,
): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,7}$/.test(text) && Number(text) >= least) return Number(text)
  problems.push(flagProblem(flag, `a whole number, at least ${least}`, text))
  return undefined
}

function flagProblem(path: string, expected: string, got: string): Problem {
  return { code: 'USAGE', path, expected, got }
}

/** The same problem met in both scenarios is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...seen.values()]
}
