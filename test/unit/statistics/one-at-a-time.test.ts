import { describe, expect, it } from 'vitest'
import { oneAtATimeEffects, oneAtATimePoints } from '../../../analysis/statistics/one-at-a-time.ts'

const points = oneAtATimePoints(
  [12, 0.2],
  [
    [6, 12, 24],
    [0.2, 0.24],
  ],
)

describe('oneAtATimePoints', () => {
  it('moves one input at a time, and runs the base once', () => {
    expect(points).toEqual([
      { input: -1, value: NaN },
      { input: 0, value: 6 },
      { input: 0, value: 24 },
      { input: 1, value: 0.24 },
    ])
  })
})

describe('oneAtATimeEffects', () => {
  const luck = [5, 9, 1, 3]
  const wobble = [1, -1, 1, -1]
  const outcomes = [0, -4, 2, 10].map((shift, p) =>
    luck.map((value, r) => value + shift + (p > 0 ? wobble[r] : 0)),
  )
  const [first, second] = oneAtATimeEffects(points, outcomes)

  it('compares with the base replicate by replicate, widest swing first', () => {
    expect([first.input, first.swing, second.input, second.swing]).toEqual([1, 10, 0, 6])
    expect(second.effects.map(({ value, change }) => [value, change.mean])).toEqual([
      [6, -4],
      [24, 2],
    ])
  })

  it('names the first of inputs that swing alike first', () => {
    const alike = oneAtATimePoints([1, 1, 1], [[2], [2], [2]])
    const values = alike.map(({ input }) => [input < 0 ? 0 : 7])
    expect(oneAtATimeEffects(alike, values).map(({ input }) => input)).toEqual([0, 1, 2])
    const backwards = [alike[0], ...alike.slice(1).toReversed()]
    expect(oneAtATimeEffects(backwards, values).map(({ input }) => input)).toEqual([0, 1, 2])
  })

  it('leaves shared luck out of its intervals', () => {
    const { change } = first.effects[0]
    // Differences 11, 9, 11, 9: standard deviation 2/√3, t with 3 degrees 3.1824.
    expect(change.high - change.mean).toBeCloseTo((3.182446 * 2) / Math.sqrt(3) / 2, 5)
    expect(change.low).toBeCloseTo(20 - change.high, 9)
  })
})
