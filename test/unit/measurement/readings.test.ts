/** Readings of the toy market by hand, and of a run of the real one against its metrics. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeKey } from '../../../engine/stream.ts'
import { PROGRAMME_EXITING, PROGRAMME_OFF, type Market } from '../../../agents/market.ts'
import {
  HEAD,
  LARGE_STATE,
  LICENCES,
  LISTED,
  MICROLENDER,
  PRIVATE,
  SMALL,
  TRUST,
  TIERS,
} from '../../../agents/parameters.ts'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { openingOf, prepareExperiment } from '../../../analysis/experiment/experiment.ts'
import type { ExperimentSetup } from '../../../analysis/experiment/experiment.ts'
import { prepare, runJob } from '../../../analysis/experiment/job.ts'
import {
  columnName,
  createReadings,
  institutionsOf,
  quantityCatalogue,
  readingCatalogue,
  readingsIn,
  type Column,
} from '../../../analysis/measurement/index.ts'
import { quantile } from '../../../analysis/statistics/quantile.ts'
import { readObservations } from '../../../scenarios/observations.ts'
import { toyMarket } from '../../fixtures/toy-market.ts'

const KEY = makeKey('readings', 0)
const named = (kind: string, size: number) =>
  Array.from({ length: size }, (_, k) => ({ id: `${kind}:${k}`, en: '', zh: '' }))

/** Banks 0 and 1 list all four platforms; guarantor 0 stands behind two of them, 1 behind one. */
function market(banks: readonly Readonly<Record<string, number>>[] = [{}, {}]): Market {
  const toy = toyMarket({
    banks,
    platforms: [{ guarantor: 0 }, { guarantor: 1 }, { guarantor: 0 }, {}],
    guarantors: 2,
  })
  return {
    ...toy,
    bankNames: named('bank', banks.length),
    platformNames: named('platform', 4),
    guarantorNames: named('guarantor', 2),
  }
}

function read(of: Market, quantity: string, subject: string): number {
  const [reading] = createReadings([{ quantity, subject }])
  return reading.measure(of, { key: KEY, period: 0, start: '2024-11' })
}

describe('the catalogue of readings', () => {
  it('has unique ids within a kind, both languages, units and definitions', () => {
    const ids = quantityCatalogue.map(({ kind, id }) => `${kind} ${id}`)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, label, unit, doc } of readingCatalogue) {
      expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/)
      expect(label.zh).toMatch(/\p{Script=Han}/u)
      expect([label.en, unit, doc].every((text) => text.length > 0)).toBe(true)
    }
  })

  it('refuses what it does not have', () => {
    expect(() => createReadings([{ quantity: 'averagePrice', subject: 'bank:0' }])).toThrow(
      'no reading averagePrice of bank:0',
    )
    expect(() => createReadings([{ quantity: 'partners' }])).toThrow('no metric partners')
  })

  it('reads nothing of an institution this market lacks', () => {
    expect(read(market(), 'partners', 'bank:nowhere')).toBeNaN()
    expect(read(market(), 'partners', 'bank:1')).toBe(4)
  })
})

describe('lists', () => {
  it('count platforms, or platforms and their different guarantors', () => {
    const toy = market()
    expect(read(toy, 'partners', 'bank:0')).toBe(4)
    expect(read(toy, 'listSize', 'bank:0')).toBe(4)
    expect(read(toy, 'listSizeWithGuarantors', 'bank:0')).toBe(6)
    toy.guarantors.failed[1] = 1
    expect(read(toy, 'listSizeWithGuarantors', 'bank:0')).toBe(5)
  })

  it('are published only by banks that do business and publish any', () => {
    const stopped = [
      { programme: PROGRAMME_EXITING },
      { programme: PROGRAMME_OFF },
      { failed: 1 },
      { licence: LARGE_STATE },
      { licence: MICROLENDER },
      { licence: PRIVATE },
    ]
    const toy = market(stopped)
    const all = (quantity: string) => stopped.map((_, b) => read(toy, quantity, `bank:${b}`))
    expect(all('listSize')).toEqual([NaN, NaN, NaN, NaN, NaN, 4])
    expect(all('listSizeWithGuarantors')).toEqual([NaN, NaN, NaN, NaN, NaN, 6])
    expect(all('partners')).toEqual([0, 0, 0, 4, 4, 4])
    expect(all('programmeOn')).toEqual([0, 0, 0, 1, 1, 1])
  })

  it('have a share of large platforms', () => {
    const toy = market()
    toy.platforms.tier.set([HEAD, LISTED, SMALL, SMALL])
    expect(read(toy, 'largePartnerShare', 'bank:0')).toBe(0.5)
    expect(read(toy, 'largePartnerShare', 'bank:1')).toBe(0.5)
    toy.platforms.tier[0] = SMALL
    expect(read(toy, 'largePartnerShare', 'bank:0')).toBe(0.25)
    toy.banks.programme[0] = PROGRAMME_OFF
    expect(read(toy, 'largePartnerShare', 'bank:0')).toBeNaN()
  })

  it('leave the permanent link between a microlender and its owner out', () => {
    const toy = market([{ licence: MICROLENDER, affiliateOf: 2 }, {}])
    expect(read(toy, 'partners', 'bank:0')).toBe(3)
    expect(read(toy, 'partners', 'platform:2')).toBe(1)
    expect(read(toy, 'partners', 'platform:1')).toBe(2)
  })
})

