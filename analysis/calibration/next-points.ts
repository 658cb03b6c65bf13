/**
 * Which settings to simulate next: some where the posterior is, so that the surface is right where it
 * counts, and some in the emptiest places that are not ruled out, so that nothing is missed.
 *
 * @source Vernon, Goldstein, Bower (2010), Bayesian Analysis 5:619 for waves inside what is left;
 *   Johnson, Moore, Ylvisaker (1990), Journal of Statistical Planning and Inference 26:131 for points as
 *   far as possible from the nearest other
 * @module
 */
import { makeKey, purpose, uniform } from '../../engine/stream.ts'
import type { Cloud } from './cloud.ts'
import { systematicCounts } from './importance.ts'

export interface NextPoints {
  readonly count: number
  /** Text that names the draw. */
  readonly seed: string
  /** Share chosen by weight; the rest by distance. */
  readonly byWeight?: number
}

/** Half of a round for the fit, half for the gaps. */
export const BY_WEIGHT = 0.5
/** Candidates among which gaps are filled: a sample, because every pair of distances is looked at. */
const CANDIDATES = 2_000
const THIN = purpose('calibration.candidates')

/**
 * Places in the cloud, each once, those by weight first.
 *
 * @param weights  of the posterior, sum to 1
 * @param isPlausible  1 where a setting is not ruled out
 * @param simulated  settings that were run already: `[case * dimensions + dimension]`
 * @returns fewer than asked for only where the cloud has no more that are plausible
 */
export function nextPoints(
  cloud: Cloud,
  weights: Float64Array,
  isPlausible: ArrayLike<number>,
  simulated: Float64Array,
  { count, seed, byWeight = BY_WEIGHT }: NextPoints,
): number[] {
  const chosen: number[] = []
  const wanted = Math.round(byWeight * count)
  systematicCounts(weights, wanted, `next|${seed}`).forEach((times, point) => {
    if (times > 0) chosen.push(point)
  })
  const candidates = candidatesFor(cloud, isPlausible, chosen, seed, count)
  const gaps = Float64Array.from(candidates, (point) =>
    Math.min(
      nearest(cloud, point, simulated),
      chosen.reduce((least, other) => Math.min(least, apart(cloud, point, other)), Infinity),
    ),
  )
  while (chosen.length < count && chosen.length < wanted + candidates.length) {
    let widest = 0
    for (let c = 1; c < gaps.length; c++) if (gaps[c] > gaps[widest]) widest = c
    if (!(gaps[widest] > 0)) break
    const taken = candidates[widest]
    chosen.push(taken)
    for (let c = 0; c < gaps.length; c++) {
      gaps[c] = Math.min(gaps[c], apart(cloud, candidates[c], taken))
    }
  }
  return chosen
}

/** A keyed sample of the plausible points that are not chosen, in the order of the cloud. */
function candidatesFor(
  cloud: Cloud,
  isPlausible: ArrayLike<number>,
  chosen: readonly number[],
  seed: string,
  count: number,
): number[] {
  const taken = new Set(chosen)
  const left: number[] = []
  for (let p = 0; p < cloud.size; p++) if (isPlausible[p] === 1 && !taken.has(p)) left.push(p)
  const most = Math.max(CANDIDATES, 2 * count)
  if (left.length <= most) return left
  const key = makeKey(seed, 0)
  const luck = new Float64Array(cloud.size)
  for (const p of left) luck[p] = uniform(key, THIN, p, 0, 0)
  return left
    .sort((p, q) => luck[p] - luck[q])
    .slice(0, most)
    .sort((p, q) => p - q)
}

/** Squared distance of two points of the cloud. */
function apart({ dimensions, units }: Cloud, point: number, other: number): number {
  let sum = 0
  for (let d = 0; d < dimensions; d++) {
    const away = units[point * dimensions + d] - units[other * dimensions + d]
    sum += away * away
  }
  return sum
}

/** Squared distance to the nearest of the settings given. */
function nearest({ dimensions, units }: Cloud, point: number, settings: Float64Array): number {
  let least = Infinity
  for (let first = 0; first < settings.length; first += dimensions) {
    let sum = 0
    for (let d = 0; d < dimensions; d++) {
      const away = units[point * dimensions + d] - settings[first + d]
      sum += away * away
    }
    least = Math.min(least, sum)
  }
  return least
}
