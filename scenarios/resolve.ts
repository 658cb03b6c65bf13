/**
 * Scenario files to a complete scenario: inheritance, overrides, dates, and where each value is from.
 *
 * A file's entry for a lever replaces its parent's whole entry for that lever. A value without `from`
 * takes effect at the lever's own date if that lies inside the run and the law is dated, else at the
 * start. A calibration is read where it is named last: `none` takes an ancestor's away.
 * @module
 */
import { SimulationError, type Problem } from '../engine/errors.ts'
import { findCalibration } from './calibrations/find-calibration.ts'
import type { Calibration } from './calibrations/calibration.ts'
import type { ScenarioCatalogue } from './catalogue.ts'
import { dateSetting, type ScenarioSetting } from './date-setting.ts'
import { emptyDraft, inherit } from './draft.ts'
import { fitSections } from './fit-sections.ts'
import { inOrder, tryLoad } from './load.ts'
import { didYouMean } from './nearest.ts'
import { applyOverrides } from './overrides.ts'
import type { Keep } from './keep.ts'
import type { MetricWish } from './metric-wish.ts'
import type {
  Law,
  Origin,
  RunPlan,
  ScenarioFile,
  WrittenParameter,
  WrittenSetting,
} from './scenario-file.ts'
import type { WrittenShock } from './shock.ts'
import type { SweepBlock } from './sweep.ts'
import type { Uncertainty } from './uncertainty.ts'
import type { ParameterValue } from './values.ts'

/** A complete scenario. Its settings come after those of the law and win where both hold. */
export interface Scenario {
  readonly id: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly question: string
  readonly law: Law
  readonly settings: readonly ScenarioSetting[]
  /** The same as written, by lever: what a design point gives new dates. */
  readonly levers: Readonly<Record<string, readonly WrittenSetting[]>>
  /** Every replicate draws a member; what the scenario itself says of a parameter wins over it. */
  readonly calibration?: Calibration
  readonly parameterOverrides: Readonly<Record<string, ParameterValue>>
  /** Parameters drawn anew in every replicate, in the order written. */
  readonly uncertainties: readonly Uncertainty[]
  readonly shocks: readonly WrittenShock[]
  /** Blocks to cross; none without a sweep. */
  readonly sweep: readonly SweepBlock[]
  readonly run: RunPlan
  readonly metrics: MetricWish
  readonly keep: Keep
  /** Ids from the scenario itself to its oldest ancestor. */
  readonly extendsChain: readonly string[]
  /** Where each value is from, by path such as `levers.aprCapPerLoan` or `run.seed`. */
  readonly origins: Readonly<Record<string, Origin>>
  /** The file's notes, then what a reader should know about this setting. */
  readonly notes: readonly string[]
}

/** A scenario by its id in the library, or the text of a file. */
export type ScenarioSource =
  { readonly id: string } | { readonly text: string; readonly file: string }

/** Library scenarios: file text by id. */
export type ScenarioLibrary = ReadonlyMap<string, string>

/**
 * The complete scenario of `source`.
 *
 * @param overrides `key=value` texts: levers, parameters, or `run.…`, the last one winning
 * @throws SimulationError with every problem of every file and override
 */
export function resolveScenario(
  source: ScenarioSource,
  library: ScenarioLibrary,
  catalogue: ScenarioCatalogue,
  overrides: readonly string[] = [],
): Scenario {
  const problems: Problem[] = []
  const chain = loadChain(source, library, catalogue, problems)
  const draft = emptyDraft()
  for (const file of [...chain].reverse()) inherit(draft, file)
  problems.push(...applyOverrides(overrides, draft, catalogue))
  const calibration = findCalibration(draft.calibration, catalogue, problems)
  const own = chain[0]
  if (!own) throw new SimulationError(problems)

  const dated = [...draft.levers].map(([id, written]) => {
    const lever = catalogue.levers.find((one) => one.id === id)!
    return written.map((one) => dateSetting(one, lever, draft.law, draft.run))
  })
  const fit = fitSections(draft, catalogue, problems)
  problems.push(...dated.flat().flatMap((one) => one.problems), ...fit.problems)
  if (problems.length > 0) throw new SimulationError(inOrder(problems))
  const settings = dated.flatMap((ofLever) =>
    ofLever
      .map((one) => one.setting)
      .sort((left, right) => compareText(left.effective, right.effective)),
  )
  const notes = [...own.notes, ...dated.flat().flatMap((one) => one.notes), ...fit.notes]
  return {
    id: own.id,
    title: own.title,
    question: own.question,
    law: draft.law,
    settings,
    levers: Object.fromEntries(draft.levers),
    ...(calibration === undefined ? {} : { calibration }),
    ...splitParameters(draft.parameters),
    shocks: draft.shocks.map((placed) => placed.value),
    sweep: draft.sweep.blocks,
    run: fit.run,
    metrics: draft.metrics,
    keep: draft.keep.value,
    extendsChain: chain.map((file) => file.id),
    origins: Object.fromEntries(draft.origins),
    notes,
  }
}

/** Fixed parameters, and those that are drawn. */
function splitParameters(
  parameters: ReadonlyMap<string, WrittenParameter>,
): Pick<Scenario, 'parameterOverrides' | 'uncertainties'> {
  const fixed: [string, ParameterValue][] = []
  const uncertainties: Uncertainty[] = []
  for (const [id, written] of parameters) {
    if ('value' in written) fixed.push([id, written.value])
    else uncertainties.push({ parameter: id, distribution: written.distribution })
  }
  return { parameterOverrides: Object.fromEntries(fixed), uncertainties }
}

/** The files from `source` to its oldest ancestor. */
function loadChain(
  source: ScenarioSource,
  library: ScenarioLibrary,
  catalogue: ScenarioCatalogue,
  problems: Problem[],
): readonly ScenarioFile[] {
  const chain: ScenarioFile[] = []
  let next: ScenarioSource | undefined = source
  while (next) {
    const child = chain.at(-1)
    const text: string | undefined = 'text' in next ? next.text : library.get(next.id)
    const file: string = 'text' in next ? next.file : `library/${next.id}.yaml`
    if (text === undefined) {
      problems.push(unknownScenario((next as { id: string }).id, child, library))
      break
    }
    const loaded = tryLoad(text, file, catalogue)
    problems.push(...loaded.problems)
    const { scenario } = loaded
    if (!scenario) break
    chain.push(scenario)
    next = scenario.extends === undefined ? undefined : { id: scenario.extends }
    if (next && chain.some((one) => one.id === scenario.extends)) {
      problems.push(cycle(chain, scenario))
      break
    }
  }
  return chain
}

function unknownScenario(
  id: string,
  child: ScenarioFile | undefined,
  library: ScenarioLibrary,
): Problem {
  const names = [...library.keys()]
  return {
    code: 'SCENARIO_UNKNOWN',
    ...(child ? { ...child.originOf(['extends']), path: 'extends' } : {}),
    expected: `one of ${names.join(', ')}`,
    got: id,
    ...didYouMean(id, names),
  }
}

function cycle(chain: readonly ScenarioFile[], last: ScenarioFile): Problem {
  return {
    code: 'SCENARIO_CYCLE',
    ...last.originOf(['extends']),
    path: 'extends',
    expected: 'a scenario that does not come back to itself',
    got: [...chain.map((file) => file.id), last.extends].join(' → '),
  }
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
