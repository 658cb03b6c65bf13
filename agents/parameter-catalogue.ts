/**
 * The catalogue of parameters: value, plausible range, accepted bounds, class and source of each.
 *
 * @source model document, section 9; the rows are in `parameter-table.ts`
 * @module
 */
import { shapeOf } from '../engine/shape.ts'
import { SimulationError, type Problem } from '../engine/errors.ts'
import { parameterTable } from './parameter-table.ts'
import { LICENCES, SEGMENTS, TIERS, type Parameters } from './parameters.ts'

/** What a parameter can hold: a number, one per segment, tier or licence, or the name of a choice. */
export type ParameterValue = number | readonly number[] | string

/** One row of the catalogue. */
export interface ParameterEntry {
  /** Key of `Parameters`. */
  readonly id: keyof Parameters
  readonly label: { readonly en: string; readonly zh: string }
  readonly unit: string
  readonly kind: 'number' | 'list' | 'choice'
  readonly baseline: ParameterValue
  /** Values the uncertainty analysis may use, lowest and highest; equal to the baseline if not varied. */
  readonly range: readonly [ParameterValue, ParameterValue]
  /** What the model can compute with; for lists it holds for each element. */
  readonly bounds: readonly [number, number]
  /** Whole numbers only. */
  readonly whole: boolean
  /** Members of a choice; empty otherwise. */
  readonly members: readonly string[]
  readonly class: 'data' | 'literature' | 'assumed'
  /** One of the ten numbers estimated from market data. */
  readonly estimated: boolean
  readonly source: string
}

const HUNDRED = 100

const CLASSES = { D: 'data', L: 'literature', A: 'assumed' } as const

/** All parameters in the order of the table. */
export const parameterCatalogue: readonly ParameterEntry[] = parameterTable
  .trim()
  .split('\n')
  .map((row) => entryOf(row.split(' | ')))

/** The baseline values, a fresh object each time. */
export function baselineParameters(): Parameters {
  const values = shapeOf(parameterCatalogue.map((entry) => entry.id))
  for (const entry of parameterCatalogue) {
    values[entry.id] = structuredClone(entry.baseline)
  }
  return values as unknown as Parameters
}

/**
 * `base` with some parameters replaced; neither argument is changed.
 *
 * @throws SimulationError PARAMETER_UNKNOWN or PARAMETER_INVALID, all problems at once
 */
export function withParameters(
  base: Parameters,
  overrides: Readonly<Record<string, ParameterValue>>,
): Parameters {
  const problems: Problem[] = []
  for (const [id, value] of Object.entries(overrides)) {
    const entry = parameterCatalogue.find((one) => one.id === id)
    const expected = entry ? expectation(entry, value) : 'a parameter of the catalogue'
    if (expected === undefined) continue
    const code = entry ? 'PARAMETER_INVALID' : 'PARAMETER_UNKNOWN'
    problems.push({ code, path: `parameters.${id}`, expected, got: JSON.stringify(value) })
  }
  if (problems.length > 0) throw new SimulationError(problems)
  return Object.assign(baselineParameters(), base, overrides)
}

/** What was expected of a value that does not fit; undefined when it fits. */
function expectation(entry: ParameterEntry, value: ParameterValue): string | undefined {
  if (entry.kind === 'choice') {
    return entry.members.includes(value as string)
      ? undefined
      : `one of ${entry.members.join(', ')}`
  }
  const length = entry.kind === 'list' ? (entry.baseline as readonly number[]).length : 1
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [value]
  const [low, high] = entry.bounds
  const fits =
    Array.isArray(value) === (entry.kind === 'list') &&
    numbers.length === length &&
    numbers.every((one) => {
      if (typeof one !== 'number' || !(one >= low && one <= high)) return false
      return Number.isFinite(one) && (!entry.whole || Number.isInteger(one))
    })
  if (fits) return undefined
  const kind = entry.whole ? 'whole number' : 'number'
  const ends = high === Infinity ? `of at least ${low}` : `from ${low} to ${high}`
  return entry.kind === 'list' ? `${length} ${kind}s ${ends}` : `a ${kind} ${ends}`
}

function entryOf(cells: readonly string[]): ParameterEntry {
  const [id, unit, written, range, limits, letter, en, zh, source] = cells as [string, ...string[]]
  const choice = unit === 'choice'
  const baseline = choice ? written : valueOf(written)
  return {
    id: id as keyof Parameters,
    label: { en, zh },
    unit: choice ? '1' : unit,
    kind: choice ? 'choice' : Array.isArray(baseline) ? 'list' : 'number',
    baseline,
    range: choice ? [written, written] : rangeOf(baseline as number | number[], range),
    bounds: choice ? [0, 0] : boundsOf(limits),
    whole: limits.endsWith(' whole'),
    members: choice ? limits.split(', ') : [],
    class: CLASSES[letter[0] as keyof typeof CLASSES],
    estimated: letter.endsWith('★'),
    source,
  }
}

function valueOf(written: string): number | number[] {
  return written.includes(' / ') ? written.split(' / ').map(numberOf) : numberOf(written)
}

function numberOf(written: string): number {
  const [above, below] = written.split('/')
  return below === undefined ? Number(above) : Number(above) / Number(below)
}

/** `-` not varied, `±30%` and `×.5..2` relative, `±.08` around, `low..high` absolute. */
function rangeOf(baseline: number | number[], written: string): [ParameterValue, ParameterValue] {
  const each = (end: (value: number) => number): ParameterValue =>
    Array.isArray(baseline) ? baseline.map(end) : end(baseline)
  if (written === '-') return [baseline, baseline]
  if (written.startsWith('±')) {
    const width = Number.parseFloat(written.slice(1))
    const step = (value: number): number =>
      written.endsWith('%') ? (Math.abs(value) * width) / HUNDRED : width
    return [each((value) => value - step(value)), each((value) => value + step(value))]
  }
  const relative = written.startsWith('×')
  const [low, high] = boundsOf(relative ? written.slice(1) : written)
  return [each((v) => (relative ? v * low : low)), each((v) => (relative ? v * high : high))]
}

/** `low..high`; an empty upper end is none. */
function boundsOf(written: string): [number, number] {
  const [low, high] = written.replace(' whole', '').split('..') as [string, string]
  return [Number(low), high === '' ? Infinity : Number(high)]
}

/** Names of the elements of a list parameter, by its length. */
export function elementNames(length: number): readonly string[] {
  if (length === TIERS.length) return TIERS
  if (length === LICENCES.length) return LICENCES
  return Array.from({ length: SEGMENTS }, (_, s) => `S${s + 1}`)
}