describe('accounts', () => {
  it('of a bank are worked out by hand', () => {
    const accounts = {
      cash: 50,
      otherLoans: 800,
      partnerLoans: 100,
      badLoans: 25,
      allowance: 15,
      equity: 120,
      tier2: 30,
      tier1Deduction: 20,
      income: 2,
      originated: 7,
    }
    const toy = market([accounts, { ...accounts, licence: TRUST }, { ...accounts, failed: 1 }])
    const { riskWeightOther, taxRate } = toy.parameters
    const weighted = 0.75 * 100 + riskWeightOther * 800
    expect(read(toy, 'nplRatio', 'bank:0')).toBe(0.2)
    expect(read(toy, 'car', 'bank:0')).toBeCloseTo(150 / weighted, 15)
    expect(read(toy, 'tier1Ratio', 'bank:0')).toBeCloseTo(100 / weighted, 15)
    expect(read(toy, 'roa', 'bank:0')).toBeCloseTo((12 * (1 - taxRate) * 2) / 960, 15)
    expect(read(toy, 'equity', 'bank:0')).toBe(120)
    expect(read(toy, 'partnerLoans', 'bank:0')).toBe(100)
    expect(read(toy, 'newLoans', 'bank:0')).toBe(7)
    expect(read(toy, 'car', 'bank:1')).toBeNaN()
    expect(read(toy, 'tier1Ratio', 'bank:2')).toBeNaN()
    expect(read(toy, 'roa', 'bank:2')).toBeNaN()
  })

  it('of a platform and a guarantor are worked out by hand', () => {
    const toy = market()
    toy.platforms.balance.set([300, 100, 0, 0])
    toy.platforms.originated.set([30, 10, 0, 60])
    toy.platforms.pastDefaults.set([3, 4, 5])
    toy.platforms.failed[3] = 1
    toy.guarantors.outstanding[0] = 500
    toy.guarantors.equity.set([50, 0])
    expect(read(toy, 'balance', 'platform:0')).toBe(300)
    expect(read(toy, 'shareOfBalance', 'platform:0')).toBe(0.75)
    expect(read(toy, 'shareOfNewLoans', 'platform:0')).toBe(0.3)
    expect(read(toy, 'delinquency90', 'platform:0')).toBeCloseTo(12 / 312, 15)
    expect(read(toy, 'delinquency90', 'platform:2')).toBeNaN()
    expect(read(toy, 'averagePrice', 'platform:0')).toBeNaN()
    expect([0, 3].map((p) => read(toy, 'active', `platform:${p}`))).toEqual([1, 0])
    expect(read(toy, 'netWorth', 'platform:1')).toBe(1000)
    expect(read(toy, 'outstanding', 'guarantor:0')).toBe(500)
    expect(read(toy, 'leverage', 'guarantor:0')).toBe(10)
    expect(read(toy, 'leverage', 'guarantor:1')).toBeNaN()
    expect(read(toy, 'equity', 'guarantor:0')).toBe(50)
    toy.guarantors.failed[0] = 1
    expect([0, 1].map((g) => read(toy, 'active', `guarantor:${g}`))).toEqual([0, 1])
  })
})

const PERIODS = 3
const METRICS = ['links', 'originations', 'averageApr', 'cr5', 'guaranteeCoverage', 'car', 'roa']
const folder = new URL('../../../scenarios/data/', import.meta.url)
const tables = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
)
const institutions = institutionsOf(readFacts(readObservations(tables), baselineParameters()))
const ofAll = (group: string, ...quantities: string[]): Column[] =>
  quantities.flatMap((quantity) =>
    institutions.namesIn(group).map((subject) => ({ quantity, subject })),
  )
