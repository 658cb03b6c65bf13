import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../engine/errors.ts'
import {
  CITY,
  CONSUMER_FINANCE,
  FOREIGN,
  JOINT_STOCK,
  PRIVATE,
  RURAL,
} from '../../../agents/parameters.ts'
import type { BankFacts } from '../../../agents/populate/facts.ts'
import { groupTable, namedSmallGroups, sameGroupEntities } from '../../../agents/populate/groups.ts'
import { funderNames } from '../../../agents/populate/known-names.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { facts, parameters, publicData } from './shipped-data.ts'

function bank(id: string): BankFacts {
  const found = facts.banks.find((row) => row.names.id === `bank:${id}`)
  if (found === undefined) throw new Error(`no bank ${id}`)
  return found
}

function platform(id: string) {
  return facts.platforms.find((row) => row.names.id === `platform:${id}`)!
}

describe('banks', () => {
  it('are 234 licensed rows by licence', () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((licence) => {
      return facts.banks.filter((row) => row.licence === licence).length
    })
    expect(rows).toEqual([6, 12, 123, 20, 20, 12, 31, 10])
  })

  it('have every named institution of the data, and nothing that sums several', () => {
    const named = (licence: number): number => {
      return facts.banks.filter((row) => row.named && row.licence === licence).length
    }
    expect([JOINT_STOCK, CITY, RURAL, PRIVATE, FOREIGN, CONSUMER_FINANCE].map(named)).toEqual([
      8, 17, 1, 15, 6, 14,
    ])
    expect(facts.banks.some((row) => /20|19|\(/.test(row.names.zh.slice(0, 2)))).toBe(false)
  })

  it('have ids of their own in Latin letters', () => {
    const ids = facts.banks.map((row) => row.names.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^bank:[a-z0-9-]+$/)
    expect(funderNames('亿联银行 (Yilian Bank)')).toEqual({
      id: 'bank:yilian',
      en: 'Yilian Bank',
      zh: '亿联银行',
    })
  })

  it('take loans as reported, else from assets, else leave them to be drawn', () => {
    expect(bank('yilian').totalLoans).toMatchObject({ value: 24440, origin: 'data' })
    expect(bank('jinshang').totalLoans?.value).toBeCloseTo(201695.6, 6)
    expect(bank('hua-xia').totalLoans?.value).toBeCloseTo(2417095, 6)
    expect(bank('china-merchants').totalLoans?.value).toBeCloseTo(0.55 * 12.66e6, 3)
    expect(bank('hubei-consumer-finance').totalLoans?.value).toBeCloseTo(0.92 * 25505, 6)
    expect(bank('aibank').totalLoans).toBeUndefined()
  })

  it('do not use loans of low confidence', () => {
    const mybank = bank('mybank').totalLoans
    expect(mybank?.origin).toBe('derived')
    expect(mybank?.value).toBeCloseTo(0.55 * 471035, 3)
  })

  it('take the later publication of two equally trusted rows', () => {
    expect(bank('sushang').returnOnAssets.value).toBeCloseTo(11.58 / 1375.54, 12)
  })

  it('know three appetites and bound five', () => {
    const known = facts.banks.filter((row) => row.appetite !== undefined)
    expect(known.map((row) => row.names.id).sort()).toEqual([
      'bank:fubon-china',
      'bank:suyin-kaiji-consumer-finance',
      'bank:yilian',
    ])
    expect(bank('yilian').appetite?.value).toBeCloseTo(0.714, 12)
    expect(bank('suyin-kaiji-consumer-finance').appetite?.value).toBeCloseTo(0.9113, 12)
    expect(bank('fubon-china').appetite?.value).toBeCloseTo(0.33, 12)
    const bounds = facts.banks.filter((row) => row.appetiteBound !== undefined)
    expect(bounds.map((row) => [row.names.id, row.appetiteBound?.value]).sort()).toEqual([
      ['bank:longjiang', 0.04],
      ['bank:shanghai', 0.185],
      ['bank:tianjin', 0.096],
      ['bank:urumqi', 0.03],
      ['bank:xishang', expect.closeTo(0.7826, 12)],
    ])
  })

  it('take their own capital ratio, else that of their sector, else the assumed one', () => {
    expect(bank('harbin').capitalRatio).toMatchObject({ value: 0.1361, origin: 'data' })
    expect(bank('harbin').totalEquity?.value).toBeCloseTo(65596.3, 6)
    expect(bank('yilian').capitalRatio).toMatchObject({ origin: 'imputed', date: '2020-03-31' })
    const state = facts.banks[0].capitalRatio
    expect(state).toMatchObject({ date: '2025-03-31' })
    expect(state?.value).toBeCloseTo(0.1779, 12)
    expect(bank('aibank').capitalRatio?.value).toBeCloseTo(0.1444, 12)
    expect(bank('ant-consumer-finance').capitalRatio?.value).toBe(0.13)
    expect(bank('trust-001').capitalRatio).toBeUndefined()
    expect(bank('jiangsu').tier1Ratio?.value).toBeCloseTo(0.0849, 12)
    expect(bank('huishang').tier1Ratio?.value).toBeCloseTo(0.1102, 12)
  })

  it('keep the loss and the shrinking of Yilian', () => {
    expect(bank('yilian').returnOnAssets.value).toBeCloseTo(-590 / 40822, 12)
    expect(bank('yilian').capacityTrend.value).toBeCloseTo(-0.0106, 4)
    const trends = facts.banks.filter((row) => row.capacityTrend.value !== 0)
    expect(trends.map((row) => row.names.id)).toEqual(['bank:yilian'])
  })

  it('fall back on the return of the sector, then of all banks', () => {
    expect(bank('aibank').returnOnAssets.value).toBeCloseTo(0.0108, 12)
    expect(bank('city-100').returnOnAssets.value).toBeCloseTo(0.0063, 12)
  })

  it('live where their name says', () => {
    const home = (id: string) => facts.regions[bank(id).homeRegion!].en
    expect(home('huishang')).toBe('Anhui')
    expect(home('jinshang')).toBe('Shanxi')
    expect(home('shengjing')).toBe('Liaoning')
    expect(home('longjiang')).toBe('Heilongjiang')
    expect(home('chengde')).toBe('Hebei')
    expect(home('jiangnan-rural-commercial')).toBe('Jiangsu')
    expect(bank('yilian').homeRegion).toBe(-1)
    expect(bank('city-100').homeRegion).toBeUndefined()
    for (const row of facts.banks.filter((one) => one.named)) expect(row.homeRegion).toBeDefined()
  })
})

