import { describe, expect, it } from 'vitest'
import { capitalRoom, roomOf } from '../../../agents/bank/funding/room.ts'
import { capitalRatio } from '../../../agents/pricing/capital.ts'
import { CONSUMER_FINANCE, MICROLENDER, PRIVATE, TRUST } from '../../../agents/parameters.ts'
import type { RuleBook } from '../../../agents/regulator/rule-book.ts'
import { halfUnit, prepare, runMonths, toyMarket, type Row } from '../../fixtures/toy-market.ts'

interface Case {
  bank?: Row
  rules?: Partial<RuleBook>
  carried?: number
  maxMonthlyUse?: number
}

function marketOf({ bank = {}, rules = {}, carried = 0, maxMonthlyUse = 1 }: Case) {
  const market = toyMarket({ banks: [bank], platforms: 1, rules, parameters: { maxMonthlyUse } })
  prepare(market)
  market.work.carried.bank[0] = carried
  return market
}

function roomIn(one: Case): number {
  const market = marketOf(one)
  return roomOf(market, market.work.inForce, 0)
}

/** Plenty of capital: 400 of capacity. */
const bank: Row = { otherLoans: 900, partnerLoans: 100, programmeAppetite: 0.4, equity: 1000 }

describe('the room of a bank', () => {
  it('is its capacity less what it carries', () => {
    expect(roomIn({ bank })).toBeCloseTo(400, 12)
    expect(roomIn({ bank, carried: 90 })).toBeCloseTo(310, 12)
    expect(roomIn({ bank, carried: 500 })).toBe(0)
  })

  it('is at most a third of capacity a month', () => {
    expect(roomIn({ bank, maxMonthlyUse: 1 / 3 })).toBeCloseTo(400 / 3, 12)
    expect(roomIn({ bank, carried: 350, maxMonthlyUse: 1 / 3 })).toBeCloseTo(50, 12)
  })

  it('is nothing for a bank that is off, failed, suspended, stopped or short of capital', () => {
    expect(roomIn({ bank: { ...bank, programme: 1 } })).toBe(0)
    expect(roomIn({ bank: { ...bank, failed: 1 } })).toBe(0)
    expect(roomIn({ bank: { ...bank, suspendedUntil: 3 } })).toBe(0)
    expect(roomIn({ bank, rules: { stopped: Uint8Array.of(1) } })).toBe(0)
    expect(roomIn({ bank: { ...bank, equity: 0.1199 * 975 } })).toBe(0)
  })

  it('is what capital above target carries: ((E+T2)/CAR* − RWA°)/RW_P', () => {
    const tight = { ...bank, equity: 100, tier2: 30, capitalTarget: 0.12 }
    const expected = (130 / 0.12 - (0.75 * 90 + 900)) / 0.75
    expect(expected).toBeLessThan(300)
    expect(roomIn({ bank: tight, carried: 90 })).toBeCloseTo(expected, 10)
  })

  it('of a microlender is its leverage times equity, of a trust company unlimited by capital', () => {
    const micro = { licence: MICROLENDER, equity: 10, otherLoans: 5 }
    const market = marketOf({ bank: micro, carried: 20 })
    expect(capitalRoom(market, market.work.inForce, 0)).toBe(6 * 10 - 25)
    const trust = marketOf({ bank: { ...bank, licence: TRUST, equity: 1 } })
    expect(capitalRoom(trust, trust.work.inForce, 0)).toBe(Infinity)
    expect(roomIn({ bank: { ...bank, licence: TRUST, equity: 1 } })).toBeCloseTo(400, 12)
  })

  it('of a consumer-finance company below its leverage floor is nothing', () => {
    const rules = { leverageFloor: Float64Array.of(0.13) }
    const company = { ...bank, licence: CONSUMER_FINANCE, cash: 100, capitalTarget: 0.1 }
    expect(roomIn({ bank: { ...company, equity: 0.13 * 1100 }, rules })).toBeGreaterThan(0)
    expect(roomIn({ bank: { ...company, equity: 0.129 * 1100 }, rules })).toBe(0)
  })

  it('keeps within a stock path, a growth limit and a funding shock', () => {
    const path = { stockShareMax: Float64Array.of(0.8) }
    const held = { ...bank, stockReference: 200 }
    expect(roomIn({ bank: held, rules: path, carried: 90 })).toBeCloseTo(70, 12)
    const growth = { growthShareMax: Float64Array.of(1) }
    const grown = { ...bank, growthReference: 200, growthReferenceOther: 1000 }
    expect(roomIn({ bank: grown, rules: growth, carried: 90 })).toBeCloseTo(200 * 0.9 - 90, 12)
    const own = { ...grown, growthReferenceOther: 800 }
    expect(roomIn({ bank: own, rules: growth, carried: 90 })).toBeCloseTo(110, 12)
    expect(roomIn({ bank: { ...bank, fundingLimit: 33 } })).toBe(33)
  })
})

describe('LC15: a bank that capital binds', () => {
  /** Weighted assets with all room used, at a floor of capital. */
  function assetsAt(floor: number): number {
    const market = marketOf({
      bank: { otherLoans: 600, equity: 100, tier2: 20, programmeAppetite: 0.95 },
      rules: { capitalFloor: Float64Array.of(floor) },
      carried: 100,
    })
    const room = capitalRoom(market, market.work.inForce, 0)
    return 0.75 * (100 + room) + 600
  }

  it('holds weighted assets of (E+T2)/CAR*: 12% → 13% takes 7.692%', () => {
    expect(assetsAt(0.12)).toBeCloseTo(120 / 0.12, 10)
    expect(assetsAt(0.13)).toBeCloseTo(120 / 0.13, 10)
    const fall = assetsAt(0.13) / assetsAt(0.12) - 1
    expect(100 * fall).toBeCloseTo(100 * (0.12 / 0.13 - 1), 10)
    expect(Math.abs(100 * fall + 7.692)).toBeLessThanOrEqual(halfUnit(3))
  })

  it('lends up to that in the market and no further', () => {
    const market = toyMarket({
      banks: [
        {
          licence: PRIVATE,
          otherLoans: 600,
          equity: 100,
          programmeAppetite: 0.95,
          capitalTarget: 0.12,
        },
      ],
      platforms: 1,
      pools: [1e5, 0, 0, 0, 0],
      parameters: { defaultProbability: [0, 0, 0, 0, 0], payoutShare: 0 },
    })
    runMonths(market, 1)
    // The first month's lending is carried in full: CAR falls to its target exactly.
    expect(market.banks.partnerLoans[0]).toBeCloseTo((100 / 0.12 - 600) / 0.75, 9)
    const equity = market.banks.equity[0]
    market.banks.equity[0] = 100
    expect(capitalRatio(market, market.work.inForce, 0)).toBeCloseTo(0.12, 12)
    market.banks.equity[0] = equity
  })
})
