import { describe, expect, it } from 'vitest'
import { pathShare } from '../../../agents/regulator/lever-values.ts'
import {
  banks,
  bookWith,
  CFC,
  dated,
  FOREIGN_BANK,
  frozen,
  FUJIAN_RURAL,
  JIANGSU_CITY,
  JOINT,
  LOCAL_MICRO,
  NATIONAL_MICRO,
  plan,
  PRIVATE_BANK,
  SICHUAN_CITY,
  STATE,
  TRUST_COMPANY,
} from './rule-market.ts'

const MONTHS = 48
const notice = plan(dated, MONTHS)
const old = notice[0].inForce
const current = notice[11].inForce

describe('the rules of notice 9', () => {
  it('raise cost, inspections, delay and overhead from old to new', () => {
    expect([old.partnerCost[STATE], current.partnerCost[STATE]]).toEqual([0.5, 1])
    expect([old.programmeCost[STATE], current.programmeCost[STATE]]).toEqual([2, 4])
    expect([old.inspectionRate[STATE], current.inspectionRate[STATE]]).toEqual([0.02, 0.1 * 1.2])
    expect([old.approvalDelay[STATE], current.approvalDelay[STATE]]).toEqual([1, 3])
    expect([...old.fixedCost]).toEqual([500, 60, 6])
    expect([...current.fixedCost]).toEqual([500, 60, 14])
  })

  it('take the guarantee stretch from banks and consumer finance, leaving microlenders alone', () => {
    expect([...old.stretch]).toEqual([0.12, 0.12, 0.12])
    expect([...current.stretch]).toEqual([0, 0, 0.12])
    expect(new Set(current.regulatoryCap)).toEqual(new Set([0.24]))
  })

  it('spare the costs of microlenders, which it does not name', () => {
    expect(current.partnerCost[LOCAL_MICRO]).toBe(0.5)
    expect(current.programmeCost[LOCAL_MICRO]).toBe(2)
    expect(current.partnerCost[TRUST_COMPANY]).toBe(1)
    expect(current.partnerCost[CFC]).toBe(1)
    expect(current.partnerCost[FOREIGN_BANK]).toBe(1)
  })

  it('are announced in April and in force in October 2025', () => {
    expect(notice.slice(0, 5).every((month) => month.next === undefined)).toBe(true)
    for (let period = 5; period < 11; period++) {
      expect(notice[period]).toMatchObject({ nextEffective: 11, leaked: false })
      expect(notice[period].next!.partnerCost[STATE]).toBe(1)
    }
    expect(notice[11].changed).toBe(true)
    expect(notice[10].changed).toBe(false)
  })

  it('speed reviews from April to December 2025, of the lenders it names', () => {
    const fast = notice.map((month) => month.accelerated[JOINT])
    expect(fast.map((flag, t) => flag * t).filter((t) => t > 0)).toEqual([
      5, 6, 7, 8, 9, 10, 11, 12, 13,
    ])
    expect(notice.every((month) => month.accelerated[LOCAL_MICRO] === 0)).toBe(true)
  })

  it('are followed by the small-loan line, and in 2027-12 by four times the prime rate', () => {
    const micro = (period: number) => [
      notice[period].inForce.regulatoryCap[2 * 5],
      notice[period].inForce.stretch[2],
    ]
    expect(micro(12)).toEqual([0.24, 0.12])
    expect(micro(13)).toEqual([0.24, 0])
    expect(micro(36)).toEqual([0.24, 0])
    expect(micro(37)).toEqual([0.12, 0])
    expect(notice[36].nextEffective).toBe(37)
  })

  it('bind local microlenders to their home from 2025-01', () => {
    expect(notice.slice(0, 3).map((month) => month.inForce.homeOnly[LOCAL_MICRO])).toEqual([
      0, 0, 1,
    ])
    expect(notice[2].inForce.homeOnly[NATIONAL_MICRO]).toBe(0)
    expect([...old.homeOnly]).toEqual([0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  })

  it('fine by licence and floor capital by importance', () => {
    expect([...old.fine]).toEqual([12, 12, 1, 1, 1, 1, 1, 1.3, 1, 1, 1])
    expect(old.capitalFloor[STATE]).toBeCloseTo(0.1075, 15)
    expect(old.capitalFloor[PRIVATE_BANK]).toBe(0.105)
    expect(old.capitalFloor[TRUST_COMPANY]).toBe(0)
    expect(old.leverageFloor[CFC]).toBe(0.04)
    expect(old.microLeverage).toBe(6)
    expect(old.guaranteedShareOfAllMax[CFC]).toBe(0.5)
  })

  it('share one rule book over months with equal rules', () => {
    expect(notice[6].inForce).toBe(notice[10].inForce)
    expect(notice[6].next).toBe(notice[10].next)
    expect(notice[11].inForce).toBe(notice[10].next)
    expect(new Set(notice.map((month) => month.inForce)).size).toBe(5)
  })
})

describe('programme cost', () => {
  it('moves by half with each of its two duties', () => {
    expect(bookWith('headOfficeApproval', 2).programmeCost[STATE]).toBe(3)
    expect(bookWith('coreRiskControlOutsourcingAllowed', false).programmeCost[STATE]).toBe(3)
    expect(bookWith('headOfficeApproval', 2).approvalDelay[STATE]).toBe(2)
  })
})

describe('inspections', () => {
  it('take a published frequency in place of the assumed ones, still raised by a public list', () => {
    const settings = [
      ...dated,
      { lever: 'inspectionProbabilityPerYear', value: 0.3, effective: '2024-11' },
    ]
    const months = plan(settings)
    expect(months[0].inForce.inspectionRate[STATE]).toBe(0.3)
    expect(months[11].inForce.inspectionRate[STATE]).toBe(0.3 * 1.2)
  })
})

describe('limits of guidance', () => {
  it('stop local banks in the assumed provinces, or in those a scope names', () => {
    const some = bookWith('smallBankFacilitationStop', 'someProvinces').stopped
    expect([some[JIANGSU_CITY], some[FUJIAN_RURAL], some[SICHUAN_CITY], some[STATE]]).toEqual([
      1, 1, 0, 0,
    ])
    const scope = { regions: ['Sichuan'] }
    const named = bookWith('smallBankFacilitationStop', 'someProvinces', { scope }).stopped
    expect([named[JIANGSU_CITY], named[SICHUAN_CITY]]).toEqual([0, 1])
  })

  it('run stocks down linearly from the month before the date, for large and joint-stock banks', () => {
    const value = [
      { at: '2026-12', value: 0.4 },
      { at: '2027-12', value: 0 },
    ]
    const months = plan(
      [...frozen, { lever: 'facilitationPhaseOutPath', value, effective: '2026-01' }],
      40,
    )
    const share = (period: number) => months[period].inForce.stockShareMax[JOINT]
    expect(share(13)).toBe(Infinity)
    expect(share(14)).toBeCloseTo(0.95, 12)
    expect(share(25)).toBe(0.4)
    expect(share(31)).toBeCloseTo(0.2, 12)
    expect(share(37)).toBe(0)
    expect(share(39)).toBe(0)
    expect(months[14].inForce.stockReference[JOINT]).toBe(13)
    expect(months[14].inForce.stockShareMax[CFC]).toBe(Infinity)
  })

  it('freeze trusts at September 2025 and tie growth to the month before the date', () => {
    const effective = '2026-05'
    const months = plan([
      ...frozen,
      { lever: 'trustFacilitationFreeze', value: 0.9, effective },
      { lever: 'facilitationGrowthMaxVsOwnChannel', value: 1, effective },
    ])
    const book = months[18].inForce
    expect([book.stockShareMax[TRUST_COMPANY], book.stockReference[TRUST_COMPANY]]).toEqual([
      0.9, 10,
    ])
    expect([book.growthShareMax[CFC], book.growthReference[CFC]]).toEqual([1, 17])
    expect(book.growthShareMax[STATE]).toBe(Infinity)
  })
})

describe('marketing rules', () => {
  it('add their uplift to all, small and head platforms', () => {
    const uplift = { acquisitionCostUplift: 0.01 }
    const of = (lever: string, value: number | boolean) => [
      ...bookWith(lever, value, {}, uplift).acquisitionUplift,
    ]
    expect(of('platformMayInterveneInSale', false)).toEqual([0.01, 0.01, 0.01])
    expect(of('maxReferralTiers', 2)).toEqual([0, 0, 0.01])
    expect(of('loanAsPaymentOptionAllowed', false)).toEqual([0.01, 0, 0])
  })
})

describe('pathShare', () => {
  it('is one before the date, linear between points and constant after the last', () => {
    const path = [{ at: '2025-04', value: 0.4 }]
    const share = (month: string) => pathShare(path, '2025-02', month)
    expect(
      [share('2025-01'), share('2025-02'), share('2025-03')].map((one) => one.toFixed(6)),
    ).toEqual(['1.000000', '0.800000', '0.600000'])
    expect([share('2025-04'), share('2030-01'), share('2024-01')]).toEqual([0.4, 0.4, 1])
  })
})

describe('price classes', () => {
  const scoped = (value: number, licences: ('city' | 'rural' | 'foreign')[]) => ({
    lever: 'aprCapPerLoan',
    value,
    effective: '2025-06',
    announced: '2025-03',
    scope: { licences },
  })

  it('split where a scope splits a ceiling, from the announcement on, alike now and next', () => {
    const months = plan([...frozen, scoped(0.2, ['city', 'rural'])])
    expect(months[3].inForce.classCount).toBe(3)
    const { inForce, next } = months[4]
    expect(inForce.classCount).toBe(4)
    expect([...inForce.priceClass]).toEqual([0, 0, 3, 3, 3, 0, 0, 1, 0, 2, 2])
    expect(next!.priceClass).toEqual(inForce.priceClass)
    expect(inForce.regulatoryCap[3 * 5]).toBe(0.24)
    expect(next!.regulatoryCap[3 * 5]).toBe(0.2)
    expect(next!.regulatoryCap[0]).toBe(0.24)
    expect(months[7].inForce.regulatoryCap[3 * 5]).toBe(0.2)
  })

  it('refuse more than eight', () => {
    const regions = ['Jiangsu', 'Sichuan', 'Fujian']
    const many = regions.map((region, k) => ({
      lever: 'aprCapPerLoan',
      value: 0.2 + k / 100,
      effective: '2024-11',
      scope: { regions: [region] },
    }))
    const licences = ['foreign', 'private', 'trust'] as const
    const more = licences.map((licence, k) => ({
      lever: 'aprCapPerLoan',
      value: 0.1 + k / 100,
      effective: '2024-11',
      scope: { licences: [licence] },
    }))
    expect(() => plan([...frozen, ...many, ...more], 1)).toThrow(/TOO_MANY_PRICE_CLASSES/)
    expect(plan([...frozen, ...many], 1)[0].inForce.classCount).toBe(6)
  })

  it('always number banks, consumer finance and microlenders 0, 1 and 2', () => {
    expect(banks.licence.length).toBe(11)
    expect([...old.priceClass]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 2])
  })
})
