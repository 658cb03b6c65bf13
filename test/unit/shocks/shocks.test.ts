import { describe, expect, it } from 'vitest'
import type { Market } from '../../../agents/market.ts'
import { forkMarket } from '../../../agents/fork.ts'
import { visitCells } from '../../../agents/loans/loan-book.ts'
import { month } from '../../../agents/month.ts'
import { FLOW, SECTOR } from '../../../agents/settlement/accounts.ts'
import { applyShocks } from '../../../agents/shocks/apply-shocks.ts'
import { capitalLost } from '../../../agents/shocks/run-on-guarantors.ts'
import type { Shock } from '../../../agents/shocks/shock.ts'
import { shockMenu } from '../../../agents/shocks/shock-menu.ts'
import { fundingLimitOf } from '../../../agents/shocks/squeeze-funding.ts'
import { cellOf, columnSum, rowSum } from '../../../engine/ledger.ts'
import { normalCdf } from '../../../engine/numerics/normal.ts'
import { START } from '../regulator/rule-market.ts'
import { key, largestBanks, marketWith, opened, PERIODS, total, watch } from './opened-market.ts'

/** The month in which all shocks of these tests strike. */
const STRIKE = 3
const when = { period: STRIKE }
const months = Array.from({ length: PERIODS }, (_, t) => t)
const ROUNDING = 1e-9

describe('the shock menu', () => {
  it('names every kind once, in both languages, with a source', () => {
    expect(shockMenu.map((one) => one.kind)).toEqual([
      'defaultWave',
      'partnerFailure',
      'fundingShock',
      'enforcementCampaign',
      'guarantorRun',
      'trafficShock',
      'lenderDistress',
    ])
    for (const { label, source } of shockMenu) {
      expect(label.en && label.zh && source).not.toBe('')
    }
  })

  it('changes nothing without shocks, or with shocks after the last period', () => {
    const late: Shock = { kind: 'defaultWave', macroState: -2, when: { period: PERIODS } }
    const read = (market: Market) => [market.environment.macroState, total(market.banks.equity)]
    expect(watch(marketWith([late]), read)).toEqual(watch(marketWith([]), read))
  })

  it('refuses a shock on nobody', () => {
    const wrong: Shock = { kind: 'partnerFailure', platform: 99_999, when }
    expect(() => watch(marketWith([wrong]), () => 0)).toThrow('platform 99999')
  })
})

describe('a default wave', () => {
  const wave: Shock = { kind: 'defaultWave', macroState: -2, when }

  it('sets Z to −2, after which it decays with its own persistence', () => {
    const state = (market: Market) => market.environment.macroState
    const base = watch(marketWith([]), state)
    const struck = watch(marketWith([wave]), state)
    const persistence = opened().parameters.macroPersistence
    expect(struck.slice(0, STRIKE)).toEqual(base.slice(0, STRIKE))
    expect(struck[STRIKE]).toBe(-2)
    let gap = -2 - base[STRIKE]
    for (let t = STRIKE + 1; t < PERIODS; t++) {
      gap *= persistence
      expect(struck[t] - base[t]).toBeCloseTo(gap, 12)
    }
  })

  it('defaults as the one-factor formula says at Z = −2', () => {
    const { macroLoading } = opened().parameters
    const seen = watch(marketWith([wave]), (market) => ({
      next: expectedDefaults(market, -2, macroLoading),
      calm: expectedDefaults(market, 0, macroLoading),
      defaults: total(market.segments.defaulted),
    }))
    const before = seen[STRIKE - 1]
    expect(Math.abs(seen[STRIKE].defaults / before.next - 1)).toBeLessThan(ROUNDING)
    expect(before.next).toBeGreaterThan(before.calm)
  })

  /** Σ Pf·Φ((Φ⁻¹(h) − √ρ·Z)/√(1−ρ)) over the book, no platform in distress. */
  function expectedDefaults(market: Market, state: number, loading: number): number {
    const { loans, edges, platforms, parameters } = market
    let sum = 0
    visitCells(loans, (cell, line, slot) => {
      const p = edges.links.to[slot]
      const factor = platforms.distressMonths[p] > 0 ? parameters.distressMultiplier : 1
      const score = loans.hazardScore[line] - Math.sqrt(loading) * state
      const hazard = factor * normalCdf(score / Math.sqrt(1 - loading))
      sum += loans.principal[cell] * Math.min(1, hazard)
    })
    return sum
  }
})

