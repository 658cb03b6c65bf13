import { describe, expect, it } from 'vitest'
import { agentPhase } from '../../../engine/agent-phase.ts'
import type { Activation } from '../../../engine/agent-phase.ts'
import type { Context } from '../../../engine/phase.ts'
import { makeKey } from '../../../engine/stream.ts'

interface Diary {
  readonly size: number
  readonly lines: string[]
}

function contextOf(period: number, seed = 'order'): Context {
  return { key: makeKey(seed, 0), period, start: '2024-11' }
}

function keep(activation: Activation, size: number, context: Context, apply = true): string[] {
  const phase = agentPhase<Diary>({
    id: 'test.writeDiary',
    label: { en: 'Write', zh: '记录' },
    activation,
    count: (diary) => diary.size,
    visit: (diary, agent) => diary.lines.push(`${agent}`),
    ...(apply
      ? { apply: (diary: Diary, agent: number) => void diary.lines.push(`=${agent}`) }
      : {}),
  })
  const diary = { size, lines: [] }
  phase.run(diary, context)
  return diary.lines
}

function orderOf(activation: Activation, size: number, context: Context): number[] {
  return keep(activation, size, context, false).map(Number)
}

describe('agentPhase', () => {
  it('applies each decision at once, except under synchronous activation', () => {
    expect(keep('fixed', 3, contextOf(0))).toEqual(['0', '=0', '1', '=1', '2', '=2'])
    expect(keep('synchronous', 3, contextOf(0))).toEqual(['0', '1', '2', '=0', '=1', '=2'])
  })

  it('visits everyone once in an order of its own each period when shuffled', () => {
    const orders = [0, 1, 2].map((period) => orderOf('shuffled', 50, contextOf(period)))
    for (const order of orders) {
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i))
    }
    expect(new Set(orders.map(String)).size).toBe(3)
    expect(orderOf('shuffled', 50, contextOf(0))).toEqual(orders[0])
  })

  it('keeps the order of the others when a newcomer joins a shuffle', () => {
    const before = orderOf('shuffled', 50, contextOf(7))
    const after = orderOf('shuffled', 51, contextOf(7))
    expect(after.filter((agent) => agent < 50)).toEqual(before)
  })

  it('takes as many turns as agents at random, some of them twice', () => {
    const turns = orderOf('random', 200, contextOf(3))
    expect(turns).toHaveLength(200)
    expect(turns.every((agent) => agent >= 0 && agent < 200)).toBe(true)
    expect(new Set(turns).size).toBeLessThan(200)
    expect(orderOf('random', 200, contextOf(3))).toEqual(turns)
  })

  it('numbers the turns from 0 in every regime', () => {
    for (const activation of ['fixed', 'shuffled', 'random', 'synchronous'] as const) {
      const turns: number[] = []
      const phase = agentPhase<null>({
        id: 'test.count',
        label: { en: 'Count', zh: '计数' },
        activation,
        count: () => 4,
        visit: (_market, _agent, _context, turn) => turns.push(turn),
      })
      phase.run(null, contextOf(0))
      expect(turns).toEqual([0, 1, 2, 3])
    }
  })
})
