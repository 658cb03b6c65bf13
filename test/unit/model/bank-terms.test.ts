import { describe, expect, it } from 'vitest'
import { capitalRatio, capitalTargetOf, isAboveTarget } from '../../../agents/pricing/capital.ts'
import { MICROLENDER } from '../../../agents/parameters.ts'
import { prepare, toyMarket, type Row } from '../../fixtures/toy-market.ts'
import type { RuleBook } from '../../../agents/regulator/rule-book.ts'

function termsOf(row: Row, rules: Partial<RuleBook> = {}) {
  const market = toyMarket({ banks: [row], platforms: 1, rules })
  prepare(market)
  const { unitCost, weight, capacity, able } = market.work.inForce
  return { unitCost: unitCost[0], weight: weight[0], capacity: capacity[0], able: able[0], market }
}

describe("a bank's lending terms", () => {
  it('cost its funds, its running and the return on the capital it must hold', () => {
    const { unitCost } = termsOf({ fundingCost: 0.022, operatingCost: 0.007, capitalTarget: 0.12 })
    expect(unitCost).toBeCloseTo(0.022 + 0.007 + 0.75 * 0.12 * (0.1 - 0.022), 15)
  })

  it('use the regulatory floor when it is above the own target', () => {
    const floor = { capitalFloor: Float64Array.of(0.14) }
    expect(termsOf({ capitalTarget: 0.12 }, floor).unitCost).toBeCloseTo(
      0.029 + 0.75 * 0.14 * 0.078,
      15,
    )
    expect(termsOf({ capitalTarget: 0.16 }, floor).unitCost).toBeCloseTo(
      0.029 + 0.75 * 0.16 * 0.078,
      15,
    )
  })

  it('size the programme by appetite, factor and total loans', () => {
    const bank = {
      programmeAppetite: 0.2,
      capacityFactor: 1.5,
      otherLoans: 900,
      partnerLoans: 100,
      equity: 1e3,
    }
    expect(termsOf(bank).capacity).toBeCloseTo(0.2 * 1.5 * 1000, 12)
    expect(termsOf(bank, { appetiteCap: Float64Array.of(0.1) }).capacity).toBeCloseTo(100, 12)
    expect(termsOf({ licence: MICROLENDER, equity: 7, otherLoans: 0 }).capacity).toBe(42)
  })

  it('weigh more in funding the cheaper its funds: ω = cap·exp(−β_f(f − f̄))', () => {
    const cheap = termsOf({ fundingCost: 0.012 })
    const mean = termsOf({ fundingCost: 0.022 })
    expect(mean.weight).toBeCloseTo(mean.capacity, 9)
    expect(cheap.weight / mean.weight).toBeCloseTo(Math.exp(60 * 0.01), 9)
  })

  it('are on offer while the programme is on and the bank neither failed nor suspended', () => {
    expect(termsOf({}).able).toBe(1)
    expect(termsOf({ programme: 1 }).able).toBe(0)
    expect(termsOf({ failed: 1 }).able).toBe(0)
    expect(termsOf({ suspendedUntil: 1 }).able).toBe(0)
    expect(termsOf({ suspendedUntil: 0 }).able).toBe(1)
  })

  it('have a capital ratio of equity and tier 2 over weighted loans', () => {
    const { market } = termsOf({ equity: 90, tier2: 30, partnerLoans: 400, otherLoans: 700 })
    const outlook = market.work.inForce
    expect(capitalTargetOf(market, outlook, 0)).toBe(0.12)
    expect(capitalRatio(market, outlook, 0)).toBeCloseTo(120 / (0.75 * 400 + 700), 15)
    expect(isAboveTarget(market, outlook, 0)).toBe(true)
    market.banks.equity[0] -= 1e-6
    expect(isAboveTarget(market, outlook, 0)).toBe(false)
  })
})
