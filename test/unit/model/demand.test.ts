import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../engine/numerics/normal.ts'
import { gini, herfindahl, topShare } from '../../../analysis/metrics/shares.ts'
import type { Market } from '../../../agents/market.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import {
  averageDefault,
  marginalDefault,
  screening,
  type Screening,
} from '../../../agents/pricing/screening.ts'
import {
  halfUnit,
  runPhases,
  total,
  toyMarket,
  untilApprovals,
  untilFunding,
  type Row,
} from '../../fixtures/toy-market.ts'

/** π̄(x), with its own approval rate. */
function meanDefault(table: Screening, x: number): number {
  return averageDefault(table, x, normalCdf(-x))
}

/** The segment with PD 5.5% and 1/β = .06. */
const S3 = 2

function priceOf(market: Market, p: number, s = S3): number {
  return market.work.inForce.price[p * SITES * SEGMENTS + s]
}

function shares(market: Market, s = S3): number[] {
  return Array.from({ length: market.platforms.size }, (_, p) => {
    return market.platforms.marketShare[p * SEGMENTS + s]
  })
}

describe('LC1: N equal platforms and banks, no outside option, no ceiling', () => {
  // k = .081 as in the document: υ + a + u with a chosen to make it so.
  const upsilon = 0.029 + 0.75 * 0.12 * 0.078
  const platform: Row = { acquisitionCost: 0.081 - 0.015 - upsilon, segmentMix: [0, 0, 1, 0, 0] }

  function settled(n: number): Market {
    const market = toyMarket({
      banks: n,
      platforms: new Array<Row>(n).fill(platform),
      pools: [0, 0, 100, 0, 0],
      outsideWeight: 1e-30,
      parameters: { markupMode: 'scaled' },
    })
    for (let period = 0; period < 6; period++) runPhases(market, untilApprovals, period)
    return market
  }

  it.each([2, 3, 4, 7])('%i platforms share demand equally', (n) => {
    const market = settled(n)
    const applied = shares(market)
    for (const share of applied) expect(share).toBeCloseTo(1 / n, 12)
    expect(herfindahl(Float64Array.from(applied))).toBeCloseTo(1 / n, 12)
    expect(topShare(Float64Array.from(applied), 4)).toBeCloseTo(Math.min(1, 4 / n), 12)
    expect(gini(market.work.degree)).toBe(0)
  })

  it.each([2, 4, 7])('%i platforms charge k + LGD·π̄(x_U) + N/(β(N−1))', (n) => {
    const market = settled(n)
    const markup = (0.06 * n) / (n - 1)
    quote(borrowing(0.055, 0.42), 0.081, 0.88, markup, Infinity)
    const table = screening(0.055, 0.42)
    const price = 0.081 + 0.88 * meanDefault(table, quoted.cutoff) + markup
    // The root is found to 1e-12, so both forms of the price agree to that.
    expect(0.88 * marginalDefault(table, quoted.cutoff)).toBeCloseTo(price - 0.081, 11)
    for (let p = 0; p < n; p++) expect(priceOf(market, p)).toBeCloseTo(price, 11)
  })

  it('four of them charge .19941 and approve .92180', () => {
    const market = settled(4)
    const approved = total(market.borrowers.approved) / total(market.borrowers.applications)
    expect(Math.abs(priceOf(market, 0) - 0.19941)).toBeLessThanOrEqual(halfUnit(5))
    expect(Math.abs(approved - 0.9218)).toBeLessThanOrEqual(halfUnit(5))
  })
})

