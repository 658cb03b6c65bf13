import { describe, expect, it } from 'vitest'
import { varianceSplit } from '../../../analysis/statistics/variance-split.ts'

describe('varianceSplit', () => {
  it('puts what points share down to luck they share, and differences down to the points', () => {
    const { point, shared, own } = varianceSplit([
      [0, 3, 6],
      [2, 5, 8],
    ])
    expect([point, shared, own]).toEqual([2, 9, 0])
  })

  it('takes what luck adds to means off both, as worked out by hand', () => {
    // Points −3, 3 and replicates −1, 1 with an interaction of ±1 in every cell.
    const { point, shared, own, pointMeans, replicateMeans } = varianceSplit([
      [-3, -3],
      [1, 5],
    ])
    expect([...pointMeans, ...replicateMeans]).toEqual([-3, 3, -1, 1])
    expect(own).toBe(4)
    expect(point).toBe(18 - 4 / 2)
    expect(shared).toBe(2 - 4 / 2)
  })

  it('never finds less than nothing', () => {
    const { point, shared } = varianceSplit([
      [1, -1],
      [-1, 1],
    ])
    expect([point, shared]).toEqual([0, 0])
  })

  it('cannot tell points from luck with one replicate, nor has points with one', () => {
    expect(varianceSplit([[1], [3]])).toMatchObject({ point: 2, shared: NaN, own: NaN })
    expect(varianceSplit([[1, 3]])).toMatchObject({ point: 0, shared: 2, own: 0 })
  })
})
