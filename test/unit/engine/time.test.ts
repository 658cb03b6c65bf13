import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../engine/errors.ts'
import { isQuarterEnd, monthAt, monthIndex, periodOf } from '../../../engine/time.ts'

describe('the calendar', () => {
  it('counts months from the start across years, backwards too', () => {
    expect(monthAt('2024-11', 0)).toBe('2024-11')
    expect(monthAt('2024-11', 2)).toBe('2025-01')
    expect(monthAt('2024-11', 11)).toBe('2025-10')
    expect(monthAt('2024-11', 35)).toBe('2027-10')
    expect(monthAt('2024-11', -11)).toBe('2023-12')
    expect(monthAt('2024-11', -120)).toBe('2014-11')
  })

  it('finds the period of a month: the inverse', () => {
    for (let period = -130; period <= 130; period++) {
      expect(periodOf('2024-11', monthAt('2024-11', period))).toBe(period)
    }
  })

  it('ends quarters in March, June, September and December', () => {
    const ends = []
    for (let period = -12; period < 12; period++) {
      if (isQuarterEnd('2024-11', period)) ends.push(monthAt('2024-11', period).slice(5))
    }
    expect(ends).toEqual(['12', '03', '06', '09', '12', '03', '06', '09'])
  })

  it('rejects what is not a month, and says what it wanted', () => {
    for (const month of ['2024-13', '2024-00', '2024-1', '24-01', 'May', '']) {
      expect(() => monthIndex(month)).toThrow(SimulationError)
    }
    expect(() => monthIndex('2024-13')).toThrow('expected a month such as 2026-07, got 2024-13')
  })
})
