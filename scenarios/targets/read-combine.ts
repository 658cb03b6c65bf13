/**
 * How the values of several members become one: the keys `summary`, `inside` and `order`.
 * @module
 */
import type { Findings } from '../findings.ts'
import type { Path } from '../positions.ts'
import { isWritten, take, type Entries } from '../sections/read-fields.ts'
import { readMember } from '../values.ts'
import { readOnScale, type Scale } from './quantities.ts'
import type { Members } from './read-members.ts'
import { SUMMARIES, type Combine } from './target.ts'

const KEYS = ['summary', 'inside', 'order'] as const
const ORDERS = ['descending', 'ascending'] as const

/** The combination written; undefined, and reported, where it is missing or does not fit. */
export function readCombine(
  target: Entries,
  path: Path,
  { single, hasGroup, members }: Members,
  scale: Scale,
  findings: Findings,
): Combine | undefined {
  const written = KEYS.filter((key) => isWritten(target, key))
  if (written.length > 1) {
    const expected = 'one of summary, inside, order: a target has one value'
    findings.key([...path, written[1]], expected, written.join(', '))
    return undefined
  }
  const [key] = written as [(typeof KEYS)[number]?]
  if (single) {
    if (key === undefined) return { kind: 'one' }
    findings.key([...path, key], 'no summary of one value', key)
    return undefined
  }
  if (key === undefined) {
    if (members.length === 1 && !hasGroup) return { kind: 'one' }
    const expected = 'summary, inside or order: how several values become one'
    findings.value([...path, 'summary'], expected, undefined)
    return undefined
  }
  const at = [...path, key]
  if (key === 'summary') {
    const of = take(readMember(target[key], SUMMARIES), target[key], at, findings)
    return of === undefined ? undefined : { kind: 'summary', of }
  }
  if (key === 'inside') {
    const limits = readPair(target[key], at, scale, findings)
    return limits && { kind: 'inside', low: limits[0], high: limits[1] }
  }
  if (hasGroup) {
    findings.value(at, 'a list of institutions in `of`: a group has no order', target[key])
    return undefined
  }
  const order = take(readMember(target[key], ORDERS), target[key], at, findings)
  return order && { kind: 'order', descending: order === 'descending' }
}

/** `[low, high]`, low not above high. */
export function readPair(
  written: unknown,
  path: Path,
  scale: Scale,
  findings: Findings,
): readonly [number, number] | undefined {
  const expected = 'two values [low, high]'
  if (!Array.isArray(written) || written.length !== 2) {
    findings.value(path, expected, written)
    return undefined
  }
  const [low, high] = written.map((one: unknown, k) =>
    take(readOnScale(one, scale), one, [...path, k], findings),
  )
  if (low === undefined || high === undefined) return undefined
  if (low <= high) return [low, high]
  findings.value(path, `${expected}, low not above high`, written)
  return undefined
}
