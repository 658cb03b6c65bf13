import { describe, expect, it } from 'vitest'
import { estimateMean } from '../../../analysis/statistics/interval.ts'
import {
  halfWidth,
  nextLook,
  shouldStop,
  widenToAsked,
} from '../../../analysis/statistics/stopping-looks.ts'

describe('looks', () => {
  it('begin at 40 or at the least asked, grow by half, and end at the most', () => {
    const looks = (least: number, most: number) => {
      const found = [nextLook(0, { least, most })]
      while (found.at(-1)! < most) found.push(nextLook(found.at(-1)!, { least, most }))
      return found
    }
    expect(looks(10, 400)).toEqual([40, 60, 90, 135, 203, 305, 400])
    expect(looks(100, 400)).toEqual([100, 150, 225, 338, 400])
    expect(looks(10, 20)).toEqual([20])
  })

  it('are the same after an interruption anywhere between them', () => {
    const rule = { least: 40, most: 400 }
    for (let n = 0; n < 400; n++)
      expect([40, 60, 90, 135, 203, 305, 400]).toContain(nextLook(n, rule))
    expect(nextLook(77, rule)).toBe(90)
    expect(nextLook(90, rule)).toBe(135)
    expect(nextLook(400, rule)).toBe(400)
  })
})

describe('stopping', () => {
  const rule = { halfWidths: { links: 20, cr5: 0.005 } }

  it('waits for every interval', () => {
    expect(shouldStop({ links: 20, cr5: 0.004, hhi: 9 }, rule)).toBe(true)
    expect(shouldStop({ links: 20.1, cr5: 0.004 }, rule)).toBe(false)
    expect(shouldStop({ links: 3, cr5: NaN }, rule)).toBe(false)
    expect(shouldStop({ links: 3 }, rule)).toBe(false)
  })

  it('reports no less than was asked for', () => {
    const estimate = estimateMean([1, 2, 3, 4, 5])
    const own = halfWidth(estimate)
    expect(widenToAsked(estimate, own / 2)).toBe(estimate)
    const wide = widenToAsked(estimate, 5)
    expect([wide.low, wide.high, wide.mean, wide.sd]).toEqual([-2, 8, 3, estimate.sd])
    expect(widenToAsked(estimateMean([3, 3]), 5)).toMatchObject({ low: 3, high: 3 })
    expect(widenToAsked(estimateMean([3]), 5).low).toBeNaN()
  })
})