describe('partner lists', () => {
  it('are observed by June 2025 at seven banks, entities collapsed to groups', () => {
    const lengths = facts.banks.flatMap((row) => {
      return row.listLength === undefined ? [] : [[row.names.zh, row.listLength.value]]
    })
    expect(Object.fromEntries(lengths)).toEqual({
      亿联银行: 56,
      新网银行: 37,
      广州银行: 17 - 3,
      梅州客商银行: 24,
      宁银消费金融: 31,
      尚诚消费金融: 14,
      南银法巴消费金融: 16,
    })
  })

  it('name partners of any of the bank’s lists, without lenders and others', () => {
    const names = (id: string) => bank(id).partners.map((p) => facts.platforms[p].names.en)
    expect(names('yilian')).toEqual(['Du Xiaoman', 'Meituan', 'Qfin', 'Lexin'])
    expect(names('guangzhou')).toEqual(['Ant', 'Qfin', 'Lexin'])
    expect(names('meizhou-hakka')).toEqual(['ByteDance', 'Didi'])
    expect(names('kasikornbank-china')).toEqual([])
  })

  it('count a group once however many of its companies are listed', () => {
    const table = groupTable(publicData.groups, publicData.lists)
    expect(sameGroupEntities(['分期乐', '乐信融资担保', '支付宝', '蚂蚁'], table)).toBe(2)
  })

  it('need a group for every name', () => {
    const lists = [{ ...publicData.lists[0], named: ['无名科技'] }]
    expect(() => groupTable(publicData.groups, lists)).toThrow(SimulationError)
    expect(() => groupTable(publicData.groups, lists)).toThrow(/无名科技/)
  })

  it('rank small groups by the banks that list them, then by name', () => {
    const table = groupTable(publicData.groups, publicData.lists)
    const groups = namedSmallGroups(publicData.lists, table)
    expect(groups).toHaveLength(26)
    expect(groups.slice(0, 9).map(({ group, lists }) => `${group} ${lists}`)).toEqual([
      'Ctrip 6',
      'Didi 4',
      'Hellobike 2',
      'Juzi 2',
      'Kuaishou 2',
      'Weicai 2',
      'Xiaomi 2',
      'Yangqianguan 2',
      '58 1',
    ])
  })

  it('that exist for certain are counted by licence', () => {
    expect(facts.publishedLists.map((fact) => fact.value)).toEqual([0, 11, 39, 5, 17, 10, 30, 7, 0])
  })
})

