import { describe, expect, it } from 'vitest'
import { FINE_HORIZON } from '../../../agents/market.ts'
import { enforce } from '../../../agents/settlement/enforce.ts'
import { reviewPartners } from '../../../agents/bank/review-partners.ts'
import { FIVE_SIGMA } from '../../fixtures/bounds.ts'
import {
  contextOf,
  prepare,
  runPhases,
  steadyMarket,
  toyMarket,
  total,
} from '../../fixtures/toy-market.ts'

const BANKS = 400
const MONTHS = 60

describe('realised enforcement', () => {
  const rate = 0.6
  const fine = 2
  const capability = 0.5
  const platforms = [{ complianceCapacity: 0.2 }, { complianceCapacity: 0.6 }]
  const market = toyMarket({
    banks: new Array(BANKS).fill({ complianceCapability: capability }),
    platforms,
    rules: {
      inspectionRate: new Float64Array(BANKS).fill(rate),
      fine: new Float64Array(BANKS).fill(fine),
      penaltyLag: 28,
    },
  })
  let cases = 0
  let suspended = 0
  for (let period = 0; period < MONTHS; period++) {
    prepare(market, period)
    const before = market.banks.suspendedUntil.slice()
    market.fines.fill(0)
    enforce(market, contextOf(period))
    cases += total(market.fines) / fine
    for (let b = 0; b < BANKS; b++) {
      if (market.banks.suspendedUntil[b] === before[b]) continue
      suspended++
      expect(market.banks.suspendedUntil[b]).toBe(period + 1 + 3)
      expect(market.fines[b * FINE_HORIZON + ((period + 28) % FINE_HORIZON)]).toBe(fine)
    }
  }

  it('fines a bank with probability q/12 times that of any violation', () => {
    const violation = 1 - (1 - 0.3 * 0.5 * 0.8) * (1 - 0.3 * 0.5 * 0.4)
    const chance = (rate / 12) * violation
    const n = BANKS * MONTHS
    const error = Math.sqrt(n * chance * (1 - chance))
    expect(Math.abs(cases - n * chance)).toBeLessThanOrEqual(FIVE_SIGMA * error)
    expect(FIVE_SIGMA * error).toBeLessThan(n * chance)
  })

  it('suspends a share ς of the cases', () => {
    const error = Math.sqrt(cases * 0.2 * 0.8)
    expect(Math.abs(suspended - 0.2 * cases)).toBeLessThanOrEqual(FIVE_SIGMA * error)
    expect(suspended).toBeGreaterThan(0)
  })
})

describe('reviews', () => {
  it('fall due with the review rate and keep with Λ(V/τ)', () => {
    const N = 5000
    const value = 0.4
    const market = steadyMarket(
      {
        banks: [{ otherLoans: 1e9 }],
        platforms: N,
        parameters: { reviewRate: 0.25, choiceNoise: 0.5 },
      },
      value,
    )
    prepare(market)
    runPhases(market, [reviewPartners], 0)
    const cut = 0.25 * (1 - 1 / (1 + Math.exp(-value / 0.5)))
    const gone = N - total(market.edges.links.active)
    const error = Math.sqrt(N * cut * (1 - cut))
    expect(Math.abs(gone - N * cut)).toBeLessThanOrEqual(FIVE_SIGMA * error)
  })
})
