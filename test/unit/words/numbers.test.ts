import { describe, expect, it } from 'vitest'
import {
  formatChange,
  formatChangeRange,
  formatDuration,
  formatLevel,
  formatLevelRange,
  formatMonth,
  formatRelative,
  formatRelativeRange,
} from '../../../analysis/words/numbers.ts'

describe('formatLevel', () => {
  it('writes rates to a tenth of a per cent, small ones to a hundredth', () => {
    expect(formatLevel(0.4116, 'share', 'en')).toBe('41.2%')
    expect(formatLevel(0.00214, '1/year', 'zh')).toBe('0.21%')
    expect(formatLevel(-0.031, 'share', 'en')).toBe('−3.1%')
  })

  it('writes money in mn, bn and trn, in 万, 亿 and 万亿', () => {
    expect(formatLevel(1230, 'mn', 'en')).toBe('1.23 bn CNY')
    expect(formatLevel(1230, 'mn', 'zh')).toBe('12.3亿元')
    expect(formatLevel(3.5e6, 'mn', 'en')).toBe('3.50 trn CNY')
    expect(formatLevel(3.5e6, 'mn', 'zh')).toBe('3.50万亿元')
    expect(formatLevel(12.5, 'mn/month', 'en')).toBe('12.5 mn CNY')
    expect(formatLevel(12.5, 'mn/month', 'zh')).toBe('1,250万元')
  })

  it('counts borrowers in thousands and millions, in 万 and 亿', () => {
    expect(formatLevel(1_310_000, 'borrowers/month', 'en')).toBe('1.31 m')
    expect(formatLevel(1_310_000, 'borrowers/month', 'zh')).toBe('131万')
    expect(formatLevel(640, 'borrowers/month', 'en')).toBe('640')
  })

  it('keeps three digits of an index and thousands apart in counts', () => {
    expect(formatLevel(0.18432, '1', 'en')).toBe('0.184')
    expect(formatLevel(2123.4, 'links', 'en')).toBe('2,123')
    expect(formatLevel(119, 'banks', 'en')).toBe('119')
  })

  it('draws a dash where nothing is defined', () => {
    expect(formatLevel(NaN, 'share', 'en')).toBe('–')
  })
})

describe('formatChange', () => {
  it('gives differences of rates in points, never per cent of per cent', () => {
    expect(formatChange(-0.061, 'share', 'en')).toBe('−6.1 pts')
    expect(formatChange(-0.061, 'share', 'zh')).toBe('−6.1个百分点')
  })

  it('always shows the sign, except of nothing', () => {
    expect(formatChange(0.0213, '1', 'en')).toBe('+0.0213')
    expect(formatChange(630_000, 'borrowers/month', 'en')).toBe('+630 k')
    expect(formatChange(0, 'share', 'en')).toBe('0.00 pts')
    expect(formatChange(-1e-9, 'share', 'en')).toBe('0.00 pts')
  })
})

describe('other forms', () => {
  it('writes ranges, shares of a level, months and durations', () => {
    expect(formatRelativeRange(-0.07, -0.052, 'en')).toBe('−7.0% to −5.2%')
    expect(formatRelativeRange(-0.07, -0.052, 'zh')).toBe('−7.0% 至 −5.2%')
    expect(formatChangeRange(-0.07, -0.052, 'share', 'en')).toBe('−7.0 to −5.2 pts')
    expect(formatChangeRange(-0.07, 0.0003, 'share', 'zh')).toBe('−7.0 至 0.0个百分点')
    expect(formatChangeRange(550_000, 710_000, 'borrowers/month', 'en')).toBe('+550 to +710 k')
    expect(formatLevelRange(900, 1250, 'mn', 'en')).toBe('0.90 to 1.25 bn CNY')
    expect(formatChangeRange(NaN, NaN, 'mn', 'en')).toBe('–')
    expect(formatRelative(-0.18)).toBe('−18.0%')
    expect(formatMonth('2026-07', 'en')).toBe('Jul 2026')
    expect(formatMonth('2026-07', 'zh')).toBe('2026年7月')
    expect(formatDuration(118)).toBe('1:58')
  })
})
