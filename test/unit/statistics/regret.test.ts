import { describe, expect, it } from 'vitest'
import { regretTable } from '../../../analysis/statistics/regret.ts'

/** Three policies in four futures: bold, cautious, in between. */
const outcomes = [
  [10, 8, 0, 6],
  [4, 4, 4, 4],
  [8, 7, 3, 5],
]

describe('regretTable', () => {
  it('is the distance from the best in every future', () => {
    const { policies, futures, leastRegret } = regretTable(outcomes, 'higher')
    expect(futures).toBe(4)
    // Bests 10, 8, 4, 6.
    expect(policies.map((policy) => policy.largestRegret)).toEqual([4, 6, 2])
    expect(policies.map((policy) => policy.meanRegret)).toEqual([1, 3, 1.25])
    expect(policies[0].q90Regret).toBeCloseTo(0.7 * 4, 12)
    expect(leastRegret).toEqual([2])
  })

  it('turns around where lower is better', () => {
    const { policies } = regretTable(outcomes, 'lower')
    // Bests 4, 4, 0, 4.
    expect(policies.map((policy) => policy.largestRegret)).toEqual([6, 4, 4])
    expect(regretTable(outcomes, 'lower').leastRegret).toEqual([1, 2])
  })

  it('counts the futures in which a policy is good enough, the mark included', () => {
    const { policies, mostOftenGoodEnough } = regretTable(outcomes, 'higher', 4)
    expect(policies.map((policy) => policy.goodEnoughShare)).toEqual([0.75, 1, 0.75])
    expect(mostOftenGoodEnough).toEqual([1])
    const low = regretTable(outcomes, 'lower', 4)
    expect(low.policies.map((policy) => policy.goodEnoughShare)).toEqual([0.25, 1, 0.25])
  })

  it('says nothing of good enough without a mark, and leaves out undefined futures', () => {
    const { policies, futures, mostOftenGoodEnough } = regretTable(
      [
        [1, NaN],
        [2, 5],
      ],
      'higher',
    )
    expect([futures, policies[0].largestRegret]).toEqual([1, 1])
    expect(policies[0].goodEnoughShare).toBeNaN()
    expect(mostOftenGoodEnough).toEqual([])
  })
})
