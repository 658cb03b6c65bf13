import { describe, expect, it } from 'vitest'
import { makeKey, normalDraw, purpose, uniform } from '../../../engine/stream.ts'
import { PROGRAMME_OFF, PROGRAMME_ON } from '../../../agents/market.ts'
import { CITY, LARGE_STATE, MICROLENDER, SMALL, TRUST } from '../../../agents/parameters.ts'
import { medianCapacity } from '../../../agents/populate/draw-banks.ts'
import { drawPopulation } from '../../../agents/populate/draw-population.ts'
import { originShares, provenanceOf } from '../../../agents/populate/provenance.ts'
import { facts, parameters } from './shipped-data.ts'

const population = drawPopulation(facts, parameters, makeKey('1', 0))
const { banks, platforms, guarantors, links, regionWeight } = population

const rowsOf = (names: readonly { id: string }[], id: string): number =>
  names.findIndex((name) => name.id === id)
const bankRow = (id: string): number => rowsOf(population.bankNames, id)
const licensed = [...banks.id.keys()].filter((b) => banks.affiliateOf[b] < 0)
const on = licensed.filter((b) => banks.programme[b] === PROGRAMME_ON)
const sumOver = (rows: readonly number[], value: (row: number) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0)

describe('banks of a replicate', () => {
  it('are 234 licensed rows and 21 microlenders', () => {
    expect(banks.size).toBe(255)
    expect(licensed).toHaveLength(234)
    expect(new Set(population.bankNames.map((name) => name.id)).size).toBe(255)
    expect(new Set(banks.id).size).toBe(255)
  })

  it('have 185 programmes on, of which 80 city banks and all named ones', () => {
    expect(on).toHaveLength(185)
    expect(on.filter((b) => banks.licence[b] === CITY)).toHaveLength(80)
    expect(on.filter((b) => banks.licence[b] === LARGE_STATE)).toHaveLength(0)
    for (const b of licensed)
      if (facts.banks[b].named) expect(banks.programme[b]).toBe(PROGRAMME_ON)
  })

  it('have capacity for 1.25 times the market over national programmes on', () => {
    const national = on.filter((b) => banks.homeRegion[b] < 0)
    const capacity = sumOver(national, (b) => banks.programmeCapacity[b])
    expect(capacity / (1.25 * 3.5e6)).toBeCloseTo(1, 12)
  })

  it('want at most 95% of loans, reported shares exactly and bounded ones within bounds', () => {
    for (const b of licensed) {
      const { appetite, appetiteBound } = facts.banks[b]
      expect(banks.programmeAppetite[b]).toBeLessThanOrEqual(0.95)
      if (appetite !== undefined) expect(banks.programmeAppetite[b]).toBe(appetite.value)
      else if (appetiteBound !== undefined) {
        expect(banks.programmeAppetite[b]).toBeLessThanOrEqual(appetiteBound.value)
      }
    }
  })

  it('reach the totals of their licence and keep observed sizes', () => {
    for (const { licence, totalLoans } of facts.licenceTotals) {
      const rows = licensed.filter((b) => banks.licence[b] === licence)
      const total = sumOver(rows, (b) => banks.totalLoans[b])
      expect(total / totalLoans.value).toBeCloseTo(1, 12)
    }
    expect(banks.totalLoans[bankRow('bank:yilian')]).toBe(24440)
  })

  it('split loans into partner loans of programmes on and the rest', () => {
    for (const b of licensed) {
      const expected = banks.programme[b] === PROGRAMME_OFF ? 0 : banks.programmeCapacity[b] / 1.25
      expect(banks.partnerLoans[b]).toBe(expected)
      expect(banks.otherLoans[b]).toBeGreaterThanOrEqual(0.05 * banks.totalLoans[b])
      const sum = banks.otherLoans[b] + banks.partnerLoans[b]
      expect(sum / banks.totalLoans[b]).toBeCloseTo(1, 12)
    }
  })

  it('have a median programme size of 1 and capabilities within their range', () => {
    const sizes = on.map((b) => banks.programmeSize[b]).sort((a, b) => a - b)
    expect(sizes[92]).toBe(1)
    expect(medianCapacity(banks)).toBeGreaterThan(0)
    for (let b = 0; b < banks.size; b++) {
      for (const capability of [banks.complianceCapability[b], banks.riskManagement[b]]) {
        expect(capability).toBeGreaterThanOrEqual(0.05)
        expect(capability).toBeLessThanOrEqual(0.95)
      }
    }
  })

  it('are more capable when their programme is larger', () => {
    const ranked = [...on].sort((a, b) => banks.programmeSize[a] - banks.programmeSize[b])
    const mean = (rows: readonly number[]): number =>
      sumOver(rows, (b) => banks.complianceCapability[b]) / rows.length
    expect(mean(ranked.slice(-60))).toBeGreaterThan(mean(ranked.slice(0, 60)))
  })

  it('draw capabilities around what their size implies', () => {
    const key = makeKey('1', 0)
    for (const b of on) {
      const size = Math.log(banks.programmeSize[b])
      const draw = (name: string): number => normalDraw(uniform(key, purpose(name), b, 0, 0))
      const clip = (value: number): number => Math.min(0.95, Math.max(0.05, value))
      const compliance = 0.55 + 0.08 * size + 0.12 * draw('init.complianceCapability')
      const management = 0.45 + 0.1 * size + 0.12 * draw('init.riskManagement')
      expect(banks.complianceCapability[b]).toBeCloseTo(clip(compliance), 12)
      expect(banks.riskManagement[b]).toBeCloseTo(clip(management), 12)
    }
  })

  it('draw their capital buffer between one and three points', () => {
    const buffers = licensed.map((b) => banks.capitalBuffer[b])
    const luck = uniform(makeKey('1', 0), purpose('init.capitalBuffer'), 7, 0, 0)
    expect(banks.capitalBuffer[7]).toBeCloseTo(0.01 + 0.02 * luck, 14)
    expect(Math.min(...buffers)).toBeGreaterThan(0.01)
    expect(Math.max(...buffers)).toBeLessThan(0.03)
    expect(Math.min(...buffers)).toBeLessThan(0.012)
    expect(Math.max(...buffers)).toBeGreaterThan(0.028)
  })

  it('pin the seven observed lists', () => {
    expect(sumOver(licensed, (b) => banks.pinned[b])).toBe(7)
    expect(banks.pinned[bankRow('bank:yilian')]).toBe(1)
    expect(banks.capacityTrend[bankRow('bank:yilian')]).toBeCloseTo(-0.0106, 4)
  })

  it('have a mean funding cost between the cheapest and the dearest licence', () => {
    expect(population.meanFundingCost).toBeGreaterThan(0.018)
    expect(population.meanFundingCost).toBeLessThan(0.03)
  })
})

