import { describe, expect, it } from 'vitest'
import { simulate, type Arena } from '../../../engine/simulate.ts'
import { makeKey } from '../../../engine/stream.ts'
import type { Recording } from '../../../engine/record.ts'
import { withRules, marketModel } from '../../../agents/model.ts'
import type { Market } from '../../../agents/market.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { createReadings } from '../../../analysis/measurement/index.ts'
import {
  BENCHMARKS,
  benchmarkModel,
  type Benchmark,
} from '../../../analysis/score/benchmarks/benchmark.ts'
import {
  countPartnerships,
  partnershipsByBank,
} from '../../../analysis/score/benchmarks/cut-link.ts'
import {
  evenChance,
  inverseToBalance,
  orderOfDeletion,
} from '../../../analysis/score/benchmarks/link-deletion.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import {
  catalogue,
  keyOf,
  notice9,
  openingMarket,
  withNumbers,
  type Overrides,
} from '../../fixtures/opening-market.ts'
import { toyMarket } from '../../fixtures/toy-market.ts'

/** To May 2025: announced in period 5, one month of hurried reviews after it. */
const PERIODS = 7
const ANNOUNCED = 5

const market = openingMarket()
const bank = market.bankNames[0].id
const platform = market.platformNames[0].id
const columns = [
  ...metricCatalogue.map(({ id }) => ({ quantity: id })),
  { quantity: 'partners', subject: bank },
  { quantity: 'newLoans', subject: platform },
  { quantity: 'averagePrice', subject: platform },
]
const arena: Arena<Market> = { market: undefined }

function ruled(overrides: Overrides, from: Market): Market {
  const own = Object.keys(overrides).length === 0 ? from : withNumbers(from, overrides)
  const rules = { settings: notice9, catalogue, start: PRE_NOTICE_MONTH, periods: PERIODS }
  return withRules(own, rules)
}

interface Forecast {
  readonly recording: Recording
  /** The market at the end. */
  readonly end: Market
}

function run(
  benchmark: Benchmark | 'model',
  modelLinks: ArrayLike<number> = [],
  overrides: Overrides = {},
  from: Market = market,
): Forecast {
  const readings = createReadings(columns)
  const start = PRE_NOTICE_MONTH
  const model =
    benchmark === 'model'
      ? { ...marketModel(readings), start }
      : benchmarkModel(benchmark, { start, readings, modelLinks, arena })
  let end: Market | undefined
  const observer = (now: Market): void => void (end = now)
  const span = { key: keyOf(0), periods: PERIODS, observer }
  const recording = simulate(model, ruled(overrides, from), span)
  return { recording, end: end! }
}

function series({ recording }: Forecast, quantity: string): Float64Array {
  const m = columns.findIndex((column) => column.quantity === quantity)
  return recording.series.subarray(m * PERIODS, (m + 1) * PERIODS)
}

const model = run('model')
const modelLinks = series(model, 'links')

describe('every benchmark', () => {
  it('lives through the opening month as the model does', () => {
    for (const benchmark of BENCHMARKS) {
      const { recording } = run(benchmark, modelLinks)
      expect(recording.hashes.subarray(0, 2)).toEqual(model.recording.hashes.subarray(0, 2))
      for (let m = 0; m < columns.length; m++) {
        const at = m * PERIODS
        expect(recording.series[at], columns[m].quantity).toBe(model.recording.series[at])
      }
    }
  })

  it('is the same the second time, whatever ran in its memory before', () => {
    for (const benchmark of BENCHMARKS) {
      const first = run(benchmark, modelLinks).recording
      run('closedForm', modelLinks, { reviewRateAnnounced: 0.9 })
      expect(run(benchmark, modelLinks).recording).toEqual(first)
    }
  })
})

describe('no change', () => {
  const still = run('noChange')

  it('leaves every number of the market and of its institutions as it was', () => {
    for (let m = 0; m < columns.length; m++) {
      const { quantity } = columns[m]
      // What the opening month began or ended is news in that month alone, and DebtRank is quarterly.
      if (['separations', 'formations', 'debtRankMax'].includes(quantity)) continue
      const all = still.recording.series.subarray(m * PERIODS, (m + 1) * PERIODS)
      for (let t = 1; t < PERIODS; t++) {
        if (Number.isNaN(all[0])) expect(all[t], quantity).toBeNaN()
        else
          expect(Math.abs(all[t] - all[0]), quantity).toBeLessThanOrEqual(1e-12 * Math.abs(all[0]))
      }
    }
    expect(series(still, 'separations')[PERIODS - 1]).toBe(0)
  })
})

