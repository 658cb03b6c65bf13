/**
 * The section `shocks`: a list of blows, each with its kind, whom it meets, when, and its sizes.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { Placed } from '../scenario-file.ts'
import { monthSchema } from '../schema.ts'
import { SHOCK_KINDS, type WrittenShock, type WrittenTiming } from '../shock.ts'
import { readMember, readNumber } from '../values.ts'
import { readAgents, readRegions } from './read-agents.ts'
import { isEntries, isWritten, readFields, take, type Entries } from './read-fields.ts'
import { SHOCK_SIZES, SHOCK_TARGETS } from './shock-fields.ts'

const EVERY_SHOCK = ['kind', 'at', 'monthlyProbability']
const ANY_SHOCK = SHOCK_KINDS.flatMap((kind) => [
  ...(SHOCK_TARGETS[kind] === undefined ? [] : [SHOCK_TARGETS[kind]]),
  ...SHOCK_SIZES[kind].map((size) => size.key),
])

/** The shocks written, in their order, each with the place of its month. */
export function readShocks(
  written: unknown,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): readonly Placed<WrittenShock>[] {
  if (!Array.isArray(written)) {
    findings.value(path, 'a list of shocks, such as - { kind: defaultWave, at: 2026-03 }', written)
    return []
  }
  const shocks: Placed<WrittenShock>[] = []
  for (const [k, one] of written.entries()) {
    const place = [...path, k]
    const read = readShock(one, place, catalogue, findings)
    if (read === undefined) continue
    const id = shocks.filter((other) => other.value.kind === read.kind).length
    const value = { ...read, id } as WrittenShock
    const at = [...place, 'at']
    shocks.push({ value, path: at, origin: findings.originOf(at) })
  }
  return shocks
}

function readShock(
  written: unknown,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Omit<WrittenShock, 'id'> | undefined {
  const before = findings.problems.length
  if (!isEntries(written)) {
    findings.value(path, 'a shock, such as { kind: defaultWave, at: 2026-03 }', written)
    return undefined
  }
  const kind = take(
    readMember(written['kind'], SHOCK_KINDS),
    written['kind'],
    [...path, 'kind'],
    findings,
  )
  if (kind === undefined) {
    readFields(written, path, [...EVERY_SHOCK, ...ANY_SHOCK], '', findings)
    return undefined
  }
  const target = SHOCK_TARGETS[kind]
  const sizes = SHOCK_SIZES[kind]
  const targets = target === undefined ? [] : [target]
  const known = [...EVERY_SHOCK, ...targets, ...sizes.map((size) => size.key)]
  readFields(written, path, known, '', findings)
  const when = readTiming(written, path, findings)
  const whom = target === undefined ? {} : readTarget(written, target, path, catalogue, findings)
  const read: Record<string, number> = {}
  for (const { key, notation, bounds, whole } of sizes) {
    if (!isWritten(written, key)) continue
    const size = readNumber(written[key], notation, bounds, whole)
    const value = take(size, written[key], [...path, key], findings)
    if (value !== undefined) read[key] = value
  }
  if (
    findings.problems.length === before &&
    kind === 'fundingShock' &&
    !sizes.some(({ key, lasts }) => !lasts && isWritten(written, key))
  ) {
    const names = sizes.filter(({ lasts }) => !lasts).map(({ key }) => key)
    findings.value(path, `at least one of ${names.join(', ')}`, undefined)
  }
  if (findings.problems.length > before) return undefined
  return { kind, when, ...whom, ...read } as Omit<WrittenShock, 'id'>
}

/** `at` a month, or with a `monthlyProbability`. */
function readTiming(written: Entries, path: Path, findings: Findings): WrittenTiming | undefined {
  const [dated, drawn] = [isWritten(written, 'at'), isWritten(written, 'monthlyProbability')]
  if (dated && drawn) {
    const expected = 'either at or monthlyProbability'
    findings.key([...path, 'monthlyProbability'], expected, 'monthlyProbability')
    return undefined
  }
  if (drawn) {
    const place = [...path, 'monthlyProbability']
    const got = written['monthlyProbability']
    const chance = take(readNumber(got, 'share', [0, 1], false), got, place, findings)
    return chance === undefined ? undefined : { monthlyProbability: chance }
  }
  const at = monthSchema.safeParse(written['at'])
  if (at.success) return { at: at.data }
  const expected = dated ? at.error.issues[0].message : 'a month at: 2026-03, or monthlyProbability'
  findings.value([...path, 'at'], expected, written['at'])
  return undefined
}

/** Whom the shock meets, under the name the model uses. */
function readTarget(
  written: Entries,
  key: NonNullable<(typeof SHOCK_TARGETS)[WrittenShock['kind']]>,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Readonly<Record<string, readonly string[]>> {
  const place = [...path, key]
  if (key === 'regions') {
    return { regions: readRegions(written[key], place, catalogue, findings) }
  }
  const names = readAgents(written[key], key, place, catalogue, findings)
  return key === 'platform' ? { platforms: names } : { [key]: names }
}
