import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLink, createLinks, cutLink, indexLinks, slotOf } from '../../../engine/links.ts'
import type { Links } from '../../../engine/links.ts'

const FROM = 7
const TO = 5

/** Any history of adding and cutting links. */
const history = fc.array(fc.tuple(fc.boolean(), fc.nat(FROM - 1), fc.nat(TO - 1)), {
  maxLength: 120,
})

function slotsOf(start: Int32Array, slots: Int32Array, id: number): number[] {
  return [...slots.subarray(start[id], start[id + 1])]
}

function replay(steps: readonly (readonly [boolean, number, number])[]): [Links, Set<string>] {
  const links = createLinks(FROM, TO, 1)
  const active = new Set<string>()
  for (const [add, from, to] of steps) {
    if (add) {
      addLink(links, from, to)
      active.add(`${from}-${to}`)
    } else if (slotOf(links, from, to) >= 0) {
      cutLink(links, slotOf(links, from, to))
      active.delete(`${from}-${to}`)
    }
  }
  indexLinks(links)
  return [links, active]
}

describe('links', () => {
  it('list exactly the pairs of a plain set, sorted, from both sides', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [links, active] = replay(steps)
        for (let from = 0; from < FROM; from++) {
          const found = slotsOf(links.fromStart, links.fromSlots, from)
          const expected = [...Array(TO).keys()].filter((to) => active.has(`${from}-${to}`))
          expect(found.map((slot) => links.to[slot])).toEqual(expected)
          expect(found.every((slot) => links.from[slot] === from)).toBe(true)
        }
        for (let to = 0; to < TO; to++) {
          const found = slotsOf(links.toStart, links.toSlots, to)
          const expected = [...Array(FROM).keys()].filter((from) => active.has(`${from}-${to}`))
          expect(found.map((slot) => links.from[slot])).toEqual(expected)
          expect(found.every((slot) => links.to[slot] === to)).toBe(true)
        }
      }),
      { seed: 20251001 },
    )
  })

  it('never give two pairs the same slot', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [links] = replay(steps)
        const pairs = new Set<string>()
        for (let slot = 0; slot < links.count; slot++) {
          pairs.add(`${links.from[slot]}-${links.to[slot]}`)
          expect(slotOf(links, links.from[slot], links.to[slot])).toBe(slot)
        }
        expect(pairs.size).toBe(links.count)
      }),
      { seed: 20251001 },
    )
  })
})
