import { describe, expect, it } from 'vitest'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { hashesOf, metricsThatDiffer } from '../../fixtures/compare-runs.ts'
import { noticeAlone, openingMarket, rulesBefore, runUnder } from '../../fixtures/opening-market.ts'

const PERIODS = 18

/** What every lever was worth in November 2024. */
const valueBefore = new Map(rulesBefore.map((setting) => [setting.lever, setting.value]))

/** New values equal to the old ones (LC2). */
const base = baselineParameters()
const neutral = {
  partnerCostNew: base.partnerCostOld,
  programmeCostNew: base.programmeCostOld,
  smallFixedCostNew: base.fixedCost[2],
  inspectionRateNew: base.inspectionRateOld,
  detectionGain: 0,
  approvalDelayOld: 3,
  reviewRateAnnounced: base.reviewRate,
  guaranteeStretch: 0,
  oversightLoad: 1,
  ownRiskInvestment: 0,
  legacyCost: 0,
}

function isLater(setting: LeverSetting): boolean {
  return setting.effective > PRE_NOTICE_MONTH
}

describe('the rules before, run twice', () => {
  it('give the same fingerprints and the same metrics', () => {
    const once = runUnder(rulesBefore, PERIODS)
    const again = runUnder(rulesBefore, PERIODS)
    expect(metricsThatDiffer(once, again)).toEqual([])
    expect(hashesOf(again)).toEqual(hashesOf(once))
  })
})

describe('notice 9 that changes nothing', () => {
  const neutralBefore = runUnder(rulesBefore, PERIODS, openingMarket(neutral))

  it('leaves no trace when every lever keeps its value on the day it comes', () => {
    const later = noticeAlone.filter(isLater)
    expect(later.length).toBeGreaterThan(5)
    const kept = noticeAlone.map((setting) =>
      isLater(setting) && valueBefore.has(setting.lever)
        ? { ...setting, value: valueBefore.get(setting.lever)! }
        : setting,
    )
    const settings = kept.filter((one) => !isLater(one) || valueBefore.has(one.lever))
    const before = runUnder(rulesBefore, PERIODS)
    const notice = runUnder(settings, PERIODS)
    expect(metricsThatDiffer(before, notice)).toEqual([])
    expect(hashesOf(notice)).toEqual(hashesOf(before))
  })

  it('has exactly no effect when duties come but cost what they cost before (LC2)', () => {
    const market = openingMarket(neutral)
    const settings = noticeAlone.filter(
      (setting) => !(isLater(setting) && setting.lever === 'guarantorEligibilityCheck'),
    )
    expect(settings.length).toBeLessThan(noticeAlone.length)
    const notice = runUnder(settings, PERIODS, market)
    expect(metricsThatDiffer(neutralBefore, notice)).toEqual([])
  })

  it.each([
    ['partnerCostNew', 1.5],
    ['programmeCostNew', 8],
    ['smallFixedCostNew', 14],
    ['inspectionRateNew', 0.06],
    ['reviewRateAnnounced', 0.3],
    ['oversightLoad', 1.25],
    ['ownRiskInvestment', 0.25],
  ])('has an effect as soon as %s is not neutral', (id, value) => {
    const market = openingMarket(neutral)
    const moved = { ...market, parameters: { ...market.parameters, [id]: value } }
    const notice = runUnder(noticeAlone, PERIODS, moved)
    expect(metricsThatDiffer(neutralBefore, notice)).not.toEqual([])
  })
})
