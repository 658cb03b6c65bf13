import { describe, expect, it } from 'vitest'
import { inputColumn } from '../../../analysis/statistics/input-columns.ts'
import { ACCEPTED_CHANCE, prim } from '../../../analysis/statistics/prim.ts'
import { SLICE } from '../../../analysis/statistics/peel.ts'
import { binomialUpperTail } from '../../../analysis/statistics/quasi-p-value.ts'
import { intPow } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { latinHypercubePoints } from '../../../scenarios/design/latin-hypercube.ts'

const INPUTS = 5

function casesOf(n: number, seed: string) {
  const points = latinHypercubePoints(n, INPUTS, seed)
  return Array.from({ length: INPUTS }, (_, i) =>
    inputColumn(
      `x${i}`,
      Array.from({ length: n }, (_, j) => points[INPUTS * j + i]),
    ),
  )
}

function luckOf(n: number, seed: string): Float64Array {
  const luck = new Float64Array(n)
  fillUniform(createSfc32(`luck ${seed}`), luck)
  return luck
}

/** A box with three sides: .3 < x0 < .8, x1 < .5. */
const SIDES = 3
const isPlanted = (x0: number, x1: number): boolean => x0 > 0.3 && x0 < 0.8 && x1 < 0.5

describe('PRIM', () => {
  it.each([0, 0.1])('recovers a planted box with a share of %f labels turned', (turned) => {
    const n = 400
    const inputs = casesOf(n, 'planted')
    const luck = luckOf(n, 'planted')
    const inside = Array.from(luck, (_, j) => isPlanted(inputs[0].values[j], inputs[1].values[j]))
    const interest = Uint8Array.from(inside, (one, j) => Number(one !== luck[j] < turned))
    const { boxes, ofInterest } = prim(inputs, interest, 'planted')
    const [{ restrictions, quality, byChance }] = boxes
    expect(restrictions.map(({ input }) => input)).toEqual([0, 1])
    expect(restrictions[0].low).toBeGreaterThan(0)
    expect(restrictions[0].high).toBeLessThan(1)
    expect(restrictions[1].low).toBe(-Infinity)
    expect(byChance).toBe(0.005)

    // Each side lies within one slice of where it was planted; turned labels cost what they cost the
    // planted box itself.
    const planted = inside.filter(Boolean).length
    const kept = inside.filter((one, j) => one && interest[j] === 1).length
    const least = intPow(1 - SLICE, SIDES)
    expect(quality.density).toBeGreaterThanOrEqual(least * (kept / planted))
    expect(quality.coverage).toBeGreaterThanOrEqual(least * (kept / ofInterest))
  })

  it('finds a box in noise no more often than it accepts', () => {
    const TRIALS = 60
    let found = 0
    for (let t = 0; t < TRIALS; t++) {
      const inputs = casesOf(100, `noise ${t}`)
      const interest = Uint8Array.from(luckOf(100, `noise ${t}`), (u) => Number(u < 0.3))
      if (prim(inputs, interest, `noise ${t}`, 1, 59).boxes.length > 0) found++
    }
    expect(binomialUpperTail(found, TRIALS, ACCEPTED_CHANCE)).toBeGreaterThan(0.001)
  })
})
