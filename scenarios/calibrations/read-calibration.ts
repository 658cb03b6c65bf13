/**
 * The text of a calibration to its members, with every problem found and where.
 *
 * Values are plain numbers in the units of the catalogue: such a file is written by a program.
 * @module
 */
import { z } from 'zod'
import { SimulationError, type Problem } from '../../engine/errors.ts'
import type { ParameterDescriptor } from '../catalogue.ts'
import { createFindings, type Findings } from '../findings.ts'
import { inOrder } from '../load.ts'
import { didYouMean } from '../nearest.ts'
import { parsePlaced, type Path } from '../positions.ts'
import { idSchema, titleSchema } from '../schema.ts'
import { firstTwice, isEntries, readFields, type Entries } from '../sections/read-fields.ts'
import {
  SHOWN_SECTIONS,
  type Calibration,
  type CalibrationMember,
  type MemberSet,
} from './calibration.ts'

const headSchema = z.object({
  schema: z.literal(1, 'the number 1'),
  id: idSchema,
  title: titleSchema,
  obtained: z.record(
    z.string(),
    z.unknown(),
    'how it was obtained: { targets, data, seed, command, … }',
  ),
})

const READ_SECTIONS = [...Object.keys(headSchema.shape), 'parameters', 'members']

/**
 * A calibration read and checked, its weights normalised.
 *
 * @param file  name to show in messages
 * @throws SimulationError SCENARIO_SYNTAX or SCENARIO_INVALID, with all problems
 */
export function loadCalibration(
  text: string,
  file: string,
  parameters: readonly ParameterDescriptor[],
): Calibration {
  const read = readCalibration(text, file, parameters)
  if ('problems' in read) throw new SimulationError(read.problems)
  return read.calibration
}

/** As `loadCalibration`, with problems returned. */
export function readCalibration(
  text: string,
  file: string,
  parameters: readonly ParameterDescriptor[],
): { readonly calibration: Calibration } | { readonly problems: readonly Problem[] } {
  const placed = parsePlaced(text, file)
  if ('problems' in placed) return placed
  const findings = createFindings(file, placed.yaml)
  const sections = [...READ_SECTIONS, ...SHOWN_SECTIONS]
  const expected = `a calibration: ${READ_SECTIONS.join(', ')}`
  const fields = readFields(placed.yaml.value, [], sections, expected, findings)
  if (fields === undefined) return { problems: findings.problems }
  const head = headSchema.safeParse(fields)
  for (const { path, message } of head.error?.issues ?? []) {
    const at = path as (string | number)[]
    findings.value(at, message, valueAt(fields, at))
  }
  const set = readMembers(fields, parameters, findings)
  if (!head.success || findings.problems.length > 0) return { problems: inOrder(findings.problems) }
  const { id, title, obtained } = head.data
  const shown = SHOWN_SECTIONS.filter((key) => Object.hasOwn(fields, key))
  const calibration = {
    id,
    title,
    obtained,
    ...set,
    shown: Object.fromEntries(shown.map((key) => [key, fields[key]])),
  }
  return { calibration }
}

function valueAt(fields: Entries, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (isEntries(value) ? value[key] : undefined), fields)
}

function readMembers(
  fields: Entries,
  catalogue: readonly ParameterDescriptor[],
  findings: Findings,
): MemberSet {
  const ids = readParameters(fields['parameters'], catalogue, findings)
  const parameters = ids.map((id) => catalogue.find((one) => one.id === id))
  const written = fields['members']
  if (!Array.isArray(written) || written.length === 0) {
    findings.value(['members'], 'a list of members { weight, values }', written)
    return { parameters: ids, members: [] }
  }
  const members = written.map((one, m) => readMember(one, ['members', m], parameters, findings))
  const twice = firstTwice(members.map(({ values }) => values))
  if (twice >= 0) {
    const first = JSON.stringify(members[twice].values)
    const place = members.findIndex(({ values }) => JSON.stringify(values) === first)
    const hint = 'add up the weights of equal members'
    findings.value(
      ['members', twice, 'values'],
      'members that differ',
      `the values of members.${place}`,
      hint,
    )
  }
  const total = members.reduce((sum, { weight }) => sum + weight, 0)
  return {
    parameters: ids,
    members: members.map(({ weight, values }) => ({ weight: weight / total, values })),
  }
}

/** Ids as written, those that are no parameters included: values are counted against them. */
function readParameters(
  written: unknown,
  catalogue: readonly ParameterDescriptor[],
  findings: Findings,
): readonly string[] {
  const expected = 'a list of parameters (zhudai list parameters)'
  if (!Array.isArray(written) || written.length === 0) {
    findings.value(['parameters'], expected, written)
    return []
  }
  const names = catalogue.filter(({ kind }) => kind === 'number').map(({ id }) => id)
  const ids = written.map((one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one)))
  ids.forEach((id, k) => {
    const path = ['parameters', k]
    if (!catalogue.some((one) => one.id === id)) {
      const { hint } = didYouMean(id, names)
      findings.value(path, 'a parameter of the catalogue (zhudai list parameters)', id, hint)
    } else if (!names.includes(id)) findings.value(path, 'a parameter that is one number', id)
    else if (ids.indexOf(id) < k) findings.value(path, 'each parameter once', id)
  })
  return ids
}

function readMember(
  written: unknown,
  path: Path,
  parameters: readonly (ParameterDescriptor | undefined)[],
  findings: Findings,
): CalibrationMember {
  const fields = readFields(written, path, ['weight', 'values'], '{ weight, values }', findings)
  if (fields === undefined) return { weight: NaN, values: [] }
  const { weight, values } = fields
  const isWeight = typeof weight === 'number' && weight > 0 && Number.isFinite(weight)
  if (!isWeight) findings.value([...path, 'weight'], 'a number above 0', weight)
  const count = parameters.length
  const list = Array.isArray(values) ? (values as readonly unknown[]) : []
  if (count > 0 && list.length !== count) {
    const got = Array.isArray(values) ? `${list.length} values` : values
    findings.value([...path, 'values'], `a list of ${count} numbers, one per parameter`, got)
  } else {
    list.forEach((value, k) => {
      const expected = expectation(value, parameters[k])
      if (expected !== undefined) findings.value([...path, 'values', k], expected, value)
    })
  }
  return { weight: isWeight ? weight : NaN, values: list as readonly number[] }
}

/** What was expected of a value that does not fit its parameter; undefined when it fits. */
function expectation(
  value: unknown,
  parameter: ParameterDescriptor | undefined,
): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'a finite number'
  if (parameter?.kind !== 'number') return undefined
  const [low, high] = parameter.bounds
  const fits = value >= low && value <= high && (!parameter.whole || Number.isInteger(value))
  if (fits) return undefined
  const kind = parameter.whole ? 'a whole number' : 'a number'
  const range = Number.isFinite(high) ? `from ${low} to ${high}` : `of at least ${low}`
  return `${kind} ${range} for ${parameter.id} [${parameter.unit}]`
}
