import { describe, expect, it } from 'vitest'
import { columnSum, rowSum } from '../../../engine/ledger.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import { FINE_HORIZON, type Market } from '../../../agents/market.ts'
import { FORCED_EXIT } from '../../../agents/regulator/rule-book.ts'
import { applyRules } from '../../../agents/regulator/apply-rules.ts'
import { FLOWS, SECTORS } from '../../../agents/settlement/accounts.ts'
import { settle } from '../../../agents/settlement/settle.ts'
import {
  announce,
  runMonths,
  runPhases,
  total,
  toyMarket,
  untilFunding,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const LGD = 0.88
const COVERED = { guarantor: 0, guaranteeCover: 0.7, affiliate: -1 }

const full: ToySetting = {
  banks: [
    { otherLoans: 2000, programmeAppetite: 0.3, otherLoanMargin: 0.03, riskManagement: 0.4 },
    { otherLoans: 5000, programmeAppetite: 0.2, otherLoanMargin: 0.035, fundingCost: 0.03 },
    { licence: 8, affiliateOf: 2, equity: 60, otherLoans: 0 },
  ],
  platforms: [COVERED, { acquisitionCost: 0.02 }, { ownFundingShare: 0.3, affiliate: 2 }],
  guarantors: [{ cash: 12, equity: 12, reviewedEquity: 12 }],
  links: [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [2, 2]], // prettier-ignore
  rules: {
    partnerCost: Float64Array.of(0.5, 0.5, 0.5),
    programmeCost: Float64Array.of(2, 2, 2),
    fixedCost: Float64Array.of(500, 6, 1),
    capitalFloor: Float64Array.of(0.105, 0.105, 0.105),
  },
  parameters: { otherLoanGrowth: 0.06, returnRate: 0.5 },
}

/** A market with cash and deposits that balance at the opening. */
function opened(setting: ToySetting = full): Market {
  const market = toyMarket(setting)
  const { banks } = market
  for (let b = 0; b < banks.size; b++) {
    banks.cash[b] = 0.1 * banks.otherLoans[b]
    banks.deposits[b] = banks.cash[b] + banks.otherLoans[b] - banks.equity[b]
  }
  return market
}

/** A bank's month by hand, from the flows of phases 5 and 6 and its opening columns. */
function settledByHand(market: Market, b: number, compliance: number, fine = 0) {
  const { banks, work } = market
  const open = Object.fromEntries(
    (['cash', 'deposits', 'equity', 'badLoans', 'allowance', 'otherLoans'] as const).map((name) => [
      name,
      banks[name][b],
    ]),
  )
  const fresh = work.bank.defaults[b] - work.bank.indemnity[b]
  const out = open.badLoans / 6
  const deposits = (banks.fundingCost[b] * open.deposits) / 12
  const running = (banks.operatingCost[b] * banks.partnerLoans[b]) / 12
  const other = (banks.otherLoanMargin[b] * open.otherLoans) / 12
  const profit =
    work.bank.interest[b] - deposits - running - LGD * fresh + other - compliance - fine
  const dividend = 0.3 * Math.max(0, 0.75 * profit)
  return { open, fresh, out, deposits, running, other, profit, dividend }
}

describe("a bank's month", () => {
  function month(fine = 0) {
    const market = opened()
    runMonths(market, 10)
    market.fines[10 % FINE_HORIZON] = fine
    runPhases(market, [...untilFunding, repay, payIndemnities], 10)
    const load = 1 + 0.5 * (1 - 0.7)
    const compliance = (2 * (1 + 0.8 * 0.6) + 3 * 0.5 * load) / 12
    const hand = settledByHand(market, 0, compliance, fine)
    runPhases(market, [settle], 10)
    return { market, hand, compliance }
  }

  it('charges what compliance costs', () => {
    const { market, compliance } = month()
    expect(market.banks.complianceBill[0]).toBeCloseTo(compliance, 12)
  })

  it('earns yields, pays for funds, running, losses, compliance and fines', () => {
    for (const fine of [0, 3]) {
      const { market, hand } = month(fine)
      expect(market.banks.income[0]).toBeCloseTo(hand.profit, 10)
      const paidOut = hand.profit > 0 ? 0.3 * 0.75 * hand.profit : 0
      const equity = hand.open.equity + 0.75 * hand.profit - paidOut
      expect(market.banks.equity[0]).toBeCloseTo(equity, 9)
    }
    expect(month().hand.profit).toBeGreaterThan(0)
  })

  it('adds net defaults to bad loans and works off a sixth of them', () => {
    const { market, hand } = month()
    expect(hand.fresh).toBeGreaterThan(0)
    const bad = hand.open.badLoans + hand.fresh - hand.out
    expect(market.banks.badLoans[0]).toBeCloseTo(bad, 11)
    expect(market.banks.allowance[0]).toBeCloseTo(LGD * bad, 11)
  })

  it('takes deposits until cash is the liquidity share of its net assets', () => {
    const { market, hand } = month()
    const { cash, partnerLoans, badLoans, otherLoans, deposits, originated } = market.banks
    expect(otherLoans[0]).toBeCloseTo(hand.open.otherLoans * (1 + 0.06 / 12), 9)
    const wanted = 0.1 * (partnerLoans[0] + (1 - LGD) * badLoans[0] + otherLoans[0])
    expect(cash[0]).toBeCloseTo(wanted, 9)
    const { work } = market
    const flows =
      work.bank.interest[0] + work.bank.repaid[0] + work.bank.indemnity[0] +
      (1 - LGD) * hand.out - hand.deposits - hand.running + hand.other -
      market.banks.complianceBill[0] - 0.25 * hand.profit - hand.dividend -
      originated[0] - (otherLoans[0] - hand.open.otherLoans) // prettier-ignore
    expect(deposits[0]).toBeCloseTo(hand.open.deposits + wanted - hand.open.cash - flows, 8)
  })

  it('pays no dividend below its capital target, and gets tax back on a loss', () => {
    const market = opened()
    runMonths(market, 4)
    runPhases(market, [...untilFunding, repay, payIndemnities], 4)
    market.banks.capitalTarget[0] = 5
    market.banks.otherLoanMargin[1] = -0.4
    const before = [...market.banks.equity]
    runPhases(market, [settle], 4)
    const { income, equity } = market.banks
    expect(income[0]).toBeGreaterThan(0)
    expect(equity[0] - before[0]).toBeCloseTo(0.75 * income[0], 9)
    expect(income[1]).toBeLessThan(0)
    expect(equity[1] - before[1]).toBeCloseTo(0.75 * income[1], 9)
  })

  it('takes no more deposits than a funding shock leaves', () => {
    const market = opened()
    runMonths(market, 3)
    market.banks.depositLimit[0] = 1
    const before = market.banks.deposits[0]
    runMonths(market, 1, 3)
    expect(market.banks.deposits[0]).toBeCloseTo(before + 1, 9)
    const { cash, partnerLoans, badLoans, allowance, otherLoans, deposits, equity } = market.banks
    const assets = cash[0] + partnerLoans[0] + badLoans[0] - allowance[0] + otherLoans[0]
    expect(assets / (deposits[0] + equity[0])).toBeCloseTo(1, 12)
  })
})

describe('the books over eighty months', () => {
  const market = opened({ ...full, periods: 100 })
  const gaps = { bank: 0, provision: 0, guarantor: 0, row: 0, column: 0, debt: 0 }
  for (let period = 0; period < 80; period++) {
    market.banks.fundingCost[0] = 0.02 + 0.004 * ((period * 7) % 5)
    market.environment.macroOn = true
    market.environment.macroState = ((period * 5) % 9) / 3 - 1.3
    runMonths(market, 1, period)
    const { banks, guarantors, ledger, work } = market
    for (let b = 0; b < banks.size; b++) {
      const assets =
        banks.cash[b] + banks.partnerLoans[b] + banks.badLoans[b] - banks.allowance[b] +
        banks.otherLoans[b] // prettier-ignore
      const gap = Math.abs(assets - banks.deposits[b] - banks.equity[b]) / assets
      gaps.bank = Math.max(gaps.bank, gap)
      const kept = Math.abs(banks.allowance[b] - LGD * banks.badLoans[b])
      gaps.provision = Math.max(gaps.provision, kept / assets)
    }
    const owned = guarantors.cash[0] + (1 - LGD) * guarantors.claims[0]
    gaps.guarantor = Math.max(gaps.guarantor, Math.abs(owned / guarantors.equity[0] - 1))
    for (let flow = 0; flow < FLOWS.length; flow++) {
      gaps.row = Math.max(gaps.row, Math.abs(rowSum(ledger, flow)))
    }
    for (let sector = 0; sector < SECTORS.length; sector++) {
      const gap = Math.abs(columnSum(ledger, sector) - work.money[sector])
      gaps.column = Math.max(gaps.column, gap)
    }
    const debt = total(market.segments.debt)
    gaps.debt = Math.max(gaps.debt, Math.abs(debt / total(banks.partnerLoans) - 1))
  }

  it('balance: C + L + NPL − Al + O = Dp + E (I1)', () => {
    expect(gaps.bank).toBeLessThan(1e-12)
  })

  it('provision every bad loan: Al = LGD·NPL (I7)', () => {
    expect(gaps.provision).toBeLessThan(1e-13)
  })

  it('balance for the guarantor: Kc + (1−LGD)·RG = K (I2)', () => {
    expect(gaps.guarantor).toBeLessThan(1e-12)
  })

  it('move money between sectors and make none (I5)', () => {
    // Flows are of the order of 1e3 mn: absolute gaps of a few hundred roundings.
    expect(gaps.row).toBeLessThan(1e-9)
    expect(gaps.column).toBeLessThan(1e-9)
  })

  it('owe what lenders hold (I4)', () => {
    expect(gaps.debt).toBeLessThan(1e-12)
  })
})

describe("a platform's month", () => {
  it('earns fees, pays acquisition up front, running, overhead and service', () => {
    const market = opened()
    runMonths(market, 7)
    const before = market.platforms.netWorth[0]
    const held = market.platforms.balance[0]
    runMonths(market, 1, 7)
    const { platforms, work } = market
    const costs =
      (0.03 * work.stockPerFlow * platforms.originated[0]) / 12 +
      (0.015 * held) / 12 +
      (6 + 0.3 * 2) / 12
    const fees = work.platform.fees[0]
    expect(fees).toBeGreaterThan(costs)
    expect(platforms.netWorth[0]).toBeCloseTo(before + fees - costs, 9)
    expect(platforms.income[0]).toBeCloseTo(fees - costs, 9)
  })

  it('counts the affiliate’s part of joint loans, but not the affiliate as a funder', () => {
    const market = opened()
    runMonths(market, 7)
    const before = market.platforms.netWorth[2]
    const held = market.platforms.balance[2]
    runMonths(market, 1, 7)
    const { platforms, work, edges } = market
    const joint = edges.originated[2] + edges.originated[5] + edges.originated[6]
    expect(platforms.originated[2]).toBeCloseTo(joint, 10)
    expect(edges.originated[6] / joint).toBeCloseTo(0.3, 10)
    const costs = (0.03 * work.stockPerFlow * joint) / 12 + (0.015 * held) / 12 + (6 + 0.3 * 2) / 12
    expect(platforms.netWorth[2]).toBeCloseTo(before + work.platform.fees[2] - costs, 9)
  })
})

describe('forced early exit', () => {
  const CAP = (value: number) => new Float64Array(15).fill(value)

  /** Yearly rates paid on one segment's stock, before and after its re-pricing to `line`. */
  function repriced(line: number) {
    const market = toyMarket({
      banks: 1,
      platforms: [COVERED],
      guarantors: 1,
      pools: [0, 0, 0, 0, 100],
      rules: { regulatoryCap: CAP(0.36) },
    })
    const rules = { regulatoryCap: CAP(line), stockTreatment: FORCED_EXIT }
    announce(market, { rules, announced: 2, effective: 2 })
    runMonths(market, 2)
    const rates = (period: number) => {
      const lent = market.banks.partnerLoans[0]
      runPhases(market, [repay], period)
      const yearly = (amount: number) => (12 * amount) / lent
      return {
        price: yearly(market.work.borrowerInterest),
        yield: yearly(market.work.bank.interest[0]),
        fee: yearly(market.work.guarantor.fees[0]),
        platform: yearly(market.work.platform.fees[0]),
      }
    }
    const before = rates(2)
    market.banks.partnerLoans[0] = market.edges.balance[0]
    runPhases(market, [applyRules], 2)
    return { before, after: rates(3) }
  }

  it('cuts the platform’s fee first', () => {
    const { before, after } = repriced(0.3)
    expect(before.price).toBeGreaterThan(0.3)
    expect(after.price).toBeCloseTo(0.3, 12)
    expect(after.yield).toBeCloseTo(before.yield, 12)
    expect(after.fee).toBeCloseTo(before.fee, 12)
    expect(after.platform).toBeCloseTo(before.platform - (before.price - 0.3), 12)
  })

  it('then the guarantee fee, then the yield', () => {
    const { before } = repriced(0.3)
    const middle = before.yield + before.fee / 2
    const second = repriced(middle).after
    expect(second.platform).toBeCloseTo(0, 12)
    expect(second.fee).toBeCloseTo(before.fee / 2, 12)
    expect(second.yield).toBeCloseTo(before.yield, 12)
    const third = repriced(before.yield / 2).after
    expect(third.platform).toBeCloseTo(0, 12)
    expect(third.fee).toBeCloseTo(0, 12)
    expect(third.yield).toBeCloseTo(before.yield / 2, 12)
  })
})
