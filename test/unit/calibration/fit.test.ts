import { describe, expect, it } from 'vitest'
import { FRESH } from '../../../analysis/calibration/run/calibrate.ts'
import { fitOf } from '../../../analysis/calibration/run/fit.ts'
import { tellStory } from '../../../analysis/calibration/run/stories.ts'
import type { Target } from '../../../scenarios/targets/target.ts'

const target = (id: string, observed: number, sd: number): Target => ({
  id,
  members: [],
  combine: { kind: 'one' },
  as: 'level',
  observed,
  sd,
  weight: 1,
  unit: '1',
})

describe('the fit of a set', () => {
  const targets = [target('near', 2, 1), target('wide', 9, 0.5), target('far', 50, 1)]
  // Two members, two replicates each; the second counts three times as much.
  const members = [Float64Array.of(1, 0, 0, 1, 0, 0), Float64Array.of(3, 10, 0, 3, 2, NaN)]
  const fit = fitOf(targets, Float64Array.of(0.25, 0.75), members)

  it('weighs members, and replicates of a member alike', () => {
    expect(fit[0].mean).toBeCloseTo(0.25 * 1 + 0.75 * 3, 12)
    expect(fit[1].mean).toBeCloseTo(0.75 * 6, 12)
  })

  it('has the 5% and 95% quantiles of all runs', () => {
    const runs = Float64Array.from({ length: 100 }, (_, k) => k)
    const [even] = fitOf([target('even', 2, 1)], Float64Array.of(1), [runs])
    // Linear between the middles of steps of 1%: 5% lies half-way from 4 to 5.
    expect(even.low).toBeCloseTo(4.5, 10)
    expect(even.high).toBeCloseTo(94.5, 10)
  })

  it('tells met from within and missed', () => {
    expect(fit.map(({ verdict }) => verdict)).toEqual(['met', 'within', 'missed'])
  })

  it('says how often a target is defined', () => {
    expect(fit.map(({ defined }) => defined)).toEqual([1, 1, 0.625])
  })
})

describe('the story of a cut', () => {
  it('gives policy and distress what each takes, and the four add up to what was observed', async () => {
    // notice: accounts, steady, distressed; before: the same
    const cuts = [-0.5, -0.3, -0.7, -0.2, -0.1, -0.4]
    const replicates: number[] = []
    const told = await tellStory(
      [{ values: [1], weight: 1 }],
      0,
      { observed: -0.8, sd: 0.15 },
      2,
      (_, cases) => {
        replicates.push(...cases.map(({ replicate }) => replicate - FRESH))
        return Promise.resolve(cases.map(({ arm = 0 }) => Float64Array.of(cuts[arm])))
      },
    )
    expect(told.distressed.policy).toBeCloseTo(0.5 * (-0.7 + 0.4 + (-0.3 + 0.1)), 12)
    expect(told.distressed.distress).toBeCloseTo(0.5 * (-0.7 + 0.3 + (-0.4 + 0.1)), 12)
    expect(told.distressed.churn).toBe(-0.1)
    for (const shares of [told.accounts, told.distressed, told.asDeep!]) {
      const sum = shares.policy + shares.distress + shares.churn + shares.leftOver
      expect(sum).toBeCloseTo(-0.8, 12)
    }
    expect(told.notice.distressed.asDeep).toBe(1)
    expect(told.notice.accounts.asDeep).toBe(0)
    expect(told.before.distressed.mean).toBeCloseTo(-0.4, 12)
    expect(new Set(replicates)).toEqual(new Set([0, 1]))
  })

  it('has the 5% and 95% quantiles of the runs', async () => {
    const { notice } = await tellStory(
      [{ values: [1], weight: 1 }],
      0,
      { observed: -0.8, sd: 0.15 },
      100,
      (_, cases) =>
        Promise.resolve(cases.map(({ replicate }) => Float64Array.of(replicate - FRESH))),
    )
    expect(notice.accounts.low).toBeCloseTo(4.5, 10)
    expect(notice.accounts.high).toBeCloseTo(94.5, 10)
  })
})
