import { describe, expect, it } from 'vitest'
import { columnSum, rowSum } from '../../../engine/ledger.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import {
  BANK_FAILURE,
  PLATFORM_FAILURE,
  PROGRAMME_EXITING,
  type Market,
} from '../../../agents/market.ts'
import { MICROLENDER, TRUST } from '../../../agents/parameters.ts'
import { FLOW, SECTOR } from '../../../agents/settlement/accounts.ts'
import { resolveFailures } from '../../../agents/settlement/resolve-failures.ts'
import {
  lendingMonth,
  runMonths,
  runPhases,
  toyMarket,
  untilFunding,
  type Row,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const COVERED: Row = { guarantor: 0, guaranteeCover: 1 }

/** Months with failures, on lists that change by failure alone. */
function runWithFailures(market: Market, months: number, from = 0): void {
  for (let period = from; period < from + months; period++) {
    runPhases(market, [...lendingMonth, resolveFailures], period)
  }
}

function running(own: Partial<ToySetting> = {}, months = 4): Market {
  const market = toyMarket({ banks: 2, platforms: 2, ...own })
  runMonths(market, months)
  return market
}

describe('a bank fails', () => {
  const failedWith = (row: Row): Market => {
    const { equity, ...rest } = row
    const market = running({ banks: [rest, {}] })
    market.banks.equity[0] = Number(equity)
    market.banks.partnerLoans[0] = 0
    runPhases(market, [resolveFailures], 4)
    return market
  }

  it('when its capital ratio falls below 5%, not above', () => {
    expect(failedWith({ otherLoans: 1000, equity: 49.99 }).banks.failed[0]).toBe(1)
    expect(failedWith({ otherLoans: 1000, equity: 50.01 }).banks.failed[0]).toBe(0)
    expect(failedWith({ otherLoans: 1000, equity: 40, tier2: 10.01 }).banks.failed[0]).toBe(0)
  })

  it('of the kinds without a ratio when its equity is gone', () => {
    for (const licence of [MICROLENDER, TRUST]) {
      expect(failedWith({ licence, otherLoans: 1000, equity: 0.01 }).banks.failed[0]).toBe(0)
      expect(failedWith({ licence, otherLoans: 1000, equity: -0.01 }).banks.failed[0]).toBe(1)
    }
  })

  it('and its partnerships end, lending stops, the book runs off', () => {
    const market = failedWith({ otherLoans: 1000, equity: 40 })
    expect(market.banks.programme[0]).toBe(PROGRAMME_EXITING)
    expect([...market.edges.links.active.subarray(0, 4)]).toEqual([0, 0, 1, 1])
    expect(market.edges.endedReason[0]).toBe(BANK_FAILURE)
    const held = market.edges.balance[0]
    runWithFailures(market, 1, 5)
    expect(market.edges.originated[0]).toBe(0)
    expect(market.edges.balance[0]).toBeLessThan(held)
    expect(market.edges.balance[0]).toBeGreaterThan(0)
  })

  it('and depositors are made whole by government', () => {
    const market = failedWith({ otherLoans: 1000, equity: -30 })
    const cash = market.banks.cash[0]
    expect(market.banks.equity[0]).toBe(0)
    const { ledger, work } = market
    expect(rowSum(ledger, FLOW.resolution)).toBe(0)
    expect(ledger.cells[FLOW.resolution * 7 + SECTOR.banks]).toBe(30)
    expect(columnSum(ledger, SECTOR.banks)).toBeCloseTo(work.money[SECTOR.banks], 6)
    market.banks.equity[0] = -5
    runPhases(market, [resolveFailures], 5)
    expect(market.banks.equity[0]).toBe(0)
    expect(market.banks.cash[0]).toBeCloseTo(cash + 5, 9)
  })
})

describe('a platform fails', () => {
  it('when its net worth is gone', () => {
    const market = running()
    market.platforms.netWorth[0] = -1e-9
    market.platforms.income[0] = 1
    runPhases(market, [resolveFailures], 4)
    expect([...market.platforms.failed]).toEqual([1, 0])
    expect(market.edges.endedReason[0]).toBe(PLATFORM_FAILURE)
    expect([...market.edges.links.active.subarray(0, 4)]).toEqual([0, 1, 0, 1])
  })

  it('after six months of losses running, not five or with a break', () => {
    const months = (incomes: readonly number[]) => {
      const market = running()
      incomes.forEach((income, i) => {
        market.platforms.income[0] = income
        runPhases(market, [resolveFailures], 4 + i)
      })
      return market.platforms.failed[0]
    }
    expect(months([-1, -1, -1, -1, -1])).toBe(0)
    expect(months([-1, -1, -1, -1, -1, -1])).toBe(1)
    expect(months([-1, -1, -1, 1, -1, -1, -1])).toBe(0)
  })

  it('after three months without an able linked bank', () => {
    const market = running({ banks: 1, platforms: 1 })
    market.banks.suspendedUntil[0] = 100
    runWithFailures(market, 2, 4)
    expect(market.platforms.failed[0]).toBe(0)
    runWithFailures(market, 1, 6)
    expect(market.platforms.failed[0]).toBe(1)
  })

  it('and its stock defaults ξ times as often for six months, its fees go on', () => {
    const market = running({ pools: [0, 0, 0, 100, 0] }, 5)
    market.platforms.netWorth[0] = -1
    runPhases(market, [resolveFailures], 5)
    const rates: number[] = []
    for (let period = 6; period < 14; period++) {
      const held = market.platforms.balance[0]
      const twin = market.platforms.balance[1]
      runPhases(market, [...lendingMonth, resolveFailures], period)
      const { defaults, fees } = market.work.platform
      rates.push(defaults[0] / held / (defaults[1] / twin))
      expect(fees[0]).toBeGreaterThan(0)
    }
    // The surviving twin lends on at the same terms in every month: hazards are equal but for ξ.
    for (const rate of rates.slice(0, 6)) expect(rate).toBeCloseTo(3, 10)
    for (const rate of rates.slice(6)) expect(rate).toBeCloseTo(1, 10)
  })

  it('and pays no overhead any more', () => {
    const fixedCost = Float64Array.of(0, 600, 0)
    const market = running({ rules: { fixedCost } })
    market.platforms.failed[0] = 1
    const before = [...market.platforms.netWorth]
    runMonths(market, 1, 5)
    const [failed, alive] = market.platforms.netWorth
    expect(alive - before[1]).toBeLessThan(failed - before[0] - 40)
  })
})

describe('a guarantor fails', () => {
  const setting: ToySetting = { banks: 1, platforms: [COVERED], guarantors: 1 }

  function broke(): Market {
    const market = running(setting, 5)
    market.guarantors.cash[0] = 0
    market.guarantors.claims[0] = 0
    runPhases(market, [...untilFunding, repay], 5)
    market.work.guarantor.fees[0] = 0
    runPhases(market, [payIndemnities], 5)
    return market
  }

  it('when it cannot pay in full', () => {
    const market = broke()
    expect(market.guarantors.paidShare[0]).toBe(0)
    runPhases(market, [resolveFailures], 5)
    expect(market.guarantors.failed[0]).toBe(1)
    expect(market.platforms.guaranteeCover[0]).toBe(0)
  })

  it('when its equity is gone though it still pays', () => {
    const market = running(setting)
    market.guarantors.equity[0] = -1
    runPhases(market, [resolveFailures], 4)
    expect(market.guarantors.failed[0]).toBe(1)
  })

  it('and its fees go to the bank: y ← y + g, nothing is claimed any more', () => {
    const one = running(setting, 5)
    const other = running(setting, 5)
    other.guarantors.equity[0] = -1
    runPhases(other, [resolveFailures], 4)
    runPhases(one, [repay], 5)
    runPhases(other, [repay], 5)
    expect(one.work.guarantor.fees[0]).toBeGreaterThan(0)
    expect(other.work.guarantor.fees[0]).toBe(0)
    expect(other.work.bank.interest[0]).toBeCloseTo(
      one.work.bank.interest[0] + one.work.guarantor.fees[0],
      10,
    )
    expect(other.work.platform.fees[0]).toBeCloseTo(one.work.platform.fees[0], 10)
    expect(one.work.claims[0]).toBeGreaterThan(0)
    expect(other.work.claims[0]).toBe(0)
  })

  it('and its platforms quote like unguaranteed ones, under their ceiling', () => {
    const regulatoryCap = new Float64Array(15).fill(0.24)
    const stretch = new Float64Array(3).fill(0.12)
    const market = running({ ...setting, rules: { regulatoryCap, stretch } })
    expect(market.work.inForce.price[4]).toBeGreaterThan(0.24)
    market.guarantors.equity[0] = -1
    runPhases(market, [resolveFailures], 4)
    runMonths(market, 1, 5)
    expect(market.work.inForce.price[4]).toBe(0.24)
  })
})

describe('a cascade', () => {
  it('goes from guarantor to bank to platform month by month, and only worsens', () => {
    const market = toyMarket({
      banks: [{ otherLoans: 1000, equity: 80, programmeAppetite: 0.9, capitalTarget: 0.055 }],
      platforms: [COVERED],
      guarantors: [{ cash: 0.01, equity: 0.01, reviewedEquity: 1e9 }],
      parameters: { defaultProbability: [0.3, 0.3, 0.3, 0.3, 0.3], distressMultiplier: 3 },
    })
    market.banks.cash[0] = 100
    market.banks.deposits[0] = 1020
    const story: string[] = []
    let last = [0, 0, 0]
    for (let period = 0; period < 40; period++) {
      runWithFailures(market, 1, period)
      const now = [market.guarantors.failed[0], market.banks.failed[0], market.platforms.failed[0]]
      now.forEach((status, i) => {
        expect(status).toBeGreaterThanOrEqual(last[i])
        if (status > last[i]) story.push(['guarantor', 'bank', 'platform'][i])
      })
      last = now
    }
    expect(story).toEqual(['guarantor', 'bank', 'platform'])
  })
})
