/**
 * One axis of a sweep: values in a list, or everything in a range.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import { settingSchema } from '../schema.ts'
import { reportIssues } from '../report-issues.ts'
import type { AxisRange, AxisSubject, Design, SweepAxis } from '../sweep.ts'
import type { Variable } from './axis-subject.ts'
import { firstTwice, isEntries, isWritten, readFields, take, type Entries } from './read-fields.ts'
import { checkScope } from './read-levers.ts'
import { readRange } from './read-range.ts'

const RANGE_KEYS = ['low', 'high', 'step', 'points']
const VALUE_KEYS = ['values', ...RANGE_KEYS]
const DATE_KEYS = ['announced', 'from', 'until', 'scope']
const EXPECTED = 'a list of values, { values: […] } or { low, high, step or points }'

/** The axis written for `variable`; undefined, with what is wrong reported, where it is none. */
export function readAxis(
  written: unknown,
  variable: Variable,
  design: Design,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): SweepAxis | undefined {
  if (Array.isArray(written)) {
    const range = readValues(written, variable, path, findings)
    return range && { subject: subjectOf(variable, {}), range }
  }
  const before = findings.problems.length
  const known = variable.lever ? [...VALUE_KEYS, ...DATE_KEYS] : VALUE_KEYS
  const fields = readFields(written, path, known, EXPECTED, findings)
  if (!fields || findings.problems.length > before) return undefined
  const dates = variable.lever ? readDates(fields, variable, path, catalogue, findings) : {}
  const range = isWritten(fields, 'values')
    ? readNamed(fields, variable, path, findings)
    : readRange(fields, variable, design, path, findings)
  if (range === undefined || findings.problems.length > before) return undefined
  return { subject: subjectOf(variable, dates), range }
}

/** The axis over everything the catalogue names for `variable`. */
export function wholeAxis(
  variable: Variable,
  design: Design,
  path: Path,
  findings: Findings,
): SweepAxis | undefined {
  const { range, id } = variable
  if (range === undefined) {
    findings.value(path, `an entry with values: ${id} has no range of its own`, id)
    return undefined
  }
  if (design === 'grid' && !('values' in range)) {
    const expected = 'an entry with values or a step, or a design that covers ranges, such as sobol'
    findings.value(path, expected, id, `write ${id}: { low: …, high: …, step: … }`)
    return undefined
  }
  return { subject: subjectOf(variable, {}), range }
}

function subjectOf(variable: Variable, dates: Entries): AxisSubject {
  return variable.lever
    ? { of: 'lever', id: variable.id, ...dates }
    : { of: 'parameter', id: variable.id }
}

/** `{ values: […] }`, which leaves no room for a range. */
function readNamed(
  fields: Entries,
  variable: Variable,
  path: Path,
  findings: Findings,
): AxisRange | undefined {
  for (const key of RANGE_KEYS) {
    if (isWritten(fields, key)) findings.key([...path, key], `no ${key} beside values`, key)
  }
  return readValues(fields['values'], variable, [...path, 'values'], findings)
}

function readValues(
  written: unknown,
  variable: Variable,
  path: Path,
  findings: Findings,
): AxisRange | undefined {
  if (!Array.isArray(written) || written.length === 0) {
    findings.value(path, 'a list of at least one value', written)
    return undefined
  }
  const values = written.map((one: unknown, k) =>
    take(variable.read(one), one, [...path, k], findings),
  )
  if (!values.every((value) => value !== undefined)) return undefined
  const twice = firstTwice(values)
  if (twice < 0) return { values }
  findings.value([...path, twice], 'each value once', written[twice])
  return undefined
}

/** Dates and scope, in the shape of a lever setting. */
function readDates(
  fields: Entries,
  variable: Variable,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Entries {
  const written = Object.fromEntries(
    DATE_KEYS.filter((key) => isWritten(fields, key)).map((key) => [key, fields[key]]),
  )
  const parsed = settingSchema.safeParse(written)
  if (!parsed.success) {
    reportIssues(parsed.error.issues, written, path, findings)
    return {}
  }
  if (parsed.data.scope && variable.lever) {
    checkScope(parsed.data.scope, variable.lever, [...path, 'scope'], catalogue, findings)
  }
  return isEntries(written) ? written : {}
}
