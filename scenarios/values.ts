/**
 * Values of levers and parameters as written in a scenario, checked against their descriptors.
 * @module
 */
import type { LeverDescriptor, ParameterDescriptor } from './catalogue.ts'
import { didYouMean } from './nearest.ts'
import { describeNotation, readQuantity, writeQuantity, type Notation } from './units.ts'

/** One point of a dated path. */
export interface PathPoint {
  readonly at: string
  readonly value: number
}

export type LeverValue =
  number | boolean | string | readonly string[] | readonly number[] | readonly PathPoint[] | null

export type ParameterValue = number | readonly number[] | string

/** What does not fit, and where below the value. */
export interface Misfit {
  readonly below: readonly (string | number)[]
  readonly expected: string
  readonly hint?: string
}

/** A value read, or every misfit found. */
export type Read<T> = { readonly value: T } | { readonly misfits: readonly Misfit[] }

export const MONTH_PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/

const SEGMENTS = 5

const LEVER_NOTATIONS: Readonly<Record<string, Notation>> = {
  rate: 'rate',
  share: 'share',
  multiple: 'number',
  months: 'months',
  count: 'count',
  money: 'yuan',
  path: 'share',
  list: 'rate',
}

/** A lever value from what YAML holds. */
export function readLeverValue(written: unknown, lever: LeverDescriptor): Read<LeverValue> {
  if (written === null && lever.nullable) return { value: null }
  switch (lever.kind) {
    case 'boolean':
      return typeof written === 'boolean' ? { value: written } : misfit('true or false')
    case 'enum':
      return readMember(written, lever.members ?? [])
    case 'set':
      return readSet(written, lever.members ?? [])
    case 'list':
      return readList(written, SEGMENTS, (one) => readLeverNumber(one, lever))
    case 'path':
      return readPath(written, lever)
    default:
      return readLeverNumber(written, lever)
  }
}

/** A parameter value from what YAML holds. */
export function readParameterValue(
  written: unknown,
  parameter: ParameterDescriptor,
): Read<ParameterValue> {
  if (parameter.kind === 'choice') return readMember(written, parameter.members)
  const notation = parameterNotation(parameter.unit)
  const read = (one: unknown): Read<number> =>
    readNumber(one, notation, parameter.bounds, parameter.whole)
  if (parameter.kind === 'number') return read(written)
  return readList(written, (parameter.baseline as readonly number[]).length, read)
}

/** A lever value as it would be written. */
export function writeLeverValue(value: LeverValue, lever: Pick<LeverDescriptor, 'kind'>): unknown {
  const notation = LEVER_NOTATIONS[lever.kind]
  if (notation === undefined || value === null) return value
  if (typeof value === 'number') return writeQuantity(value, notation)
  if (lever.kind === 'list') {
    return (value as readonly number[]).map((one) => writeQuantity(one, notation))
  }
  const points = (value as readonly PathPoint[]).map((one) => [one.at, one.value])
  return Object.fromEntries(points) as unknown
}

/** A parameter value as it would be written. */
export function writeParameterValue(
  value: ParameterValue,
  parameter: ParameterDescriptor,
): unknown {
  if (typeof value === 'string') return value
  const notation = parameterNotation(parameter.unit)
  if (typeof value === 'number') return writeQuantity(value, notation)
  return value.map((one) => writeQuantity(one, notation))
}

/** How a parameter of this unit is written. */
export function parameterNotation(unit: string): Notation {
  if (unit.startsWith('1/')) return 'rate'
  if (unit.startsWith('mn')) return 'millionYuan'
  if (unit === 'month') return 'months'
  if (unit === 'quarters') return 'quarters'
  if (unit === 'year') return 'years'
  return unit === 'count' ? 'count' : 'share'
}

/** How a number of this lever is written; undefined where its values are no numbers. */
export function leverNotation(lever: Pick<LeverDescriptor, 'kind'>): Notation | undefined {
  return LEVER_NOTATIONS[lever.kind]
}

