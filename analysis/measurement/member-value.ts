/**
 * What is made of one member's series: a level, a comparison of two times, or a waiting time.
 * @module
 */
import { periodOf, type Month } from '../../engine/time.ts'
import type { Condition, Span, Target, TargetMember } from '../../scenarios/targets/target.ts'
import { ratio } from '../metrics/metric.ts'

/** Periods of a written time, both ends included. */
export interface Periods {
  readonly first: number
  readonly last: number
}

/** How one member of a target is read from a column of a recording. */
export interface MemberPlan {
  readonly as: Target['as']
  readonly flow: boolean
  readonly at?: Periods
  readonly since?: Periods
  readonly when?: Condition
}

/** Months of a member as periods of a run. */
export function planMember(
  { as, when }: Pick<Target, 'as' | 'when'>,
  { at, since }: TargetMember,
  flow: boolean,
  start: Month,
): MemberPlan {
  const periods = ({ first, last }: Span): Periods => ({
    first: periodOf(start, first),
    last: periodOf(start, last),
  })
  return {
    as,
    flow,
    ...(at === undefined ? {} : { at: periods(at) }),
    ...(since === undefined ? {} : { since: periods(since) }),
    ...(when === undefined ? {} : { when }),
  }
}

/**
 * The value of a member; NaN where any month it needs is not defined or not recorded.
 *
 *     level: x(at);  change: x(at) − x(since);  ratio: x(at)/x(since);  growth: ratio − 1
 *     firstMonth: least t with x_t beyond the limit; the months of the run where there is none
 *
 * A ratio needs something above 0 to divide by.
 */
export function memberValue(plan: MemberPlan, column: Float64Array): number {
  const { as, flow, at, since, when } = plan
  if (as === 'firstMonth') return firstMonth(column, when!)
  const later = valueAt(column, at!, flow)
  if (as === 'level') return later
  const earlier = valueAt(column, since!, flow)
  if (as === 'change') return later - earlier
  const times = ratio(later, earlier)
  return as === 'ratio' ? times : times - 1
}

/** Mean over a time of what happens in a month; of what is there, the last month of the time. */
export function valueAt(column: Float64Array, { first, last }: Periods, flow: boolean): number {
  if (first < 0 || last >= column.length) return NaN
  if (!flow) return column[last]
  let sum = 0
  for (let t = first; t <= last; t++) sum += column[t]
  return sum / (last - first + 1)
}

/**
 * The first period in which the condition holds; NaN when it is not defined before. One that never
 * holds within the run could do so right after it: leaving it out would hide a forecast of "never".
 */
function firstMonth(column: Float64Array, { side, limit, ofStart }: Condition): number {
  const bound = ofStart ? limit * column[0] : limit
  if (Number.isNaN(bound)) return NaN
  for (let t = 0; t < column.length; t++) {
    if (Number.isNaN(column[t])) return NaN
    if (side === 'above' ? column[t] > bound : column[t] < bound) return t
  }
  return column.length
}