describe('a partner failure', () => {
  it('ends the platform, its links and its lending, and triples its defaults for six months', () => {
    const p = 6
    const read = ({ platforms, edges: { links } }: Market) => ({
      failed: platforms.failed[p],
      originated: platforms.originated[p],
      defaults: platforms.pastDefaults[3 * p],
      distress: platforms.distressMonths[p],
      links: links.toStart[p + 1] - links.toStart[p],
    })
    const failure: Shock = { kind: 'partnerFailure', platform: opened().platforms.id[p], when }
    const base = watch(marketWith([]), read)
    const struck = watch(marketWith([failure]), read)
    expect(base[STRIKE].failed).toBe(0)
    expect(base[STRIKE].links).toBeGreaterThan(0)
    expect(struck.slice(0, STRIKE)).toEqual(base.slice(0, STRIKE))
    for (const { failed, originated, links } of struck.slice(STRIKE)) {
      expect([failed, originated, links]).toEqual([1, 0, 0])
    }
    const ratio = struck[STRIKE].defaults / base[STRIKE].defaults
    expect(ratio).toBeCloseTo(opened().parameters.distressMultiplier, 9)
    const inDistress = struck.filter((one, t) => t >= STRIKE && one.distress > 0).length
    expect(inDistress).toBe(opened().parameters.distressLength - 1)
  })
})

describe('a funding shock', () => {
  const banks = () => largestBanks(opened(), 3)
  const shock = (change: Partial<Shock & { kind: 'fundingShock' }>): Shock => ({
    kind: 'fundingShock',
    banks: banks().map((b) => opened().banks.id[b]),
    costRise: 0,
    depositLimit: Infinity,
    capacityFactor: 1,
    months: 4,
    when,
    ...change,
  })
  const lasts = (t: number) => t >= STRIKE && t < STRIKE + 4

  it('raises the cost of funds while it lasts, for the chosen banks only', () => {
    const [b] = banks()
    const other = largestBanks(opened(), 4)[3]
    const seen = watch(marketWith([shock({ costRise: 0.02 })]), ({ banks: all }) => [
      all.fundingCost[b],
      all.fundingCost[other],
    ])
    seen.forEach(([cost, unchanged], t) => {
      expect(cost - opened().banks.fundingCost[b]).toBeCloseTo(lasts(t) ? 0.02 : 0, 12)
      expect(unchanged).toBe(opened().banks.fundingCost[other])
    })
  })

  it('takes lending away from banks whose funds are dear', () => {
    const lent = ({ banks: all }: Market) => banks().reduce((sum, b) => sum + all.originated[b], 0)
    const base = watch(marketWith([]), lent)
    const struck = watch(marketWith([shock({ costRise: 0.02 })]), lent)
    expect(struck[STRIKE]).toBeLessThan(base[STRIKE])
    expect(struck.slice(0, STRIKE)).toEqual(base.slice(0, STRIKE))
  })

  it('limits new deposits, and new loans to liquid assets and new deposits', () => {
    const limit = 10
    const read = ({ banks: all }: Market) =>
      banks().map((b) => ({
        deposits: all.deposits[b],
        cash: all.cash[b],
        lent: all.originated[b],
        limit: all.depositLimit[b],
      }))
    const seen = watch(marketWith([shock({ depositLimit: limit })]), read)
    seen.forEach((now, t) => {
      now.forEach((bank, i) => {
        expect(bank.limit).toBe(lasts(t) ? limit : Infinity)
        if (!lasts(t)) return
        const before = seen[t - 1][i]
        expect(bank.deposits - before.deposits).toBeLessThanOrEqual(limit + ROUNDING)
        const most = fundingLimitOf(before.cash, limit)
        expect(bank.lent).toBeLessThanOrEqual(most * (1 + ROUNDING))
      })
    })
    expect(fundingLimitOf(3, 4)).toBe(7)
    expect(fundingLimitOf(3, -4)).toBe(0)
  })

  it('scales the wish to lend while it lasts', () => {
    const [b] = banks()
    const factor = ({ banks: all }: Market) => all.capacityFactor[b]
    const base = watch(marketWith([]), factor)
    const struck = watch(marketWith([shock({ capacityFactor: 0.7 })]), factor)
    struck.forEach((one, t) => expect(one / base[t]).toBeCloseTo(lasts(t) ? 0.7 : 1, 12))
  })
})

