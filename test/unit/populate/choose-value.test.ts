import { describe, expect, it } from 'vitest'
import { capacityTrendOf, monthsBetween } from '../../../agents/populate/capacity-trend.ts'
import {
  chooseValue,
  indexObservations,
  isUsable,
  latestValue,
  valueOn,
} from '../../../agents/populate/choose-value.ts'
import type { Observation } from '../../../agents/populate/public-data.ts'

function row(day: string, value: number, more: Partial<Observation> = {}): Observation {
  const place = { file: 'banks.csv', entity: 'A', kind: 'city', metric: 'loans' }
  const origin = { source: 'u', published: '2025-06-30', confidence: 'high' as const }
  return { ...place, ...origin, value, unit: 'mn', date: day, day, ...more }
}

const [OLD, END, MARCH, JUNE, SEPTEMBER] = [
  row('2023-12-31', 1),
  row('2024-12-31', 2),
  row('2025-03-31', 3),
  row('2025-06-30', 4),
  row('2025-09-30', 5),
]

describe('which value', () => {
  it('is the latest by the end of 2024', () => {
    expect(chooseValue([OLD, END, MARCH, JUNE])?.value).toBe(2)
    expect(chooseValue([MARCH, END, OLD])?.value).toBe(2)
  })

  it('is else the earliest by June 2025', () => {
    expect(chooseValue([JUNE, MARCH, SEPTEMBER])?.value).toBe(3)
  })

  it('is none when only later days are seen', () => {
    expect(chooseValue([SEPTEMBER])).toBeUndefined()
    expect(chooseValue([row('', 9)])).toBeUndefined()
  })

  it('never has low confidence unless a step allows it', () => {
    const low = row('2024-12-31', 7, { confidence: 'low' })
    expect(chooseValue([low, MARCH])?.value).toBe(3)
    expect(chooseValue([low, MARCH], true)?.value).toBe(7)
    expect(valueOn([low], '2024-12-31')).toBeUndefined()
  })

  it('of one day has the higher confidence, then the later publication', () => {
    const medium = { confidence: 'medium' as const, published: '2025-09-30' }
    expect(chooseValue([row('2024-12-31', 8, medium), END])?.value).toBe(2)
    const later = row('2024-12-31', 9, { published: '2025-07-31' })
    expect(chooseValue([END, later])?.value).toBe(9)
    expect(chooseValue([later, row('2024-12-31', 8, { published: '' })])?.value).toBe(9)
  })

  it('does not depend on the order of equally good rows', () => {
    const twin = row('2024-12-31', 6)
    expect(chooseValue([END, twin])).toEqual(chooseValue([twin, END]))
  })

  it('is the named or the latest day where a step says so', () => {
    expect(valueOn([OLD, SEPTEMBER], '2025-09-30')?.value).toBe(5)
    expect(latestValue([SEPTEMBER, OLD, JUNE])?.value).toBe(5)
  })
})

describe('a row that may not be used', () => {
  it('is later than October 2025, a rule, an opinion or undated', () => {
    expect(isUsable(row('2025-10-31', 1))).toBe(true)
    expect(isUsable(row('2025-11-01', 1))).toBe(false)
    expect(isUsable(row('', 1))).toBe(false)
    expect(isUsable(row('2025-01-01', 1, { kind: 'rule' }))).toBe(false)
    expect(isUsable(row('2025-01-01', 1, { kind: 'rule_window_guidance' }))).toBe(false)
    expect(isUsable(row('2025-01-01', 1, { metric: 'expert_expected_number' }))).toBe(false)
    const forecast = 'loan_balance_internal_forecast'
    expect(isUsable(row('2025-01-01', 1, { metric: forecast }))).toBe(false)
  })

  it('is not found in the index', () => {
    const index = indexObservations([
      END,
      row('2026-01-31', 1),
      row('2024-12-31', 3, { metric: 'x' }),
    ])
    expect(index.rows('A', 'loans')).toEqual([END])
    expect(index.metrics('A')).toEqual(['loans', 'x'])
    expect(index.rows('B', 'loans')).toEqual([])
  })
})

describe('capacity trend', () => {
  it('is the monthly rate of a balance sheet that shrank over two years or more', () => {
    const trend = capacityTrendOf([row('2021-12-31', 400), row('2024-12-31', 100)])
    let assets = 400
    for (let month = 0; month < 36; month++) assets *= 1 + trend.value
    expect(assets).toBeCloseTo(100, 10)
    expect(trend.value).toBeLessThan(0)
    expect(trend.origin).toBe('derived')
  })

  it('is 0 when assets grew, when dates are close and when there is one date', () => {
    expect(capacityTrendOf([row('2021-12-31', 100), END]).value).not.toBe(0)
    expect(capacityTrendOf([row('2021-12-31', 1), END]).value).toBe(0)
    expect(capacityTrendOf([row('2023-12-31', 400), END]).value).toBe(0)
    expect(capacityTrendOf([END]).value).toBe(0)
    expect(capacityTrendOf([]).value).toBe(0)
  })

  it('counts calendar months', () => {
    expect(monthsBetween('2021-12-31', '2024-12-31')).toBe(36)
    expect(monthsBetween('2024-11-30', '2025-02-28')).toBe(3)
  })
})
