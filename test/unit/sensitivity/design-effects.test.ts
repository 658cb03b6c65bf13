import { describe, expect, it } from 'vitest'
import { designEffects, laidOut } from '../../../analysis/sensitivity/design-effects.ts'
import { sweptInputs } from '../../../analysis/sensitivity/swept-result.ts'
import type { SummaryPoint } from '../../../analysis/results/summary.ts'
import { inputWords } from '../../../analysis/words/input-value.ts'
import { designJson, designTable } from '../../../bin/design-table.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { designPoints, sweptValues } from '../../../scenarios/design/points.ts'
import type { SweepAxis, SweepBlock } from '../../../scenarios/sweep.ts'
import { sweptMetrics } from './swept-toy.ts'

const axis = (id: string, low: number, high: number): SweepAxis => ({
  subject: { of: 'parameter', id },
  range: { low, high, whole: false },
})
const axes = [axis('legacyCost', 0, 1), axis('choiceNoise', 0, 1), axis('planningHorizon', 0, 10)]
const REPLICATES = 8
const SEED = 'a run'

/** 100 times the horizon's share, 30 of the noise only where the cost is high, and luck of 1. */
function outcome(values: Readonly<Record<string, unknown>>, place: number): Float64Array {
  const { planningHorizon = 5, choiceNoise = 0, legacyCost = 1 } = values as Record<string, number>
  const luck = new Float64Array(REPLICATES)
  fillUniform(createSfc32(`luck ${place}`), luck)
  const level = 10 * planningHorizon + 60 * choiceNoise * (legacyCost - 0.5)
  return luck.map((u) => level + u)
}

function run(block: SweepBlock) {
  const points = designPoints([block], SEED).map(
    (point, p) => ({ id: `p${p}`, values: sweptValues(point) }) as unknown as SummaryPoint,
  )
  const values = points.map((point, p) => outcome(point.values, p))
  const places = points.map((_, p) => p)
  const outcomes = { values, points: places, replicates: places.slice(0, REPLICATES) }
  return { points, effects: designEffects(block, points, outcomes, SEED, 'toy') }
}

const moved: SweepBlock = { design: 'oneAtATime', points: 3, axes }
const paths: SweepBlock = { design: 'morris', trajectories: 12, axes }

describe('one at a time', () => {
  it('finds the planted effects from the scenario as it stands, with their intervals', () => {
    const { points, effects } = run(moved)
    expect(points.length).toBe(1 + 9)
    if (effects?.design !== 'oneAtATime') throw new Error('no effects')
    expect(effects.base).toBeCloseTo(50.5, 0)
    expect(effects.inputs.map(({ id }) => id)).toEqual([
      'planningHorizon',
      'choiceNoise',
      'legacyCost',
    ])
    const [horizon] = effects.inputs
    expect(horizon.effects.map(({ value }) => value)).toEqual([0, 5, 10])
    expect(horizon.effects[0].change.low).toBeLessThan(-50)
    expect(horizon.effects[0].change.high).toBeGreaterThan(-50)
    expect(horizon.swing).toBeGreaterThan(98)
    // The cost does nothing while the noise is 0: what both do together is not seen.
    const [, , cost] = effects.inputs
    for (const { change } of cost.effects) expect(change.low * change.high).toBeLessThan(0)
  })

  it('is no set of points over which inputs are spread', () => {
    expect(sweptInputs(run(moved).points)).toEqual([])
    expect(sweptInputs(run(paths).points).length).toBe(3)
  })
})

describe('trajectories', () => {
  it('rank inputs, and see an effect that depends on another input', () => {
    const { effects } = run(paths)
    if (effects?.design !== 'morris') throw new Error('no effects')
    const [first, ...others] = effects.inputs
    expect(first.id).toBe('planningHorizon')
    expect(first.low).toBeLessThanOrEqual(101)
    expect(first.high).toBeGreaterThanOrEqual(99)
    expect(first.sd).toBeLessThan(0.05 * first.meanSize)
    for (const one of others) expect(one.sd).toBeGreaterThan(0.4 * one.meanSize)
    // Luck of ±0.5: standard error √(2/12/8) of a step, over a distance of 2/3.
    expect(effects.luck).toBeGreaterThan(0.1)
    expect(effects.luck).toBeLessThan(0.25)
  })

  it('say nothing where a point is missing', () => {
    const { points } = run(paths)
    const kept = points.map((_, p) => p).slice(1)
    const values = kept.map((p) => outcome(points[p].values, p))
    const outcomes = { values, points: kept, replicates: [0] }
    expect(designEffects(paths, points, outcomes, SEED, 'toy')).toBeUndefined()
  })
})

describe('what is said of them', () => {
  const [metric] = sweptMetrics
  const textOf = (block: SweepBlock, language: 'en' | 'zh') => {
    const { rows, notes } = designTable(
      run(block).effects!,
      metric,
      'level',
      inputWords([], language),
      language,
    )
    return [...rows.map((row) => row.join(' ')), ...notes].join('\n')
  }

  it('names the widest swing, and what cannot be told from nothing', () => {
    expect(textOf(moved, 'en')).toContain('Widest swing by itself: planning horizon')
    expect(textOf(moved, 'en')).toContain('not distinguishable')
    expect(textOf(moved, 'zh')).toContain('单独变化时幅度最大：规划期限')
  })

  it('names what matters most, and what depends on other inputs', () => {
    expect(textOf(paths, 'en')).toMatch(/Matters most: planning horizon, (99|100|101)/)
    expect(textOf(paths, 'en')).toContain('depends on the other inputs, or bends')
    expect(textOf(paths, 'en')).toContain('about the same everywhere')
    expect(textOf(paths, 'zh')).toContain('影响最大：规划期限')
    expect(JSON.stringify(designJson(run(paths).effects!))).toContain('"muStar"')
  })

  it('takes a sweep for such a design only where it is nothing else', () => {
    expect(laidOut([moved])).toBe(moved)
    expect(laidOut([{ design: 'sobol', points: 4, axes }])).toBeUndefined()
    expect(laidOut([moved, paths])).toBeUndefined()
    expect(laidOut(undefined)).toBeUndefined()
  })
})
