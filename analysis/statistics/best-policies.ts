/**
 * Which of several policies is best, with all of them compared at once.
 *
 * Each policy is set against the best of the others. The intervals hold together with 95%
 * probability; a policy may be best unless some other one is better beyond doubt:
 *
 *     xᵢ − max x₋ᵢ  in  [ min over j of (d̄ᵢⱼ − c sᵢⱼ),  min over j of (d̄ᵢⱼ + c sᵢⱼ) ]
 *
 * where d̄ᵢⱼ is the mean difference of i and j over replicates, sᵢⱼ its standard error and c the 95%
 * point of the largest |t| of all pairs (`max-t.ts`). Comparing the leader with the others one by one
 * would call a lucky one best far too often.
 *
 * @source Hsu (1996), Multiple Comparisons, ch. 4 and 5: multiple comparisons with the best from all
 *   pairwise intervals
 * @module
 */
import { MAX_T_DRAWS, maxTQuantile } from './max-t.ts'
import { mean } from './moments.ts'

/** How one policy stands against the best of the others. */
export interface PolicyStanding {
  /** Over the replicates in which every policy is defined. */
  readonly mean: number
  /** Its mean less that of the best other policy, in the metric's own unit and sign. */
  readonly difference: number
  /** Ends of the interval of that difference; all intervals hold at once with 95% probability. */
  readonly low: number
  readonly high: number
  /** No other policy is better beyond doubt. */
  readonly mayBeBest: boolean
}

export interface BestPolicies {
  /** In the order of the policies given. */
  readonly standings: readonly PolicyStanding[]
  /** Numbers of the policies that may be best, ascending: the best is among them with 95% probability. */
  readonly mayBeBest: readonly number[]
  /** Replicates compared: those in which every policy is defined. */
  readonly n: number
}

/**
 * Compares policies replicate by replicate.
 *
 * @param values `[policy][replicate]`, replicates in the same order: they share their draws
 * @param seed  text that names the comparison: the same text, the same intervals
 * @returns every policy as possibly best when fewer than two replicates can be compared
 */
export function bestPolicies(
  values: readonly ArrayLike<number>[],
  better: 'higher' | 'lower',
  seed: string,
  draws: number = MAX_T_DRAWS,
): BestPolicies {
  const sign = better === 'higher' ? 1 : -1
  const contrasts = contrastsOf(values)
  const n = contrasts.rows.length === 0 ? 0 : contrasts.rows[0].length
  const covariance = n < 2 ? [] : covarianceOf(contrasts.rows)
  const critical = n < 2 ? NaN : maxTQuantile(covariance, n - 1, seed, draws)
  const centres = contrasts.rows.map(mean)

  const standings = values.map((_, i): PolicyStanding => {
    let difference = Infinity
    let low = Infinity
    let high = Infinity
    for (let j = 0; j < values.length; j++) {
      if (j === i) continue
      const ahead = sign * (centres[i] - centres[j])
      const half = n < 2 ? NaN : critical * standardError(covariance, i, j, n)
      difference = Math.min(difference, ahead)
      low = Math.min(low, ahead - half)
      high = Math.min(high, ahead + half)
    }
    const alone = values.length < 2
    return {
      mean: contrasts.level + centres[i],
      difference: alone ? NaN : sign * difference,
      low: alone ? NaN : sign > 0 ? low : -high,
      high: alone ? NaN : sign > 0 ? high : -low,
      mayBeBest: !(high < 0),
    }
  })
  const mayBeBest = standings.flatMap((standing, i) => (standing.mayBeBest ? [i] : []))
  return { standings, mayBeBest, n }
}

/**
 * Values less those of the first policy, in the replicates in which all are defined: what policies
 * have in common is gone before anything is squared.
 */
function contrastsOf(values: readonly ArrayLike<number>[]) {
  const kept: number[] = []
  for (let r = 0; r < (values[0]?.length ?? 0); r++) {
    if (values.every((policy) => Number.isFinite(policy[r]))) kept.push(r)
  }
  const rows = values.map((policy) => Float64Array.from(kept, (r) => policy[r] - values[0][r]))
  return { rows, level: mean(kept.map((r) => values[0][r])) }
}

/** Sample covariance of rows, Σ(x-x̄)(y-ȳ)/(n-1). */
function covarianceOf(rows: readonly Float64Array[]): Float64Array[] {
  const centred = rows.map((row) => {
    const centre = mean(row)
    return row.map((value) => value - centre)
  })
  return centred.map((left) =>
    Float64Array.from(centred, (right) => {
      let sum = 0
      for (let r = 0; r < left.length; r++) sum += left[r] * right[r]
      return sum / (left.length - 1)
    }),
  )
}

function standardError(covariance: readonly Float64Array[], i: number, j: number, n: number) {
  const variance = covariance[i][i] + covariance[j][j] - 2 * covariance[i][j]
  return Math.sqrt(Math.max(0, variance) / n)
}
