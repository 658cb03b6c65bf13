/**
 * Problems found at paths of one source.
 * @module
 */
import type { Problem } from '../engine/errors.ts'
import { nearestName } from './nearest.ts'
import type { Path, Place } from './positions.ts'
import type { Origin } from './scenario-file.ts'

/** Collects problems found at paths of one source. */
export interface Findings {
  readonly problems: Problem[]
  /** A value that does not fit. */
  value(path: Path, expected: string, got: unknown, hint?: string): void
  /** A key that is not known. */
  key(path: Path, expected: string, got: string, hint?: string): void
  /** A key that is none of `known`; what it was meant for is not reported as missing too. */
  unknownKey(path: Path, expected: string, known: readonly string[]): void
  originOf(path: Path): Origin
}

/** Findings in a text whose places are known, or in an override (without places). */
export function createFindings(
  file: string,
  places?: { readonly valueAt: (path: Path) => Place; readonly keyAt: (path: Path) => Place },
): Findings {
  const problems: Problem[] = []
  const meant = new Set<string>()
  const report = (place: Place | undefined, path: Path, rest: Omit<Problem, 'code'>): void => {
    if (rest.got === NOTHING && meant.has(path.join('.'))) return
    problems.push({ code: 'SCENARIO_INVALID', file, ...place, path: path.join('.'), ...rest })
  }
  const hinted = (hint: string | undefined): { hint?: string } =>
    hint === undefined ? {} : { hint }
  return {
    problems,
    value: (path, expected, got, hint) =>
      report(places?.valueAt(path), path, { expected, got: shown(got), ...hinted(hint) }),
    key: (path, expected, got, hint) =>
      report(places?.keyAt(path), path, { expected, got, ...hinted(hint) }),
    unknownKey: (path, expected, known) => {
      const key = String(path.at(-1))
      const nearest = nearestName(key, known)
      if (nearest !== undefined) {
        const place = [...path.slice(0, -1), nearest].join('.')
        meant.add(place)
        const echo = problems.findIndex((one) => one.path === place && one.got === NOTHING)
        if (echo >= 0) problems.splice(echo, 1)
      }
      const hint = nearest === undefined ? {} : { hint: `did you mean "${nearest}"?` }
      report(places?.keyAt(path), path, { expected, got: key, ...hint })
    },
    originOf: (path) => ({ file, ...places?.valueAt(path) }),
  }
}

const NOTHING = 'nothing'
const LONGEST_SHOWN = 60

/** A value as a person would recognise it in a message. */
function shown(got: unknown): string {
  if (got === undefined) return NOTHING
  const text = typeof got === 'string' ? got : JSON.stringify(got)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
