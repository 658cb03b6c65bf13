import { describe, expect, it } from 'vitest'
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { dated, fieldsChanged, frozen, plan } from '../../unit/regulator/rule-market.ts'
import { catalogue, levers, library } from '../../unit/scenarios/scenario-catalogue.ts'

/** New values equal to the old ones (LC2 of the model document), as far as rules carry them. */
const neutral = {
  partnerCostNew: 0.5,
  programmeCostNew: 2,
  smallFixedCostNew: 6,
  inspectionRateNew: 0.02,
  detectionGain: 0,
  guaranteeStretch: 0,
}

function rulesOf(id: string, parameters = {}) {
  const scenario = resolveScenario({ id }, library, catalogue)
  const law = lawSettings(levers, scenario.law)
  const own = scenario.settings as readonly LeverSetting[]
  const numbers = scenario.parameterOverrides as Record<string, number>
  return plan([...law, ...own], scenario.run.periods, { ...numbers, ...parameters })
}

describe('neutral values', () => {
  it('make the costs-only scenario differ from the old rules in duties that cost nothing', () => {
    const costs = rulesOf('costs-only', neutral)
    const before = rulesOf('rules-before', neutral)
    expect(fieldsChanged(before[20].inForce, costs[20].inForce)).toEqual([
      'approvalDelay',
      'headOffice',
      'ownControl',
    ])
  })

  it('make the cap-only scenario differ in the treatment of old loans alone', () => {
    const capped = rulesOf('cap-only', neutral)
    const before = rulesOf('rules-before', neutral)
    expect(fieldsChanged(before[20].inForce, capped[20].inForce)).toEqual(['stockTreatment'])
  })

  it('of the public list alone leave no package and one rule book', () => {
    const list = {
      lever: 'whitelistRequired',
      value: 'publicList',
      announced: '2025-04',
      effective: '2025-10',
    }
    const months = plan([...frozen, list], 36, neutral)
    expect(months.every((month) => month.next === undefined)).toBe(true)
    expect(new Set(months.map((month) => month.inForce)).size).toBe(1)
  })
})

describe('the scenarios of the library', () => {
  it('start from the same rules and announce at the same time', () => {
    for (const id of ['notice-9', 'cap-only', 'costs-only', 'myopic', 'notice-9-with-guidance']) {
      const months = rulesOf(id)
      expect(fieldsChanged(months[0].inForce, rulesOf('rules-before')[0].inForce)).toEqual([])
      expect(months.findIndex((month) => month.next !== undefined)).toBe(5)
      expect(months[5].nextEffective).toBe(11)
    }
  })

  it('never change under the rules before', () => {
    const months = rulesOf('rules-before')
    expect(months.every((month) => month.next === undefined && !month.changed)).toBe(true)
  })

  it('split the notice: the cap moves no cost, the costs move no price', () => {
    const before = rulesOf('rules-before')[20].inForce
    expect(fieldsChanged(before, rulesOf('cap-only')[20].inForce)).toEqual([
      'nicheStretch',
      'stockTreatment',
      'stretch',
    ])
    expect(rulesOf('cap-only').every((month) => !month.accelerated.includes(1))).toBe(true)
    expect(fieldsChanged(before, rulesOf('costs-only')[20].inForce)).toEqual([
      'approvalDelay',
      'fixedCost',
      'headOffice',
      'inspectionRate',
      'ownControl',
      'partnerCost',
      'programmeCost',
    ])
    expect(rulesOf('costs-only')[6].accelerated[0]).toBe(1)
  })

  it('with guidance differ from the notice from 2025-10 on, when guidance is reported', () => {
    const guided = rulesOf('notice-9-with-guidance')
    const notice = plan(dated)
    for (let period = 0; period < 14; period++) {
      expect(fieldsChanged(guided[period].inForce, notice[period].inForce)).toEqual([])
    }
    expect(guided[11].nextEffective).toBe(14)
    expect(fieldsChanged(guided[18].inForce, notice[18].inForce)).toEqual([
      'absoluteCap',
      'averagePriceMax',
      'growthReference',
      'growthShareMax',
      'guaranteedShareMax',
      'guaranteedShareOfAllMax',
      'stockReference',
      'stockShareMax',
      'stopped',
    ])
  })
})
