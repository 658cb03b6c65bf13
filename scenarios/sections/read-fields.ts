/**
 * Entries of a section by name, and values taken from it; what does not fit is reported at its place.
 * @module
 */
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { Read } from '../values.ts'

export type Entries = Readonly<Record<string, unknown>>

export function isEntries(written: unknown): written is Entries {
  return typeof written === 'object' && written !== null && !Array.isArray(written)
}

/**
 * The entries of a written map; keys beside `known` are reported.
 *
 * @returns undefined, and reported as not `expected`, where it is no map
 */
export function readFields(
  written: unknown,
  path: Path,
  known: readonly string[],
  expected: string,
  findings: Findings,
): Entries | undefined {
  if (!isEntries(written)) {
    findings.value(path, expected, written)
    return undefined
  }
  for (const key of Object.keys(written)) {
    if (known.includes(key)) continue
    const names = `one of ${known.join(', ')}`
    findings.unknownKey([...path, key], names, known)
  }
  return written
}

/** The value read; undefined, with every misfit reported, where it does not fit. */
export function take<T>(
  read: Read<T>,
  written: unknown,
  path: Path,
  findings: Findings,
): T | undefined {
  if ('value' in read) return read.value
  for (const { below, expected, hint } of read.misfits) {
    const got = below.reduce<unknown>((value, key) => (value as Entries)[String(key)], written)
    findings.value([...path, ...below], expected, got, hint)
  }
  return undefined
}

/** What is written under `key`, if anything; absent and empty differ. */
export function isWritten(fields: Entries, key: string): boolean {
  return Object.hasOwn(fields, key)
}

/** The first value met a second time, as its place in the list; -1 when all differ. */
export function firstTwice(values: readonly unknown[]): number {
  const texts = values.map((value) => JSON.stringify(value))
  return texts.findIndex((text, k) => texts.indexOf(text) < k)
}
