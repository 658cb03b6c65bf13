import { describe, expect, it } from 'vitest'
import { indexLinks } from '../../../engine/links.ts'
import { reviewPartners } from '../../../agents/bank/review-partners.ts'
import { reviewProgramme } from '../../../agents/bank/review-programme.ts'
import { searchPartners } from '../../../agents/bank/search-partners.ts'
import { signPartner } from '../../../agents/bank/partnership.ts'
import { addRow, countOf, createChronicle } from '../../../agents/chronicle/chronicle.ts'
import { AT, ROW_WIDTH } from '../../../agents/chronicle/columns.ts'
import { endAllFunders } from '../../../agents/loans/end-links.ts'
import { PLATFORM_FAILURE, type Market } from '../../../agents/market.ts'
import { failPlatform, resolveFailures } from '../../../agents/settlement/resolve-failures.ts'
import { readDecisions, type Decision } from '../../../analysis/stories/decision.ts'
import { lendingOf } from '../../../agents/chronicle/binding-limit.ts'
import {
  prepare,
  QUARTER_END,
  runMonths,
  runPhases,
  steadyMarket,
  toyMarket,
  untilFunding,
  type Row,
} from '../../fixtures/toy-market.ts'

const HUGE: Row = { otherLoans: 1e9 }
const CERTAIN = { choiceNoise: 0, reviewRate: 1, oversightConvexity: 0, partnerComplianceLoad: 0 }

function noted({ work }: Market): Decision[] {
  const { chronicle } = work
  return readDecisions(chronicle.rows.slice(0, chronicle.count * ROW_WIDTH))
}

describe('the chronicle', () => {
  it('grows as needed and keeps what was noted', () => {
    const chronicle = createChronicle()
    for (let i = 0; i < 1000; i++) addRow(chronicle, 3, i, 2 * i, 0, 0)
    expect(countOf(chronicle, 3)).toBe(1000)
    expect(chronicle.rows[999 * ROW_WIDTH + AT.platform]).toBe(1998)
    expect(chronicle.rows[5 * ROW_WIDTH + AT.value]).toBeNaN()
  })

  it('begins anew every month', () => {
    const chronicle = createChronicle()
    addRow(chronicle, 3, 1, 1, 0, 0)
    expect(countOf(chronicle, 4)).toBe(0)
    addRow(chronicle, 4, 2, 2, 0, 0)
    expect(countOf(chronicle, 4)).toBe(1)
    expect(chronicle.rows[AT.bank]).toBe(2)
  })
})

describe('an ending is noted', () => {
  it('with value, probability and luck when a review ends it', () => {
    const rules = { partnerCost: Float64Array.of(3) }
    const market = steadyMarket({ banks: [HUGE], platforms: 2, rules, parameters: CERTAIN }, 1)
    prepare(market)
    runPhases(market, [reviewPartners], 0)
    const rows = noted(market)
    expect(rows.map(({ platform }) => platform)).toEqual([0, 1])
    for (const one of rows) {
      expect(one).toMatchObject({ event: 'ended', reason: 'lowValue', period: 0, partners: 2 })
      expect(one.value).toBeCloseTo(1 - 3, 9)
      expect([one.oversight, one.setupCost, one.probability]).toEqual([0, 0, 0])
      expect(one.luck).toBeGreaterThan(0)
    }
  })

  it('of the worst partners beyond a head-count cap, with rank and cap', () => {
    const platforms = [1, 3, 2].map((trafficWeight) => ({ trafficWeight }))
    const rules = { headcountCap: Float64Array.of(1) }
    const parameters = { ...CERTAIN, reviewRate: 0 }
    const market = steadyMarket({ banks: [HUGE], platforms, rules, parameters }, 1)
    prepare(market)
    runPhases(market, [reviewPartners], 0)
    expect(
      noted(market).map(({ platform, reason, criterion, measure, limit }) => [
        platform,
        reason,
        criterion,
        measure,
        limit,
      ]),
    ).toEqual([
      [2, 'ruleBook', 'headcountCap', 2, 1],
      [0, 'ruleBook', 'headcountCap', 3, 1],
    ])
  })

  it('with Ω, F0 and weak quarters when the programme ends', () => {
    const rules = { programmeCost: Float64Array.of(9) }
    const parameters = { ...CERTAIN, programmeCapabilityLoad: 0 }
    const market = steadyMarket({ banks: [HUGE], platforms: 2, rules, parameters }, 1)
    for (const period of [QUARTER_END, QUARTER_END + 3]) {
      prepare(market, period)
      runPhases(market, [reviewProgramme], period)
    }
    const rows = noted(market)
    expect(rows.map(({ event }) => event)).toEqual(['programmeEnded', 'ended', 'ended'])
    for (const one of rows) {
      expect(one).toMatchObject({ reason: 'programmeExit', programmeCost: 9, quarters: 2 })
      expect(one.programmeValue).toBeCloseTo(2, 9)
    }
  })

  it('as a withdrawal while it waits for approval', () => {
    const market = toyMarket({ banks: 1, platforms: 2, links: [[0, 0]] })
    signPartner(market, 0, 1, 3, 6, 4)
    expect(noted(market)[0]).toMatchObject({ event: 'signed', reason: 'search', activeFrom: 7 })
    endAllFunders(market, 1, PLATFORM_FAILURE, 5)
    expect(noted(market).map(({ event, platform }) => [event, platform])).toEqual([
      ['withdrawn', 1],
    ])
  })
})