describe('an enforcement campaign', () => {
  const regions = [0, 1]
  const campaign = (factor: number): Shock => ({
    kind: 'enforcementCampaign',
    regions,
    factor,
    months: 3,
    when,
  })

  it('multiplies inspections of banks of the chosen regions for three months', () => {
    const read = ({ environment }: Market) => environment.inspectionFactor.slice()
    watch(marketWith([campaign(5)]), read).forEach((factors, t) => {
      const home = opened().banks.homeRegion
      const lasts = t >= STRIKE && t < STRIKE + 3
      factors.forEach((one, b) => expect(one).toBe(lasts && regions.includes(home[b]) ? 5 : 1))
    })
  })

  it('brings more fines, and takes none away', () => {
    // So often that every one of them is inspected every month.
    const certain = 12 / opened().parameters.inspectionRateOld
    const queued = (market: Market) => {
      const width = market.fines.length / market.banks.size
      return Array.from(market.banks.homeRegion, (region, b) => ({
        chosen: regions.includes(region),
        fines: total(market.fines.subarray(b * width, (b + 1) * width)),
      }))
    }
    const base = watch(marketWith([]), queued).at(-1)!
    const struck = watch(marketWith([campaign(certain)]), queued).at(-1)!
    const sum = (rows: typeof base, chosen: boolean) =>
      total(rows.filter((row) => row.chosen === chosen).map((row) => row.fines))
    expect(sum(struck, true)).toBeGreaterThan(sum(base, true))
    struck.forEach(({ chosen, fines }, b) => {
      if (chosen) expect(fines).toBeGreaterThanOrEqual(base[b].fines)
    })
  })
})

