/**
 * From a pilot: how many replicates an interval of ±h takes.
 *
 *     n  =  least n with  t(n−1)·s/√n ≤ h,     s the pilot's standard deviation
 *     at most:  the same with  s·√((m−1)/χ²₅%(m−1)),  above the true one 95 times in 100
 *
 * with m the pilot's replicates and t the 97.5% point of Student's t.
 *
 * @source Student (1908), Biometrika 6:1; Kupper, Hafner (1989), The American Statistician 43:101 on
 *   the pilot's own uncertainty
 * @module
 */
import { CONFIDENCE } from './interval.ts'
import { chiSquareQuantile, studentQuantile } from './student.ts'

/** What a pilot says about one metric. */
export interface ReplicatesNeeded {
  /** If the pilot's standard deviation is right; NaN when it has none, Infinity beyond a billion. */
  readonly expected: number
  /** Enough in 95 of 100 pilots; NaN below two replicates. */
  readonly atMost: number
}

const FEWEST = 2
/** Beyond this no run will go. */
const BEYOND_ANY_RUN = 1e9

/**
 * @param sd  of the paired difference, or of the level, over the pilot
 * @param pilot  replicates in which it was defined
 * @param halfWidth  wanted, above 0 and in the unit of `sd`
 */
export function replicatesNeeded(sd: number, pilot: number, halfWidth: number): ReplicatesNeeded {
  if (!(halfWidth > 0) || !(sd >= 0) || pilot < FEWEST) return { expected: NaN, atMost: NaN }
  const degrees = pilot - 1
  const inflation = Math.sqrt(degrees / chiSquareQuantile(1 - CONFIDENCE, degrees))
  return {
    expected: leastReplicates(sd / halfWidth),
    atMost: leastReplicates((inflation * sd) / halfWidth),
  }
}

/** Least n with t(n−1)·ratio ≤ √n, by halving: the left side falls and the right side grows. */
function leastReplicates(ratio: number): number {
  const enough = (n: number): boolean =>
    studentQuantile((1 + CONFIDENCE) / 2, n - 1) * ratio <= Math.sqrt(n)
  let above = FEWEST
  while (!enough(above)) {
    if (above > BEYOND_ANY_RUN) return Infinity
    above *= 2
  }
  let below = above / 2
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (enough(middle)) above = middle
    else below = middle
  }
  return above
}
