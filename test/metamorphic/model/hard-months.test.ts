import { describe, expect, it } from 'vitest'
import { simulate } from '../../../engine/simulate.ts'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import type { Shock } from '../../../agents/shocks/shock.ts'
import {
  catalogue,
  keyOf,
  notice9,
  noticeAlone,
  openingMarket,
  withNumbers,
} from '../../fixtures/opening-market.ts'

const PERIODS = 18

/** Runs with every check of every month; a violation throws. */
function survive(
  market: Market,
  settings: readonly LeverSetting[] = notice9,
  shocks: readonly Shock[] = [],
): Market {
  const rules = { settings, catalogue, start: PRE_NOTICE_MONTH, periods: PERIODS }
  let last = market
  const recording = simulate(
    marketModel([]),
    { ...withRules(market, rules), shocks },
    {
      key: keyOf(0),
      periods: PERIODS,
      observer: (at) => {
        last = at
      },
    },
  )
  expect(recording.checksMade).toBe(17 * PERIODS)
  return last
}

const sum = (column: ArrayLike<number>): number => Array.from(column).reduce((a, b) => a + b, 0)

describe('every monthly check holds', () => {
  it('when whole loans default', () => {
    survive(withNumbers(openingMarket(), { defaultMode: 'loan' }))
  })

  it('when platforms fund jointly with their own lenders', () => {
    // Small lenders may cross provinces here: at home only, they could not fund their share elsewhere.
    const market = survive(openingMarket({ ownFundingShare: 0.35 }), noticeAlone)
    expect(sum(market.platforms.ownFundingShare)).toBeGreaterThan(0)
  })

  it('when loans above the ceiling must go at once', () => {
    survive(
      openingMarket(),
      notice9.map((setting) =>
        setting.lever === 'stockLoanTreatment' && setting.effective > PRE_NOTICE_MONTH
          ? { ...setting, value: 'forcedEarlyExit' }
          : setting,
      ),
    )
  })

  it('under reported guidance from the first month', () => {
    const guidance: LeverSetting[] = [
      { lever: 'cfcAvgNewLoanAprMax', value: 0.15, effective: '2025-01' },
      { lever: 'paymentChannelAprCutoff', value: 0.2, effective: '2025-02' },
      { lever: 'smallBankFacilitationStop', value: 'someProvinces', effective: '2025-03' },
      { lever: 'cfcGuaranteedShareMaxWindow', value: 0.25, effective: '2025-04' },
      { lever: 'cooperationFeeCap', value: 0.03, effective: '2025-05' },
    ]
    survive(openingMarket(), [...notice9, ...guidance])
  })

  it('in a wave of failures of banks, platforms and guarantors', () => {
    const market = openingMarket()
    const { guarantors, platforms, banks } = market
    const shocks: Shock[] = [
      { kind: 'defaultWave', when: { period: 1 }, macroState: -6 },
      { kind: 'guarantorRun', when: { period: 2 }, guarantors: [...guarantors.id], factor: 0.2 },
      { kind: 'partnerFailure', when: { period: 3 }, platform: platforms.id[0] },
      {
        kind: 'fundingShock',
        when: { period: 4 },
        banks: [...banks.id.subarray(0, 40)],
        costRise: 0.03,
        depositLimit: 0,
        capacityFactor: 0.5,
        months: 6,
      },
      { kind: 'defaultWave', when: { period: 6 }, macroState: -8 },
    ]
    const after = survive(market, notice9, shocks)
    expect(sum(after.guarantors.failed)).toBeGreaterThan(5)
    expect(sum(after.platforms.failed)).toBeGreaterThan(sum(market.platforms.failed) + 5)
  })

  it('when banks have next to no capital', () => {
    const market = openingMarket()
    const { banks } = market
    const equity = banks.equity.slice()
    const deposits = banks.deposits.slice()
    for (let b = 0; b < banks.size; b += 3) {
      const lost = 0.95 * equity[b]
      banks.equity[b] -= lost
      banks.deposits[b] += lost
    }
    const after = survive(market)
    banks.equity.set(equity)
    banks.deposits.set(deposits)
    expect(sum(after.banks.failed)).toBeGreaterThan(5)
  })

  it('with short loans and none that come back unasked', () => {
    survive(openingMarket({ tenor: 6, prepayment: 0, burnIn: 24 }))
  })
})