describe('platforms of a replicate', () => {
  const small = [...platforms.id.keys()].filter((p) => platforms.tier[p] === SMALL)
  const niche = small.filter((p) => platforms.niche[p] === 1)

  it('are niche at 30 of 100 small ones, each with a home', () => {
    expect(niche).toHaveLength(30)
    expect(sumOver([...platforms.id.keys()], (p) => platforms.niche[p])).toBe(30)
    for (let p = 0; p < platforms.size; p++) {
      expect(platforms.homeRegion[p] >= 0).toBe(platforms.niche[p] === 1)
    }
  })

  it('have users everywhere in proportion, niche ones mostly at home', () => {
    for (let p = 0; p < platforms.size; p++) {
      const reach = platforms.relativeReach.subarray(p * 31, p * 31 + 31)
      const total = reach.reduce((sum, relative, r) => sum + relative * regionWeight[r], 0)
      expect(total).toBeCloseTo(1, 12)
    }
    const home = platforms.homeRegion[niche[0]]
    expect(platforms.relativeReach[niche[0] * 31 + home] * regionWeight[home]).toBeCloseTo(0.85, 12)
  })

  it('gain data, compliance and cheaper customers from being niche', () => {
    const plain = small.find((p) => platforms.niche[p] === 0)!
    const local = niche[0]
    expect(platforms.dataAdvantage[local]).toBe(platforms.dataAdvantage[plain])
    expect(platforms.dataAdvantageHome[local] - platforms.dataAdvantage[local]).toBeCloseTo(
      0.12,
      12,
    )
    expect(platforms.complianceCapacity[local]).toBeCloseTo(0.65, 12)
    expect(platforms.acquisitionCost[local]).toBeCloseTo(0.025, 12)
    expect(platforms.dataAdvantageHome[plain]).toBe(platforms.dataAdvantage[plain])
  })

  it('keep the listed data advantage whatever the slope, and no bonus passes the maximum', () => {
    const steep = { ...parameters, dataAdvantageSlope: 2, dataAdvantageMax: 0.3 }
    const drawn = drawPopulation(facts, steep, makeKey('1', 0)).platforms
    expect(drawn.dataAdvantage[0]).toBeCloseTo(0.42 + 2 * 0.13, 12)
    expect(drawn.dataAdvantage[5]).toBeCloseTo(0.42, 12)
    expect(drawn.dataAdvantage[20]).toBeCloseTo(0.42 - 2 * 0.1, 12)
    expect(drawn.dataAdvantageHome[niche[0]]).toBeCloseTo(0.3, 12)
  })

  it('have a net worth of 5% of the balance and a year of overhead, or as reported', () => {
    expect(platforms.netWorth[0]).toBeCloseTo(0.05 * 1280e3 + 500, 6)
    expect(platforms.netWorth[5]).toBeCloseTo(0.05 * 140273 + 60, 6)
    expect(platforms.netWorth[6]).toBe(10700)
    expect(platforms.netWorth[112]).toBeCloseTo(0.05 * platforms.balance[112] + 6, 9)
  })

  it('have captives at listed, third parties at small and none at heads', () => {
    expect([...platforms.guarantor.subarray(0, 5)]).toEqual([-1, -1, -1, -1, -1])
    expect([...platforms.guarantor.subarray(5, 13)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    for (const p of small) {
      expect(platforms.guarantor[p]).toBeGreaterThanOrEqual(8)
      expect(platforms.guarantor[p]).toBeLessThan(38)
    }
    expect(guarantors.size).toBe(38)
    expect(guarantors.outstanding[1]).toBeCloseTo(0.7 * 110e3, 6)
    expect(guarantors.equity[1]).toBeCloseTo(0.1 * 110e3, 6)
  })

  it('own 20 small microlenders and Meituan’s, local where the platform is niche', () => {
    const owners = [...platforms.id.keys()].filter((p) => platforms.affiliate[p] >= 0)
    expect(owners.filter((p) => platforms.tier[p] === SMALL)).toHaveLength(20)
    expect(owners.filter((p) => platforms.tier[p] !== SMALL)).toEqual([4])
    for (const p of owners) {
      const b = platforms.affiliate[p]
      expect(banks.affiliateOf[b]).toBe(p)
      expect(banks.licence[b]).toBe(MICROLENDER)
      expect(banks.homeRegion[b]).toBe(platforms.homeRegion[p])
      expect(banks.otherLoans[b]).toBe(0)
      const equity = p === 4 ? 7500 : 0.05 * platforms.balance[p]
      expect(banks.totalEquity[b]).toBe(equity)
      expect(banks.programmeCapacity[b]).toBe(6 * equity)
    }
    expect(population.bankNames[254].id).toBe('bank:meituan-microlender')
  })
})

describe('partner lists of a replicate', () => {
  const length = new Map<number, number>()
  for (let i = 0; i < links.count; i++) {
    length.set(links.bank[i], (length.get(links.bank[i]) ?? 0) + 1)
  }

  it('belong to programmes that are on and are as long as they should be', () => {
    expect([...length.keys()]).toEqual(on)
    for (const b of on) expect(length.get(b)).toBe(banks.listLength[b])
  })

  it('are as observed where they were observed by June 2025', () => {
    const observed = ['yilian', 'xwbank', 'guangzhou', 'meizhou-hakka', 'ningyin-consumer-finance']
    expect(observed.map((id) => length.get(bankRow(`bank:${id}`)))).toEqual([56, 37, 14, 24, 31])
  })

  it('are lognormal around the median of their licence where unobserved', () => {
    const key = makeKey('1', 0)
    const trusts = on.filter((b) => banks.licence[b] === TRUST)
    for (const b of trusts) {
      const normal = normalDraw(uniform(key, purpose('init.listLength'), b, 0, 0))
      expect(length.get(b)).toBe(Math.max(1, Math.round(12 * Math.exp(0.6 * normal))))
    }
  })

  it('contain every named partner', () => {
    const pairs = new Set(Array.from(links.bank, (b, i) => `${b}|${links.platform[i]}`))
    expect(pairs.size).toBe(links.count)
    const named = on.flatMap((b) => facts.banks[b].partners.map((p) => `${b}|${p}`))
    for (const pair of named) expect(pairs).toContain(pair)
    expect(links.named.reduce((a, b) => a + b, 0)).toBe(named.length)
  })

  it('prefer large platforms, and local banks avoid niche platforms of other regions', () => {
    const degree = new Int32Array(platforms.size)
    let far = 0
    let near = 0
    for (let i = 0; i < links.count; i++) {
      const [b, p] = [links.bank[i], links.platform[i]]
      degree[p]++
      if (platforms.niche[p] === 0) continue
      if (banks.homeRegion[b] >= 0 && banks.homeRegion[b] !== platforms.homeRegion[p]) far++
      else near++
    }
    expect(degree[0]).toBeGreaterThan(degree[50])
    const local = on.filter((b) => banks.homeRegion[b] >= 0).length
    expect(far / local).toBeLessThan(near / (on.length - local) / 2)
  })
})

describe('provenance', () => {
  it('gives source, date and confidence of what was published', () => {
    const rows = provenanceOf(facts, population, 'bank:yilian')
    expect(rows.find((row) => row.column === 'totalLoans')).toMatchObject({
      value: 24440,
      unit: 'mn',
      origin: 'data',
      date: '2024-12-31',
      confidence: 'medium',
    })
    expect(rows.find((row) => row.column === 'capacityTrend')?.origin).toBe('derived')
    expect(rows.find((row) => row.column === 'complianceCapability')?.origin).toBe('imputed')
  })

  it('repeats the values of the population', () => {
    for (const id of ['bank:city-100', 'bank:yilian']) {
      const b = bankRow(id)
      const rows = new Map(
        provenanceOf(facts, population, id).map((row) => [row.column, row.value]),
      )
      expect(rows.get('totalLoans')).toBe(banks.totalLoans[b])
      expect(rows.get('programmeAppetite')).toBe(banks.programmeAppetite[b])
      expect(rows.get('listLength')).toBe(banks.listLength[b])
      expect(rows.get('returnOnAssets')).toBe(banks.returnOnAssets[b])
    }
    for (const id of ['platform:qfin', 'platform:small-050']) {
      const p = rowsOf(population.platformNames, id)
      const rows = new Map(
        provenanceOf(facts, population, id).map((row) => [row.column, row.value]),
      )
      expect(rows.get('balance')).toBe(platforms.balance[p])
      expect(rows.get('guaranteeCover')).toBe(platforms.guaranteeCover[p])
      expect(rows.get('netWorth')).toBe(platforms.netWorth[p])
    }
  })

  it('covers every agent and its shares sum to 1', () => {
    const names = [
      ...population.bankNames,
      ...population.platformNames,
      ...population.guarantorNames,
    ]
    for (const { id } of names)
      expect(provenanceOf(facts, population, id).length).toBeGreaterThan(0)
    const shares = originShares(population)
    expect(shares.data + shares.derived + shares.imputed + shares.inverted).toBeCloseTo(1, 12)
    expect(shares.data).toBeGreaterThan(0)
    expect(shares.inverted).toBe(0)
  })

  it('knows no agent of another name', () => {
    expect(() => provenanceOf(facts, population, 'bank:nobody')).toThrow(/bank:nobody/)
  })
})
