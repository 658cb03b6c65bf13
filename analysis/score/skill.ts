/**
 * Scores of a whole file of targets: means, and skill against a benchmark on the targets both have.
 * @module
 */
import { bootstrapInterval } from '../statistics/bootstrap.ts'
import type { TargetScore } from './score-target.ts'

/** With fewer targets no interval is given: resampling a handful says little. */
export const LEAST_TARGETS = 8

/** Resamples of an interval of skill. */
const RESAMPLES = 4000

/** One forecast over all targets that count and are scored. */
export interface FileScore {
  readonly targets: number
  /** Means by the weights of the targets; NaN where none is scored. */
  readonly crps: number
  readonly interval: number
  /** Share of the targets whose observation lies inside the 5 to 95% interval. */
  readonly inside: number
}

/**
 * Skill of a forecast against a benchmark, over the targets scored for both.
 *
 *     skill = 1 − score / score of the benchmark        1: perfect; 0: no better; below 0: worse
 */
export interface Skill {
  readonly targets: number
  /** Mean CRPS of either on these targets. */
  readonly forecast: number
  readonly benchmark: number
  readonly skill: number
  /** 95% interval over which targets the file happens to hold; NaN with fewer than eight. */
  readonly low: number
  readonly high: number
  /** Targets on which the forecast has the smaller score; a tie counts half. */
  readonly better: number
}

/** Whether a forecast beats a benchmark: `unsure` where another choice of targets could turn it. */
export type SkillVerdict = 'better' | 'unsureBetter' | 'notBetter' | 'unknown'

/** Weighted means over the targets with a weight above 0 that are scored. */
export function scoreFile(scores: readonly TargetScore[], weights: readonly number[]): FileScore {
  const counted = scores.flatMap((score, i) =>
    score.isScored && weights[i] > 0 ? [{ score, weight: weights[i] }] : [],
  )
  const meanOf = (read: (score: TargetScore) => number): number =>
    weightedMean(
      counted.map(({ score }) => read(score)),
      counted.map(({ weight }) => weight),
    )
  const inside = counted.filter(({ score }) => score.inside).length
  return {
    targets: counted.length,
    crps: meanOf(({ crps }) => crps),
    interval: meanOf(({ interval }) => interval),
    inside: inside / counted.length,
  }
}

/**
 * Compares two forecasts target by target.
 *
 * @param seed  text that names the interval
 */
export function skillOf(
  forecast: readonly TargetScore[],
  benchmark: readonly TargetScore[],
  weights: readonly number[],
  seed: string,
): Skill {
  const shared = [...weights.keys()].filter(
    (i) => weights[i] > 0 && forecast[i].isScored && benchmark[i].isScored,
  )
  const own = shared.map((i) => forecast[i].crps)
  const theirs = shared.map((i) => benchmark[i].crps)
  const weight = shared.map((i) => weights[i])
  const skillOver = (places: ArrayLike<number>): number => {
    let ownSum = 0
    let theirSum = 0
    for (let k = 0; k < places.length; k++) {
      ownSum += weight[places[k]] * own[places[k]]
      theirSum += weight[places[k]] * theirs[places[k]]
    }
    return theirSum > 0 ? 1 - ownSum / theirSum : NaN
  }
  const places = [...shared.keys()]
  const enough = shared.length >= LEAST_TARGETS
  return {
    targets: shared.length,
    forecast: weightedMean(own, weight),
    benchmark: weightedMean(theirs, weight),
    skill: skillOver(places),
    ...(enough ? bootstrapInterval(places, skillOver, seed, RESAMPLES) : { low: NaN, high: NaN }),
    better: places.reduce((sum, k) => sum + pointOf(own[k], theirs[k]), 0),
  }
}

/** What a skill lets one say. */
export function verdictOf({ skill, low }: Skill): SkillVerdict {
  if (Number.isNaN(skill)) return 'unknown'
  if (!(skill > 0)) return 'notBetter'
  return low > 0 ? 'better' : 'unsureBetter'
}

const TIE = 0.5

function pointOf(own: number, theirs: number): number {
  if (own === theirs) return TIE
  return own < theirs ? 1 : 0
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let sum = 0
  let total = 0
  for (let i = 0; i < values.length; i++) {
    sum += weights[i] * values[i]
    total += weights[i]
  }
  return total > 0 ? sum / total : NaN
}
