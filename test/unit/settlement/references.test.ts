import { describe, expect, it } from 'vitest'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import type { Market } from '../../../agents/market.ts'
import { JOINT_STOCK, LARGE_STATE, RURAL, TRUST } from '../../../agents/parameters.ts'
import { marketWith, opened, total, watch } from '../shocks/opened-market.ts'

const ROUNDING = 1e-9

/** What one bank held and lent by the end of a month, and its limit in it. */
function bankAt({ banks, rules }: Market, b: number, period: number) {
  const { inForce } = rules[period]
  return {
    licence: banks.licence[b],
    loans: banks.partnerLoans[b],
    other: banks.otherLoans[b],
    lent: banks.originated[b],
    stockShare: inForce.stockShareMax[b],
    growthShare: inForce.growthShareMax[b],
    stock: banks.stockReference[b],
    growth: banks.growthReference[b],
    growthOther: banks.growthReferenceOther[b],
  }
}
type Month = ReturnType<typeof bankAt>[]

/** All banks, month by month. */
function follow(settings: readonly LeverSetting[], periods: number): Month[] {
  const market = marketWith([], settings, periods)
  const rows = Array.from({ length: market.banks.size }, (_, b) => b)
  return watch(market, (one, period) => rows.map((b) => bankAt(one, b, period)), periods)
}

/** New loans of some licences in a month [mn]. */
function lent(month: Month, ...licences: number[]): number {
  return total(month.filter((one) => licences.includes(one.licence)).map((one) => one.lent))
}

describe('trustFacilitationFreeze', () => {
  const SEPTEMBER = 10
  const FROM = 12
  const freeze: LeverSetting = {
    lever: 'trustFacilitationFreeze',
    value: 0.9,
    effective: '2025-11',
  }

  it('holds trusts to a share of what they held at the end of September 2025', () => {
    const seen = follow([freeze], 16)
    for (const month of seen.slice(FROM)) {
      month.forEach((bank, b) => {
        if (bank.licence !== TRUST) {
          expect(bank.stockShare).toBe(Infinity)
          return
        }
        expect(bank.stock).toBe(seen[SEPTEMBER][b].loans)
        if (bank.lent > 0) expect(bank.loans).toBeLessThanOrEqual(0.9 * bank.stock * (1 + ROUNDING))
      })
    }
    const free = follow([], 16)
    expect(seen[FROM - 1]).toEqual(free[FROM - 1].map((bank, b) => sameButReference(bank, seen, b)))
    expect(lent(seen[FROM], TRUST)).toBeLessThan(lent(free[FROM], TRUST))
  })

  /** The freeze is announced when effective: until then only the reference differs. */
  function sameButReference(bank: Month[number], seen: Month[], b: number): Month[number] {
    return { ...bank, stock: seen[FROM - 1][b].stock }
  }

  it('refers to the opening balance when September 2025 lies before the run', () => {
    expect(opened().banks.stockReference).toEqual(opened().banks.partnerLoans)
  })
})

describe('facilitationPhaseOutPath', () => {
  it('leads large and joint-stock banks down the path from their balance before it', () => {
    const path: LeverSetting = {
      lever: 'facilitationPhaseOutPath',
      value: [
        { at: '2025-05', value: 0.5 },
        { at: '2025-08', value: 0 },
      ],
      effective: '2025-03',
    }
    const from = 4
    const seen = follow([path], 12)
    const shares: number[] = []
    for (const month of seen.slice(from)) {
      month.forEach((bank, b) => {
        if (bank.licence !== LARGE_STATE && bank.licence !== JOINT_STOCK) return
        expect(bank.stock).toBe(seen[from - 1][b].loans)
        const most = bank.stockShare * bank.stock
        if (bank.lent > 0) expect(bank.loans).toBeLessThanOrEqual(most * (1 + ROUNDING))
        if (bank.licence === JOINT_STOCK && shares.at(-1) !== bank.stockShare) {
          shares.push(bank.stockShare)
        }
      })
    }
    // 1 in the month before it starts, ½ two months on, 0 three months later; straight in between.
    expect(shares.at(-1)).toBe(0)
    expect(shares).toContain(0.5)
    expect([...shares].sort((x, y) => y - x)).toEqual(shares)
    expect(lent(seen[11], JOINT_STOCK)).toBe(0)
    expect(lent(seen[from - 1], JOINT_STOCK)).toBeGreaterThan(0)
  })
})

describe('facilitationGrowthMaxVsOwnChannel', () => {
  it('keeps local banks at their balance before it, other loans standing still', () => {
    const growth: LeverSetting = {
      lever: 'facilitationGrowthMaxVsOwnChannel',
      value: 0.95,
      effective: '2025-03',
    }
    const from = 4
    const seen = follow([growth], 8)
    let held = 0
    for (const month of seen.slice(from)) {
      month.forEach((bank, b) => {
        if (bank.growthShare === Infinity) return
        const before = seen[from - 1][b]
        expect(bank.growth).toBe(before.loans)
        expect(bank.growthOther).toBe(before.other)
        const most = 0.95 * bank.growth * Math.min(1, bank.other / bank.growthOther)
        if (bank.lent > 0) expect(bank.loans).toBeLessThanOrEqual(most * (1 + ROUNDING))
        if (bank.licence === RURAL) held++
      })
    }
    expect(held).toBeGreaterThan(0)
  })
})