describe('LC4: borrowers choose by logit', () => {
  const platforms: Row[] = [
    { trafficWeight: 3, dataAdvantage: 0.55, acquisitionCost: 0.01 },
    { trafficWeight: 1 },
    { trafficWeight: 0.4, acquisitionCost: 0.05 },
  ]
  const market = toyMarket({ banks: 2, platforms })
  runPhases(market, untilApprovals, 0)

  it.each([0, 1, 2, 3, 4])('in segment %i: σ_p/σ_q = (w_p/w_q)·exp(−β(r_p − r_q))', (s) => {
    const beta = 1 / market.parameters.markupBase[s]
    const applied = shares(market, s)
    const weight = market.platforms.trafficWeight
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const gap = priceOf(market, p, s) - priceOf(market, q, s)
      const expected = (weight[p] / weight[q]) * Math.exp(-beta * gap)
      expect(applied[p] / applied[q] / expected).toBeCloseTo(1, 9)
    }
  })

  it('shares and outside sum to one, outside weighing v0', () => {
    const s = S3
    const applied = shares(market, s)
    const beta = 1 / 0.06
    const weights = applied.map(
      (_, p) => 0.2 * market.platforms.trafficWeight[p] * Math.exp(-beta * priceOf(market, p)),
    )
    const all = weights.reduce((a, b) => a + b, 1e-3)
    applied.forEach((share, p) => expect(share).toBeCloseTo(weights[p] / all, 12))
  })

  it('a platform that leaves sends (1−σ_0−σ_q)/(1−σ_q) of its share to the others', () => {
    const gone = 1
    const without = toyMarket({ banks: 2, platforms })
    without.platforms.failed[gone] = 1
    runPhases(without, untilApprovals, 0)
    const before = shares(market)
    const after = shares(without)
    expect(after[gone]).toBe(0)
    const outside = 1 - before.reduce((a, b) => a + b)
    const moved = after[0] + after[2] - before[0] - before[2]
    const fraction = (1 - outside - before[gone]) / (1 - before[gone])
    expect(moved / before[gone]).toBeCloseTo(fraction, 11)
    expect(fraction).toBeLessThan(1)
  })

  it('applications are pool times share, approvals times α', () => {
    const q = market.work.inForce
    for (let s = 0; s < SEGMENTS; s++) {
      let applications = 0
      let approved = 0
      shares(market, s).forEach((share, p) => {
        applications += 100 * share
        approved += 100 * share * q.approval[p * SITES * SEGMENTS + s]
      })
      expect(market.borrowers.applications[s]).toBeCloseTo(applications, 10)
      expect(market.borrowers.approved[s]).toBeCloseTo(approved, 10)
    }
  })
})

describe('demand by region', () => {
  it('follows where platforms live', () => {
    const market = toyMarket({ banks: 1, platforms: 2, regions: 2 })
    market.relativeReach.set([2, 0, 1, 1])
    runPhases(market, untilApprovals, 0)
    const { applications } = market.borrowers
    const weight = 0.2 * Math.exp(-priceOf(market, 0) / 0.06)
    expect(applications[S3 * 2]).toBeCloseTo((50 * 3 * weight) / (3 * weight + 1e-3), 10)
    expect(applications[S3 * 2 + 1]).toBeCloseTo((50 * weight) / (weight + 1e-3), 10)
  })

  it('finds no platform where none of its banks may lend', () => {
    const market = toyMarket({
      banks: [{ homeRegion: 1 }],
      platforms: 1,
      regions: 2,
      rules: { homeOnly: Uint8Array.of(1) },
    })
    runPhases(market, untilApprovals, 0)
    expect(market.borrowers.applications[S3 * 2]).toBe(0)
    expect(market.borrowers.applications[S3 * 2 + 1]).toBeGreaterThan(0)
  })

  it('is split over a platform’s classes by the weight of their banks', () => {
    const banks = [{ otherLoans: 3e6 }, { licence: 6, otherLoans: 1e6 }]
    const market = toyMarket({ banks, platforms: 1 })
    runPhases(market, untilApprovals, 0)
    const { approved, inForce } = market.work
    const volume = (k: number) =>
      approved[k * SEGMENTS + S3] / inForce.approval[k * SITES * SEGMENTS + S3]
    expect(volume(0) / volume(1)).toBeCloseTo(3, 12)
  })
})

describe('turned-away demand', () => {
  it('returns next month in part: M = M⁰ + ζ·(rejected + unfunded)', () => {
    const market = toyMarket({
      banks: [{ programmeAppetite: 1e-5 }],
      platforms: 1,
      parameters: { returnRate: 0.5 },
    })
    runPhases(market, untilFunding, 0)
    const { applications, approved, funded } = market.borrowers
    const away = applications.map((applied, s) => applied - approved[s] + (approved[s] - funded[s]))
    expect(total(approved) - total(funded)).toBeGreaterThan(1)
    expect(total(applications) - total(approved)).toBeGreaterThan(1)
    runPhases(market, untilApprovals, 1)
    for (let s = 0; s < SEGMENTS; s++) {
      expect(market.borrowers.demandPool[s]).toBeCloseTo(100 + 0.5 * away[s], 10)
    }
  })
})
