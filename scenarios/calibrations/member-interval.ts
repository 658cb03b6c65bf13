/**
 * What a calibration leaves open of one parameter.
 * @module
 */
import type { MemberSet } from './calibration.ts'

/** Share of the weight between the two ends. */
export const INTERVAL = 0.9

export interface MemberInterval {
  readonly parameter: string
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** Every parameter's median and 90 % interval under the weights, in the order of the set. */
export function memberIntervals(set: MemberSet): readonly MemberInterval[] {
  const tail = (1 - INTERVAL) / 2
  return set.parameters.map((parameter, k) => ({
    parameter,
    low: weightedQuantile(set, k, tail),
    middle: weightedQuantile(set, k, 1 / 2),
    high: weightedQuantile(set, k, 1 - tail),
  }))
}

/** The lowest value at or below which at least a share `p` of the weight lies. */
function weightedQuantile({ members }: MemberSet, parameter: number, p: number): number {
  const order = members.map((_, m) => m)
  const valueOf = (m: number): number => members[m].values[parameter]
  order.sort((one, other) => valueOf(one) - valueOf(other) || one - other)
  const total = order.reduce((sum, m) => sum + members[m].weight, 0)
  let cumulative = 0
  for (const m of order) {
    cumulative += members[m].weight
    if (cumulative >= p * total) return valueOf(m)
  }
  return valueOf(order[order.length - 1])
}

/**
 * How many members of equal weight would say as much: (Σ w)² ÷ Σ w².
 *
 * @source Kish (1965), Survey sampling
 */
export function effectiveMembers({ members }: MemberSet): number {
  let sum = 0
  let squares = 0
  for (const { weight } of members) {
    sum += weight
    squares += weight * weight
  }
  return (sum * sum) / squares
}
