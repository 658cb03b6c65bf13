import { beforeEach, describe, expect, it } from 'vitest'
import { forkMarket } from '../../../agents/fork.ts'
import { visitCells } from '../../../agents/loans/loan-book.ts'
import { repriceStock } from '../../../agents/loans/reprice.ts'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import type { Market } from '../../../agents/market.ts'
import { ceilingOf } from '../../../agents/pricing/ceiling.ts'
import type { RuleBook } from '../../../agents/regulator/rule-book.ts'
import { marketWith, watch } from '../shocks/opened-market.ts'

const EFFECTIVE = 2
const strict = (lever: string, value: string): LeverSetting => ({
  lever,
  value,
  announced: '2024-11',
  effective: '2025-01',
})
const forced = [
  strict('aprCostScope', 'interestPlusGuarantee'),
  strict('aprCapEnforcement', 'supervisory'),
  strict('stockLoanTreatment', 'forcedEarlyExit'),
]
const ROUNDING = 1e-12

interface Loan {
  line: number
  bank: number
  segment: number
  price: number
  yield: number
  guaranteeFee: number
  fee: number
  ceiling: number
}

/** Every performing cell with its terms and its ceiling under `rules`. */
function loansOf(market: Market, rules: RuleBook): Loan[] {
  const { loans, edges, platforms } = market
  const found: Loan[] = []
  visitCells(loans, (cell, line, slot, segment) => {
    const bank = edges.links.from[slot]
    const niche = platforms.niche[edges.links.to[slot]] === 1
    const price = loans.price[line]
    const guaranteeFee = loans.guaranteeFee[line]
    found.push({
      line,
      bank,
      segment,
      price,
      yield: loans.yield[cell],
      guaranteeFee,
      fee: price - loans.yield[cell] - guaranteeFee,
      ceiling: ceilingOf(rules, rules.priceClass[bank], segment, loans.cover[line] > 0, niche),
    })
  })
  return found
}

describe('repriceStock', () => {
  let market: Market
  let rules: RuleBook
  beforeEach(() => {
    market = forkMarket(marketWith([], forced))
    rules = market.rules[EFFECTIVE].inForce
  })

  /** The rules with another ceiling for everybody. */
  function under(cap: number): RuleBook {
    return {
      ...rules,
      regulatoryCap: rules.regulatoryCap.slice().fill(cap),
      stretch: rules.stretch.slice().fill(0),
      nicheStretch: rules.nicheStretch.slice().fill(0),
    }
  }

  it('takes the platform fee first, then the guarantee fee, then the yield', () => {
    const { line, bank } = loansOf(market, rules).find((one) => one.guaranteeFee > 0)!
    const terms = { price: 0.36, yield: 0.1, guaranteeFee: 0.14 }
    const expected = [
      { cap: 0.3, yield: 0.1, guaranteeFee: 0.14, fee: 0.06 },
      { cap: 0.24, yield: 0.1, guaranteeFee: 0.14, fee: 0 },
      { cap: 0.2, yield: 0.1, guaranteeFee: 0.1, fee: 0 },
      { cap: 0.08, yield: 0.08, guaranteeFee: 0, fee: 0 },
      // A platform that pays the bank to lend goes on paying.
      { cap: 0.2, before: 0.3, yield: 0.28, guaranteeFee: 0, fee: -0.08 },
    ]
    for (const { cap, before = terms.yield, ...after } of expected) {
      const fork = forkMarket(market)
      fork.loans.yield.fill(before)
      fork.loans.price[line] = terms.price
      fork.loans.guaranteeFee[line] = terms.guaranteeFee
      repriceStock(fork, under(cap))
      const loan = loansOf(fork, under(cap)).find((one) => one.line === line && one.bank === bank)!
      expect(loan.price).toBeCloseTo(cap, 12)
      expect(loan.yield).toBeCloseTo(after.yield, 12)
      expect(loan.guaranteeFee).toBeCloseTo(after.guaranteeFee, 12)
      expect(loan.fee).toBeCloseTo(after.fee, 12)
    }
  })

  it.each([0.24, 0.16, 0.06])('keeps y + g + φ = r and no term rises under a cap of %f', (cap) => {
    const book = under(cap)
    const before = loansOf(market, book)
    repriceStock(market, book)
    const after = loansOf(market, book)
    const cut = before.filter((one) => one.price > one.ceiling)
    expect(cut.length).toBeGreaterThan(100)
    // Lines on which some platform fee was not enough.
    const short = new Set(
      before.filter((one) => one.fee < one.price - one.ceiling).map((one) => one.line),
    )
    const wrong = after.flatMap((loan, i) => complaintsOf(before[i], loan, short.has(loan.line)))
    expect(wrong).toEqual([])
  })

  /** What is wrong with the new terms of a loan, given the old ones. */
  function complaintsOf(old: Loan, loan: Loan, short: boolean): string[] {
    const same =
      loan.yield === old.yield && loan.guaranteeFee === old.guaranteeFee && loan.price === old.price
    if (old.price <= old.ceiling) return same ? [] : ['changed below the ceiling']
    const claims: readonly (readonly [boolean, string])[] = [
      [loan.price === loan.ceiling, 'price is the ceiling'],
      [loan.fee >= Math.min(0, old.fee) - ROUNDING, 'platform fee stays at least 0'],
      [loan.fee <= old.fee + ROUNDING, 'platform fee does not rise'],
      [loan.guaranteeFee <= old.guaranteeFee, 'guarantee fee does not rise'],
      [loan.yield <= old.yield, 'yield does not rise'],
      [loan.yield > old.yield - ROUNDING || loan.guaranteeFee === 0, 'yield is cut last'],
      [short || loan.guaranteeFee === old.guaranteeFee, 'platform fee is cut first'],
    ]
    return claims.filter(([holds]) => !holds).map(([, claim]) => claim)
  }

  it('changes nothing the second time', () => {
    repriceStock(market, rules)
    const once = JSON.stringify(loansOf(market, rules))
    repriceStock(market, rules)
    expect(JSON.stringify(loansOf(market, rules)) === once).toBe(true)
  })
})

describe('forced early exit', () => {
  const above = (market: Market) => {
    const rules = market.rules[EFFECTIVE].inForce
    return loansOf(market, rules).filter((one) => one.price > one.ceiling).length
  }

  it('leaves no loan above the new ceiling from the month it takes effect', () => {
    const seen = watch(marketWith([], forced), above, 5)
    expect(seen[EFFECTIVE - 1]).toBeGreaterThan(100)
    expect(seen.slice(EFFECTIVE)).toEqual([0, 0, 0])
  })

  it('is not what the other treatments of earlier loans do', () => {
    const runOff = [...forced.slice(0, 2), strict('stockLoanTreatment', 'rectifyOrRunOff')]
    const seen = watch(marketWith([], runOff), above, 5)
    for (const count of seen) expect(count).toBeGreaterThan(0)
  })
})
