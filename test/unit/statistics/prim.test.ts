import { describe, expect, it } from 'vitest'
import { intPow } from '../../../engine/numerics/index.ts'
import { inputColumn } from '../../../analysis/statistics/input-columns.ts'
import { paste } from '../../../analysis/statistics/paste.ts'
import { peel, peelCases } from '../../../analysis/statistics/peel.ts'
import { prim, turningPoints } from '../../../analysis/statistics/prim.ts'

const places = Array.from({ length: 60 }, (_, k) => k)
const horizon = inputColumn(
  'horizon',
  places.map((k) => 6 * (1 + (k % 5))),
)
const list = inputColumn(
  'list',
  places.map((k) => ['public', 'private', null][k % 3]),
)
const idle = inputColumn(
  'idle',
  places.map((k) => k),
)
const inputs = [horizon, list, idle]
const long = Uint8Array.from(places, (k) => Number(6 * (1 + (k % 5)) >= 18 && k % 3 !== 0))
const all = Int32Array.from(places)

describe('a slice', () => {
  it('is taken by what density gains per case lost', () => {
    // 60 cases of a name lose 13 of 40 of interest: a gain of (27/40 - .4)/60; the lowest five, none
    // of interest, gain (40/95 - .4)/5.
    const cases = Array.from({ length: 100 }, (_, k) => k)
    const name = cases.map((k) => (k < 60 ? 'often' : 'seldom'))
    const size = cases.map((k) => (k < 5 ? 0 : 1))
    const interest = Uint8Array.from(cases, (k) => Number((k >= 5 && k < 18) || k >= 73))
    const [, first] = peel(
      peelCases([inputColumn('size', size), inputColumn('name', name)], Int32Array.from(cases)),
      interest,
    )
    expect(27 / 40 - 0.4).toBeGreaterThan(12 * (40 / 95 - 0.4))
    expect(first.box).toMatchObject([{ input: 1, allowed: [1] }])
  })
})

describe('prim', () => {
  it('finds the limits that hold, values that are named as well as numbers', () => {
    const { cases, ofInterest, boxes } = prim(inputs, long, 'unit')
    expect([cases, ofInterest, boxes.length]).toEqual([60, 24, 1])
    const [{ restrictions, quality, byChance }] = boxes
    expect(restrictions).toMatchObject([
      { input: 0, low: 18, high: Infinity },
      { input: 1, allowed: [1, 2] },
    ])
    expect(quality).toEqual({ cases: 24, ofInterest: 24, coverage: 1, density: 1 })
    expect(byChance).toBe(0.005)
    // Without the horizon 24 of 40 cases are of interest: .6 to the 24th.
    expect(restrictions[0].quasiP).toBeCloseTo(intPow(0.6, 24), 12)
  })

  it('finds two separate boxes one after the other, coverage adding up', () => {
    const either = Uint8Array.from(places, (k) => Number(k % 3 === (k < 40 ? 1 : 2)))
    const { boxes } = prim([list, idle], either, 'two')
    expect(boxes).toHaveLength(2)
    expect(boxes.map(({ quality }) => quality.density)).toEqual([1, 1])
    expect(boxes[0].quality.coverage + boxes[1].quality.coverage).toBe(1)
  })

  it('finds nothing where all cases, or none, are of interest', () => {
    expect(prim(inputs, new Uint8Array(60).fill(1), 'all').boxes).toEqual([])
    expect(prim(inputs, new Uint8Array(60), 'none')).toEqual({
      cases: 60,
      ofInterest: 0,
      boxes: [],
    })
  })
})

describe('peel', () => {
  it('passes boxes of ever fewer cases, never below five', () => {
    const steps = peel(peelCases(inputs, all), long).map(({ quality }) => quality)
    expect(steps[0]).toEqual({ cases: 60, ofInterest: 24, coverage: 1, density: 0.4 })
    for (let k = 1; k < steps.length; k++) expect(steps[k].cases).toBeLessThan(steps[k - 1].cases)
    expect(steps.at(-1)!.cases).toBeGreaterThanOrEqual(5)
    expect(steps.at(-1)!.density).toBe(1)
  })
})

describe('a slice', () => {
  it('is chosen by what it gains for every case it costs', () => {
    // 20 cases without name for 19/60 of density, or the three lowest for 1/30.
    const rich = Uint8Array.from(places, (k) => Number(k % 3 !== 2 && k >= 3))
    const [, first] = peel(peelCases([idle, list], all), rich)
    expect(first.box).toMatchObject([{ input: 1, allowed: [0, 1] }])
  })

  it('never leaves fewer than five cases, numbers or names', () => {
    const few = Int32Array.from([0, 1, 2, 3, 4, 5])
    const top = Uint8Array.from(places, (k) => Number(k === 5))
    const number = peel(peelCases([idle], few), top)
    expect(number.map(({ quality }) => quality.cases)).toEqual([6, 5])
    const name = inputColumn(
      'name',
      places.map((k) => (k < 4 ? 'many' : 'few')),
    )
    expect(peel(peelCases([name], few), top)).toHaveLength(1)
  })
})

describe('turningPoints', () => {
  it('come in order of how many inputs they restrict', () => {
    const boxOf = (inputs: number) => ({
      box: Array.from({ length: inputs }, (_, input) => ({ input, low: 1, high: 2 })),
      quality: { cases: 10, ofInterest: 5, coverage: 0.5, density: 0.5 },
    })
    const lengths = turningPoints([2, 0, 3, 1].map(boxOf)).map(({ box }) => box.length)
    expect(lengths).toEqual([0, 1, 2, 3])
  })
})

describe('paste', () => {
  it('takes back what was peeled too much, and no more', () => {
    const search = peelCases([idle], all)
    const inside = Uint8Array.from(places, (k) => Number(k >= 10 && k < 40))
    const narrow = [{ input: 0, low: 15, high: 30 }]
    expect(paste(narrow, search, inside)).toEqual([{ input: 0, low: 10, high: 39 }])
  })

  it('gives up a side that may go all the way', () => {
    const search = peelCases([idle], all)
    const narrow = [{ input: 0, low: 15, high: 30 }]
    const below = Uint8Array.from(places, (k) => Number(k < 40))
    expect(paste(narrow, search, below)).toEqual([{ input: 0, low: -Infinity, high: 39 }])
    const above = Uint8Array.from(places, (k) => Number(k >= 10))
    expect(paste(narrow, search, above)).toEqual([{ input: 0, low: 10, high: Infinity }])
    expect(paste(narrow, search, new Uint8Array(60).fill(1))).toEqual([])
  })

  it('keeps named values in their order', () => {
    const named = inputColumn(
      'named',
      places.map((k) => ['a', 'b', 'c', 'd'][k % 4]),
    )
    const inside = Uint8Array.from(places, (k) => Number(k % 4 !== 2))
    const start = [{ input: 0, low: -Infinity, high: Infinity, allowed: [3] }]
    expect(paste(start, peelCases([named], all), inside)).toMatchObject([{ allowed: [0, 1, 3] }])
  })
})
