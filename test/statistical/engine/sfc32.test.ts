import { describe, expect, it } from 'vitest'
import { createSfc32, fillIndices, fillUniform } from '../../../engine/sfc32.ts'
import { chiSquareBound, FIVE_SIGMA } from '../../fixtures/bounds.ts'

const DRAWS = 400_000

/** Words of the generator as published, in whole numbers: a + b + counter, and what it leaves. */
function published(state: Int32Array, count: number): bigint[] {
  const word = (value: bigint): bigint => BigInt.asUintN(32, value)
  let [a, b, c, counter] = [...state].map((value) => word(BigInt(value)))
  return Array.from({ length: count }, () => {
    const out = word(a + b + counter)
    counter = word(counter + 1n)
    a = b ^ (b >> 9n)
    b = word(c + (c << 3n))
    c = word((word(c << 21n) | (c >> 11n)) + out)
    return out
  })
}

describe('sfc32', () => {
  it('is the published generator, 52 bits of two words to a number', () => {
    const words = published(createSfc32('words'), 400)
    const draws = new Float64Array(200)
    fillUniform(createSfc32('words'), draws)
    const bits = (i: number) => Number(((words[2 * i] >> 6n) << 26n) | (words[2 * i + 1] >> 6n))
    expect([...draws]).toEqual(Array.from(draws, (_, i) => (bits(i) + 0.5) / Number(1n << 52n)))
    const halves = new Int32Array(400)
    fillIndices(createSfc32('words'), halves, Number(1n << 31n))
    expect([...halves]).toEqual(words.map((one) => Number(one >> 1n)))
  })

  it('repeats itself by name and goes on where it stopped', () => {
    const whole = new Float64Array(10)
    fillUniform(createSfc32('a'), whole)
    const state = createSfc32('a')
    const parts = [new Float64Array(4), new Float64Array(6)]
    for (const part of parts) fillUniform(state, part)
    expect([...parts[0], ...parts[1]]).toEqual([...whole])
    const other = new Float64Array(10)
    fillUniform(createSfc32('b'), other)
    expect(other[0]).not.toBe(whole[0])
  })

  it('is uniform and uncorrelated from one draw to the next', () => {
    const draws = new Float64Array(DRAWS)
    fillUniform(createSfc32('uniform'), draws)
    const cells = new Float64Array(1024)
    let sum = 0
    for (let i = 0; i < DRAWS; i++) {
      cells[Math.floor(draws[i] * 1024)]++
      if (i > 0) sum += 12 * (draws[i] - 0.5) * (draws[i - 1] - 0.5)
    }
    let statistic = 0
    for (const count of cells) statistic += (count - DRAWS / 1024) ** 2 / (DRAWS / 1024)
    expect(statistic).toBeLessThan(chiSquareBound(1023))
    expect(Math.abs(sum / DRAWS)).toBeLessThan(FIVE_SIGMA / Math.sqrt(DRAWS))
  })

  it('draws indices evenly from 0 to below the size', () => {
    const indices = new Int32Array(DRAWS)
    fillIndices(createSfc32('indices'), indices, 37)
    const counts = new Float64Array(37)
    for (const index of indices) counts[index]++
    let statistic = 0
    for (const count of counts) statistic += (count - DRAWS / 37) ** 2 / (DRAWS / 37)
    expect(statistic).toBeLessThan(chiSquareBound(36))
  })
})
