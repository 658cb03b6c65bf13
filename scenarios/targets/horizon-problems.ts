/**
 * Times of targets that a run does not reach.
 * @module
 */
import type { Problem } from '../../engine/errors.ts'
import { monthAt, periodOf, type Month } from '../../engine/time.ts'
import type { Span, Target } from './target.ts'

/** One problem for every time that is not wholly within the run, each time of a target once. */
export function horizonProblems(
  targets: readonly Target[],
  start: Month,
  periods: number,
): Problem[] {
  const expected = `a time within the run, ${start} to ${monthAt(start, periods - 1)}`
  const outside = ({ first, last }: Span): boolean =>
    periodOf(start, first) < 0 || periodOf(start, last) >= periods
  return targets.flatMap((target) => {
    const found = new Map<string, Problem>()
    for (const { at, since } of target.members) {
      for (const [key, span] of [
        ['at', at],
        ['since', since],
      ] as const) {
        if (span === undefined || !outside(span)) continue
        const problem: Problem = {
          code: 'TARGET_INVALID',
          ...(span.origin ?? target.origin),
          path: `${target.id}.${key}`,
          expected,
          got: span.text,
        }
        found.set(JSON.stringify(problem), problem)
      }
    }
    return [...found.values()]
  })
}
