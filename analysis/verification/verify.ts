/**
 * Runs entries of the suite and says of each whether it holds.
 * @module
 */
import type { Entry, Materials } from './entry.ts'
import { holds, type Reading } from './reading.ts'

/** What became of an entry. */
export interface Verdict {
  readonly entry: Entry
  /** True when there are readings and all of them hold. */
  readonly holds: boolean
  readonly readings: readonly Reading[]
  /** What stopped the entry before it had readings. */
  readonly problem?: string
}

/** Entries of the fast set, or of all of it; or the one asked for. */
export function selectEntries(
  suite: readonly Entry[],
  { full, only }: { readonly full: boolean; readonly only?: string | undefined },
): readonly Entry[] {
  if (only === undefined) return suite.filter((entry) => full || entry.long === undefined)
  const asked = only.toLowerCase()
  return suite.filter(({ id }) => id.toLowerCase() === asked)
}

/** Runs one entry. An error is a verdict like any other: it must not hide the other entries. */
export function verifyEntry(entry: Entry, materials: Materials): Verdict {
  try {
    const readings = entry.run(materials)
    return { entry, holds: readings.length > 0 && readings.every(holds), readings }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { entry, holds: false, readings: [], problem }
  }
}