describe('deletion', () => {
  it('leaves as many partnerships as the model has had at least, month by month', () => {
    for (const benchmark of ['randomDeletion', 'sizeProportional'] as const) {
      let least = Infinity
      const expected = modelLinks.map((links) => (least = Math.min(least, links)))
      expect(series(run(benchmark, modelLinks), 'links')).toEqual(expected)
    }
  })

  it('ignores links the model wins: it forms none', () => {
    const grown = modelLinks.map((links, t) => modelLinks[0] + 10 * t + 0 * links)
    const links = series(run('randomDeletion', grown), 'links')
    expect(links).toEqual(modelLinks.map(() => modelLinks[0]))
  })

  it('takes the business of a link along, and nobody else’s', () => {
    const few = modelLinks.map((links, t) => (t === 0 ? links : Math.floor(0.6 * modelLinks[0])))
    const { end } = run('randomDeletion', few)
    const { end: still } = run('noChange')
    const { links, balance } = end.edges
    const stock = new Float64Array(end.platforms.size)
    const funded = new Float64Array(end.banks.size)
    for (let slot = 0; slot < links.count; slot++) {
      const cut = still.edges.links.active[slot] === 1 && links.active[slot] === 0
      expect(balance[slot]).toBe(cut ? 0 : still.edges.balance[slot])
      stock[links.to[slot]] += balance[slot]
      funded[links.from[slot]] += balance[slot]
    }
    const near = (got: Float64Array, want: Float64Array): void =>
      got.forEach((value, i) => expect(value).toBeCloseTo(want[i], 6))
    near(end.platforms.balance, stock)
    near(end.banks.partnerLoans, funded)
    const sum = (column: Float64Array): number => column.reduce((total, one) => total + one, 0)
    expect(sum(end.segments.originated)).toBeCloseTo(sum(end.platforms.originated), 6)
    expect(sum(end.segments.debt)).toBeCloseTo(sum(stock), 4)
  })

  it('closes a programme that lost its last partner', () => {
    const none = modelLinks.map((links, t) => (t === 0 ? links : 0))
    const forecast = run('sizeProportional', none)
    expect(series(forecast, 'links')[1]).toBe(0)
    expect(forecast.end.platforms.balance.reduce((a, b) => a + b, 0)).toBeLessThan(
      0.1 * market.platforms.balance.reduce((a, b) => a + b, 0),
    )
    const { end: still } = run('noChange')
    const partners = partnershipsByBank(still)
    const { onAtStart, size } = still.banks
    let listed = 0
    let on = 0
    for (let b = 0; b < size; b++) {
      on += onAtStart[b]
      if (onAtStart[b] === 1 && partners[b] > 0) listed++
    }
    const exits = series(forecast, 'programmeExitShare')
    expect(exits[0]).toBe(0)
    expect(exits[1]).toBe(listed / on)
  })

  it('strikes small platforms first where chances go by size, and not where they are even', () => {
    const places = (order: readonly number[]): number => {
      // Mean place of links with the five largest platforms, from 0 (first to go) to 1.
      const heads = [...market.platforms.balance.keys()]
        .sort((a, b) => market.platforms.balance[b] - market.platforms.balance[a])
        .slice(0, 5)
      const at = order.flatMap((slot, place) =>
        heads.includes(market.edges.links.to[slot]) ? [place / (order.length - 1)] : [],
      )
      return at.reduce((a, b) => a + b, 0) / at.length
    }
    const even = orderOfDeletion(market, evenChance, keyOf(0))
    expect(even.length).toBe(countPartnerships(market))
    expect(new Set(even).size).toBe(even.length)
    // Uniform places have mean ½; four standard errors of the mean of n of them.
    const n = even.length / 10
    expect(Math.abs(places(even) - 0.5)).toBeLessThan(4 / Math.sqrt(12 * n))
    expect(places(orderOfDeletion(market, inverseToBalance, keyOf(0)))).toBeGreaterThan(0.75)
  })

  it('strikes a link first as often as its chance says', () => {
    const chances = [0.6, 0.3, 0.1]
    const toy = toyMarket({ banks: 1, platforms: 3 })
    const chance = (_: Market, slot: number): number => Math.log(chances[slot])
    const trials = 4_000
    const first = [0, 0, 0]
    for (let r = 0; r < trials; r++) first[orderOfDeletion(toy, chance, makeKey('first', r))[0]]++
    chances.forEach((p, slot) => {
      const standardError = Math.sqrt((p * (1 - p)) / trials)
      expect(Math.abs(first[slot] / trials - p), `slot ${slot}`).toBeLessThan(3 * standardError)
    })
  })
})

