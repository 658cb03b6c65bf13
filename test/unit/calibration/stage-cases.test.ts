import { describe, expect, it } from 'vitest'
import { evaluateSettings, meansOf } from '../../../analysis/calibration/run/stage-cases.ts'

const RANGES = [{ parameter: 'tenor', low: 10, high: 20, scale: 'even' }] as const

describe('the cases of a stage', () => {
  it('give every setting replicates of its own, numbered on from the first', async () => {
    const asked: string[] = []
    const table = await evaluateSettings(
      (_, cases) => {
        asked.push(...cases.map(({ values, replicate }) => `${values[0]} ${replicate}`))
        return Promise.resolve(cases.map(({ values, replicate }) => Float64Array.of(values[0] + replicate))) // prettier-ignore
      },
      'round 1',
      RANGES,
      Float64Array.of(0, 0.5),
      3,
      100,
    )
    expect(asked).toEqual(['10 100', '10 101', '10 102', '15 103', '15 104', '15 105'])
    expect([...table.values]).toEqual([111, 119])
    expect(table.replicates).toEqual(Float64Array.of(3, 3))
  })

  it('have the mean of what is defined', () => {
    const measured = [Float64Array.of(1, NaN, 4), Float64Array.of(2, NaN, NaN)]
    expect([...meansOf(measured)]).toEqual([1.5, NaN, 4])
  })
})
