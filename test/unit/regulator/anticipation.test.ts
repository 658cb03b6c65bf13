import { describe, expect, it } from 'vitest'
import { withTransition } from '../../../agents/levers/law-settings.ts'
import { preNoticeRules } from '../../../agents/regulator/plan-rules.ts'
import { haveSameContent } from '../../../agents/regulator/rule-shelf.ts'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import {
  banks,
  catalogue,
  dated,
  fieldsChanged,
  frozen,
  JOINT,
  plan,
  STATE,
} from './rule-market.ts'

const cap = (value: number, announced: string, effective: string) => ({
  lever: 'aprCapPerLoan',
  value,
  announced,
  effective,
})

describe('the announced package', () => {
  it('is the one with the earliest future date; later ones wait until it is in force', () => {
    const months = plan([
      ...frozen,
      cap(0.2, '2025-03', '2025-09'),
      cap(0.18, '2025-01', '2026-01'),
    ])
    expect(months[1].next).toBeUndefined()
    expect(months[2].nextEffective).toBe(14)
    expect(months[4].nextEffective).toBe(10)
    expect(months[4].next!.regulatoryCap[0]).toBe(0.2)
    expect(months[10].nextEffective).toBe(14)
    expect(months[14].next).toBeUndefined()
  })

  it('holds what is known today of its date, and nothing announced later', () => {
    const months = plan([
      ...frozen,
      cap(0.2, '2025-01', '2025-09'),
      { lever: 'carMin', value: 0.12, announced: '2025-04', effective: '2025-09' },
    ])
    expect(months[2].next!.capitalFloor[JOINT]).toBe(months[2].inForce.capitalFloor[JOINT])
    expect(months[5].next!.capitalFloor[JOINT]).toBeGreaterThan(0.12)
  })

  it('is none where nothing changes', () => {
    const months = plan([...frozen, cap(0.24, '2025-01', '2025-09')])
    expect(months.every((month) => month.next === undefined && !month.changed)).toBe(true)
    expect(months[0].inForce).toBe(months[35].inForce)
  })

  it('is none for a rule that comes without announcement', () => {
    const months = plan([...frozen, { lever: 'aprCapPerLoan', value: 0.2, effective: '2025-09' }])
    expect(months.every((month) => month.next === undefined)).toBe(true)
    expect(months.map((month) => month.changed).indexOf(true)).toBe(10)
  })

  it('leaks, marked as such, only where news before the announcement counts', () => {
    const settings = [...frozen, cap(0.2, '2025-04', '2025-09')]
    const months = plan(settings, 36, { leakCredibility: 0.3 })
    expect(months[0]).toMatchObject({ nextEffective: 10, leaked: true })
    expect(months[4].leaked).toBe(true)
    expect(months[5]).toMatchObject({ nextEffective: 10, leaked: false })
    expect(plan(settings)[4].next).toBeUndefined()
  })

  it('includes the end of a rule that was announced with it', () => {
    const months = plan([...frozen, { ...cap(0.2, '2025-01', '2025-03'), until: '2025-12' }])
    expect(months[4].inForce.regulatoryCap[0]).toBe(0.2)
    expect(months[4]).toMatchObject({ nextEffective: 13 })
    expect(months[4].next!.regulatoryCap[0]).toBe(0.24)
    expect(months[13].inForce).toBe(months[0].inForce)
  })

  it('is not made of the steps of a path already in force', () => {
    const value = [{ at: '2027-01', value: 0 }]
    const months = plan([
      ...frozen,
      { lever: 'facilitationPhaseOutPath', value, effective: '2025-01' },
      cap(0.24, '2025-01', '2026-01'),
    ])
    expect(months[5].next).toBeUndefined()
    expect(months[5].changed).toBe(true)
  })
})

