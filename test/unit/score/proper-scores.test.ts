import { describe, expect, it } from 'vitest'
import { fairCrps, intervalScore } from '../../../analysis/score/proper-scores.ts'

/** The definition, in m² steps. */
function crpsPlain(members: readonly number[], observed: number): number {
  const m = members.length
  let distance = 0
  let spread = 0
  for (const one of members) {
    distance += Math.abs(one - observed)
    for (const other of members) spread += Math.abs(one - other)
  }
  return distance / m - spread / (2 * m * (m - 1))
}

describe('the fair CRPS', () => {
  it('is what its definition says, member by member', () => {
    for (const members of [
      [1, 5],
      [3, -1, 4],
      [2, 2, 2, 7, -3],
      [0.5, 0.1, 9, 4, 4, 1],
    ]) {
      for (const observed of [-4, 0, 2, 20]) {
        expect(fairCrps(members, observed)).toBeCloseTo(crpsPlain(members, observed), 12)
      }
    }
  })

  it('is worked out by hand for two members', () => {
    // |1 − 2| and |5 − 2| have mean 2; members differ by 4, half of it is 2.
    expect(fairCrps([5, 1], 2)).toBe(0)
    // Outside, the nearer end counts alone: mean distance 4 less 2.
    expect(fairCrps([5, 1], 7)).toBe(2)
    expect(fairCrps([5, 1], -1)).toBe(2)
  })

  it('is the distance where all members agree', () => {
    expect(fairCrps([3, 3, 3], 10)).toBe(7)
    expect(fairCrps([3, 3, 3], 3)).toBe(0)
  })

  it('knows neither the order nor the origin, and grows with the unit', () => {
    const members = [4, 1, 8, 2]
    expect(fairCrps([8, 4, 2, 1], 3)).toBe(fairCrps(members, 3))
    expect(
      fairCrps(
        members.map((x) => x + 100),
        103,
      ),
    ).toBeCloseTo(fairCrps(members, 3), 10)
    expect(
      fairCrps(
        members.map((x) => 10 * x),
        30,
      ),
    ).toBeCloseTo(10 * fairCrps(members, 3), 10)
  })

  it('is not defined for a single member', () => {
    expect(fairCrps([1], 1)).toBeNaN()
    expect(fairCrps([], 1)).toBeNaN()
  })
})

describe('the interval score', () => {
  it('is the width where the observation lies inside, both ends included', () => {
    expect(intervalScore(2, 5, 3)).toBe(3)
    expect(intervalScore(2, 5, 2)).toBe(3)
    expect(intervalScore(2, 5, 5)).toBe(3)
  })

  it('pays 2/α for every unit missed, on either side', () => {
    expect(intervalScore(2, 5, 1)).toBeCloseTo(3 + 20, 12)
    expect(intervalScore(2, 5, 7)).toBeCloseTo(3 + 40, 12)
    expect(intervalScore(2, 5, 7, 0.5)).toBeCloseTo(3 + 8, 12)
  })
})
