import { describe, expect, it } from 'vitest'
import type { FundingShock, PartnerFailure } from '../../../agents/shocks/shock.ts'
import { isUnderWay, strikesIn } from '../../../agents/shocks/timing.ts'
import { makeKey } from '../../../engine/stream.ts'

const key = makeKey('timing', 0)
const failure = (monthlyProbability: number, id = 0): PartnerFailure => ({
  kind: 'partnerFailure',
  platform: 1,
  when: { monthlyProbability },
  id,
})
const squeeze = (months: number, period = 3): FundingShock => ({
  kind: 'fundingShock',
  banks: [0],
  costRise: 0.01,
  depositLimit: Infinity,
  capacityFactor: 1,
  months,
  when: { period },
})
const periods = Array.from({ length: 4000 }, (_, t) => t)

describe('strikesIn', () => {
  it('strikes in the dated month and no other', () => {
    const struck = periods.filter((t) => strikesIn(squeeze(1), key, t))
    expect(struck).toEqual([3])
  })

  it('strikes as often as its probability says, within five standard errors', () => {
    const p = 0.1
    const share = periods.filter((t) => strikesIn(failure(p), key, t)).length / periods.length
    expect(Math.abs(share - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / periods.length))
  })

  it('never takes a strike back when the probability rises', () => {
    for (const t of periods) {
      if (strikesIn(failure(0.1), key, t)) expect(strikesIn(failure(0.2), key, t)).toBe(true)
    }
  })

  it('draws for each shock of a kind, and for each kind, on its own', () => {
    const months = (shock: PartnerFailure | FundingShock) =>
      periods.filter((t) => strikesIn(shock, key, t)).join()
    const other: FundingShock = { ...squeeze(1), when: { monthlyProbability: 0.5 } }
    expect(months(failure(0.5, 1))).not.toBe(months(failure(0.5, 2)))
    expect(months(other)).not.toBe(months(failure(0.5)))
  })

  it('never strikes before the first period', () => {
    expect(strikesIn(failure(1), key, -1)).toBe(false)
    expect(strikesIn(failure(1), key, 0)).toBe(true)
  })
})

describe('isUnderWay', () => {
  it('lasts its months, the one it strikes in included', () => {
    const lasting = periods.filter((t) => isUnderWay(squeeze(3), key, t))
    expect(lasting).toEqual([3, 4, 5])
  })

  it('lasts for good when its months are infinite', () => {
    expect(isUnderWay(squeeze(Infinity), key, 3000)).toBe(true)
    expect(isUnderWay(squeeze(Infinity), key, 2)).toBe(false)
  })
})
