/**
 * Values of flags, checked.
 * @module
 */
import type { Problem } from '../engine/errors.ts'

/** The whole number a flag gives; a problem is noted where it gives something else. */
export function wholeNumber(
  flag: string,
  text: string | undefined,
  problems: Problem[],
  least = 1,
): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,7}$/.test(text) && Number(text) >= least) return Number(text)
  problems.push(flagProblem(flag, `a whole number, at least ${least}`, text))
  return undefined
}

/** A flag that cannot be read. */
export function flagProblem(path: string, expected: string, got: string): Problem {
  return { code: 'USAGE', path, expected, got }
}