describe('the closed form', () => {
  it('keeps every link that pays, whatever the draws say', () => {
    const forecast = run('closedForm', [], { ...FREE, partnerCostNew: 0 })
    const links = series(forecast, 'links')
    // A platform that its bank cannot serve earns nothing: V = 0 falls by the toss of a coin.
    expect(links[PERIODS - 1]).toBeGreaterThan(0.9 * links[0])
    expect(forecast.end.banks.exitedAt.every((at) => at < 0)).toBe(true)
  })

  it.each([
    // ω_t > 0 from t_E − H + 1 = 6 on, or from the announcement on.
    { planningHorizon: 6, first: 6 },
    { planningHorizon: 12, first: ANNOUNCED },
  ])('cuts from month $first on, what is due, when H is $planningHorizon (LC7)', (one) => {
    const { planningHorizon, first } = one
    const rate = 0.3
    const forecast = run('closedForm', [], {
      ...FREE,
      partnerCostNew: 1e6,
      planningHorizon,
      reviewRateAnnounced: rate,
    })
    const links = series(forecast, 'links')
    for (let t = 0; t < PERIODS; t++) {
      const survival = t < first ? 1 : [1, 1 - rate, (1 - rate) * (1 - rate)][t - first + 1]
      // Four standard deviations of a binomial share.
      const slack = 4 * Math.sqrt((survival * (1 - survival)) / links[0])
      expect(Math.abs(links[t] / links[0] - survival), `period ${t}`).toBeLessThanOrEqual(slack)
    }
  })

  it('closes a programme after two weak quarters, and not after one', () => {
    // Quarter-ends: Dec (1), Mar (4).
    const dear = { ...FREE, programmeCostOld: 100, exitQuarters: 2 }
    const on = series(run('closedForm', [], dear), 'programmesOn')
    expect(on[1]).toBe(on[0])
    expect(on[3]).toBe(on[0])
    expect(on[4]).toBeLessThan(0.9 * on[0])
  })

  it('drops partners whose oversight costs more than they earn', () => {
    const short = openingMarket({ capacitySlack: 0.1 })
    // Nobody reviews before the notice: the opening month is the model's own.
    const cheap = { ...FREE, partnerCostOld: 0.1, partnerCostNew: 0.1, reviewRateAnnounced: 1 }
    const linksAt = (oversightConvexity: number): number =>
      series(run('closedForm', [], { ...cheap, oversightConvexity }, short), 'links')[ANNOUNCED + 1]
    expect(linksAt(100)).toBeLessThan(0.5 * linksAt(0))
  })

  it('does not hear of its own cuts: values stay those of the opening month', () => {
    // At λ_rev = 1 all that does not pay in the opening month goes in month 1, and nothing after it.
    const links = series(run('closedForm', [], { reviewRate: 1 }), 'links')
    expect(links[1]).toBeLessThan(links[0])
    expect(links[2]).toBe(links[1])
    expect(links[3]).toBe(links[1])
  })
})

/** Nobody has a cost before the notice, and nobody reviews before it is announced. */
const FREE = {
  partnerCostOld: 0,
  programmeCostOld: 0,
  programmeCostNew: 0,
  inspectionRateOld: 0,
  inspectionRateNew: 0,
  oversightConvexity: 0,
  reviewRate: 0,
}
