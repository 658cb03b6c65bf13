import { describe, expect, it } from 'vitest'
import * as linking from '../../../engine/links.ts'

const { addLink, cloneLinks, copyLinks, createLinks, cutLink, indexLinks, slotOf } = linking

describe('links', () => {
  it('give a pair a slot once and for ever', () => {
    const links = createLinks(3, 4, 2)
    expect(slotOf(links, 1, 2)).toBe(-1)
    const slot = addLink(links, 1, 2)
    expect(links.from[slot]).toBe(1)
    expect(links.to[slot]).toBe(2)
    cutLink(links, slot)
    expect(links.active[slot]).toBe(0)
    expect(slotOf(links, 1, 2)).toBe(slot)
    expect(addLink(links, 1, 2)).toBe(slot)
    expect(links.active[slot]).toBe(1)
    expect(links.count).toBe(1)
  })

  it('grow beyond their capacity without losing a slot', () => {
    const links = createLinks(10, 10, 1)
    for (let a = 0; a < 10; a++) for (let b = 0; b < 10; b++) addLink(links, a, b)
    expect(links.count).toBe(100)
    expect(links.capacity).toBe(128)
    for (let a = 0; a < 10; a++) {
      for (let b = 0; b < 10; b++) expect(slotOf(links, a, b)).toBe(10 * a + b)
    }
  })

  it('list active slots of both sides in ascending order of the other side', () => {
    const links = createLinks(3, 3, 9)
    const pairs = [
      [2, 1],
      [0, 2],
      [2, 0],
      [0, 0],
      [1, 1],
    ]
    for (const [a, b] of pairs) addLink(links, a, b)
    cutLink(links, slotOf(links, 1, 1))
    indexLinks(links)
    expect([...links.fromStart]).toEqual([0, 2, 2, 4])
    expect([...links.fromSlots.subarray(0, 4)]).toEqual([3, 1, 2, 0])
    expect([...links.toStart]).toEqual([0, 2, 3, 4])
    expect([...links.toSlots.subarray(0, 4)]).toEqual([3, 2, 0, 1])
  })

  it('refuse ids that do not exist', () => {
    const links = createLinks(3, 4, 2)
    expect(() => addLink(links, 3, 0)).toThrow(RangeError)
    expect(() => addLink(links, 0, 4)).toThrow(RangeError)
    expect(() => addLink(links, -1, 0)).toThrow(RangeError)
  })

  it('copy into links of another capacity, independent of the original', () => {
    const links = createLinks(5, 5, 1)
    for (let a = 0; a < 5; a++) addLink(links, a, 4 - a)
    indexLinks(links)
    const clone = cloneLinks(links)
    const copy = createLinks(5, 5, 64)
    copyLinks(links, copy)
    expect(clone).toEqual(links)
    expect(copy).toEqual(links)
    addLink(clone, 0, 0)
    expect(slotOf(links, 0, 0)).toBe(-1)
    expect(() => copyLinks(links, createLinks(4, 5, 1))).toThrow(RangeError)
  })
})
