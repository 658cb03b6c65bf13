import { describe, expect, it } from 'vitest'
import {
  columnName,
  columnsOf,
  createMeasurement,
  measure,
  readingsIn,
} from '../../../analysis/measurement/index.ts'
import type { Combine, Target } from '../../../scenarios/targets/target.ts'
import { span, START, targetOf } from './target-of.ts'

const BANK = 'bank:a'
const none = (): readonly string[] => []

/** Measures one bank's `quantity` in months from 2024-11 on. */
function measured(rest: Partial<Target>, months: readonly number[], quantity = 'partners'): number {
  const at = rest.as === 'firstMonth' ? {} : { at: span('2025-01') }
  const since = ['change', 'ratio', 'growth'].includes(rest.as ?? '') ? { since: span(START) } : {}
  const target = targetOf([{ subject: BANK, quantity, ...at, ...since }], rest)
  const columns = columnsOf([target], none)
  return measure([target], columns, Float64Array.from(months), START, months.length)[0]
}

describe('the value of one member', () => {
  it('is a level, a change, a ratio or a growth', () => {
    const months = [50, 40, 8]
    expect(measured({ as: 'level' }, months)).toBe(8)
    expect(measured({ as: 'change' }, months)).toBe(-42)
    expect(measured({ as: 'ratio' }, months)).toBeCloseTo(0.16, 15)
    expect(measured({ as: 'growth' }, months)).toBeCloseTo(-0.84, 15)
  })

  it('reads the first month of the run as its end, and no month outside of it', () => {
    const at = (month: string) =>
      measured({ members: [{ subject: BANK, quantity: 'partners', at: span(month) }] }, [7, 8])
    expect(at('2024-11')).toBe(7)
    expect(at('2024-12')).toBe(8)
    expect(at('2024-10')).toBeNaN()
    expect(at('2025-01')).toBeNaN()
  })

  it('averages what happens over a time and reads what is there at its end', () => {
    const quarter = span('2024-11', '2025-01')
    const of = (quantity: string) =>
      measured({ members: [{ subject: BANK, quantity, at: quarter }] }, [1, 2, 9])
    expect(of('newLoans')).toBe(4)
    expect(of('partnerLoans')).toBe(9)
    const later = { members: [{ subject: BANK, quantity: 'newLoans', at: span('2024-12', '2025-01') }] } // prettier-ignore
    expect(measured(later, [1, 2, 9])).toBe(5.5)
  })

  it('averages flows of the market and reads its stocks at the end', () => {
    const of = (quantity: string) =>
      measured({ members: [{ quantity, at: span(START, '2025-01') }] }, [1, 2, 9])
    expect(of('originations')).toBe(4)
    expect(of('cr5')).toBe(9)
  })

  it('is not defined when a month it needs is not, nor when there is nothing to divide by', () => {
    expect(measured({ as: 'growth' }, [NaN, 1, 2])).toBeNaN()
    expect(measured({ as: 'change' }, [1, 2, NaN])).toBeNaN()
    expect(measured({ as: 'growth' }, [1, NaN, 2])).toBe(1)
    expect(measured({ as: 'ratio' }, [0, 1, 2])).toBeNaN()
    const months = {
      members: [{ subject: BANK, quantity: 'newLoans', at: span(START, '2025-01') }],
    }
    expect(measured(months, [1, NaN, 2])).toBeNaN()
  })

  it('waits for the first month below or above a limit', () => {
    const wait = (when: Target['when'] & object, months: readonly number[]) =>
      measured({ as: 'firstMonth', when }, months)
    const below = { side: 'below', limit: 0.9, ofStart: true } as const
    expect(wait(below, [100, 95, 90, 89, 120])).toBe(3)
    expect(wait({ ...below, side: 'above' }, [100, 95, 90, 89, 120])).toBe(0)
    expect(wait({ side: 'above', limit: 110, ofStart: false }, [100, 110, 90, 111])).toBe(3)
    expect(wait(below, [100, NaN, 10])).toBeNaN()
    expect(wait(below, [NaN, 5, 1])).toBeNaN()
  })

  it('takes a wait without an end for the length of the run', () => {
    const when = { side: 'below', limit: 0.9, ofStart: true } as const
    expect(measured({ as: 'firstMonth', when }, [100, 95, 90])).toBe(3)
  })
})

/** Five banks in one month, as a group or as written. */
function combined(how: Combine, values: readonly number[]): number {
  const members = values.map((_, k) => ({
    subject: `bank:${k}`,
    quantity: 'partners',
    at: span(START),
  }))
  const target = targetOf(members, { combine: how })
  const columns = columnsOf([target], none)
  return measure([target], columns, Float64Array.from(values), START, 1)[0]
}
const summary = (of: 'median' | 'mean' | 'sum' | 'least' | 'most' | 'q1' | 'q3') =>
  ({ kind: 'summary', of }) as const

