import { describe, expect, it } from 'vitest'
import { effectOf, judge, type metrics, type Series } from '../../../bench/knockout-effects.ts'

const flat =
  (values: Partial<Record<(typeof metrics)[number], number>>): Series =>
  (metric) =>
    new Float64Array(36).fill(values[metric] ?? 1)

describe('effectOf', () => {
  it('is relative for links and in points for shares', () => {
    expect(effectOf('after', flat({ links: 200 }), flat({ links: 150 }))).toBe(-25)
    const exits = effectOf(
      'exits',
      flat({ programmeExitShare: 0.25 }),
      flat({ programmeExitShare: 0.5 }),
    )
    expect(exits).toBe(25)
  })

  it('reads links before the notice in the month before it, not at the end', () => {
    const reform: Series = () => Float64Array.from({ length: 36 }, (_, t) => (t === 10 ? 0.5 : 1))
    expect(effectOf('before', flat({}), reform)).toBe(-50)
    expect(effectOf('after', flat({}), reform)).toBe(0)
  })
})

describe('judge', () => {
  const fell = Float64Array.of(-30, -31, -29)
  const fellLess = Float64Array.of(-10, -12, -9)
  const unclear = Float64Array.of(-10, 12, 1)

  it('finds the sign of the notice, or its opposite', () => {
    expect(judge('after', fell, fell, 'same').verdict).toBe('as stated')
    expect(judge('exits', fell, fell, 'same').verdict).toBe('not')
    expect(judge('after', unclear, fell, 'same').verdict).toBe('not distinguishable')
  })

  it('compares with the full notice pair by pair', () => {
    expect(judge('after', fellLess, fell, 'less').verdict).toBe('as stated')
    expect(judge('after', fellLess, fell, 'more').verdict).toBe('not')
    expect(judge('after', fell, fellLess, 'more').verdict).toBe('as stated')
  })

  it('calls nothing only what is the same to the last bit in every pair', () => {
    expect(judge('after', new Float64Array(3), fell, 'nothing').verdict).toBe('as stated')
    expect(judge('after', Float64Array.of(0, 0, 1e-15), fell, 'nothing').verdict).toBe('not')
  })

  it('gives the mean and its half-width by Student t', () => {
    const { mean, halfWidth } = judge('after', Float64Array.of(1, 2, 3), fell, 'same')
    expect(mean).toBe(2)
    expect(halfWidth).toBeCloseTo(4.302652729911275 / Math.sqrt(3), 9)
  })
})
