import { describe, expect, it } from 'vitest'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { hashesOf, metricsThatDiffer } from '../../fixtures/compare-runs.ts'
import {
  noticeAlone,
  openingMarket,
  rulesBefore,
  runUnder,
  withNumbers,
} from '../../fixtures/opening-market.ts'

const PERIODS = 13
/** Announced in April, in force in October 2025. */
const ANNOUNCED = 5
const EFFECTIVE = 11

/** Nobody looks ahead, reviews keep their pace, old loans are no worry. */
const myopic = {
  planningHorizon: 1,
  reviewRateAnnounced: baselineParameters().reviewRate,
  legacyCost: 0,
}

function firstDifference(left: number[], right: number[]): number {
  return Math.floor(left.findIndex((word, i) => word !== right[i]) / 2)
}

describe('an announced notice', () => {
  const calm = runUnder(rulesBefore, PERIODS)

  it('moves nothing before it is announced, and something at once after', () => {
    const notice = runUnder(noticeAlone, PERIODS)
    expect(firstDifference(hashesOf(notice), hashesOf(calm))).toBe(ANNOUNCED)
  })

  it('moves nothing before it is in force when nobody looks ahead (LC6)', () => {
    const market = withNumbers(openingMarket(), myopic)
    const notice = runUnder(noticeAlone, PERIODS, market)
    expect(firstDifference(hashesOf(notice), hashesOf(calm))).toBe(EFFECTIVE)
    expect(metricsThatDiffer(calm, notice, EFFECTIVE)).toEqual([])
  })

  it.each([
    ['planningHorizon', 12],
    ['reviewRateAnnounced', 0.3],
    ['legacyCost', 0.1],
  ])('moves something before when %s is %d', (id, value) => {
    const market = withNumbers(openingMarket(), { ...myopic, [id]: value })
    const notice = hashesOf(runUnder(noticeAlone, PERIODS, market))
    const first = firstDifference(notice, hashesOf(calm))
    expect(first).toBeGreaterThanOrEqual(ANNOUNCED)
    expect(first).toBeLessThan(EFFECTIVE)
  })
})

describe('a cap beyond the horizon (I19)', () => {
  const before = runUnder(rulesBefore, PERIODS)
  const cap = (dates: Pick<LeverSetting, 'announced' | 'effective'>): LeverSetting[] => [
    ...rulesBefore,
    { lever: 'aprCapPerLoan', value: 0.12, ...dates },
  ]

  it('announced after the last period changes nothing', () => {
    const later = runUnder(cap({ announced: '2025-12', effective: '2025-12' }), PERIODS)
    expect(metricsThatDiffer(before, later)).toEqual([])
    expect(hashesOf(later)).toEqual(hashesOf(before))
  })

  it('announced inside and in force after it changes nothing when nobody looks ahead', () => {
    const market = withNumbers(openingMarket(), myopic)
    const later = runUnder(cap({ announced: '2025-06', effective: '2025-12' }), PERIODS, market)
    expect(metricsThatDiffer(before, later)).toEqual([])
    expect(hashesOf(later)).toEqual(hashesOf(before))
  })

  it('announced inside and in force after it changes something for those who do', () => {
    const later = runUnder(cap({ announced: '2025-06', effective: '2025-12' }), PERIODS)
    expect(firstDifference(hashesOf(later), hashesOf(before))).toBeGreaterThanOrEqual(7)
  })
})