describe('a run on guarantors', () => {
  const run = (factor: number): Shock => ({
    kind: 'guarantorRun',
    guarantors: [opened().guarantors.id[0], opened().guarantors.id[1]],
    factor,
    when,
  })
  const identityGap = ({ guarantors, parameters }: Market, g: number) => {
    const net = guarantors.cash[g] + (1 - parameters.lossGivenDefault) * guarantors.claims[g]
    return Math.abs(net - guarantors.equity[g])
  }

  it('halves the capital of the chosen ones and of nobody else', () => {
    const before = opened().guarantors.equity
    const market = forkMarket(marketWith([run(0.5)]))
    applyShocks(market, { key, period: STRIKE, start: START })
    const { equity } = market.guarantors
    equity.forEach((k, g) => expect(k).toBe(g < 2 ? 0.5 * before[g] : before[g]))
    expect(market.work.shockLosses).toBeCloseTo(0.5 * (before[0] + before[1]), 9)
  })

  it('moves money to the rest of the economy, posted once', () => {
    const read = (market: Market) => ({
      loss: cellOf(market.ledger, FLOW.shockLosses, SECTOR.rest),
      row: rowSum(market.ledger, FLOW.shockLosses),
      column: columnSum(market.ledger, SECTOR.guarantors),
      money: market.work.money[SECTOR.guarantors],
      cash: total(market.guarantors.cash),
      gap: Math.max(identityGap(market, 0), identityGap(market, 1)) / market.guarantors.equity[0],
      equity: market.guarantors.equity[0] + market.guarantors.equity[1],
    })
    const seen = watch(marketWith([run(0.5)]), read)
    seen.forEach((one, t) => {
      expect(one.row).toBe(0)
      expect(one.gap).toBeLessThan(ROUNDING)
      if (t !== STRIKE) expect(one.loss).toBe(0)
      const before = t === 0 ? total(opened().guarantors.cash) : seen[t - 1].cash
      const scale = Math.max(1, Math.abs(before))
      expect(Math.abs(one.column - (one.cash - before)) / scale).toBeLessThan(ROUNDING)
      expect(Math.abs(one.column - one.money) / scale).toBeLessThan(ROUNDING)
    })
    expect(seen[STRIKE].loss).toBeCloseTo(0.5 * seen[STRIKE - 1].equity, 6)
  })

  it('writes claims off when cash cannot cover the loss, and keeps the identity', () => {
    const market = forkMarket(marketWith([run(0)]))
    const { guarantors, parameters } = market
    guarantors.claims[0] = (0.5 * guarantors.cash[0]) / (1 - parameters.lossGivenDefault)
    guarantors.equity[0] = 1.5 * guarantors.cash[0]
    applyShocks(market, { key, period: STRIKE, start: START })
    expect(guarantors.cash[0]).toBe(0)
    expect(guarantors.equity[0]).toBe(0)
    expect(Math.abs(guarantors.claims[0]) / opened().guarantors.cash[0]).toBeLessThan(ROUNDING)
  })

  it('takes nothing from who has nothing', () => {
    expect(capitalLost(-3, 0.5)).toBe(0)
    expect(capitalLost(8, 0.25)).toBe(6)
  })
})

describe('a traffic shock', () => {
  it('takes its share of the weight out of every pool, and no other', () => {
    // Σwt/v0 = a/(1−a) of each cell, with a the share that applies: linear in the factor on w.
    const [full, half, none] = [1, 0.5, 0].map(weightOverOutside)
    full.forEach((one, cell) => {
      expect(one - half[cell]).toBeGreaterThan(0)
      expect(Math.abs(one - half[cell] - (half[cell] - none[cell])) / one).toBeLessThan(ROUNDING)
    })
  })

  function weightOverOutside(factor: number): Float64Array {
    const platform = opened().platforms.id[0]
    const shock: Shock = { kind: 'trafficShock', platform, factor, when: { period: 0 } }
    const market = forkMarket(marketWith([shock]))
    const upTo = month.findIndex((phase) => phase.id === 'borrower.apply')
    const deciding = ['bank.reviewProgramme', 'bank.reviewPartners', 'bank.searchPartners']
    for (const phase of month.slice(0, upTo + 1)) {
      if (!deciding.includes(phase.id)) phase.run(market, { key, period: 0, start: START })
    }
    const { applications, demandPool } = market.borrowers
    return applications.map((volume, cell) => {
      const share = volume / demandPool[cell]
      return share / (1 - share)
    })
  }
})

describe('lender distress', () => {
  it('wears capacity and control down month by month, and the book with them', () => {
    const [b] = largestBanks(opened(), 1)
    const distress: Shock = {
      kind: 'lenderDistress',
      banks: [opened().banks.id[b]],
      capacityFactor: 0.94,
      capabilityFactor: 0.97,
      months: Infinity,
      when,
    }
    const read = ({ banks }: Market) => ({
      capacity: banks.capacityFactor[b],
      capability: banks.complianceCapability[b],
      loans: banks.partnerLoans[b],
    })
    const base = watch(marketWith([]), read)
    const struck = watch(marketWith([distress]), read)
    let worn = 1
    let weaker = 1
    for (const t of months) {
      if (t >= STRIKE) {
        worn *= 0.94
        weaker *= 0.97
      }
      expect(struck[t].capacity / base[t].capacity).toBeCloseTo(worn, 12)
      expect(struck[t].capability / base[t].capability).toBeCloseTo(weaker, 12)
    }
    expect(struck.at(-1)!.loans).toBeLessThan(base.at(-1)!.loans)
  })
})
