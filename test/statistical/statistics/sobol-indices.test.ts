import { describe, expect, it } from 'vitest'
import { saltelliPoints } from '../../../analysis/statistics/saltelli-points.ts'
import { sobolIndices } from '../../../analysis/statistics/sobol-indices.ts'
import { ISHIGAMI_FIRST, ISHIGAMI_TOTAL, ishigami } from './ishigami.ts'

const INPUTS = 3
const WITHIN = 0.02

describe('Sobol indices of the Ishigami function', () => {
  it('have the values published for it', () => {
    expect(ISHIGAMI_FIRST.map((share) => share.toFixed(4))).toEqual(['0.3139', '0.4424', '0.0000'])
    expect(ISHIGAMI_TOTAL.map((share) => share.toFixed(4))).toEqual(['0.5576', '0.4424', '0.2437'])
  })

  it('are found within .02 at 4,096 base points, and are settled by then', () => {
    const found = sobolIndices(ishigami(saltelliPoints(4096, INPUTS, 'v12')), INPUTS, 'v12', 200)
    found.forEach(({ first, total }, i) => {
      expect(Math.abs(first.share - ISHIGAMI_FIRST[i])).toBeLessThan(WITHIN)
      expect(Math.abs(total.share - ISHIGAMI_TOTAL[i])).toBeLessThan(WITHIN)
      expect([first.converged, total.converged]).toEqual([true, true])
    })
  })

  it('lie in their intervals in at least 93% of 200 repeats, each index by itself', () => {
    const REPEATS = 200
    const covered = new Array<number>(2 * INPUTS).fill(0)
    let settled = 0
    for (let k = 0; k < REPEATS; k++) {
      const seed = `coverage ${k}`
      const found = sobolIndices(ishigami(saltelliPoints(256, INPUTS, seed)), INPUTS, seed, 400)
      found.forEach(({ first, total }, i) => {
        if (first.low <= ISHIGAMI_FIRST[i] && ISHIGAMI_FIRST[i] <= first.high) covered[i]++
        const whole = ISHIGAMI_TOTAL[i]
        if (total.low <= whole && whole <= total.high) covered[INPUTS + i]++
        if (first.converged) settled++
      })
    }
    expect(Math.min(...covered) / REPEATS).toBeGreaterThanOrEqual(0.93)
    expect(settled).toBe(0)
  })
})
