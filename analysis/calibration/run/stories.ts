/**
 * Two stories of one bank's cut, distress and anticipation, told by the same set: the cut with and
 * without the notice, with and without the bank's distress, under the same luck.
 *
 *     policy   = ½ [(v(notice, distress) − v(before, distress)) + (v(notice, steady) − v(before, steady))]
 *     distress = ½ [(v(notice, distress) − v(notice, steady)) + (v(before, distress) − v(before, steady))]
 *     churn    = v(before, steady),      left over = observed − v(notice, distress)
 *
 * so that the four add up to what was observed.
 *
 * @source Shapley (1953), A value for n-person games; model document, section 14, distress against
 *   anticipation
 * @module
 */
import type { Target } from '../../../scenarios/targets/target.ts'
import { weightedMean, weightedQuantiles } from '../weighted-moments.ts'
import type { Case, Evaluate } from './case.ts'
import type { Member } from './calibrate.ts'
import { FRESH } from './calibrate.ts'

/** How the bank does: as its accounts say, with their trend undone, or as in the shock menu. */
export const CONDITIONS = ['accounts', 'steady', 'distressed'] as const
export type Condition = (typeof CONDITIONS)[number]

/** Arms by number: the notice first, then the rules before, each in the order of the conditions. */
export const STORY_ARMS = 2 * CONDITIONS.length

/** Of the cut in one market, over set × replicates. */
export interface Cut {
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Share of runs in which it is at least as deep as observed, one standard deviation allowed. */
  readonly asDeep: number
}

/** What each cause makes of the cut, as changes of the measured value. */
export interface Shares {
  readonly policy: number
  readonly distress: number
  readonly churn: number
  readonly leftOver: number
}

export interface ToldStory {
  readonly target: Target
  readonly told: Story
}

export interface Story {
  readonly notice: Readonly<Record<Condition, Cut>>
  readonly before: Readonly<Record<Condition, Cut>>
  readonly accounts: Shares
  readonly distressed: Shares
  /** Distressed runs under the notice whose cut is as deep as observed; undefined where there is none. */
  readonly asDeep: Shares | undefined
}

const TAIL = 0.05
const HALF = 0.5

/**
 * @param target  its place among the targets
 * @param evaluate  whose arms are those of `CONDITIONS` under the notice and under the rules before
 */
export async function tellStory(
  members: readonly Member[],
  target: number,
  { observed, sd }: { readonly observed: number; readonly sd: number },
  replicates: number,
  evaluate: Evaluate,
): Promise<Story> {
  const cases: Case[] = members.flatMap(({ values }) =>
    Array.from({ length: replicates }, (_, r) => r).flatMap((r) =>
      Array.from({ length: STORY_ARMS }, (_, arm) => ({ values, replicate: FRESH + r, arm })),
    ),
  )
  const measured = await evaluate('stories', cases)
  const runs = members.length * replicates
  const weights = Float64Array.from(
    { length: runs },
    (_, run) => members[Math.floor(run / replicates)].weight / replicates,
  )
  const arms = Array.from({ length: STORY_ARMS }, (_, arm) =>
    Float64Array.from({ length: runs }, (_, run) => measured[run * STORY_ARMS + arm][target]),
  )
  const deep = observed + sd
  const cutsFrom = (first: number): Record<Condition, Cut> => {
    const [accounts, steady, distressed] = arms.slice(first).map((own) => cutOf(own, weights, deep))
    return { accounts, steady, distressed }
  }
  const isDeep = arms[2].map((value) => Number(value <= deep))
  const all = weights.map(() => 1)
  return {
    notice: cutsFrom(0),
    before: cutsFrom(CONDITIONS.length),
    accounts: sharesOf(arms, 0, weights, all, observed)!,
    distressed: sharesOf(arms, 2, weights, all, observed)!,
    asDeep: sharesOf(arms, 2, weights, isDeep, observed),
  }
}

function cutOf(values: Float64Array, weights: Float64Array, deep: number): Cut {
  const [low, high] = weightedQuantiles(values, weights, [TAIL, 1 - TAIL])
  let asDeep = 0
  values.forEach((value, i) => (asDeep += value <= deep ? weights[i] : 0))
  return { mean: weightedMean(values, weights), low, high, asDeep }
}

/** Means over the runs chosen; undefined where none is. */
function sharesOf(
  arms: readonly Float64Array[],
  condition: number,
  weights: Float64Array,
  chosen: Float64Array,
  observed: number,
): Shares | undefined {
  const total = weightedMean(chosen, weights)
  if (!(total > 0)) return undefined
  const mean = (arm: number): number =>
    weights.reduce((sum, weight, i) => sum + (weight * chosen[i] * arms[arm][i]) / total, 0)
  const steady = 1
  const both = mean(condition)
  const policyOnly = mean(steady)
  const distressOnly = mean(CONDITIONS.length + condition)
  const churn = mean(CONDITIONS.length + steady)
  return {
    policy: HALF * (both - distressOnly + policyOnly - churn),
    distress: HALF * (both - policyOnly + distressOnly - churn),
    churn,
    leftOver: observed - both,
  }
}
