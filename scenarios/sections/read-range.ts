/**
 * A range of an axis: `{ low, high }`, with a step or a number of points written out into values.
 * @module
 */
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { AxisRange, Design } from '../sweep.ts'
import { describeNotation, writeQuantity, type Notation } from '../units.ts'
import { readNumber } from '../values.ts'
import type { Variable } from './axis-subject.ts'
import { isWritten, take, type Entries } from './read-fields.ts'

/** Most values of one axis, and most points of a sweep. */
export const MOST_POINTS = 1_000_000

/** Digits a value of a range keeps, so that 18% and three steps of 1% make 21% and not nearly so. */
const DIGITS = 12
/** How far beyond the last whole step, in steps, the end still counts as met. */
const SLACK = 1e-9

/** The range written; undefined, with what is wrong reported, where it is none. */
export function readRange(
  fields: Entries,
  variable: Variable,
  design: Design,
  path: Path,
  findings: Findings,
): AxisRange | undefined {
  const { notation, bounds, whole } = variable
  if (notation === undefined) {
    findings.value(path, `values: ${variable.id} is no single number`, fields)
    return undefined
  }
  const end = (key: string): number | undefined =>
    take(readNumber(fields[key], notation, bounds, whole), fields[key], [...path, key], findings)
  const [low, high] = [end('low'), end('high')]
  if (low === undefined || high === undefined) return undefined
  if (high <= low) {
    const expected = `a high above the low, ${writeQuantity(low, notation)}`
    findings.value([...path, 'high'], expected, fields['high'])
    return undefined
  }
  const [stepped, counted] = [isWritten(fields, 'step'), isWritten(fields, 'points')]
  if (stepped && counted) findings.key([...path, 'points'], 'no points beside a step', 'points')
  else if (stepped) return readSteps(fields['step'], low, high, variable, path, findings)
  else if (counted) return readPoints(fields['points'], low, high, variable, path, findings)
  else if (design !== 'grid') return { low, high, whole }
  else findings.value(path, 'a step or a number of points, as a grid needs values', fields)
  return undefined
}

/** From low in steps, up to high where a step meets it. */
function readSteps(
  written: unknown,
  low: number,
  high: number,
  { notation, whole }: Variable,
  path: Path,
  findings: Findings,
): AxisRange | undefined {
  const place = [...path, 'step']
  const width = high - low
  const read = readNumber(written, notation as Notation, [0, Infinity], whole)
  const step = take(read, written, place, findings)
  if (step === undefined) return undefined
  const count = Math.floor(width / step + SLACK) + 1
  if (count >= 2 && count <= MOST_POINTS) return { values: spread(low, count, step) }
  const [least, most] = [width / MOST_POINTS, width].map((end) =>
    writeQuantity(rounded(end), notation as Notation),
  )
  findings.value(place, `a step above ${least}, at most ${most}`, written)
  return undefined
}

/** Evenly from low to high, both included. */
function readPoints(
  written: unknown,
  low: number,
  high: number,
  { whole }: Variable,
  path: Path,
  findings: Findings,
): AxisRange | undefined {
  const place = [...path, 'points']
  if (!Number.isInteger(written) || Number(written) < 2 || Number(written) > MOST_POINTS) {
    findings.value(place, `${describeNotation('count').split(' such')[0]} from 2 on`, written)
    return undefined
  }
  const count = Number(written)
  const step = (high - low) / (count - 1)
  if (!whole || Number.isInteger(step)) return { values: spread(low, count, step) }
  findings.value(place, 'as many points as fall on whole numbers', written)
  return undefined
}

/** Each value from its place, not from the one before, so that no error adds up. */
function spread(low: number, count: number, step: number): number[] {
  return Array.from({ length: count }, (_, k) => rounded(low + k * step))
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
