/**
 * The section `levers`: what the rules are and from when.
 * @module
 */
import type { LeverDescriptor, ScenarioCatalogue } from '../catalogue.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../positions.ts'
import { reportIssues } from '../report-issues.ts'
import type { Findings } from '../findings.ts'
import type { SettingScope, WrittenSetting } from '../scenario-file.ts'
import { settingSchema } from '../schema.ts'
import { MONTH_PATTERN, readLeverValue } from '../values.ts'
import { isEntries, take, type Entries } from './read-fields.ts'

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
    else {
      const expected = 'a lever of the catalogue (zhudai list levers)'
      findings.unknownKey(path, expected, names)
    }
  }
  return levers
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
  const value = take(readLeverValue(written, lever), written, valuePath, findings)
  const origin = findings.originOf(valuePath)
  return value === undefined ? [] : [{ lever: lever.id, value, ...dates, path, origin }]
}

/** That a lever can have a scope, of licences and regions that exist. */
export function checkScope(
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
