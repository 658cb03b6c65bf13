/**
 * What `score` is asked about: a scenario as `run` reads it, or the plan of a result, with the targets
 * that are read of it. All problems at once; nothing is run.
 * @module
 */
import { existsSync, lstatSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, extname } from 'node:path'
import { SimulationError, type Problem } from '../engine/errors.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import type { ExperimentSetup } from '../analysis/experiment/experiment.ts'
import type { MetricColumns } from '../analysis/experiment/metric-columns.ts'
import { columnsOf, institutionsOf, targetCatalogue } from '../analysis/measurement/index.ts'
import type { Text } from '../analysis/metrics/metric.ts'
import { describePoint } from '../scenarios/design/describe.ts'
import type { Plan } from '../scenarios/plan.ts'
import { monthsNeeded } from '../scenarios/targets/months-needed.ts'
import type { TargetFile } from '../scenarios/targets/target.ts'
import { experimentSetup } from './experiment-setup.ts'
import { flagProblem, wholeNumber } from './flags.ts'
import { drawOpening } from './opening.ts'
import { readPlan } from './plan.ts'
import { distinct } from './resolve.ts'
import { readLevers, readBaselineFacts } from './sources.ts'
import { storedExperiment } from './stored-experiment.ts'
import { targetFile } from './target-file.ts'

export interface ScoreFlags {
  /** A result folder, or a scenario by id or path. */
  subject: string
  targets?: string
  against?: string
  replicates?: string
  seed?: string
  jobs?: string
  periods?: string
  figure?: string
  set: string[]
}

/** A design point as the answer names it. */
export interface ScoredPoint {
  readonly id: string
  readonly scenario: string
  readonly role: 'baseline' | 'reform'
  readonly title: Text
  /** Swept values in words; empty where nothing is swept. */
  readonly values: string
}

export interface ScoreSubject {
  readonly file: TargetFile
  readonly setup: ExperimentSetup
  readonly points: readonly ScoredPoint[]
  readonly replicates: number
  readonly threads: number
  /** Name of the result that is run again. */
  readonly result?: string
}

/** Replicates run where nobody says how many: a score is a mean over targets, not a small difference. */
export const REPLICATES = 40
const LEAST_REPLICATES = 2

/** @throws SimulationError with every problem of flags, scenario and targets */
export async function scoreSubject(flags: ScoreFlags): Promise<ScoreSubject> {
  const problems: Problem[] = []
  const told = await attempt(() => toldBy(flags), problems)
  const institutions = knownInstitutions()
  const catalogue = targetCatalogue(institutions, told?.plan)
  if (flags.targets === undefined) {
    problems.push(flagProblem('--targets', 'a target file: an id or a path', 'nothing'))
  }
  const file = await attempt(
    () => (flags.targets === undefined ? undefined : targetFile(flags.targets, catalogue)),
    problems,
  )
  if (told !== undefined && told.replicates < LEAST_REPLICATES) {
    const expected = `a whole number, at least ${LEAST_REPLICATES}: one run has no spread`
    problems.push(flagProblem('--replicates', expected, String(told.replicates)))
  }
  if (flags.figure !== undefined) problems.push(...figureProblems(flags.figure))
  if (problems.length > 0 || told === undefined || file === undefined) {
    throw new SimulationError(distinct(problems))
  }
  const { plan, titles, ...rest } = told
  const levers = readLevers()
  const setup = experimentSetup(plan, NO_METRICS, levers)
  const described = { levers: levers.list, parameters: parameterCatalogue }
  return {
    ...rest,
    file,
    setup: {
      ...setup,
      periods: monthsNeeded(file.targets, plan),
      readings: columnsOf(file.targets, (group) => institutions.namesIn(group)),
    },
    points: plan.points.map(({ id, scenario, role, values }) => ({
      id,
      scenario,
      role,
      title: titles.get(scenario) ?? { en: scenario, zh: scenario },
      values: describePoint(values, described),
    })),
  }
}

function figureProblems(path: string): Problem[] {
  if (extname(path) !== '.svg') return [flagProblem('--figure', 'a name that ends in .svg', path)]
  if (existsSync(dirname(path))) return []
  return [flagProblem('--figure', 'a file in a folder that exists', path)]
}

/** Institutions there can be. */
function knownInstitutions() {
  return institutionsOf(readBaselineFacts())
}

const NO_METRICS: MetricColumns = { shipped: [], formulas: [], descriptions: [] }

/** A score keeps nothing but what its targets read. */
type RunnablePlan = Parameters<typeof experimentSetup>[0]

interface Told extends Pick<ScoreSubject, 'replicates' | 'threads' | 'result'> {
  readonly plan: RunnablePlan
  readonly titles: ReadonlyMap<string, Text>
}

function toldBy(flags: ScoreFlags): Promise<Told> {
  const isFolder = lstatSync(flags.subject, { throwIfNoEntry: false })?.isDirectory() ?? false
  return isFolder ? toldByResult(flags) : toldByScenario(flags)
}

async function toldByScenario(flags: ScoreFlags): Promise<Told> {
  const { subject, against, seed, jobs, periods, set } = flags
  const levers = readLevers()
  const asked = await readPlan(
    {
      scenarios: [subject],
      replicates: flags.replicates ?? String(REPLICATES),
      output: '',
      dryRun: false,
      pilot: false,
      fresh: false,
      report: false,
      input: true,
      set,
      verbose: false,
      ...(against === undefined ? {} : { against }),
      ...(seed === undefined ? {} : { seed }),
      ...(jobs === undefined ? {} : { jobs }),
      ...(periods === undefined ? {} : { periods }),
    },
    levers,
  )
  const { plan, threads } = asked
  drawOpening(plan, levers)
  return { plan, threads, replicates: plan.replicates, titles: titlesOf(plan) }
}

function titlesOf({ baseline, reforms }: Plan): ReadonlyMap<string, Text> {
  const scenarios = baseline === undefined ? reforms : [baseline, ...reforms]
  return new Map(scenarios.map(({ id, title }) => [id, title]))
}

/** A result says itself what was run; only how many replicates, and how, may be said again. */
async function toldByResult(flags: ScoreFlags): Promise<Told> {
  const problems: Problem[] = []
  for (const flag of ['against', 'seed', 'periods'] as const) {
    const given = flags[flag]
    if (given !== undefined) problems.push(notOfResults(`--${flag}`, given))
  }
  if (flags.set.length > 0) problems.push(notOfResults('--set', flags.set.join(' ')))
  const asked = wholeNumber('--replicates', flags.replicates, problems)
  const jobs = wholeNumber('--jobs', flags.jobs, problems)
  if (problems.length > 0) throw new SimulationError(problems)
  const { result, resolved } = await storedExperiment(flags.subject)
  result.close()
  const { replicates } = result.manifest.design
  return {
    plan: resolved.plan,
    titles: new Map(resolved.scenarios.map(({ id, title }) => [id, title])),
    replicates: asked ?? Math.min(replicates, REPLICATES),
    threads: jobs ?? availableParallelism(),
    result: result.name,
  }
}

function notOfResults(flag: string, given: string): Problem {
  return flagProblem(flag, 'nothing: a result is scored as it was run', given)
}

/** What a step finds; its problems are added to the others. */
async function attempt<T>(step: () => T | Promise<T>, problems: Problem[]): Promise<T | undefined> {
  try {
    return await step()
  } catch (thrown) {
    if (!(thrown instanceof SimulationError)) throw thrown
    problems.push(...thrown.problems)
    return undefined
  }
}
