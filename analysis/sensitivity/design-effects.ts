/**
 * Effects of inputs in a sweep laid out for them: moved one at a time from the scenario as it stands, or
 * along the trajectories of Morris.
 * @module
 */
import { canonicalText } from '../../scenarios/canonical-text.ts'
import { morrisDesign } from '../../scenarios/design/morris.ts'
import { blockSeed, sweptValues, trajectoryPoints } from '../../scenarios/design/points.ts'
import type { SweepBlock } from '../../scenarios/sweep.ts'
import type { SummaryPoint } from '../results/summary.ts'
import type { InputValue } from '../statistics/input-columns.ts'
import type { Estimate } from '../statistics/interval.ts'
import { mean, variance } from '../statistics/moments.ts'
import { elementaryEffects, type ElementaryEffects } from '../statistics/morris.ts'
import { oneAtATimeEffects, type MovedPoint } from '../statistics/one-at-a-time.ts'
import type { CompleteOutcomes } from './swept-result.ts'

/** What one value of an input does, all others as in the scenario. */
export interface MovedValue {
  readonly value: InputValue
  readonly change: Estimate
}

export interface MovedInput {
  readonly id: string
  /** In the order of the sweep. */
  readonly effects: readonly MovedValue[]
  readonly swing: number
}

/** Widest swing first. */
export interface OneAtATimeRanking {
  readonly design: 'oneAtATime'
  /** Mean outcome with nothing moved. */
  readonly base: number
  readonly inputs: readonly MovedInput[]
}

/** Largest μ* first. */
export interface MorrisRanking {
  readonly design: 'morris'
  readonly trajectories: number
  readonly inputs: readonly (ElementaryEffects & { readonly id: string })[]
  /** μ* that luck alone would show; NaN with one replicate. */
  readonly luck: number
}

export type DesignEffects = OneAtATimeRanking | MorrisRanking

/** The block that says how inputs were moved; undefined where points were laid out otherwise. */
export function laidOut(sweep: readonly SweepBlock[] | undefined): SweepBlock | undefined {
  const [block, ...others] = sweep ?? []
  if (block === undefined || others.length > 0) return undefined
  return block.design === 'oneAtATime' || block.design === 'morris' ? block : undefined
}

/**
 * @param seed  of the run
 * @param name  text that names the intervals
 * @returns undefined where outcomes it takes are missing
 */
export function designEffects(
  block: SweepBlock,
  points: readonly SummaryPoint[],
  outcomes: CompleteOutcomes,
  seed: string,
  name: string,
): DesignEffects | undefined {
  const kept = outcomes.points.map((place) => points[place])
  return block.design === 'morris'
    ? morrisRanking(block, kept, outcomes.values, seed, name)
    : oneAtATimeRanking(block, kept, outcomes.values)
}

function oneAtATimeRanking(
  { axes }: SweepBlock,
  points: readonly SummaryPoint[],
  values: readonly Float64Array[],
): OneAtATimeRanking | undefined {
  const ids = axes.map(({ subject }) => subject.id)
  // Which of its own values a point takes, by place: named values are no numbers.
  const moved = points.map(({ values: own }, place): MovedPoint => {
    const [id] = Object.keys(own)
    return { input: id === undefined ? -1 : ids.indexOf(id), value: place }
  })
  const base = moved.findIndex(({ input }) => input < 0)
  if (base < 0) return undefined
  return {
    design: 'oneAtATime',
    base: mean(values[base]),
    inputs: oneAtATimeEffects(moved, values).map(({ input, effects, swing }) => ({
      id: ids[input],
      swing,
      effects: effects.map(({ value: place, change }) => ({
        value: points[place].values[ids[input]],
        change,
      })),
    })),
  }
}

function morrisRanking(
  block: SweepBlock,
  points: readonly SummaryPoint[],
  values: readonly Float64Array[],
  seed: string,
  name: string,
): MorrisRanking | undefined {
  const { axes, trajectories = 0 } = block
  const places = new Map(points.map((point, place) => [canonicalText(point.values), place]))
  const luck = blockSeed(0, seed)
  const visited = trajectoryPoints(block, luck).map((assignments) =>
    places.get(canonicalText(sweptValues({ assignments }))),
  )
  if (visited.some((place) => place === undefined)) return undefined
  const rows = visited.map((place) => values[place as number])
  const design = morrisDesign(axes.length, trajectories, luck)
  const effects = elementaryEffects(
    design,
    rows.map((row) => mean(row)),
    name,
  )
  const inputs = effects.map((effect, i) => ({ ...effect, id: axes[i].subject.id }))
  return {
    design: 'morris',
    trajectories,
    inputs: inputs.sort((one, other) => other.meanSize - one.meanSize),
    luck: luckOf(rows, axes.length, Math.abs(design.distance[0])),
  }
}

/**
 * Mean |error| of an elementary effect over its steps, √(2/π) of its standard error: what μ* would be if
 * no input did anything.
 */
function luckOf(rows: readonly Float64Array[], inputs: number, distance: number): number {
  const replicates = rows[0].length
  if (replicates < 2) return NaN
  const errors: number[] = []
  for (let p = 1; p < rows.length; p++) {
    if (p % (inputs + 1) === 0) continue
    const step = Float64Array.from(rows[p], (value, r) => value - rows[p - 1][r])
    errors.push(Math.sqrt(variance(step) / replicates))
  }
  return (Math.sqrt(2 / Math.PI) * mean(errors)) / distance
}