describe('a failure is noted with its criterion', () => {
  const failing = (change: (market: Market) => void): Decision[] => {
    const market = toyMarket({ banks: 2, platforms: 2 })
    runMonths(market, 4)
    change(market)
    runPhases(market, [resolveFailures], 4)
    return noted(market)
  }

  it.each([
    ['netWorth', (market: Market) => (market.platforms.netWorth[0] = -1), -1, 0],
    ['lossMonths', (market: Market) => loseMoney(market), 6, 6],
    ['unfundedMonths', (market: Market) => (market.platforms.unfundedMonths[0] = 2), 3, 3],
  ])('of a platform: %s', (criterion, change, measure, limit) => {
    const rows = failing((market) => {
      if (criterion === 'unfundedMonths') market.work.inForce.able.fill(0)
      change(market)
    }).filter(({ platform }) => platform === 0)
    expect(rows.map(({ bank }) => bank)).toEqual([0, 1])
    for (const one of rows) {
      expect(one).toMatchObject({ event: 'ended', reason: 'platformFailure' })
      expect(one).toMatchObject({ criterion, measure, limit })
    }
  })

  it('of a bank: its equity, or its capital ratio', () => {
    const gone = failing((market) => (market.banks.equity[0] = -2))
    expect(gone[0]).toMatchObject({ reason: 'bankFailure', criterion: 'equity', measure: -2 })
    const thin = failing((market) => {
      market.banks.equity[0] = 0.04 * market.banks.otherLoans[0]
      market.banks.partnerLoans[0] = 0
    })
    expect(thin[0]).toMatchObject({ criterion: 'capitalRatio', limit: 0.05 })
    expect(thin[0].measure).toBeCloseTo(0.04, 12)
  })

  it('as a shock when it meets none', () => {
    const market = toyMarket({ banks: 1, platforms: 2 })
    failPlatform(market, 1, 0)
    expect(noted(market)[0]).toMatchObject({ reason: 'platformFailure', criterion: 'shock' })
  })

  function loseMoney({ platforms }: Market): void {
    platforms.lossMonths[0] = 5
    platforms.income[0] = -1
  }
})

describe('a beginning is noted', () => {
  const searching = (parameters: object, watched = -1): Market => {
    const market = steadyMarket(
      { banks: [HUGE], platforms: 3, links: [[0, 0]], parameters: { ...CERTAIN, ...parameters } },
      5,
    )
    market.work.chronicle.watchedBank = watched
    prepare(market, QUARTER_END)
    runPhases(market, [searchPartners], QUARTER_END)
    return market
  }

  it('when signed, with its set-up cost, and when lending starts', () => {
    const market = searching({ setupCost: 1, partnerServiceCost: 0 })
    const rows = noted(market)
    expect(rows.map(({ platform }) => platform).sort()).toEqual([1, 2])
    for (const one of rows) {
      expect(one).toMatchObject({ event: 'signed', reason: 'search', setupCost: 1, probability: 1 })
      expect(one.net).toBeCloseTo(one.value - 1, 12)
      expect(one.activeFrom).toBe(QUARTER_END + 1)
    }
    indexLinks(market.edges.links)
    prepare(market, QUARTER_END + 1)
    runPhases(market, [reviewPartners], QUARTER_END + 1)
    const started = noted(market).filter(({ event }) => event === 'started')
    expect(started.map(({ reason }) => reason)).toEqual(['approval', 'approval'])
    expect(started.map(({ platform }) => platform).sort()).toEqual([1, 2])
  })

  it('when refused, by whom, for a watched bank only', () => {
    expect(noted(searching({ setupCost: 100, partnerServiceCost: 0 }))).toEqual([])
    const dear = noted(searching({ setupCost: 100, partnerServiceCost: 0 }, 0))
    expect(dear.map(({ event, reason }) => [event, reason])).toEqual([
      ['declined', 'lowValue'],
      ['declined', 'lowValue'],
    ])
    const unwilling = noted(searching({ setupCost: 0, partnerServiceCost: 1e6 }, 0))
    expect(unwilling[0]).toMatchObject({
      reason: 'platformDeclined',
      criterion: 'partnerServiceCost',
      limit: 1e6,
    })
  })
})

describe('what a bank lends is held back', () => {
  const lending = (row: Row, rules = {}) => {
    const market = toyMarket({
      banks: [row],
      platforms: 1,
      rules,
      parameters: { riskWeightOther: 1 },
    })
    runPhases(market, untilFunding, 0)
    return lendingOf(market, 0)
  }

  it('by nothing but demand while there is room', () => {
    const { lent, room, limit } = lending({})
    expect(lent).toBeGreaterThan(0)
    expect(lent).toBeLessThan(room)
    expect(limit).toBe('none')
  })

  it.each([
    ['capacity', { otherLoans: 100, programmeAppetite: 0.5 }, {}],
    ['capital', { otherLoans: 1000, equity: 121, capitalTarget: 0.12 }, {}],
    ['fundingShock', { fundingLimit: 7 }, {}],
    ['stopped', {}, { stopped: Uint8Array.of(1) }],
    ['notAble', { suspendedUntil: 5 }, {}],
    ['stockLimit', { stockReference: 10 }, { stockShareMax: Float64Array.of(0.5) }],
  ])('by %s, which is named', (limit, row: Row, rules) => {
    const found = lending(row, rules)
    expect(found.limit).toBe(limit)
    expect(found.lent).toBeLessThanOrEqual(found.room * (1 + 1e-9))
  })
})
