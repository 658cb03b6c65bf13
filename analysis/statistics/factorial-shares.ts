/**
 * Shares of variance where every value of every input was run with every value of all others, under the
 * same replicates: no model is needed, means over the other inputs say it all.
 *
 *     first order   Vᵢ = mean over values of xᵢ of (mean over the others − mean)²
 *     total order   Tᵢ = mean over points of (point − mean over xᵢ with the others as they are)²
 *
 * each less what luck adds to it, from `variance-split.ts`. The values of the grid are taken as all there
 * are, each as likely. Intervals: replicates are resampled, all points together, and shares of the
 * variance from run to run are worked out anew, luck included; they cover in 92 to 97% at 4, 8 and 20
 * replicates (test/statistical/statistics/given-data.test.ts repeats 8).
 *
 * @source Fisher (1925); Archer, Saltelli, Sobol (1997), Journal of Statistical Computation and
 *   Simulation 58:99, on the link to Sobol's indices
 * @module
 */
import { createSfc32, fillIndices } from '../../engine/sfc32.ts'
import type { VariancePart } from './additive-shares.ts'
import { CONFIDENCE } from './interval.ts'
import { distinctValues, type InputColumn } from './input-columns.ts'
import { standardDeviation } from './moments.ts'
import { studentQuantile } from './student.ts'
import { varianceSplit } from './variance-split.ts'

export interface FactorialShares {
  /** In the order of the inputs; intervals are those of the share of `whole + luck`, and NaN with one
   * replicate. */
  readonly inputs: readonly { readonly first: VariancePart; readonly total: VariancePart }[]
  /** Variance of expected outcomes over the grid. */
  readonly whole: number
  /** Variance of luck, shared and own; 0 with one replicate. */
  readonly luck: number
}

export const FACTORIAL_RESAMPLES = 400

/** The parts, by input, and the variance of luck. */
interface Parts {
  readonly first: Float64Array
  readonly total: Float64Array
  readonly whole: number
  /** Variance of luck, shared and own. */
  readonly luck: number
}

/** True when every combination of values occurs exactly once. */
export function isCrossing(inputs: readonly InputColumn[]): boolean {
  const points = inputs[0]?.values.length ?? 0
  const combinations = inputs.reduce((size, input) => size * distinctValues(input).length, 1)
  if (combinations !== points) return false
  const seen = new Set<string>()
  for (let p = 0; p < points; p++) seen.add(inputs.map(({ values }) => values[p]).join(' '))
  return seen.size === points
}

/**
 * @param values `[point][replicate]`, every one defined, the points crossing their inputs
 * @param seed  text that names the intervals
 */
export function factorialShares(
  inputs: readonly InputColumn[],
  values: readonly ArrayLike<number>[],
  seed: string,
  resamples: number = FACTORIAL_RESAMPLES,
): FactorialShares {
  const groups = inputs.map((input, i) => ({
    own: numbered(Array.from(input.values, String)),
    others: numbered(
      Array.from(input.values, (_, p) =>
        inputs.map((other, j) => (j === i ? '' : String(other.values[p]))).join(' '),
      ),
    ),
  }))
  const replicates = values[0].length
  const found = partsOf(values, groups)
  const truth = partsOf(values, groups, 0)
  const all = found.whole + found.luck
  const trueAll = truth.whole + truth.luck
  const errors = inputs.map(() => [new Float64Array(resamples), new Float64Array(resamples)])
  const generator = createSfc32(`factorial|${seed}`)
  const rows = new Int32Array(replicates)
  if (replicates > 1) {
    for (let k = 0; k < resamples; k++) {
      fillIndices(generator, rows, replicates)
      const sample = values.map((row) => Float64Array.from(rows, (r) => row[r]))
      const resampled = partsOf(sample, groups)
      errors.forEach(([first, total], i) => {
        const drawnAll = resampled.whole + resampled.luck
        first[k] = all * (resampled.first[i] / drawnAll - truth.first[i] / trueAll)
        total[k] = all * (resampled.total[i] / drawnAll - truth.total[i] / trueAll)
      })
    }
  } else errors.flat().forEach((error) => error.fill(NaN))
  const reach = replicates > 1 ? reachOf(replicates) : NaN
  return {
    inputs: errors.map(([first, total], i) => ({
      first: withEnds(found.first[i], first, reach),
      total: withEnds(found.total[i], total, reach),
    })),
    whole: found.whole,
    luck: found.luck,
  }
}

/**
 * √(R/(R−1)) t: how many standard deviations of resampled shares an interval reaches to either side.
 * @source Hesterberg (2015), The American Statistician 69:371
 */
function reachOf(replicates: number): number {
  const t = studentQuantile((1 + CONFIDENCE) / 2, replicates - 1)
  return Math.sqrt(replicates / (replicates - 1)) * t
}

function withEnds(variance: number, errors: Float64Array, reach: number): VariancePart {
  const half = reach * standardDeviation(errors)
  return { variance, low: Math.max(0, variance - half), high: Math.max(0, variance + half) }
}

interface Grouping {
  readonly group: Int32Array
  readonly size: number
}

/**
 * @param noise  variance of a point's mean over replicates; from the values where not given. Given as 0,
 *   the values are taken as all the luck there is
 */
function partsOf(
  values: readonly ArrayLike<number>[],
  groups: readonly { readonly own: Grouping; readonly others: Grouping }[],
  noise?: number,
): Parts {
  const { own, shared, pointMeans } = varianceSplit(values)
  const replicates = values[0].length
  const luck = noise ?? (own || 0) / replicates
  const few = noise === undefined ? 1 : (replicates - 1) / replicates
  const points = pointMeans.length
  const level = pointMeans.reduce((sum, one) => sum + one, 0) / points
  const first = new Float64Array(groups.length)
  const total = new Float64Array(groups.length)
  groups.forEach(({ own: byValue, others }, i) => {
    const ofValue = groupMeans(pointMeans, byValue)
    const around = groupMeans(pointMeans, others)
    for (let p = 0; p < points; p++) {
      const ahead = ofValue[byValue.group[p]] - level
      const apart = pointMeans[p] - around[others.group[p]]
      first[i] += (ahead * ahead) / points
      total[i] += (apart * apart) / points
    }
    first[i] -= ((byValue.size - 1) / points) * luck
    total[i] -= ((points - others.size) / points) * luck
  })
  let whole = 0
  for (let p = 0; p < points; p++) whole += (pointMeans[p] - level) * (pointMeans[p] - level)
  return {
    first,
    total,
    whole: Math.max(0, whole / points - ((points - 1) / points) * luck),
    luck: few * ((own || 0) + (shared || 0)),
  }
}

/** Groups of equal names, numbered as they first occur. */
function numbered(names: readonly string[]): Grouping {
  const places = new Map<string, number>()
  const group = Int32Array.from(names, (name) => {
    if (!places.has(name)) places.set(name, places.size)
    return places.get(name)!
  })
  return { group, size: places.size }
}

function groupMeans(means: Float64Array, { group, size }: Grouping): Float64Array {
  const sums = new Float64Array(size)
  const counts = new Float64Array(size)
  for (let p = 0; p < means.length; p++) {
    sums[group[p]] += means[p]
    counts[group[p]]++
  }
  return sums.map((sum, g) => sum / counts[g])
}
