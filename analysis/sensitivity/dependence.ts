/**
 * What a result depends on, as a report tells it: which inputs make the variance of each metric, and
 * within which limits of the inputs a metric ends up on the other side of zero or among its strongest
 * changes. Numbers as they print; what is not known is null.
 * @module
 */
import { known, type Known } from '../results/summary.ts'
import type { InputColumn, InputValue } from '../statistics/input-columns.ts'
import { casesNeeded } from '../statistics/additive-shares.ts'
import { isCrossing } from '../statistics/factorial-shares.ts'
import type { ValueResponse } from '../statistics/response-by-value.ts'
import type { VarianceShare } from '../statistics/sobol-indices.ts'
import { discoveryCases } from './discovery-cases.ts'
import { findLimits, type FoundLimits } from './found-limits.ts'
import { rankInputs, type InputRanking, type RankedInput } from './input-ranking.ts'
import type { Quantity } from './swept-result.ts'

export const DEPENDENCE_SCHEMA = 'dependence/1'

/** Of a variance; `isSettled` where its interval is at most ±5 points. */
export interface DependenceShare {
  readonly share: Known
  readonly low: Known
  readonly high: Known
  readonly isSettled: boolean
}

/** Values of an input, and the mean outcome there. */
export interface ResponseAt {
  /** Ends of the values, or one named value. */
  readonly from: InputValue
  readonly to: InputValue
  readonly mean: Known
}

export interface DependenceInput {
  readonly id: string
  readonly varies: RankedInput['varies']
  readonly alone: DependenceShare
  /** With all it does together with others; only where every combination was run. */
  readonly total: DependenceShare | null
  /** Where the outcome is surely below and surely above 0. */
  readonly turn: { readonly below: ResponseAt; readonly above: ResponseAt } | null
}

/**
 * `told`: at least one input stands out from luck. `tooFew`: no input could be looked at. `same`: the
 * metric is the same in every run.
 */
export type RankingVerdict = 'told' | 'noneStandsOut' | 'tooFew' | 'same' | 'undefined'

export interface MetricDependence {
  readonly metric: string
  readonly verdict: RankingVerdict
  readonly points: number
  readonly replicates: number
  /** Replicates, or points, without which inputs cannot be ranked; null where there are enough. */
  readonly replicatesNeeded: number | null
  readonly pointsNeeded: number | null
  /** Largest share first, those that are not known last. */
  readonly inputs: readonly DependenceInput[]
  readonly together: Known
  readonly sharedLuck: Known
  readonly ownLuck: Known
  /** Null where nothing was looked for. */
  readonly limits: FoundLimits | null
}

export interface ScenarioDependence {
  readonly id: string
  readonly metrics: readonly MetricDependence[]
}

export interface Dependence {
  readonly schema: typeof DEPENDENCE_SCHEMA
  readonly quantity: Quantity
  readonly scenarios: readonly ScenarioDependence[]
}

/** Outcomes of a metric under complete draws, with its inputs; absent where it is defined nowhere. */
export interface MetricOutcomes {
  readonly metric: string
  readonly outcomes:
    | {
        readonly values: readonly Float64Array[]
        readonly swept: readonly InputColumn[]
        readonly drawn: readonly InputColumn[]
      }
    | undefined
}

/** @param seed  text that names intervals and searches */
export function metricDependence(
  { metric, outcomes }: MetricOutcomes,
  quantity: Quantity,
  seed: string,
): MetricDependence {
  if (outcomes === undefined) return { ...NOTHING, metric, verdict: 'undefined' }
  const { values, swept, drawn } = outcomes
  const ranking = rankInputs(values, swept, drawn, `${seed}|${metric}`)
  const { points, replicates } = ranking
  const needed = neededOf(outcomes, ranking)
  const common = { metric, points, replicates, ...needed }
  if (!(ranking.variance > 0)) return { ...NOTHING, ...common, verdict: 'same' }
  return {
    ...common,
    verdict: verdictOf(ranking),
    inputs: ranking.inputs.map(inputOf),
    together: known(ranking.together),
    sharedLuck: known(ranking.sharedLuck),
    ownLuck: known(ranking.ownLuck),
    limits: findLimits(discoveryCases(values, swept, drawn), quantity, `${seed}|${metric}`),
  }
}

const NOTHING = {
  points: 0,
  replicates: 0,
  replicatesNeeded: null,
  pointsNeeded: null,
  inputs: [],
  together: null,
  sharedLuck: null,
  ownLuck: null,
  limits: null,
} as const

function verdictOf({ inputs }: InputRanking): RankingVerdict {
  if (inputs.every(({ alone }) => Number.isNaN(alone.share))) return 'tooFew'
  return inputs.some(({ alone }) => alone.low > 0) ? 'told' : 'noneStandsOut'
}

function neededOf(
  { swept, drawn }: NonNullable<MetricOutcomes['outcomes']>,
  { points, replicates }: InputRanking,
): Pick<MetricDependence, 'replicatesNeeded' | 'pointsNeeded'> {
  const crossed = swept.length > 0 && isCrossing(swept)
  const byPoint = swept.length === 0 || crossed ? 0 : casesNeeded(swept)
  const byReplicate = drawn.length === 0 ? 0 : casesNeeded(drawn)
  return {
    pointsNeeded: points < byPoint ? byPoint : null,
    replicatesNeeded: replicates < byReplicate ? byReplicate : null,
  }
}

function inputOf({ input, varies, alone, total, turn }: RankedInput): DependenceInput {
  return {
    id: input.id,
    varies,
    alone: shareOf(alone),
    total: total ? shareOf(total) : null,
    turn: turn
      ? { below: responseAt(input, turn.below), above: responseAt(input, turn.above) }
      : null,
  }
}

function shareOf({ share, low, high, converged }: VarianceShare): DependenceShare {
  return { share: known(share), low: known(low), high: known(high), isSettled: converged }
}

function responseAt({ members }: InputColumn, { from, to, outcome }: ValueResponse): ResponseAt {
  const named = members.length > 0
  return {
    from: named ? members[from] : from,
    to: named ? members[to] : to,
    mean: known(outcome.mean),
  }
}
