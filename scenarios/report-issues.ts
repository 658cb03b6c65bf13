/**
 * Issues of a schema as problems at places.
 * @module
 */
import type { z } from 'zod'
import type { Path } from './positions.ts'
import type { Findings } from './findings.ts'

/** Keys that belong where an unknown one was found, by the name of their section. */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['title', ['en', 'zh']],
  ['law', ['asOf']],
  ['run', ['start', 'periods', 'replicates', 'seed']],
  ['scope', ['licences', 'regions']],
])
const SETTING_KEYS = ['value', 'announced', 'from', 'until', 'scope']

/** Sections in the order in which they are written. */
export const SECTIONS = [
  'schema',
  'id',
  'extends',
  'title',
  'question',
  'law',
  'calibration',
  'levers',
  'uncertainties',
  'shocks',
  'sweep',
  'run',
  'metrics',
  'keep',
  'notes',
] as const

/** Reports every issue; `root` is the path of `written` in its file. */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  written: unknown,
  root: Path,
  findings: Findings,
): void {
  for (const issue of issues) {
    const below = issue.path as (string | number)[]
    const path = [...root, ...below]
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(path)
      for (const key of issue.keys) {
        const expected = `one of ${known.join(', ')}`
        findings.unknownKey([...path, key], expected, known)
      }
      continue
    }
    const got = below.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      written,
    )
    findings.value(path, issue.message, got)
  }
}

function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return SECTIONS
  return KEYS.get(String(path.at(-1))) ?? SETTING_KEYS
}
