import { describe, expect, it } from 'vitest'
import { segmentGroups, sizeTenths } from '../../../analysis/metrics/groups.ts'
import { figuresAt, toyMarket } from './toy-market.ts'

describe('groups of a metric', () => {
  it('count segments from 1, the safest and the riskiest named', () => {
    expect(segmentGroups.map(({ suffix }) => suffix)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5'])
    expect(segmentGroups.map(({ label }) => label.en)).toEqual([
      'segment 1 (safest)',
      'segment 2',
      'segment 3',
      'segment 4',
      'segment 5 (riskiest)',
    ])
    expect(segmentGroups.map(({ label }) => label.zh)).toEqual([
      '客群1（风险最低）',
      '客群2',
      '客群3',
      '客群4',
      '客群5（风险最高）',
    ])
  })

  it('count tenths from 1', () => {
    sizeTenths.forEach(({ suffix, label }, i) => {
      expect(suffix).toBe(`Decile${i + 1}`)
      expect(label).toEqual({ en: `size decile ${i + 1}`, zh: `规模第${i + 1}十分位` })
    })
  })

  it('rank programmes of the same size by id', () => {
    const market = toyMarket({ banks: 3, platforms: 1 })
    market.banks.id.set([30, 10, 20])
    market.banks.onAtStart.fill(1)
    market.banks.partnerLoans.fill(5)
    expect([...figuresAt(market).sizeThird]).toEqual([2, 0, 1])
    market.banks.partnerLoans.set([4, 6, 5])
    expect([...figuresAt(market).sizeThird]).toEqual([0, 2, 1])
  })
})