const columns: readonly Column[] = [
  { quantity: 'whitelistSizeMedian' },
  ...ofAll('banks', 'partners', 'listSize', 'partnerLoans'),
  ...ofAll('licence:microlender', 'partners', 'partnerLoans'),
  ...ofAll('platforms', 'partners', 'newLoans', 'averagePrice', 'shareOfBalance'),
  ...ofAll('guarantors', 'outstanding'),
]
const setup: ExperimentSetup = {
  seed: 'readings',
  start: '2024-11',
  periods: PERIODS,
  metrics: METRICS,
  readings: columns,
  formulas: ['2 * links'],
  tables,
  rules: JSON.parse(readFileSync(new URL('rules.json', folder), 'utf8')),
  points: [{ settings: [], parameterOverrides: { burnIn: 1 } }],
}

describe('a run with readings', () => {
  let result: Float64Array
  let opening: Market
  beforeAll(async () => {
    await prepare(setup)
    const outcome = runJob(0)
    if (!outcome.ok) throw new Error(outcome.message)
    result = outcome.result
    opening = openingOf(prepareExperiment(setup), 0, 0)
  }, 60_000)

  const metric = (id: string, t: number) => result[METRICS.indexOf(id) * PERIODS + t]
  const readings = (quantity: string, kind: string, t: number): number[] => {
    const series = readingsIn(result, setup, PERIODS)
    return columns.flatMap((column, k) =>
      column.quantity === quantity && column.subject?.startsWith(`${kind}:`)
        ? [series[k * PERIODS + t]]
        : [],
    )
  }
  const sum = (values: readonly number[]) =>
    values.reduce((total, one) => (Number.isNaN(one) ? total : total + one), 0)

  it('holds the metrics, the readings and the formulas, in this order', () => {
    expect(result.length).toBe((METRICS.length + columns.length + 1) * PERIODS)
    for (let t = 0; t < PERIODS; t++) {
      expect(result[result.length - PERIODS + t]).toBe(2 * metric('links', t))
      expect(readingsIn(result, setup, PERIODS)[t]).toBe(
        quantile(
          readings('listSize', 'bank', t).filter((one) => !Number.isNaN(one)),
          0.5,
        ),
      )
    }
  })

  it('adds up to the metrics of the market', () => {
    for (let t = 0; t < PERIODS; t++) {
      expect(sum(readings('partners', 'bank', t))).toBe(metric('links', t))
      expect(sum(readings('partners', 'platform', t))).toBe(metric('links', t))
      const lent = readings('newLoans', 'platform', t)
      expect(sum(lent) / metric('originations', t)).toBeCloseTo(1, 10)
      const prices = readings('averagePrice', 'platform', t)
      const volume = sum(prices.map((price, p) => price * lent[p]))
      expect(volume / sum(lent)).toBeCloseTo(metric('averageApr', t), 10)
      const shares = readings('shareOfBalance', 'platform', t).sort((a, b) => b - a)
      expect(sum(shares)).toBeCloseTo(1, 12)
      expect(sum(shares.slice(0, 5))).toBeCloseTo(metric('cr5', t), 12)
      const loans = sum(readings('partnerLoans', 'bank', t))
      expect(sum(readings('outstanding', 'guarantor', t)) / loans).toBeCloseTo(
        metric('guaranteeCoverage', t),
        10,
      )
    }
  })

  it('says the price of those that lend, and of nobody else', () => {
    const lent = readings('newLoans', 'platform', 1)
    const prices = readings('averagePrice', 'platform', 1)
    expect(prices.map(Number.isNaN)).toEqual(lent.map((one) => !(one > 0)))
    expect(Math.max(...prices.filter((one) => !Number.isNaN(one)))).toBeLessThan(0.36)
  })

  it('knows every institution of the market, in its group', () => {
    const { bankNames, banks, platformNames, platforms, guarantorNames } = opening
    for (const { id } of [...bankNames, ...platformNames, ...guarantorNames]) {
      expect(institutions.ids).toContain(id)
    }
    expect(new Set(institutions.ids).size).toBe(institutions.ids.length)
    bankNames.forEach(({ id }, b) =>
      expect(institutions.namesIn(`licence:${LICENCES[banks.licence[b]]}`)).toContain(id),
    )
    platformNames.forEach(({ id }, p) =>
      expect(institutions.namesIn(`tier:${TIERS[platforms.tier[p]]}`)).toContain(id),
    )
    expect(institutions.namesIn('banks')).not.toContain('bank:ctrip-microlender')
    expect(institutions.namesIn('licence:privat')).toEqual([])
  })

  it('names every column once', () => {
    expect(new Set(columns.map(columnName)).size).toBe(columns.length)
  })
})