describe('platforms', () => {
  const total = (tier: number) =>
    facts.platforms
      .filter((row) => row.tier === tier)
      .reduce((sum, row) => sum + row.balance.value, 0)

  it('are 5 heads, 8 listed and 100 small ones with a balance of 3.5 trillion', () => {
    expect([0, 1, 2].map((t) => facts.platforms.filter((row) => row.tier === t).length)).toEqual([
      5, 8, 100,
    ])
    expect(total(0) + total(1) + total(2)).toBeCloseTo(3.5e6, 4)
  })

  it('give the heads 76% and Ant the rest of it', () => {
    expect(total(0) / 3.5e6).toBeCloseTo(0.76, 12)
    expect(
      ['ant', 'bytedance', 'jd', 'du-xiaoman', 'meituan'].map((id) => platform(id).balance.value),
    ).toEqual([expect.closeTo(1280e3, 4), 500e3, 500e3, 260e3, 120e3])
  })

  it('have listed balances as reported', () => {
    const reported = ['qfin', 'lexin', 'finvolution', 'x-financial', 'yiren', 'vcredit']
    const balances = reported.map((id) => platform(id).balance)
    expect(balances.map((fact) => Math.round(fact.value))).toEqual([
      140273, 110000, 72200, 52327, 24800, 33550,
    ])
    expect(balances.every((fact) => fact.origin === 'data')).toBe(true)
    expect(platform('shuhe').balance.value).toBeCloseTo((2 * 7073) / 0.15, 6)
    expect(platform('jiayin').balance.value).toBeCloseTo((27700 / 3) * 5.090043480541065, 6)
    expect(platform('jiayin').balance.origin).toBe('derived')
    expect(Math.abs(total(1) - 575e3)).toBeLessThan(1e3)
  })

  it('divide the rest among small ones by Zipf’s law, named groups first', () => {
    const small = facts.platforms.slice(13)
    expect(small[0].names.en).toBe('Ctrip')
    expect(small[26].names.id).toBe('platform:small-027')
    expect(small[0].balance.value / small[9].balance.value).toBeCloseTo(7.943282347242815, 10)
  })

  it('know the guaranteed share where a guarantee book is published', () => {
    expect(platform('qfin').guaranteeCover?.value).toBeCloseTo(24823 / 137000, 12)
    expect(platform('yiren').guaranteeCover?.value).toBeCloseTo(6828.3 / 24800, 12)
    const known = facts.platforms.filter((row) => row.guaranteeCover !== undefined)
    expect(known).toHaveLength(2)
    expect(platform('lexin').equity?.value).toBe(10700)
    expect(platform('meituan').affiliateEquity?.value).toBe(7500)
  })
})

describe('facts', () => {
  it('do not depend on the order of the rows', () => {
    const turned = {
      observations: [...publicData.observations].reverse(),
      lists: [...publicData.lists].reverse(),
      groups: [...publicData.groups].reverse(),
      regions: [...publicData.regions].reverse(),
    }
    expect(readFacts(turned, parameters)).toEqual(facts)
  })

  it('name the row that is missing', () => {
    const observations = publicData.observations.filter((row) => row.entity !== 'VCREDIT')
    expect(() => readFacts({ ...publicData, observations }, parameters)).toThrow(/VCREDIT/)
  })

  it('have region weights that sum to 1', () => {
    expect(facts.regionWeight.reduce((a, b) => a + b)).toBeCloseTo(1, 14)
    expect(facts.regions[0].id).toBe('region:guangdong')
  })
})
