/**
 * Overrides from the command line: `aprCapPerLoan=20%`, `planningHorizon=6 months`, `run.periods=48`,
 * `calibration=none`.
 * @module
 */
import type { Problem } from '../engine/errors.ts'
import type { ScenarioCatalogue } from './catalogue.ts'
import { runOf } from './load.ts'
import { parsePlaced } from './positions.ts'
import { reportIssues } from './report-issues.ts'
import { layCalibration, layRun, type Draft } from './draft.ts'
import { createFindings } from './findings.ts'
import { CALIBRATION, scenarioSchema } from './schema.ts'
import { isEntries } from './sections/read-fields.ts'
import { readLevers } from './sections/read-levers.ts'
import { readStopping } from './sections/read-stopping.ts'
import { readUncertainties } from './sections/read-uncertainties.ts'

/** Where an override's value is from. */
const OVERRIDE = '-s'

const SYNTAX = /^([^=\s]+)=(.+)$/s

/** Lays overrides over the draft, the last one winning; returns all problems. */
export function applyOverrides(
  overrides: readonly string[],
  draft: Draft,
  catalogue: ScenarioCatalogue,
): readonly Problem[] {
  return overrides.flatMap((override) => applyOne(override, draft, catalogue))
}

function applyOne(
  override: string,
  draft: Draft,
  catalogue: ScenarioCatalogue,
): readonly Problem[] {
  const findings = createFindings(OVERRIDE)
  const match = SYNTAX.exec(override)
  const placed = match && parsePlaced(match[2], OVERRIDE)
  if (!match || !placed || 'problems' in placed) {
    findings.value([], 'key=value, such as aprCapPerLoan=20%', override)
    return findings.problems
  }
  const key = match[1]
  if (draft.sweep.places.has(key)) {
    findings.key([key], 'a lever or parameter that no sweep varies', key)
    return findings.problems
  }
  const written = placed.yaml.value
  const names = namesOf(catalogue)
  if (catalogue.levers.some((lever) => lever.id === key)) {
    for (const [id, settings] of readLevers({ [key]: written }, [], catalogue, findings)) {
      draft.levers.set(id, settings)
      draft.origins.set(`levers.${id}`, { file: OVERRIDE })
    }
  } else if (catalogue.parameters.some((parameter) => parameter.id === key)) {
    for (const [id, value] of readUncertainties({ [key]: written }, [], catalogue, findings)) {
      draft.parameters.set(id, value)
      draft.origins.set(`uncertainties.${id}`, { file: OVERRIDE })
    }
  } else if (key === 'calibration') {
    const parsed = scenarioSchema.shape.calibration.safeParse(written)
    if (!parsed.success) findings.value([key], CALIBRATION, written)
    else if (parsed.data !== undefined) {
      layCalibration(draft, { value: parsed.data, path: [key], origin: { file: OVERRIDE } })
    }
  } else if (key.startsWith('run.')) {
    const name = key.slice('run.'.length)
    const isRule = name === 'replicates' && isEntries(written)
    const rule = isRule ? readStopping(written, ['run', name], findings) : undefined
    const parsed = scenarioSchema.shape.run.safeParse({ [name]: written })
    if (!parsed.success) reportIssues(parsed.error.issues, { [name]: written }, ['run'], findings)
    else layRun(draft, runOf(parsed.data ?? {}, rule), rule)
    draft.origins.set(key, { file: OVERRIDE })
  } else {
    const expected =
      'a lever, a parameter, calibration, or run.start, run.periods, run.replicates, run.seed'
    findings.unknownKey([key], expected, names)
  }
  return findings.problems
}

function namesOf({ levers, parameters }: ScenarioCatalogue): string[] {
  const runs = ['run.start', 'run.periods', 'run.replicates', 'run.seed']
  const ids = [...levers, ...parameters].map((one) => one.id)
  return [...ids, 'calibration', ...runs]
}
