/**
 * The mean outcome at each value of an input, over everything else that varies; many values are put into
 * five groups of as many cases. An input turns a sign where the outcome is surely below 0 at one of its
 * values and surely above at another.
 *
 *     error² = V over replicates of the group's mean / R  +  V over the group's cases / n
 *
 * the second term only where cases are a sample: in a full crossing they are all there are.
 *
 * @module
 */
import { CONFIDENCE, type Estimate } from './interval.ts'
import { distinctValues, type InputColumn } from './input-columns.ts'
import { mean, standardDeviation, variance } from './moments.ts'
import { studentQuantile } from './student.ts'

/** Outcome at a value, or at values from one to another. */
export interface ValueResponse {
  /** Lowest and highest value of the group: numbers, or places among the members. */
  readonly from: number
  readonly to: number
  readonly cases: number
  readonly outcome: Estimate
}

/** Values that are each shown by themselves. */
const MOST_SINGLE = 6
const GROUPS = 5

/**
 * Outcomes in ascending order of the value.
 *
 * @param values `[case][replicate]`, every one defined, replicates sharing their draws
 * @param isSample  the cases were spread over what is possible, and are not all of it
 */
export function responseByValue(
  input: InputColumn,
  values: readonly ArrayLike<number>[],
  isSample: boolean,
): ValueResponse[] {
  return groupsOf(input).map((places) => {
    const own = places.map((place) => input.values[place])
    return {
      from: Math.min(...own),
      to: Math.max(...own),
      cases: places.length,
      outcome: outcomeOf(
        places.map((place) => values[place]),
        isSample,
      ),
    }
  })
}

/** The groups where the outcome is most surely below and above 0; undefined where one is missing. */
export function signTurn(
  responses: readonly ValueResponse[],
): { readonly below: ValueResponse; readonly above: ValueResponse } | undefined {
  const below = responses
    .filter(({ outcome }) => outcome.high < 0)
    .sort((one, other) => one.outcome.mean - other.outcome.mean)
  const above = responses
    .filter(({ outcome }) => outcome.low > 0)
    .sort((one, other) => other.outcome.mean - one.outcome.mean)
  return below.length > 0 && above.length > 0 ? { below: below[0], above: above[0] } : undefined
}

/** Places of the cases of each group. */
function groupsOf(input: InputColumn): number[][] {
  const { values, members } = input
  const distinct = distinctValues(input)
  const places = Array.from(values, (_, place) => place)
  if (members.length > 0 || distinct.length <= MOST_SINGLE) {
    return distinct.map((value) => places.filter((place) => values[place] === value))
  }
  const order = places.sort((i, j) => values[i] - values[j] || i - j)
  const groups: number[][] = []
  for (let g = 0; g < GROUPS; g++) {
    const from = evenStart(order, values, Math.round((g * order.length) / GROUPS))
    const to = evenStart(order, values, Math.round(((g + 1) * order.length) / GROUPS))
    if (to > from) groups.push(order.slice(from, to))
  }
  return groups
}

/** The place itself, or the first one after it that parts two values. */
function evenStart(order: readonly number[], values: Float64Array, place: number): number {
  let at = place
  while (at > 0 && at < order.length && values[order[at]] === values[order[at - 1]]) at++
  return at
}

function outcomeOf(rows: readonly ArrayLike<number>[], isSample: boolean): Estimate {
  const replicates = rows[0].length
  const byReplicate = Float64Array.from({ length: replicates }, (_, r) =>
    mean(rows.map((row) => row[r])),
  )
  const byCase = rows.map((row) => mean(row))
  const centre = mean(byReplicate)
  const luck = replicates > 1 ? variance(byReplicate) / replicates : 0
  const spread = isSample ? variance(byCase) / rows.length : 0
  const degrees = Math.min(
    ...(replicates > 1 ? [replicates - 1] : []),
    ...(isSample ? [rows.length - 1] : []),
  )
  const isKnown = degrees >= 1 && Number.isFinite(degrees)
  const half = isKnown
    ? studentQuantile((1 + CONFIDENCE) / 2, degrees) * Math.sqrt(luck + spread)
    : NaN
  return {
    mean: centre,
    low: centre - half,
    high: centre + half,
    n: rows.length * replicates,
    sd: standardDeviation(byCase),
  }
}
