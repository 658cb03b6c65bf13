/**
 * From the words of a command to a plan; all problems at once, nothing run.
 * @module
 */
import { availableParallelism } from 'node:os'
import { SimulationError, type Problem } from '../engine/errors.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import { KEPT_TABLES, type Keep, type KeptTable } from '../scenarios/keep.ts'
import { createPlan, type Basis, type Plan } from '../scenarios/plan.ts'
import { digest, readBasis } from './basis.ts'
import type { RunFlags } from './verb-flags.ts'
import { flagProblem, wholeNumber } from './flags.ts'
import { distinct, scenarioCatalogue, tryResolve, type ResolvedScenario } from './resolve.ts'

/** A plan, and what the command says beside it. */
export interface AskedPlan {
  readonly plan: Plan
  readonly basis: Basis
  /** Run this replicate alone, keeping nothing. */
  readonly only: number | undefined
  readonly threads: number
}

/**
 * Reads flags and scenarios. A lever set by `-s` changes the scenarios asked about; a parameter or
 * the calibration set by `-s` is a fact about the world and holds in all.
 *
 * @throws SimulationError with every problem found
 */
export async function readPlan(flags: RunFlags, levers: LeverCatalogue): Promise<AskedPlan> {
  const names = flags.against === undefined ? flags.scenarios : [flags.against, ...flags.scenarios]
  const catalogue = await scenarioCatalogue(levers, names)
  const basis = readBasis()
  const problems: Problem[] = []
  const jobs = wholeNumber('--jobs', flags.jobs, problems)
  const only = wholeNumber('--only', flags.only, problems, 0)
  const settings = runSettings(flags, problems)
  const worlds = ['calibration', ...parameterCatalogue.map(({ id }) => id)]
  const worldly = flags.set.filter((text) => worlds.some((id) => text.startsWith(`${id}=`)))
  const reforms = flags.scenarios.map((name) =>
    tryResolve(name, [...flags.set, ...settings], levers, catalogue, problems),
  )
  const baseline =
    flags.against === undefined
      ? undefined
      : tryResolve(
          flags.against,
          [...worldly, ...settings, ...sameMonths(reforms[0])],
          levers,
          catalogue,
          problems,
        )
  const keep = flags.keep === undefined ? undefined : keptTables(flags.keep, problems)
  if (problems.length > 0) throw new SimulationError(distinct(problems))
  const plan = createPlan(
    reforms
      .filter((one) => one !== undefined)
      .map((one) => (keep === undefined ? one : { ...one, keep: keptBy(one.keep, keep) })),
    baseline,
    catalogue,
    basis,
    digest,
  )
  return { plan, basis, only, threads: jobs ?? availableParallelism() }
}

/** A baseline runs over the months of what it is compared with, whatever its own file says. */
function sameMonths(reform: ResolvedScenario | undefined): string[] {
  if (reform === undefined) return []
  const { start, periods } = reform.run
  return [`run.start=${start}`, `run.periods=${periods}`]
}

/** The tables `--keep` names. */
function keptTables(text: string, problems: Problem[]): KeptTable[] {
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !(KEPT_TABLES as readonly string[]).includes(name))
  for (const name of unknown) problems.push(flagProblem('--keep', KEPT_TABLES.join(', '), name))
  return KEPT_TABLES.filter((table) => names.includes(table))
}

/** Those tables of all replicates, the others as the scenario says. */
function keptBy(keep: Keep, tables: readonly KeptTable[]): Keep {
  const all = Object.fromEntries(tables.map((table) => [table, 'all' as const]))
  return { ...keep, tables: { ...keep.tables, ...all } }
}

/** Flags that stand for keys of the `run` section. */
function runSettings(flags: RunFlags, problems: Problem[]): string[] {
  const replicates = wholeNumber('--replicates', flags.replicates, problems)
  const periods = wholeNumber('--periods', flags.periods, problems)
  if (flags.seed === '') problems.push(flagProblem('--seed', 'a text', ''))
  return [
    ...(replicates === undefined ? [] : [`run.replicates=${replicates}`]),
    ...(periods === undefined ? [] : [`run.periods=${periods}`]),
    ...(flags.seed ? [`run.seed=${JSON.stringify(flags.seed)}`] : []),
  ]
}
