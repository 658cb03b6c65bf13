/**
 * How much of what varies is due to the inputs, and how much to luck, from every point run under every
 * replicate's draws:
 *
 *     y(p, r) = m + point(p) + shared(r) + own(p, r)
 *
 * `shared` is luck that moves all points alike, as common draws do: it cancels out of every difference
 * of two points. `own` is luck that differs by point, and stays in it.
 *
 *     V_own    = Σ (y(p,r) − ȳ(p,·) − ȳ(·,r) + ȳ)² / ((P − 1)(R − 1))
 *     V_point  = Σ (ȳ(p,·) − ȳ)² / (P − 1) − V_own / R
 *     V_shared = Σ (ȳ(·,r) − ȳ)² / (R − 1) − V_own / P
 *
 * @source Searle, Casella, McCulloch (1992), Variance Components, ch. 4: two-way crossed, one
 *   observation per cell
 * @module
 */
import { mean } from './moments.ts'

export interface VarianceSplit {
  /** Variance of the points' expected outcomes; never below 0. */
  readonly point: number
  /** Variance of luck that all points share; NaN with one replicate, as is `own`. */
  readonly shared: number
  readonly own: number
  /** Means over replicates, by point, and over points, by replicate. */
  readonly pointMeans: Float64Array
  readonly replicateMeans: Float64Array
}

/**
 * @param values `[point][replicate]`, every one defined
 * @returns with one replicate `point` holds the luck as well; with one point it is 0 and luck is shared
 */
export function varianceSplit(values: readonly ArrayLike<number>[]): VarianceSplit {
  const points = values.length
  const replicates = values[0]?.length ?? 0
  const pointMeans = Float64Array.from(values, (row) => mean(row))
  const replicateMeans = Float64Array.from({ length: replicates }, (_, r) =>
    mean(values.map((row) => row[r])),
  )
  const level = mean(pointMeans)
  let rest = 0
  for (let p = 0; p < points; p++) {
    for (let r = 0; r < replicates; r++) {
      const own = values[p][r] - pointMeans[p] - replicateMeans[r] + level
      rest += own * own
    }
  }
  const known = points > 1 && replicates > 1
  const own = known ? rest / ((points - 1) * (replicates - 1)) : replicates > 1 ? 0 : NaN
  return {
    point: points > 1 ? atLeastZero(spread(pointMeans, level) - (own || 0) / replicates) : 0,
    shared: atLeastZero(spread(replicateMeans, level) - own / points),
    own,
    pointMeans,
    replicateMeans,
  }
}

function spread(means: Float64Array, level: number): number {
  let sum = 0
  for (let i = 0; i < means.length; i++) sum += (means[i] - level) * (means[i] - level)
  return sum / (means.length - 1)
}

function atLeastZero(variance: number): number {
  return Number.isNaN(variance) ? NaN : Math.max(0, variance)
}
