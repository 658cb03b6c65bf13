/**
 * Policies over futures: how much worse each is than the best one would have been, and in how many
 * futures it is good enough. All policies are looked at in the same futures, a future being one set of
 * assumptions with one set of draws.
 *
 *     regret(policy, future) = |best outcome of all policies in that future − its own|
 *
 * Least of the largest regret is Savage's choice; the most futures good enough, Simon's.
 *
 * @source Savage (1951), JASA 46:55; Starr (1963) and Schneller, Sphicas (1983) for the domain
 *   criterion; Lempert, Popper, Bankes (2003), Shaping the Next One Hundred Years
 * @module
 */
import { mean } from './moments.ts'
import { sortedQuantile } from './quantile.ts'

/** How one policy fares over all futures. */
export interface PolicyRegret {
  readonly meanRegret: number
  /** Below it in 90 of 100 futures. */
  readonly q90Regret: number
  readonly largestRegret: number
  /** Share of futures in which it is good enough; NaN without a mark to reach. */
  readonly goodEnoughShare: number
}

export interface RegretTable {
  /** In the order of the policies. */
  readonly policies: readonly PolicyRegret[]
  /** Futures in which every policy is defined. */
  readonly futures: number
  /** Numbers of the policies whose largest regret is least; ascending, more than one when tied. */
  readonly leastRegret: readonly number[]
  /** Those good enough in most futures; none without a mark. */
  readonly mostOftenGoodEnough: readonly number[]
}

const NINE_TENTHS = 0.9

/**
 * @param values `[policy][future]`
 * @param mark  level to reach, or not to exceed where lower is better; NaN for none
 */
export function regretTable(
  values: readonly ArrayLike<number>[],
  better: 'higher' | 'lower',
  mark = NaN,
): RegretTable {
  const sign = better === 'higher' ? 1 : -1
  const futures: number[] = []
  for (let f = 0; f < (values[0]?.length ?? 0); f++) {
    if (values.every((policy) => Number.isFinite(policy[f]))) futures.push(f)
  }
  const best = futures.map((f) => Math.max(...values.map((policy) => sign * policy[f])))
  const policies = values.map((policy): PolicyRegret => {
    const regrets = Float64Array.from(futures, (f, k) => best[k] - sign * policy[f]).sort()
    const enough = futures.filter((f) => sign * policy[f] >= sign * mark).length
    return {
      meanRegret: mean(regrets),
      q90Regret: sortedQuantile(regrets, NINE_TENTHS),
      largestRegret: regrets.at(-1) ?? NaN,
      goodEnoughShare: Number.isNaN(mark) ? NaN : enough / futures.length,
    }
  })
  return {
    policies,
    futures: futures.length,
    leastRegret: smallest(policies.map(({ largestRegret }) => largestRegret)),
    mostOftenGoodEnough: smallest(policies.map(({ goodEnoughShare }) => -goodEnoughShare)),
  }
}

/** Places of the smallest number; none where numbers are not defined. */
function smallest(numbers: readonly number[]): number[] {
  const least = Math.min(...numbers)
  return numbers.flatMap((one, k) => (one === least ? [k] : []))
}
