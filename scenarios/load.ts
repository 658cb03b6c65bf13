/**
 * Text to scenario file, with every problem found and where: the only reader of scenario YAML.
 * @module
 */
import { SimulationError, type Problem } from '../engine/errors.ts'
import type { ScenarioCatalogue } from './catalogue.ts'
import { parsePlaced } from './positions.ts'
import { readLevers, readParameters } from './read-sections.ts'
import { reportIssues } from './report-issues.ts'
import { createFindings, type Law, type RunPlan, type ScenarioFile } from './scenario-file.ts'
import { scenarioSchema, type ScenarioShape } from './schema.ts'

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
  const sections = (yaml.value ?? {}) as Record<string, unknown>
  const levers = readLevers(entries(sections['levers']), ['levers'], catalogue, findings)
  const parameters = readParameters(
    entries(sections['uncertainties']),
    ['uncertainties'],
    catalogue,
    findings,
  )
  const problems = inOrder(findings.problems)
  if (!parsed.success) return { problems }
  const shape = parsed.data
  const scenario: ScenarioFile = {
    id: shape.id,
    ...(shape.extends === undefined ? {} : { extends: shape.extends }),
    title: shape.title,
    question: shape.question,
    ...(shape.law === undefined ? {} : { law: lawOf(shape.law) }),
    levers,
    parameters,
    run: runOf(shape.run ?? {}),
    notes: notesOf(shape.notes),
    file,
    originOf: (path) => findings.originOf(path),
  }
  return { scenario, problems }
}

function entries(section: unknown): Record<string, unknown> {
  const isMap = typeof section === 'object' && section !== null && !Array.isArray(section)
  return isMap ? (section as Record<string, unknown>) : {}
}

function lawOf(law: NonNullable<ScenarioShape['law']>): Law {
  return law === 'dated' ? {} : law
}

/** The run section without absent keys; a seed is a name. */
export function runOf(run: NonNullable<ScenarioShape['run']>): Partial<RunPlan> {
  const { start, periods, replicates, seed } = run
  return {
    ...(start === undefined ? {} : { start }),
    ...(periods === undefined ? {} : { periods }),
    ...(replicates === undefined ? {} : { replicates }),
    ...(seed === undefined ? {} : { seed: String(seed) }),
  }
}

function notesOf(notes: ScenarioShape['notes']): readonly string[] {
  if (notes === undefined) return []
  return Array.isArray(notes) ? notes : [notes]
}

/** By place in the file, as a reader meets them. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (left, right) =>
      (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0),
  )
}
