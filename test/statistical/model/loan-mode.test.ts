import { describe, expect, it } from 'vitest'
import { repay } from '../../../agents/borrower/repay.ts'
import type { Market } from '../../../agents/market.ts'
import type { Parameters } from '../../../agents/parameters.ts'
import { FIVE_SIGMA } from '../../fixtures/bounds.ts'
import { contextOf, lendingMonth, runPhases, toyMarket } from '../../fixtures/toy-market.ts'
import { forkMarket } from '../../../agents/fork.ts'
import { normalDraw, purpose, uniform } from '../../../engine/stream.ts'

const REPLICATES = 8000
const state = purpose('test.macroState')

/** One vintage of one link, a month after it was lent. */
function vintage(mode: Parameters['defaultMode'], loansIn: number): Market {
  const market = toyMarket({
    banks: 1,
    platforms: [{ dataAdvantage: 0 }],
    pools: [0, 0, 0, 0, 100],
    parameters: { defaultMode: mode },
  })
  runPhases(market, lendingMonth, 0)
  market.environment.macroOn = true
  market.parameters.averageTicket = market.platforms.balance[0] / loansIn
  return market
}

/** Default rates of the second month over replicates, with the same macro states in both modes. */
function defaultRates(mode: Parameters['defaultMode'], loansIn: number): Float64Array {
  const market = vintage(mode, loansIn)
  const lent = market.platforms.balance[0]
  const principal = market.loans.principal.slice()
  const rowBalance = market.loans.rowBalance.slice()
  return Float64Array.from({ length: REPLICATES }, (_, i) => {
    market.loans.principal.set(principal)
    market.loans.rowBalance.set(rowBalance)
    const context = contextOf(1, i + 1)
    market.environment.macroState = normalDraw(uniform(context.key, state, 0, 0, 1))
    repay.run(market, context)
    return market.work.bank.defaults[0] / lent
  })
}

function moments(values: Float64Array) {
  const n = values.length
  const mean = values.reduce((a, b) => a + b, 0) / n
  let second = 0
  let fourth = 0
  for (const value of values) {
    second += (value - mean) ** 2
    fourth += ((value - mean) ** 2) ** 2
  }
  const variance = second / (n - 1)
  return {
    mean,
    variance,
    meanError: Math.sqrt(variance / n),
    varianceError: Math.sqrt((fourth / n - variance * variance) / n),
  }
}

describe('LC18: whole loans against cohorts', () => {
  it.each([40, 1000])('%i equal loans default as often, and vary by E[h(1−h)]/n more', (n) => {
    const cohort = defaultRates('cohort', n)
    const loan = defaultRates('loan', n)
    const one = moments(cohort)
    const other = moments(loan)
    // Macro states are shared: the difference of means has the error of the loans' own luck. Above
    // 200 loans counts are rounded normals, whose mean is off by less than a thousandth of a loan.
    const gaps = moments(loan.map((rate, i) => rate - cohort[i]))
    const rounding = n > 200 ? 0.001 / n : 0
    expect(Math.abs(gaps.mean)).toBeLessThanOrEqual(FIVE_SIGMA * gaps.meanError + rounding)
    const luck = cohort.reduce((sum, h) => sum + h * (1 - h), 0) / (n * REPLICATES)
    // Rounding a normal count to a whole number adds 1/12 of a loan squared.
    const extra = luck + (n > 200 ? 1 / (12 * n * n) : 0)
    expect(Math.abs(gaps.variance - extra)).toBeLessThanOrEqual(FIVE_SIGMA * gaps.varianceError)
    const error = Math.hypot(one.varianceError, other.varianceError)
    expect(Math.abs(other.variance - one.variance - extra)).toBeLessThanOrEqual(FIVE_SIGMA * error)
    expect(luck).toBeGreaterThan(FIVE_SIGMA * gaps.varianceError)
  })

  it('draws by name: the same replicate, bank and vintage default alike in a fork', () => {
    const market = vintage('loan', 100)
    const fork = forkMarket(market)
    fork.environment.macroOn = true
    fork.work.inForce.rules = market.work.inForce.rules
    repay.run(market, contextOf(1, 7))
    repay.run(fork, contextOf(1, 7))
    expect(fork.work.bank.defaults[0]).toBe(market.work.bank.defaults[0])
  })
})
