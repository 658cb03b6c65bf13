/**
 * Targets applied to a run: the simulated value of each, read as the data were.
 *
 * @source Model document, section 11, measurement layer
 * @module
 */
import type { Month } from '../../engine/time.ts'
import { isGroup } from '../../scenarios/targets/groups.ts'
import type { Combine, Target, TargetMember } from '../../scenarios/targets/target.ts'
import { columnName, type Column } from './column.ts'
import { combine } from './combine.ts'
import { memberValue, planMember, type MemberPlan } from './member-value.ts'
import { quantityOf } from './readings.ts'

/** Targets bound to the columns of a recording. */
export interface Measurement {
  /**
   * One value per target, NaN where it is not defined.
   *
   * @param series column after column: `[column * periods + period]`
   */
  values(series: Float64Array): Float64Array
  /** How many members of each target have a defined value. */
  counts(series: Float64Array): Int32Array
}

interface BoundTarget {
  readonly combine: Combine
  readonly members: readonly { readonly column: number; readonly plan: MemberPlan }[]
}

/**
 * Binds targets to columns once, for many series.
 *
 * @param columns what `columnsOf` made of these targets, perhaps among others
 * @throws RangeError for a target whose columns are not there
 */
export function createMeasurement(
  targets: readonly Target[],
  columns: readonly Column[],
  start: Month,
  periods: number,
): Measurement {
  const bound = targets.map((target) => bind(target, columns, start))
  const membersOf = ({ members }: BoundTarget, series: Float64Array): Float64Array => {
    const values = new Float64Array(members.length)
    for (let i = 0; i < members.length; i++) {
      const { column, plan } = members[i]
      values[i] = memberValue(plan, series.subarray(column * periods, (column + 1) * periods))
    }
    return values
  }
  return {
    values: (series) =>
      Float64Array.from(bound, (one) => combine(one.combine, membersOf(one, series))),
    counts: (series) => Int32Array.from(bound, (one) => countDefined(membersOf(one, series))),
  }
}

/** The value of every target in one series; NaN where it is not defined. */
export function measure(
  targets: readonly Target[],
  columns: readonly Column[],
  series: Float64Array,
  start: Month,
  periods: number,
): Float64Array {
  return createMeasurement(targets, columns, start, periods).values(series)
}

/** The part of a job's result that holds its readings, after its metrics. */
export function readingsIn(
  result: Float64Array,
  setup: { readonly metrics: readonly unknown[]; readonly readings?: readonly Column[] },
  periods: number,
): Float64Array {
  const first = setup.metrics.length
  return result.subarray(first * periods, (first + (setup.readings ?? []).length) * periods)
}

function countDefined(values: Float64Array): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++
  return count
}

/** Each member with its column; one that is named twice for the same times counts once. */
function bind(target: Target, columns: readonly Column[], start: Month): BoundTarget {
  const members = new Map<string, BoundTarget['members'][number]>()
  for (const member of target.members) {
    for (const column of columnsFor(member, columns)) {
      const { quantity, subject } = columns[column]
      const flow = quantityOf(quantity, subject)?.flow ?? false
      const plan = planMember(target, member, flow, start)
      const name = `${column} ${member.at?.text} ${member.since?.text}`
      members.set(name, { column, plan })
    }
  }
  if (members.size === 0) throw new RangeError(`no column for target ${target.id}`)
  return { combine: target.combine, members: [...members.values()] }
}

/** Numbers of the columns of a member: one, or those made for its group. */
function columnsFor({ quantity, subject }: TargetMember, columns: readonly Column[]): number[] {
  if (subject === undefined || !isGroup(subject)) {
    const name = columnName(subject === undefined ? { quantity } : { quantity, subject })
    const column = columns.findIndex((one) => columnName(one) === name)
    if (column < 0) throw new RangeError(`no column ${name}`)
    return [column]
  }
  return columns.flatMap((one, column) =>
    one.quantity === quantity && one.groups?.includes(subject) ? [column] : [],
  )
}
