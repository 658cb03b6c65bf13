import { periodOf } from '../../engine/time.ts'
import type { RunMonths, Target } from './target.ts'

/** Periods a run needs to reach every target: what the months do before does not depend on those after. */
export function monthsNeeded(targets: readonly Target[], { start, periods }: RunMonths): number {
  let needed = 1
  for (const { members, as } of targets) {
    if (as === 'firstMonth') return periods
    for (const { at, since } of members) {
      for (const span of [at, since]) {
        if (span !== undefined) needed = Math.max(needed, periodOf(start, span.last) + 1)
      }
    }
  }
  return needed
}