function readLeverNumber(written: unknown, lever: LeverDescriptor): Read<number> {
  const notation = leverNotation(lever) ?? 'number'
  return readNumber(written, notation, lever.bounds ?? [-Infinity, Infinity], false)
}

/** A finite number written in `notation`, within bounds, both ends included. */
export function readNumber(
  written: unknown,
  notation: Notation,
  [low, high]: readonly [number, number],
  whole: boolean,
): Read<number> {
  const reading = readQuantity(written, notation)
  const expected = describeRange(notation, low, high, whole)
  if (!('value' in reading)) return misfit(expected, reading.hint)
  const { value } = reading
  const fits =
    Number.isFinite(value) && value >= low && value <= high && (!whole || Number.isInteger(value))
  return fits ? { value } : misfit(expected)
}

/** `a rate from 4% to 36%`. */
function describeRange(notation: Notation, low: number, high: number, whole: boolean): string {
  const kind = describeNotation(notation).split(' such as')[0]
  const what = whole ? kind.replace(/^an? /, 'a whole ') : kind
  const from = writeQuantity(low, notation)
  if (!Number.isFinite(low)) return describeNotation(notation)
  if (!Number.isFinite(high)) return `${what} of at least ${from}`
  return `${what} from ${from} to ${writeQuantity(high, notation)}`
}

/** One of some names. */
export function readMember<T extends string>(written: unknown, members: readonly T[]): Read<T> {
  const member = members.find((one) => one === written)
  if (member !== undefined) return { value: member }
  const guess = typeof written === 'string' ? didYouMean(written, members) : {}
  return misfit(`one of ${members.join(', ')}`, guess.hint)
}

function readSet(written: unknown, members: readonly string[]): Read<readonly string[]> {
  if (!Array.isArray(written)) return misfit(`a list of ${members.join(', ')}`)
  const read = readList(written, written.length, (one) => readMember(one, members))
  if (!('value' in read)) return read
  const twice = read.value.findIndex((one, k) => read.value.indexOf(one) < k)
  return twice < 0 ? read : { misfits: [{ below: [twice], expected: 'each member once' }] }
}

function readList<T>(
  written: unknown,
  length: number,
  read: (one: unknown) => Read<T>,
): Read<readonly T[]> {
  if (!Array.isArray(written) || written.length !== length) return misfit(`a list of ${length}`)
  const values: T[] = []
  const misfits: Misfit[] = []
  written.forEach((one, k) => {
    const result = read(one)
    if ('value' in result) values.push(result.value)
    else misfits.push(...result.misfits.map((each) => ({ ...each, below: [k, ...each.below] })))
  })
  return misfits.length > 0 ? { misfits } : { value: values }
}

/** Months with shares, in order of date: `{ 2026-12: 50%, 2027-12: 0% }`. */
function readPath(written: unknown, lever: LeverDescriptor): Read<readonly PathPoint[]> {
  const expected = 'a path such as { 2026-12: 50%, 2027-12: 0% }'
  if (typeof written !== 'object' || written === null) return misfit(expected)
  if (Array.isArray(written)) return written.length === 0 ? { value: [] } : misfit(expected)
  const points: PathPoint[] = []
  const misfits: Misfit[] = []
  for (const [at, one] of Object.entries(written)) {
    const read = readLeverNumber(one, lever)
    if (!MONTH_PATTERN.test(at)) misfits.push({ below: [at], expected: 'a month such as 2026-07' })
    else if (points.length > 0 && at <= points.at(-1)!.at) {
      misfits.push({ below: [at], expected: `a month after ${points.at(-1)!.at}` })
    } else if ('value' in read) points.push({ at, value: read.value })
    else misfits.push(...read.misfits.map((each) => ({ ...each, below: [at] })))
  }
  return misfits.length > 0 ? { misfits } : { value: points }
}

/** A value that does not fit as a whole. */
export function misfit(expected: string, hint?: string): { misfits: Misfit[] } {
  return { misfits: [{ below: [], expected, ...(hint === undefined ? {} : { hint }) }] }
}