describe('several members', () => {
  it('are summed up', () => {
    const values = [9, 1, 4, 30, 6]
    expect(combined(summary('median'), values)).toBe(6)
    expect(combined(summary('mean'), values)).toBe(10)
    expect(combined(summary('sum'), values)).toBe(50)
    expect(combined(summary('least'), values)).toBe(1)
    expect(combined(summary('most'), values)).toBe(30)
    expect(combined(summary('q1'), values)).toBe(4)
    expect(combined(summary('q3'), values)).toBe(9)
    expect(combined(summary('q1'), [1, 2, 3, 4])).toBe(1.75)
  })

  it('are summed up over those that are defined', () => {
    expect(combined(summary('mean'), [1, NaN, 3])).toBe(2)
    expect(combined(summary('sum'), [1, NaN, 3])).toBe(4)
    expect(combined(summary('median'), [NaN, NaN])).toBeNaN()
    expect(combined(summary('sum'), [NaN, NaN])).toBeNaN()
  })

  it('are counted inside limits, both ends included', () => {
    const inside = { kind: 'inside', low: 10, high: 26 } as const
    expect(combined(inside, [9, 10, 20, 26, 27])).toBe(0.6)
    expect(combined(inside, [NaN, 20, 3])).toBe(0.5)
    expect(combined(inside, [NaN, NaN])).toBeNaN()
  })

  it('are compared in the written order, a tie for half', () => {
    const descending = { kind: 'order', descending: true } as const
    const ascending = { kind: 'order', descending: false } as const
    expect(combined(descending, [3, 2, 1])).toBe(1)
    expect(combined(ascending, [3, 2, 1])).toBe(0)
    expect(combined(descending, [3, 1, 2])).toBeCloseTo(2 / 3, 15)
    expect(combined(descending, [3, 3, 1])).toBeCloseTo(2.5 / 3, 15)
    expect(combined(ascending, [3, 3, 1])).toBeCloseTo(0.5 / 3, 15)
    expect(combined(descending, [3, NaN, 1])).toBe(1)
    expect(combined(descending, [3, NaN])).toBeNaN()
  })

  it('are compared by their own value: the median growth is not the growth of the median', () => {
    const member = (subject: string) => ({
      subject,
      quantity: 'partners',
      at: span('2024-12'),
      since: span(START),
    })
    const target = targetOf(['bank:a', 'bank:b', 'bank:c'].map(member), {
      as: 'growth',
      combine: summary('median'),
    })
    const columns = columnsOf([target], none)
    const series = Float64Array.from([10, 5, 20, 22, 100, 200])
    expect(measure([target], columns, series, START, 2)[0]).toBeCloseTo(0.1, 15)
  })
})

describe('columnsOf', () => {
  const groups = (group: string): readonly string[] =>
    group === 'licence:private' ? ['bank:a', 'bank:b'] : []
  const at = span(START)
  const targets = [
    targetOf([{ quantity: 'cr5', at }]),
    targetOf([{ subject: 'bank:b', quantity: 'partners', at }]),
    targetOf([{ subject: 'licence:private', quantity: 'partners', at }], {
      combine: summary('sum'),
    }),
  ]

  it('names every series once, in the order of the targets, groups as their members', () => {
    expect(columnsOf(targets, groups).map(columnName)).toEqual([
      'cr5',
      'partners of bank:b',
      'partners of bank:a',
    ])
  })

  it('keeps what a group needs to be measured', () => {
    const columns = columnsOf(targets, groups)
    expect(Array.from(measure(targets, columns, Float64Array.of(0.7, 5, 8), START, 1))).toEqual([
      0.7, 5, 13,
    ])
    const stored = JSON.parse(JSON.stringify(columns)) as typeof columns
    expect(measure(targets, stored, Float64Array.of(0.7, 5, 8), START, 1)[2]).toBe(13)
  })

  it('counts a member once that is named by itself and by its group', () => {
    const both = targetOf(
      [
        { subject: 'bank:a', quantity: 'partners', at },
        { subject: 'licence:private', quantity: 'partners', at },
      ],
      { combine: summary('sum') },
    )
    const columns = columnsOf([both], groups)
    expect(measure([both], columns, Float64Array.of(1, 2), START, 1)[0]).toBe(3)
  })

  it('is refused a target whose columns are missing', () => {
    expect(() => measure(targets, [{ quantity: 'cr5' }], Float64Array.of(1), START, 1)).toThrow(
      'no column partners of bank:b',
    )
    const empty = targetOf([{ subject: 'tier:none', quantity: 'partners', at }])
    expect(() =>
      measure([empty], columnsOf([empty], groups), new Float64Array(0), START, 1),
    ).toThrow('no column for target tried')
  })
})

describe('createMeasurement', () => {
  it('counts the members that remain', () => {
    const target = targetOf(
      ['bank:a', 'bank:b'].map((subject) => ({ subject, quantity: 'listSize', at: span(START) })),
    )
    const columns = columnsOf([target], none)
    const measurement = createMeasurement([target], columns, START, 1)
    expect(Array.from(measurement.counts(Float64Array.of(3, NaN)))).toEqual([1])
  })
})

describe('readingsIn', () => {
  it('is the part of a result between metrics and formulas', () => {
    const setup = { metrics: ['hhi'], readings: [{ quantity: 'cr5' }, { quantity: 'cr4' }] }
    expect(Array.from(readingsIn(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), setup, 2))).toEqual([
      3, 4, 5, 6,
    ])
  })
})
