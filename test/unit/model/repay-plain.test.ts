import { beforeAll, describe, expect, it } from 'vitest'
import { forkMarket } from '../../../agents/fork.ts'
import type { Market } from '../../../agents/market.ts'
import { withRules } from '../../../agents/model.ts'
import { month } from '../../../agents/month.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { catalogue, keyOf, notice9, openingMarket } from '../../fixtures/opening-market.ts'
import { repayPlain, type Repayment } from '../../fixtures/repay-plain.ts'

/** Past the first vintage lent in the run, and past the effective date. */
const MONTHS = 13
/** A platform's collection breaks down for a while. */
const DISTRESS = { period: 4, platform: 0, months: 3 }
/** Sums of up to 2e5 terms in another order, each with a relative error of 2⁻⁵³. */
const ORDER_OF_SUMS = 1e-12

interface Month {
  readonly plain: Repayment
  readonly fast: Repayment
  readonly distressed: number
}

describe('repayment on the real opening market', () => {
  const months: Month[] = []

  beforeAll(() => {
    const setting = { settings: notice9, catalogue, start: PRE_NOTICE_MONTH, periods: MONTHS }
    const market = forkMarket(withRules(openingMarket(), setting))
    for (let period = 0; period < MONTHS; period++) {
      if (period === DISTRESS.period) {
        market.platforms.distressMonths[DISTRESS.platform] = DISTRESS.months
      }
      for (const phase of month) {
        const repays = phase.id === 'borrower.repay'
        const plain = repays ? repayPlain(market, period) : undefined
        const distressed = market.platforms.distressMonths[DISTRESS.platform]
        phase.run(market, { key: keyOf(0), period, start: PRE_NOTICE_MONTH })
        if (plain) months.push({ plain, fast: resultOf(market), distressed })
      }
    }
  }, 300_000)

  it('leaves every cell what the plain loop leaves, bit for bit', () => {
    for (const { plain, fast } of months) {
      expect(firstDifference(plain.principal, fast.principal)).toBe(-1)
    }
  })

  it.each([
    'balance',
    'carried',
    'claims',
    'bankInterest',
    'bankRepaid',
    'bankDefaults',
    'platformDefaults',
    'guarantorFees',
    'segmentRepaid',
    'segmentDefaults',
  ] as const)('adds up %s to the same but for the order of sums', (name) => {
    for (const { plain, fast } of months) {
      expect(largestGap(plain[name], fast[name], plain[name])).toBeLessThanOrEqual(ORDER_OF_SUMS)
    }
  })

  it('leaves platforms the fee that is left of the interest, relative to what is taken off it', () => {
    for (const { plain, fast } of months) {
      const scale = new Float64Array(plain.platformFees.length).fill(plain.interest)
      expect(largestGap(plain.platformFees, fast.platformFees, scale)).toBeLessThanOrEqual(
        ORDER_OF_SUMS,
      )
      expect(Math.abs(fast.interest / plain.interest - 1)).toBeLessThanOrEqual(ORDER_OF_SUMS)
    }
  })

  it('meets loans, defaults, claims, fees and a platform in distress on the way', () => {
    for (const { plain } of months) {
      expect(plain.interest).toBeGreaterThan(0)
      for (const column of [plain.claims, plain.guarantorFees, plain.segmentDefaults]) {
        expect(Math.max(...column)).toBeGreaterThan(0)
      }
    }
    expect(months.some(({ distressed }) => distressed > 0)).toBe(true)
  })
})

/** What the fast loop left in the market. */
function resultOf({ loans, edges, segments, work }: Market): Repayment {
  const links = edges.links.count
  return {
    principal: loans.principal.slice(),
    balance: edges.balance.slice(0, links),
    carried: edges.carried.slice(0, links),
    claims: work.claims.slice(0, links),
    bankInterest: work.bank.interest.slice(),
    bankRepaid: work.bank.repaid.slice(),
    bankDefaults: work.bank.defaults.slice(),
    platformFees: work.platform.fees.slice(),
    platformDefaults: work.platform.defaults.slice(),
    guarantorFees: work.guarantor.fees.slice(),
    segmentRepaid: work.segment.repaid.slice(),
    segmentDefaults: segments.defaulted.slice(),
    interest: work.borrowerInterest,
  }
}

function firstDifference(plain: Float64Array, fast: Float64Array): number {
  return plain.findIndex((value, cell) => value !== fast[cell])
}

/** Largest difference relative to `scale`, zero where both are zero. */
function largestGap(plain: Float64Array, fast: Float64Array, scale: Float64Array): number {
  let largest = 0
  for (let i = 0; i < plain.length; i++) {
    if (plain[i] === fast[i]) continue
    const gap = Math.abs((fast[i] - plain[i]) / scale[i])
    if (!(gap <= largest)) largest = gap
  }
  return largest
}
