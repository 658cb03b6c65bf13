/**
 * Text to scenario file, with every problem found and where: the only reader of scenario YAML.
 * @module
 */
import { SimulationError, type Problem } from '../engine/errors.ts'
import type { ScenarioCatalogue } from './catalogue.ts'
import { parsePlaced, type Path } from './positions.ts'
import { reportIssues } from './report-issues.ts'
import { createFindings, type Findings } from './findings.ts'
import type { Law, RunPlan, ScenarioFile, WrittenStopping } from './scenario-file.ts'
import { scenarioSchema, type ScenarioShape } from './schema.ts'
import { isEntries, isWritten, type Entries } from './sections/read-fields.ts'
import { readKeep } from './sections/read-keep.ts'
import { readLevers } from './sections/read-levers.ts'
import { readMetrics } from './sections/read-metrics.ts'
import { readShocks } from './sections/read-shocks.ts'
import { readStopping } from './sections/read-stopping.ts'
import { readSweep } from './sections/read-sweep.ts'
import { readUncertainties } from './sections/read-uncertainties.ts'

/**
 * A scenario file read and checked.
 *
 * @param file name to show in messages
 * @throws SimulationError SCENARIO_SYNTAX or SCENARIO_INVALID, with all problems
 */
export function loadScenario(
  text: string,
  file: string,
  catalogue: ScenarioCatalogue,
): ScenarioFile {
  const loaded = tryLoad(text, file, catalogue)
  if (loaded.problems.length > 0) throw new SimulationError(loaded.problems)
  return loaded.scenario!
}

/** As `loadScenario`, with problems returned; a scenario comes with them if its shape is sound. */
export function tryLoad(
  text: string,
  file: string,
  catalogue: ScenarioCatalogue,
): { readonly scenario?: ScenarioFile; readonly problems: readonly Problem[] } {
  const placed = parsePlaced(text, file)
  if ('problems' in placed) return { problems: placed.problems }
  const { yaml } = placed
  const findings = createFindings(file, yaml)
  const parsed = scenarioSchema.safeParse(yaml.value)
  if (!parsed.success) reportIssues(parsed.error.issues, yaml.value, [], findings)
  const sections = readSections(yaml.value, catalogue, findings)
  const problems = inOrder(findings.problems)
  if (!parsed.success) return { problems }
  const shape = parsed.data
  const scenario: ScenarioFile = {
    id: shape.id,
    ...(shape.extends === undefined ? {} : { extends: shape.extends }),
    title: shape.title,
    question: shape.question,
    ...(shape.law === undefined ? {} : { law: lawOf(shape.law) }),
    ...calibrationOf(shape, findings),
    ...sections,
    run: runOf(shape.run ?? {}, sections.stopping),
    notes: shape.notes ?? [],
    file,
    originOf: (path) => findings.originOf(path),
  }
  return { scenario, problems }
}

type Sections = Pick<
  ScenarioFile,
  'levers' | 'parameters' | 'shocks' | 'sweep' | 'stopping' | 'metrics' | 'keep'
>

/** The sections whose content depends on the catalogue; each is read whatever else is wrong. */
function readSections(value: unknown, catalogue: ScenarioCatalogue, findings: Findings): Sections {
  const file = isEntries(value) ? value : {}
  const section = (key: string): Entries => (isEntries(file[key]) ? file[key] : {})
  const levers = readLevers(section('levers'), ['levers'], catalogue, findings)
  const uncertain = ['uncertainties']
  const parameters = readUncertainties(section(uncertain[0]), uncertain, catalogue, findings)
  const { replicates } = section('run')
  const stopping = isEntries(replicates)
    ? readStopping(replicates, ['run', 'replicates'], findings)
    : undefined
  /** What `read` makes of a section, if it is written. */
  const optional = <K extends string, T>(key: K, read: (written: unknown, path: Path) => T) =>
    (isWritten(file, key) ? { [key]: read(file[key], [key]) } : {}) as { [key in K]?: T }
  return {
    levers,
    parameters,
    ...(stopping === undefined ? {} : { stopping }),
    ...optional('shocks', (written, path) => readShocks(written, path, catalogue, findings)),
    ...optional('sweep', (written, path) => readSweep(written, path, catalogue, findings)),
    ...optional('metrics', (written, path) => readMetrics(written, path, catalogue, findings)),
    ...optional('keep', (written, path) => {
      const spot = { path: [...path, 'months'], origin: findings.originOf([...path, 'months']) }
      return { value: readKeep(written, path, findings), ...spot }
    }),
  }
}

function calibrationOf(
  { calibration: value }: ScenarioShape,
  findings: Findings,
): Pick<ScenarioFile, 'calibration'> {
  if (value === undefined) return {}
  const path = ['calibration']
  return { calibration: { value, path, origin: findings.originOf(path) } }
}

function lawOf(law: NonNullable<ScenarioShape['law']>): Law {
  return law === 'dated' ? {} : law
}

/** The run section without absent keys; a seed is a name, and a stopping rule has a largest number. */
export function runOf(
  run: NonNullable<ScenarioShape['run']>,
  stopping: WrittenStopping | undefined,
): Partial<RunPlan> {
  const { start, periods, seed } = run
  const replicates = typeof run.replicates === 'number' ? run.replicates : stopping?.most
  return {
    ...(start === undefined ? {} : { start }),
    ...(periods === undefined ? {} : { periods }),
    ...(replicates === undefined ? {} : { replicates }),
    ...(seed === undefined ? {} : { seed: String(seed) }),
  }
}

/** By place in the file, as a reader meets them. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (left, right) =>
      (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0),
  )
}
