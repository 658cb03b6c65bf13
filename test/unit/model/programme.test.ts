import { describe, expect, it } from 'vitest'
import { indexLinks } from '../../../engine/links.ts'
import { programmeValueOf, reviewProgramme } from '../../../agents/bank/review-programme.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import {
  PROGRAMME_EXIT,
  PROGRAMME_EXITING,
  PROGRAMME_OFF,
  PROGRAMME_ON,
  type Market,
} from '../../../agents/market.ts'
import { decisionProgrammeCost } from '../../../agents/pricing/partner-cost.ts'
import { setSize } from '../../../agents/populate/create-market.ts'
import { complianceBillOf } from '../../../agents/settlement/settle-bank.ts'
import {
  announce,
  lendingMonth,
  prepare,
  QUARTER_END,
  runPhases,
  steadyMarket,
  total,
  toyMarket,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const BIG = { otherLoans: 1e9 }
const QUARTER = 3

/** Quarterly decisions, from the first quarter-end on unless another is named. */
function reviewQuarters(market: Market, quarters: number, first = QUARTER_END): void {
  for (let i = 0; i < quarters; i++) {
    const period = first + QUARTER * i
    prepare(market, period)
    runPhases(market, [reviewProgramme], period)
    indexLinks(market.edges.links)
  }
}

describe('the value of a programme', () => {
  const platforms = [0.5, 2, 1, 0.2].map((trafficWeight) => ({
    trafficWeight,
    complianceCapacity: 1,
  }))

  it('is Σ(V_(i) − mo(i))⁺ over the list, best first', () => {
    const market = steadyMarket(
      {
        banks: [{ ...BIG, complianceCapacity: 1 }],
        platforms,
        rules: { partnerCost: Float64Array.of(1) },
      },
      2.5,
    )
    prepare(market)
    const values = [0, 1, 2, 3].map((p) => {
      valuePartner(market, 0, p, true)
      return valued.value
    })
    values.forEach((value, p) => expect(value).toBeCloseTo(5 * platforms[p].trafficWeight - 1, 9))
    // 9 − 0, 4 − ½, 1.5 − 1.5 = 0, 0 − 2.5 < 0 with mo(n) = n − 3/2 beyond a capacity of 1.
    expect(programmeValueOf(market, 0)).toBeCloseTo(9 + 3.5, 8)
  })

  it('counts partnerships that lend, not those that wait for approval', () => {
    const market = steadyMarket({ banks: [BIG], platforms: 2 }, 3)
    prepare(market)
    const both = programmeValueOf(market, 0)
    market.edges.links.active[1] = 0
    market.edges.pending[1] = 1
    indexLinks(market.edges.links)
    prepare(market)
    expect(programmeValueOf(market, 0)).toBeCloseTo(both / 2, 9)
  })
})

describe('a programme', () => {
  /** One partner worth 3; a programme costs `cost` before the load of a bank without control. */
  function programme(cost: number, own: Partial<ToySetting> = {}): Market {
    return steadyMarket(
      {
        banks: [{ ...BIG, riskManagement: 1, riskManagementStart: 1 }],
        platforms: 1,
        rules: { programmeCost: Float64Array.of(cost) },
        ...own,
      },
      3,
    )
  }

  it('ends after two weak quarters in a row, not after one', () => {
    const market = programme(3.01)
    reviewQuarters(market, 1)
    expect(market.banks.programme[0]).toBe(PROGRAMME_ON)
    expect(market.banks.weakQuarters[0]).toBe(1)
    reviewQuarters(market, 1)
    expect(market.banks.programme[0]).toBe(PROGRAMME_EXITING)
    expect(total(market.edges.links.active)).toBe(0)
    expect(market.edges.endedReason[0]).toBe(PROGRAMME_EXIT)
  })

  it('goes on while it pays', () => {
    const market = programme(2.99)
    reviewQuarters(market, 4)
    expect(market.banks.programme[0]).toBe(PROGRAMME_ON)
    expect(market.banks.weakQuarters[0]).toBe(0)
  })

  it('forgets a weak quarter after a good one', () => {
    const market = programme(3.01)
    reviewQuarters(market, 1)
    market.banks.programmeCostFactor[0] = 0.9
    reviewQuarters(market, 1)
    expect(market.banks.weakQuarters[0]).toBe(0)
  })

  it('decides at quarter-ends only', () => {
    const market = programme(5)
    prepare(market, QUARTER_END + 1)
    runPhases(market, [reviewProgramme], QUARTER_END + 1)
    expect(market.banks.weakQuarters[0]).toBe(0)
  })

  it('counts an announced cost by how near it is', () => {
    const market = programme(2)
    announce(market, { rules: { programmeCost: Float64Array.of(4) }, announced: 0, effective: 7 })
    prepare(market, QUARTER_END)
    expect(decisionProgrammeCost(market, 0)).toBeCloseTo(2 + 2 * (1 - 6 / 12), 12)
  })

  it('costs a bank without own control more', () => {
    const banks = [{ ...BIG, riskManagement: 0.2 }]
    const market = programme(2, { banks })
    prepare(market)
    expect(decisionProgrammeCost(market, 0)).toBeCloseTo(2 * (1 + 0.8 * 0.8), 12)
  })

  it('costs nothing once it has ended', () => {
    const market = programme(3.01)
    prepare(market)
    expect(complianceBillOf(market, 0)).toBeCloseTo(3.01 / 12, 12)
    reviewQuarters(market, 2)
    expect(complianceBillOf(market, 0)).toBe(0)
  })

  it('invests ι·(Ω − F0)⁺ once own control is required, and less while that is announced', () => {
    const market = programme(1)
    announce(market, { rules: { ownControl: Uint8Array.of(1) }, announced: 0, effective: 7 })
    reviewQuarters(market, 1)
    expect(market.banks.investment[0]).toBeCloseTo(0.05 * 0.5 * 2, 9)
    prepare(market, 10)
    runPhases(market, [reviewProgramme], 10)
    expect(market.banks.investment[0]).toBeCloseTo(0.05 * 2, 9)
    market.banks.programmeCostFactor[0] = 4
    prepare(market, 13)
    runPhases(market, [reviewProgramme], 13)
    expect(market.banks.investment[0]).toBe(0)
  })

  it('is off when its stock has run off', () => {
    const market = toyMarket({ banks: 2, platforms: 1, outsideWeight: 1 })
    for (let period = 0; period < 3; period++) runPhases(market, lendingMonth, period)
    market.banks.programme[0] = PROGRAMME_EXITING
    market.edges.links.active[0] = 0
    indexLinks(market.edges.links)
    for (let period = 3; period < 14; period++) runPhases(market, lendingMonth, period)
    expect(market.banks.programme[0]).toBe(PROGRAMME_EXITING)
    expect(market.banks.partnerLoans[0]).toBeGreaterThan(0)
    runPhases(market, lendingMonth, 14)
    expect(market.banks.partnerLoans[0]).toBe(0)
    expect(market.banks.programme[0]).toBe(PROGRAMME_OFF)
  })
})

describe('return to the business', () => {
  function away(margin: number): Market {
    const market = steadyMarket(
      {
        banks: [{ ...BIG, riskManagement: 1 }],
        platforms: 2,
        rules: { programmeCost: Float64Array.of(3), approvalDelay: Float64Array.of(2) },
        parameters: { partnerServiceCost: 0 },
      },
      margin,
    )
    market.edges.links.active.fill(0)
    market.edges.endedAt.fill(-9)
    indexLinks(market.edges.links)
    market.banks.programme[0] = PROGRAMME_OFF
    market.banks.exitedAt[0] = -1
    return market
  }

  it('needs candidates worth F0 + F_re for two quarters', () => {
    const market = away((3 + 2 + 0.01) / 2)
    reviewQuarters(market, 1)
    expect(market.banks.programme[0]).toBe(PROGRAMME_OFF)
    reviewQuarters(market, 1, QUARTER_END + QUARTER)
    expect(market.banks.programme[0]).toBe(PROGRAMME_ON)
    expect([...market.edges.pending.subarray(0, 2)]).toEqual([1, 1])
    expect(market.edges.pendingUntil[0]).toBe(QUARTER_END + QUARTER + 2)
  })

  it('does not happen below that', () => {
    const market = away((3 + 2 - 0.01) / 2)
    reviewQuarters(market, 4)
    expect(market.banks.programme[0]).toBe(PROGRAMME_OFF)
  })
})

describe('LC14: exit and size', () => {
  const sizes = [0.02, 0.1, 1, 3, 25]

  /** Banks that differ in size alone; Ω per unit of size is 2. */
  function exits(costPerSize: number, programmeScale: number): number[] {
    const banks = sizes.map((size) => ({ otherLoans: 1e9 * size, riskManagement: 1 }))
    const setting: ToySetting = {
      banks,
      platforms: 3,
      rules: { programmeCost: new Float64Array(sizes.length).fill(costPerSize) },
      parameters: { programmeScale },
    }
    const market = steadyMarket(setting, (2 * sizes[0]) / 3)
    sizes.forEach((size, b) => setSize(market.banks, b, size, market.parameters))
    reviewQuarters(market, 2)
    return [...market.banks.programme]
  }

  it('exit does not depend on size when all costs scale with it', () => {
    expect(exits(1.999, 1)).toEqual(sizes.map(() => PROGRAMME_ON))
    expect(exits(2.001, 1)).toEqual(sizes.map(() => PROGRAMME_EXITING))
  })

  it('exit takes the small when costs scale less than size', () => {
    // Ω = 2·size < F0·size^.65 below size (F0/2)^(1/.35).
    const cost = 1.5
    const line = Math.exp(Math.log(cost / 2) / 0.35)
    expect(line).toBeGreaterThan(sizes[1])
    expect(line).toBeLessThan(sizes[2])
    expect(exits(cost, 0.65)).toEqual(
      sizes.map((size) => (size < line ? PROGRAMME_EXITING : PROGRAMME_ON)),
    )
  })
})
