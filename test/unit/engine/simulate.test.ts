import { describe, expect, it } from 'vitest'
import { differs } from '../../../engine/checks.ts'
import type { Check } from '../../../engine/checks.ts'
import { IdentityBroken, SimulationError } from '../../../engine/errors.ts'
import { hashNumbers } from '../../../engine/hash.ts'
import type { Phase } from '../../../engine/phase.ts'
import { seriesOf } from '../../../engine/record.ts'
import { advance, simulate } from '../../../engine/simulate.ts'
import type { Model } from '../../../engine/simulate.ts'
import { makeKey, purpose, uniform } from '../../../engine/stream.ts'

interface Wealth {
  readonly money: Float64Array
}

const label = { en: 'A label', zh: '标签' }
const gift = purpose('test.give')

const give: Phase<Wealth> = {
  id: 'agent.give',
  label,
  run({ money }, { key, period }) {
    const amount = uniform(key, gift, 0, 0, period)
    money[0] -= amount
    money[1] += amount
  },
}

const grow: Phase<Wealth> = {
  id: 'agent.grow',
  label,
  run({ money }) {
    money[2]++
  },
}

const conserved: Check<Wealth> = {
  id: 'conserved',
  label,
  after: 'agent.give',
  find: ({ money }) => differs('money kept', money[0] + money[1], 3, 1e-12, ['agent 0', 'agent 1']),
}

function modelOf(checks: readonly Check<Wealth>[]): Model<Wealth> {
  return {
    start: '2024-11',
    phases: [give, grow],
    checks,
    metrics: [metric('first', ({ money }) => money[0]), metric('months', ({ money }) => money[2])],
    fork: ({ money }) => ({ money: money.slice() }),
    hash: ({ money }, state) => hashNumbers(state, money),
  }
}

function metric(id: string, measure: (market: Wealth) => number) {
  return { id, label, unit: 'CNY', doc: 'An amount.', better: 'neither', measure } as const
}

function opening(): Wealth {
  return { money: Float64Array.of(2, 1, 0) }
}

const key = makeKey('simulate', 0)
const model = modelOf([conserved])

describe('simulate', () => {
  it('takes 36 steps for 36 periods and records each', () => {
    const recording = simulate(model, opening(), { key, periods: 36 })
    const months = Array.from({ length: 36 }, (_, i) => i + 1)
    expect([...seriesOf(recording, 'months')]).toEqual(months)
    expect(recording.series).toHaveLength(72)
    expect(recording.hashes).toHaveLength(72)
    expect(recording.checksMade).toBe(36)
    expect(recording.metrics).toEqual(['first', 'months'])
    expect(() => seriesOf(recording, 'absent')).toThrow(RangeError)
  })

  it('leaves the market it was given as it was, and repeats itself exactly', () => {
    const market = opening()
    const first = simulate(model, market, { key, periods: 5 })
    expect(market).toEqual(opening())
    expect(simulate(model, market, { key, periods: 5 })).toEqual(first)
  })

  it('continues a market that was advanced exactly as if it had never stopped', () => {
    const whole = simulate(model, opening(), { key, from: -4, periods: 10 })
    const market = opening()
    advance(model, market, { key, from: -4, periods: 4 })
    const rest = simulate(model, market, { key, periods: 6 })
    expect([...rest.hashes]).toEqual([...whole.hashes.subarray(8)])
    expect([...seriesOf(rest, 'first')]).toEqual([...seriesOf(whole, 'first').subarray(4)])
  })

  it('gives another replicate another fingerprint', () => {
    const one = simulate(model, opening(), { key, periods: 1 })
    const other = simulate(model, opening(), { key: makeKey('simulate', 1), periods: 1 })
    expect(other.hashes).not.toEqual(one.hashes)
  })

  it('shows an observer every period in order, after its step', () => {
    const seen: number[] = []
    simulate(model, opening(), {
      key,
      from: 3,
      periods: 2,
      observer: ({ money }, { period }) => seen.push(period, money[2]),
    })
    expect(seen).toEqual([3, 1, 4, 2])
  })

  it('stops at a broken identity and names period, month, phase and agents', () => {
    const wrong: Check<Wealth> = {
      ...conserved,
      find: ({ money }, { period }) =>
        differs('money kept', money[0] + money[1], period === 2 ? 4 : 3, 1e-12, ['agent 0']),
    }
    try {
      simulate(modelOf([wrong]), opening(), { key, periods: 5 })
      expect.unreachable()
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(IdentityBroken)
      const broken = thrown as IdentityBroken
      expect(broken.period).toBe(2)
      expect(broken.month).toBe('2025-01')
      expect(broken.phase).toBe('agent.give')
      expect(broken.violation.agents).toEqual(['agent 0'])
      expect(broken.message).toContain('2025-01')
    }
  })

  it('runs checks without a phase at the end of the step, also while advancing', () => {
    const late: Check<Wealth> = {
      id: 'late',
      label,
      find: ({ money }) => differs('no growth', money[2], 0, 0),
    }
    const broken = modelOf([late])
    expect(() => simulate(broken, opening(), { key, periods: 1 })).toThrow('end of step')
    expect(() => advance(broken, opening(), { key, periods: 1 })).toThrow('end of step')
  })

  it('refuses a check after a phase that does not exist', () => {
    const lost = modelOf([{ ...conserved, after: 'agent.sleep' }])
    expect(() => simulate(lost, opening(), { key, periods: 1 })).toThrow('agent.sleep')
  })
})

describe('differs', () => {
  it('finds a gap beyond the tolerance on either side, and what is not a number', () => {
    expect(differs('x', 1, 1.01, 0.02)).toBeUndefined()
    expect(differs('x', 1, 1.03, 0.02)).toBeDefined()
    expect(differs('x', 1.03, 1, 0.02)).toBeDefined()
    expect(differs('x', NaN, 1, 0.02)).toBeDefined()
  })
})

describe('SimulationError', () => {
  it('carries all problems and prints where each is', () => {
    const error = new SimulationError([
      {
        code: 'RATE_RANGE',
        file: 'a.yaml',
        line: 10,
        expected: 'a rate',
        got: '20',
        hint: 'write 20%',
      },
      { code: 'LEVER_UNKNOWN', expected: 'a lever', got: 'cap' },
    ])
    expect(error.code).toBe('RATE_RANGE')
    expect(error.problems).toHaveLength(2)
    expect(error.message).toBe(
      'a.yaml:10: RATE_RANGE: expected a rate, got 20 (write 20%)\n' +
        'LEVER_UNKNOWN: expected a lever, got cap',
    )
  })
})
