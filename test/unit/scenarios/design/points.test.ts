import { describe, expect, it } from 'vitest'
import { crossing } from '../../../../scenarios/design/grid.ts'
import {
  countPoints,
  designPoints,
  sweptValues,
  trajectoryPoints,
  type SweptValues,
} from '../../../../scenarios/design/points.ts'
import { unitToValue } from '../../../../scenarios/design/unit-to-value.ts'
import type { AxisRange, SweepAxis, SweepBlock } from '../../../../scenarios/sweep.ts'

const axis = (id: string, range: AxisRange): SweepAxis => ({
  subject: { of: 'parameter', id },
  range,
})
const grid = (...axes: SweepAxis[]): SweepBlock => ({ design: 'grid', axes })
const letters = axis('letter', { values: ['a', 'b'] })
const numbers = axis('number', { values: [1, 2, 3] })
const share = axis('share', { low: 0.2, high: 0.4, whole: false })

const valuesOf = (sweep: readonly SweepBlock[], seed = 'word'): SweptValues[] =>
  designPoints(sweep, seed).map(sweptValues)

describe('crossing', () => {
  it('runs through the last list fastest', () => {
    expect(
      crossing<string | number>([
        ['a', 'b'],
        [1, 2],
      ]),
    ).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ])
  })

  it('has one empty combination of nothing, and none with an empty list', () => {
    expect(crossing([])).toEqual([[]])
    expect(crossing([[1], []])).toEqual([])
  })
})

describe('unitToValue', () => {
  it('gives named values, and whole numbers with both ends, equal slices', () => {
    const tally = (range: AxisRange) => {
      const values = Array.from({ length: 60 }, (_, k) => unitToValue(range, (k + 0.5) / 60))
      return new Map(values.map((one) => [one, values.filter((other) => other === one).length]))
    }
    expect(tally({ values: ['x', 'y', 'z'] })).toEqual(
      new Map([
        ['x', 20],
        ['y', 20],
        ['z', 20],
      ]),
    )
    expect(tally({ low: 6, high: 9, whole: true })).toEqual(
      new Map([6, 7, 8, 9].map((one) => [one, 15])),
    )
    expect(tally({ low: 5.5, high: 7.5, whole: true })).toEqual(
      new Map([6, 7].map((one) => [one, 30])),
    )
  })

  it('runs along a range, and stays inside at the ends', () => {
    expect(unitToValue({ low: 2, high: 4, whole: false }, 0.25)).toBe(2.5)
    const last = 1 - Number.EPSILON / 2
    expect(unitToValue({ low: 2, high: 4, whole: true }, last)).toBe(4)
    expect(unitToValue({ values: [1, 2, 3] }, last)).toBe(3)
  })
})

describe('designPoints', () => {
  it('has one point without values where nothing is swept', () => {
    expect(designPoints([], 'word')).toEqual([{ assignments: [] }])
    expect(countPoints([])).toBe(1)
  })

  it('crosses axes and blocks alike, the last running fastest', () => {
    const crossed = valuesOf([grid(letters, numbers)])
    expect(crossed).toHaveLength(6)
    expect(crossed.slice(0, 4)).toEqual([
      { letter: 'a', number: 1 },
      { letter: 'a', number: 2 },
      { letter: 'a', number: 3 },
      { letter: 'b', number: 1 },
    ])
    expect(valuesOf([grid(letters), grid(numbers)])).toEqual(crossed)
    expect(countPoints([grid(letters), grid(numbers)])).toBe(6)
  })

  it('crosses a spread block with a grid: every grid value meets the same spread points', () => {
    const sweep = [grid(letters), { design: 'sobol', points: 8, axes: [share] } as const]
    const values = valuesOf(sweep)
    expect(values).toHaveLength(16)
    const shares = (letter: string) =>
      values.filter((one) => one['letter'] === letter).map((one) => one['share'])
    expect(shares('a')).toEqual(shares('b'))
    expect(new Set(shares('a')).size).toBe(8)
    expect(shares('a').every((one) => (one as number) > 0.2 && (one as number) < 0.4)).toBe(true)
  })

  it('keeps the earlier points of a sobol block that is extended, not of a latin one', () => {
    const block = (design: 'sobol' | 'latinHypercube', points: number): SweepBlock => ({
      design,
      points,
      axes: [share, axis('other', { low: 0, high: 1, whole: false })],
    })
    const few = valuesOf([block('sobol', 7)])
    expect(valuesOf([block('sobol', 20)]).slice(0, 7)).toEqual(few)
    const latin = valuesOf([block('latinHypercube', 7)])
    expect(valuesOf([block('latinHypercube', 20)]).slice(0, 7)).not.toEqual(latin)
  })

  it('spreads two blocks of one sweep differently, and with the seed', () => {
    const block = (id: string): SweepBlock => ({
      design: 'latinHypercube',
      points: 4,
      axes: [axis(id, { low: 0, high: 1, whole: false })],
    })
    const values = valuesOf([block('one'), block('two')])
    const along = (id: string) => [...new Set(values.map((one) => one[id]))].sort()
    expect(values).toHaveLength(16)
    expect(along('one')).not.toEqual(along('two'))
    expect(valuesOf([block('one')], 'word')).toEqual(valuesOf([block('one')], 'word'))
    expect(valuesOf([block('one')], 'word')).not.toEqual(valuesOf([block('one')], 'other'))
  })

  it('has each combination of values once', () => {
    const sweep: SweepBlock[] = [{ design: 'sobol', points: 64, axes: [letters, numbers] }]
    expect(valuesOf(sweep)).toHaveLength(6)
    expect(countPoints(sweep)).toBe(64)
  })

  it('refuses a grid along a range', () => {
    expect(() => designPoints([grid(share)], 'word')).toThrow('share needs named values')
  })
})

describe('one at a time', () => {
  const block: SweepBlock = { design: 'oneAtATime', points: 3, axes: [letters, share] }

  it('leaves the scenario as it is, then sets every value by itself', () => {
    expect(valuesOf([block])).toEqual([
      {},
      { letter: 'a' },
      { letter: 'b' },
      { share: 0.2 },
      { share: 0.30000000000000004 },
      { share: 0.4 },
    ])
    expect(countPoints([block])).toBe(6)
  })
})

describe('morris', () => {
  const block: SweepBlock = { design: 'morris', trajectories: 5, axes: [letters, numbers, share] }

  it('sets every axis at every point, and changes one from step to step', () => {
    const rows = trajectoryPoints(block, 'word').map((assignments) => sweptValues({ assignments }))
    expect(rows.length).toBe(5 * 4)
    expect(countPoints([block])).toBe(20)
    rows.forEach((row, p) => {
      expect(Object.keys(row)).toEqual(['letter', 'number', 'share'])
      if (p % 4 === 0) return
      const changed = Object.keys(row).filter((id) => row[id] !== rows[p - 1][id])
      expect(changed.length).toBe(1)
    })
  })

  it('runs a point once that trajectories meet twice, and the same points for the same seed', () => {
    const names = valuesOf([block]).map((values) => JSON.stringify(values))
    expect(new Set(names).size).toBe(names.length)
    expect(valuesOf([block])).toEqual(valuesOf([block]))
    expect(valuesOf([block], 'other')).not.toEqual(valuesOf([block]))
  })
})
