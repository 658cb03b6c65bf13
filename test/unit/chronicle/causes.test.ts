import { describe, expect, it } from 'vitest'
import { reviewPartners } from '../../../agents/bank/review-partners.ts'
import { reviewProgramme } from '../../../agents/bank/review-programme.ts'
import { ROW_WIDTH } from '../../../agents/chronicle/columns.ts'
import { findCauses } from '../../../agents/chronicle/find-causes.ts'
import { LEVERS_OF, LEVERS_OF_LIMIT } from '../../../agents/chronicle/levers-of.ts'
import { largestFall } from '../../../agents/chronicle/name-cause.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import type { RuleBook } from '../../../agents/regulator/rule-book.ts'
import { readDecisions, type Decision } from '../../../analysis/stories/decision.ts'
import { catalogue } from '../../fixtures/opening-market.ts'
import {
  announce,
  prepare,
  QUARTER_END,
  runPhases,
  steadyMarket,
  type Row,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const HUGE: Row = { otherLoans: 1e9 }
const parameters = {
  choiceNoise: 0,
  reviewRate: 1,
  partnerComplianceLoad: 0,
  programmeCapabilityLoad: 0,
  suspensionShare: 0,
  accountabilityCost: 0,
}

/** The review of one of two partners worth 1 before costs, under rules that came at period 0. */
function reviewed(rules: Partial<RuleBook>, own: Partial<ToySetting> = {}): Decision {
  const setting = { banks: [HUGE], platforms: 2, parameters, ...own }
  const market = steadyMarket(setting, 1)
  announce(market, { rules, announced: 0, effective: 0 })
  market.work.chronicle.watchedBank = 0
  prepare(market)
  runPhases(market, [reviewPartners, findCauses], 0)
  const { chronicle } = market.work
  return readDecisions(chronicle.rows.slice(0, chronicle.count * ROW_WIDTH))[0]
}

describe('the cause of an ending', () => {
  it('is the partner cost when F1 rises, and whitelistRequired is behind it', () => {
    const one = reviewed({ partnerCost: Float64Array.of(4) })
    expect(one).toMatchObject({ event: 'ended', cause: 'partnerCost', partnerCost: 4 })
    expect(one.partnerCostBefore).toBe(0)
    expect(one.value).toBeCloseTo(1 - 4, 9)
    expect(one.valueBefore).toBeCloseTo(1, 9)
    expect([one.probability, one.probabilityBefore]).toEqual([0, 1])
    expect(one.announcedShare).toBe(0)
    expect(LEVERS_OF.partnerCost[0]).toBe('whitelistRequired')
  })

  it('is the penalty when fines and inspections rise', () => {
    const one = reviewed({ fine: Float64Array.of(1e3), inspectionRate: Float64Array.of(1) })
    expect(one).toMatchObject({ event: 'ended', cause: 'penalty', penaltyBefore: 0 })
    expect(one.penalty).toBeGreaterThan(1)
  })

  it('is oversight when head offices must approve and the list is long', () => {
    const rules = { partnerCost: Float64Array.of(0.5) }
    const banks = [{ ...HUGE, complianceCapacity: 2 }]
    const heavy = { ...parameters, oversightLoad: 4 }
    const own = { banks, rules, parameters: heavy }
    const one = reviewed({ headOffice: Uint8Array.of(1) }, own)
    expect(one).toMatchObject({ event: 'ended', cause: 'oversight', oversightBefore: 0 })
    // ½·F1·((4·2−2)² − (4·1−2)²)/2
    expect(one.oversight).toBeCloseTo((0.5 * 0.5 * (36 - 4)) / 2, 12)
  })

  it('is the margin by way of the ceiling when the ceiling falls', () => {
    const regulatoryCap = new Float64Array(3 * SEGMENTS).fill(0.09)
    const one = reviewed({ regulatoryCap }, { rules: { partnerCost: Float64Array.of(0.95) } })
    expect(one).toMatchObject({ event: 'ended', cause: 'ceiling', probabilityBefore: 1 })
    expect(one.margin).toBeLessThan(one.marginBefore)
  })

  it('is the margin by way of the region when a bank must stay at home', () => {
    const banks = [{ ...HUGE, homeRegion: 0 }]
    const own = { banks, regions: 2, rules: { partnerCost: Float64Array.of(0.7) } }
    const one = reviewed({ homeOnly: Uint8Array.of(1) }, own)
    expect(one).toMatchObject({ event: 'ended', cause: 'region' })
    expect(one.margin).toBeCloseTo(one.marginBefore / 2, 9)
  })

  it('is none when the rules are those before: an ordinary review', () => {
    const one = reviewed({}, { rules: { partnerCost: Float64Array.of(4) } })
    expect(one).toMatchObject({ event: 'ended', cause: 'none' })
    expect(one.valueBefore).toBe(one.value)
    expect(one.probabilityBefore).toBe(one.probability)
  })

  it('is never what the rules made better', () => {
    const own = { rules: { partnerCost: Float64Array.of(4) } }
    const one = reviewed({ partnerCost: Float64Array.of(3) }, own)
    expect(one).toMatchObject({ event: 'ended', cause: 'none' })
    const kept = reviewed({ partnerCost: Float64Array.of(0.5) }, own)
    expect(kept).toMatchObject({ event: 'kept', cause: 'partnerCost' })
  })

  it('says how much of it is announced only', () => {
    const market = steadyMarket({ banks: [HUGE], platforms: 1, parameters }, 1)
    announce(market, { rules: { partnerCost: Float64Array.of(4) }, announced: 0, effective: 6 })
    prepare(market)
    runPhases(market, [reviewPartners, findCauses], 0)
    const { rows } = market.work.chronicle
    const [one] = readDecisions(rows.slice(0, ROW_WIDTH))
    expect(one).toMatchObject({ cause: 'partnerCost', anticipation: 0.5, announcedShare: 1 })
    expect(one.partnerCost).toBe(2)
  })
})

describe('the cause of the end of a programme', () => {
  const leaving = (rules: Partial<RuleBook>): Decision => {
    const market = steadyMarket({ banks: [HUGE], platforms: 2, parameters }, 1)
    announce(market, { rules, announced: 0, effective: 0 })
    for (const period of [QUARTER_END, QUARTER_END + 3]) {
      prepare(market, period)
      runPhases(market, [reviewProgramme, findCauses], period)
    }
    const { chronicle } = market.work
    const rows = readDecisions(chronicle.rows.slice(0, chronicle.count * ROW_WIDTH))
    expect(new Set(rows.map(({ cause }) => cause)).size).toBe(1)
    return rows[0]
  }

  it('is its cost when F0 rises', () => {
    const one = leaving({ programmeCost: Float64Array.of(9) })
    expect(one).toMatchObject({ event: 'programmeEnded', cause: 'programmeCost' })
    expect([one.programmeCost, one.programmeCostBefore]).toEqual([9, 0])
    expect(one.programmeValueBefore).toBeCloseTo(2, 9)
  })

  it('is the partner cost when that eats up the list', () => {
    const one = leaving({
      programmeCost: Float64Array.of(0.5),
      partnerCost: Float64Array.of(0.9),
    })
    expect(one).toMatchObject({ event: 'programmeEnded', cause: 'partnerCost' })
    expect(one.programmeValue).toBeCloseTo(0.2, 9)
  })
})

describe('the term that fell most', () => {
  const before = { margin: 3, partnerCost: 1, penalty: 0.5, oversight: 0.2 }

  it('is the one that took most, ties going to the first', () => {
    const now = { margin: 2, partnerCost: 2, penalty: 0.4, oversight: 0.9 }
    expect(largestFall(now, before, 1)).toEqual({ term: 'margin', amount: 1 })
    expect(largestFall(now, before, -1).term).toBe('penalty')
  })

  it('is none where only rounding differs', () => {
    const now = { ...before, margin: before.margin * (1 - 1e-12) }
    expect(largestFall(now, before, 1).term).toBe('none')
  })
})

it('names levers of the catalogue only', () => {
  const named = [...Object.values(LEVERS_OF), ...Object.values(LEVERS_OF_LIMIT)].flat()
  expect(named.filter((id) => !catalogue.byId.get(id)?.acts)).toEqual([])
})
