import { describe, expect, it } from 'vitest'
import { simulate } from '../../../engine/simulate.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { hashesOf, largestDistance } from '../../fixtures/compare-runs.ts'
import {
  catalogue,
  keyOf,
  noticeAlone,
  openingMarket,
  runUnder,
} from '../../fixtures/opening-market.ts'
import { backwards, inPlace, rearranged, withIdle } from '../../fixtures/rearranged-market.ts'

const PERIODS = 18
/** What sums in another order may differ by, grown over the months. */
const ROUNDING = 1e-9

/** Balance of every partnership by names of its ends, month by month. */
function balancesOf(market: Market): Map<string, number>[] {
  const settings = noticeAlone
  const rules = { settings, catalogue, start: PRE_NOTICE_MONTH, periods: PERIODS }
  const months: Map<string, number>[] = []
  simulate(marketModel([]), withRules(market, rules), {
    key: keyOf(0),
    periods: PERIODS,
    observer({ edges, bankNames, platformNames }) {
      const { links } = edges
      const balances = new Map<string, number>()
      for (let slot = 0; slot < links.count; slot++) {
        const pair = `${bankNames[links.from[slot]].id} ${platformNames[links.to[slot]].id}`
        balances.set(pair, edges.balance[slot])
      }
      months.push(balances)
    },
  })
  return months
}

describe('the order of agents (I17)', () => {
  const market = openingMarket()

  it('put back as it was, gives the same fingerprints', () => {
    const same = runUnder(noticeAlone, 3, rearranged(market, inPlace(market)))
    expect(hashesOf(same)).toEqual(hashesOf(runUnder(noticeAlone, 3, market)))
  })

  it('turned round, with ids and all, leaves every metric where it was', () => {
    const plain = runUnder(noticeAlone, PERIODS, market)
    const turned = runUnder(noticeAlone, PERIODS, rearranged(market, backwards(market)))
    expect(hashesOf(turned)).not.toEqual(hashesOf(plain))
    const { distance, metric } = largestDistance(plain, turned)
    expect(distance, metric).toBeLessThan(ROUNDING)
  })

  it('matters when ids stay behind', () => {
    const turned = rearranged(market, backwards(market))
    turned.banks.id.set(market.banks.id)
    const { distance } = largestDistance(
      runUnder(noticeAlone, PERIODS, market),
      runUnder(noticeAlone, PERIODS, turned),
    )
    expect(distance).toBeGreaterThan(1e-3)
  })
})

describe('an idle bank and a failed platform more', () => {
  it('leave everybody else’s luck and books as they were, to the last bit', () => {
    const market = openingMarket()
    const plain = balancesOf(market)
    const more = balancesOf(rearranged(market, withIdle(market)))
    expect(more).toEqual(plain)
    expect(plain[PERIODS - 1].size).toBeGreaterThan(1000)
  })
})
