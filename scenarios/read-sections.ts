/**
 * The sections of a scenario that name levers and parameters.
 * @module
 */
import type { LeverDescriptor, ScenarioCatalogue } from './catalogue.ts'
import { didYouMean } from './nearest.ts'
import type { Path } from './positions.ts'
import { reportIssues } from './report-issues.ts'
import type { Findings, SettingScope, WrittenParameter, WrittenSetting } from './scenario-file.ts'
import { settingSchema } from './schema.ts'
import { MONTH_PATTERN, readLeverValue, readParameterValue, type Misfit } from './values.ts'

type Entries = Readonly<Record<string, unknown>>

/** Settings by lever of a `levers` section. */
export function readLevers(
  section: Entries,
  root: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Map<string, readonly WrittenSetting[]> {
  const names = catalogue.levers.map((lever) => lever.id)
  const levers = new Map<string, readonly WrittenSetting[]>()
  for (const [id, written] of Object.entries(section)) {
    const lever = catalogue.levers.find((one) => one.id === id)
    const path = [...root, id]
    if (lever) levers.set(id, readLever(written, lever, path, catalogue, findings))
    else reportUnknown(id, 'a lever of the catalogue (zhudai list levers)', path, names, findings)
  }
  return levers
}

/** Fixed values by parameter of an `uncertainties` section. */
export function readParameters(
  section: Entries,
  root: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Map<string, WrittenParameter> {
  const names = catalogue.parameters.map((parameter) => parameter.id)
  const values = new Map<string, WrittenParameter>()
  for (const [id, written] of Object.entries(section)) {
    const parameter = catalogue.parameters.find((one) => one.id === id)
    const path = [...root, id]
    if (!parameter) {
      const expected = 'a parameter of the catalogue (zhudai list parameters)'
      reportUnknown(id, expected, path, names, findings)
      continue
    }
    const read = readParameterValue(written, parameter)
    if ('value' in read) values.set(id, { value: read.value, origin: findings.originOf(path) })
    else reportMisfits(read.misfits, written, path, findings)
  }
  return values
}

function reportUnknown(
  id: string,
  expected: string,
  path: Path,
  names: readonly string[],
  findings: Findings,
): void {
  findings.key(path, expected, id, didYouMean(id, names).hint)
}

/** A plain value, a written-out setting, a list of these, or values by date. */
function readLever(
  written: unknown,
  lever: LeverDescriptor,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): readonly WrittenSetting[] {
  if (Array.isArray(written) && written.some(isEntries)) {
    return written.flatMap((one, k) => readSetting(one, lever, [...path, k], catalogue, findings))
  }
  if (!isEntries(written)) return readValue(written, lever, path, path, {}, findings)
  const keys = Object.keys(written)
  const dated = keys.length > 0 && keys.every((key) => MONTH_PATTERN.test(key))
  if (!dated) return readSetting(written, lever, path, catalogue, findings)
  if (lever.kind === 'path') return readValue(written, lever, path, path, {}, findings)
  return keys
    .sort()
    .flatMap((from) => readValue(written[from], lever, [...path, from], path, { from }, findings))
}

/** `{ value, announced?, from?, until?, scope? }`. */
function readSetting(
  written: unknown,
  lever: LeverDescriptor,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): readonly WrittenSetting[] {
  const parsed = settingSchema.safeParse(written)
  if (!parsed.success) {
    reportIssues(parsed.error.issues, written, path, findings)
    return []
  }
  const { value, announced, from, until, scope } = parsed.data
  if (value === undefined) {
    findings.value(path, 'a value, such as value: 24%', undefined)
    return []
  }
  if (scope) checkScope(scope, lever, [...path, 'scope'], catalogue, findings)
  const dates = {
    ...(announced === undefined ? {} : { announced }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(scope === undefined ? {} : { scope: scope as SettingScope }),
  }
  return readValue(value, lever, [...path, 'value'], path, dates, findings)
}

function readValue(
  written: unknown,
  lever: LeverDescriptor,
  valuePath: Path,
  path: Path,
  dates: Partial<WrittenSetting>,
  findings: Findings,
): readonly WrittenSetting[] {
  const read = readLeverValue(written, lever)
  if ('value' in read) {
    const origin = findings.originOf(valuePath)
    return [{ lever: lever.id, value: read.value, ...dates, path, origin }]
  }
  reportMisfits(read.misfits, written, valuePath, findings)
  return []
}

function checkScope(
  scope: { licences?: string[] | undefined; regions?: string[] | undefined },
  lever: LeverDescriptor,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): void {
  if (lever.acts && !lever.scopable) {
    findings.key(path, `no scope: ${lever.id} has one value for the whole market`, 'a scope')
  }
  const check = (part: 'licences' | 'regions', known: readonly string[]): void => {
    scope[part]?.forEach((name, k) => {
      if (known.includes(name)) return
      const expected = `one of ${known.join(', ')}`
      findings.value([...path, part, k], expected, name, didYouMean(name, known).hint)
    })
  }
  check('licences', catalogue.licences)
  check('regions', catalogue.regions)
}

function reportMisfits(
  misfits: readonly Misfit[],
  written: unknown,
  path: Path,
  findings: Findings,
): void {
  for (const { below, expected, hint } of misfits) {
    const got = below.reduce<unknown>((value, key) => (value as Entries)[String(key)], written)
    findings.value([...path, ...below], expected, got, hint)
  }
}

function isEntries(written: unknown): written is Entries {
  return typeof written === 'object' && written !== null && !Array.isArray(written)
}
