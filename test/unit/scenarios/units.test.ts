import { describe, expect, it } from 'vitest'
import { nearestName } from '../../../scenarios/nearest.ts'
import { readQuantity, writeQuantity, type Notation } from '../../../scenarios/units.ts'

describe('readQuantity', () => {
  const read: readonly (readonly [unknown, Notation, number])[] = [
    ['20%', 'rate', 0.2],
    ['7 %', 'rate', 0.07],
    ['.5%', 'rate', 0.005],
    ['1/12', 'rate', 1 / 12],
    ['30%', 'share', 0.3],
    [0.3, 'share', 0.3],
    ['1', 'number', 1],
    ['4×', 'number', 4],
    ['36 months', 'months', 36],
    ['1 month', 'months', 1],
    ['3个月', 'months', 3],
    ['2 quarters', 'quarters', 2],
    [181, 'count', 181],
    ['181 days', 'count', 181],
    ['5亿', 'yuan', 5e8],
    ['500 million', 'yuan', 5e8],
    ['1200万', 'yuan', 12e6],
    ['1.3 million', 'yuan', 1300000],
    ['2.5 million', 'millionYuan', 2.5],
    ['250万', 'millionYuan', 2.5],
    ['3580 yuan', 'millionYuan', 0.00358],
  ]
  it.each(read)('reads %s as a %s', (written, notation, value) => {
    expect(readQuantity(written, notation)).toEqual({ value })
  })

  const refused: readonly (readonly [unknown, Notation])[] = [
    [24, 'rate'],
    ['24', 'rate'],
    ['24 months', 'rate'],
    ['3', 'months'],
    ['3 years', 'months'],
    ['5', 'yuan'],
    ['5%', 'yuan'],
    ['20%', 'number'],
    ['1/0', 'rate'],
    ['1e', 'number'],
    ['', 'share'],
    [null, 'share'],
    [[1], 'share'],
    [NaN, 'share'],
  ]
  it.each(refused)('refuses %s as a %s', (written, notation) => {
    expect(readQuantity(written, notation)).toHaveProperty('expected')
  })
})

describe('writeQuantity', () => {
  it('writes as a person would', () => {
    expect(writeQuantity(0.24, 'rate')).toBe('24%')
    expect(writeQuantity(0.07, 'rate')).toBe('7%')
    expect(writeQuantity(0.0025, 'rate')).toBe('0.25%')
    expect(writeQuantity(1.5, 'rate')).toBe('150%')
    expect(writeQuantity(12e6, 'yuan')).toBe('12 million')
    expect(writeQuantity(5e5, 'yuan')).toBe('0.5 million')
    expect(writeQuantity(36, 'months')).toBe('36 months')
  })
})

describe('nearestName', () => {
  it('finds a slip of the finger and nothing far away', () => {
    expect(nearestName('aprCapPerLaon', ['carMin', 'aprCapPerLoan'])).toBe('aprCapPerLoan')
    expect(nearestName('moonPhase', ['carMin', 'lpr1y'])).toBeUndefined()
  })
})