describe('settings', () => {
  it('that come after the horizon unannounced change nothing', () => {
    const late = [
      { lever: 'aprCapPerLoan', value: 0.2, announced: '2028-01', effective: '2028-06' },
    ]
    expect(plan([...dated, ...late])).toEqual(plan(dated))
  })

  it('win over earlier ones in the list, and scoped ones over nobody else', () => {
    const licences = ['jointStock'] as const
    const months = plan([
      ...frozen,
      { lever: 'carMin', value: 0.12, effective: '2025-01' },
      { lever: 'carMin', value: 0.13, effective: '2025-01', scope: { licences } },
    ])
    const floor = months[2].inForce.capitalFloor
    expect([floor[STATE], floor[JOINT]]).toEqual([0.12 + 0.0025, 0.13 + 0.0025])
  })

  it('of unknown levers, scopes and regions are refused', () => {
    const at = { value: 0.2, effective: '2025-01' }
    expect(() => plan([{ lever: 'moonPhase', ...at }])).toThrow(/LEVER_UNKNOWN/)
    const scope = { licences: ['city'] as const }
    expect(() => plan([{ lever: 'lpr1y', ...at, scope }])).toThrow(/LEVER_SCOPE/)
    const lost = { regions: ['Atlantis'] }
    expect(() => plan([{ lever: 'carMin', ...at, scope: lost }])).toThrow(/REGION_UNKNOWN/)
  })

  it('of November 2024 rule the burn-in', () => {
    const rules = preNoticeRules({ catalogue, parameters: baselineParameters(), banks })
    expect(fieldsChanged(rules, plan(frozen, 1)[0].inForce)).toEqual([])
    expect(plan(frozen, 1)[0].changed).toBe(false)
    const start = { lever: 'aprCapPerLoan', value: 0.2, effective: '2024-11' }
    expect(plan([...frozen, start], 2).map((month) => month.changed)).toEqual([true, false])
  })
})

describe('transitionDays', () => {
  const lasting = (value: number) =>
    plan([...dated, { lever: 'transitionDays', value, effective: '2024-11' }])

  it('moves the whole of notice 9 and nothing else', () => {
    const long = lasting(365)
    expect(long.map((month) => month.inForce.partnerCost[STATE]).indexOf(1)).toBe(17)
    expect(long[5].nextEffective).toBe(17)
    expect(long[11].changed).toBe(false)
    expect(haveSameContent(long[17].inForce, plan(dated)[17].inForce)).toBe(true)
    expect(long[13].inForce.stretch[2]).toBe(0)
    expect(long[19].accelerated[STATE]).toBe(1)
    expect(long[20].accelerated[STATE]).toBe(0)
  })

  it('of 181 days is October, and of none April', () => {
    expect(lasting(181)).toEqual(plan(dated))
    expect(
      lasting(0)
        .map((month) => month.inForce.partnerCost[STATE])
        .indexOf(1),
    ).toBe(5)
  })

  it('leaves a scenario’s own dates alone', () => {
    const own = { lever: 'aprCapPerLoan', value: 0.2, effective: '2026-01' }
    const days = { lever: 'transitionDays', value: 365, effective: '2024-11' }
    expect(withTransition([own, days], catalogue)[0]).toEqual(own)
  })
})

describe('accelerated reviews', () => {
  const list = (value: string, extra = {}) => ({
    lever: 'whitelistRequired',
    value,
    announced: '2025-04',
    effective: '2025-10',
    ...extra,
  })
  const fast = (settings: Parameters<typeof plan>[0], bank = STATE) =>
    plan(settings).flatMap((month, t) => (month.accelerated[bank] ? [t] : []))

  it('do not follow an admission rule put back to what it was', () => {
    expect(
      fast([...dated, list('privateList'), { ...list(''), lever: 'headOfficeApproval', value: 1 }]),
    ).toEqual([])
  })

  it('do not follow a cap', () => {
    expect(fast([...frozen, cap(0.2, '2025-04', '2025-10')])).toEqual([])
  })

  it('follow head-office approval alone', () => {
    expect(fast([...frozen, { ...list(''), lever: 'headOfficeApproval', value: 3 }])).toEqual([
      5, 6, 7, 8, 9, 10, 11, 12, 13,
    ])
  })

  it('reach only the banks in scope, and without announcement last three months', () => {
    const scoped = {
      lever: 'whitelistRequired',
      value: 'publicList',
      effective: '2025-10',
      scope: { licences: ['jointStock'] as const },
    }
    expect(fast([...frozen, scoped], JOINT)).toEqual([11, 12, 13])
    expect(fast([...frozen, scoped], STATE)).toEqual([])
  })
})
