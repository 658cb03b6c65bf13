import { describe, expect, it } from 'vitest'
import { scoreTarget } from '../../../analysis/score/score-target.ts'

const hundred = Array.from({ length: 101 }, (_, k) => k)

describe('the score of a target', () => {
  it('has the 5% and 95% quantiles of the replicates, and whether they hold what was observed', () => {
    const { mean, low, high, inside } = scoreTarget({ observed: 95, sd: 1 }, hundred)
    expect([mean, low, high, inside]).toEqual([50, 5, 95, true])
    expect(scoreTarget({ observed: 95.1, sd: 1 }, hundred).inside).toBe(false)
    expect(scoreTarget({ observed: 4.9, sd: 1 }, hundred).inside).toBe(false)
  })

  it('is in standard deviations of the observation', () => {
    const one = scoreTarget({ observed: 120, sd: 1 }, hundred)
    const two = scoreTarget({ observed: 120, sd: 2 }, hundred)
    expect(two.crps).toBeCloseTo(one.crps / 2, 12)
    expect(two.interval).toBeCloseTo(one.interval / 2, 12)
  })

  it('needs two replicates that know it, and half of all', () => {
    const scored = (values: readonly number[]) => scoreTarget({ observed: 1, sd: 1 }, values)
    expect(scored([1, 2, NaN, NaN])).toMatchObject({ isScored: true, defined: 2, mean: 1.5 })
    expect(scored([1, 2, NaN, NaN, NaN])).toMatchObject({ isScored: false, inside: false })
    expect(scored([1])).toMatchObject({ isScored: false, crps: NaN, interval: NaN })
  })
})
