import { describe, expect, it } from 'vitest'
import { log } from '../../../engine/numerics/log.ts'
import { makeKey, purpose, uniform } from '../../../engine/stream.ts'
import type { Key } from '../../../engine/stream.ts'
import { chiSquareBound, FIVE_SIGMA } from '../../fixtures/bounds.ts'

const DRAWS = 200_000
const TWO_42 = 4398046511104
const key = makeKey('statistics', 0)
const demand = purpose('test.demand')

/** Ways in which draws can be neighbours: which word of the name moves from one to the next. */
const directions: Record<string, (i: number) => number> = {
  agents: (i) => uniform(key, demand, i, 0, 0),
  counterparts: (i) => uniform(key, demand, 7, i, 0),
  periods: (i) => uniform(key, demand, 7, 0, i - DRAWS / 2),
  purposes: (i) => uniform(key, demand + i, 7, 0, 0),
  keys: (i) => uniform(moved(i), demand, 7, 0, 0),
  'agents and periods': (i) => uniform(key, demand, i % 450, 0, Math.floor(i / 450)),
  'pairs of agents and counterparts': (i) => uniform(key, demand, i % 450, Math.floor(i / 450), 0),
}

/** The key with every word moved: each lane reads two of them, and real keys differ in all. */
function moved(i: number): Key {
  return { a: key.a + i, b: key.b + i, c: key.c + i, d: key.d + i }
}

/** Draws made with keys of neighbouring seeds and replicates, which are expensive to make. */
function drawsOfSeeds(count: number, keyAt: (i: number) => Key): number[] {
  return Array.from({ length: count }, (_, i) => uniform(keyAt(i), demand, 7, 0, 0))
}

/** Pearson's statistic of counts that should all be equal. */
function chiSquare(counts: Float64Array, total: number): number {
  const expected = total / counts.length
  let sum = 0
  for (const count of counts) sum += (count - expected) ** 2 / expected
  return sum
}

function correlation(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i] - 0.5) * (y[i] - 0.5)
  return (12 * sum) / x.length
}

function drawsOf(draw: (i: number) => number): Float64Array {
  return Float64Array.from({ length: DRAWS }, (_, i) => draw(i))
}

describe.each(Object.entries(directions))('draws of neighbouring %s', (_name, draw) => {
  const draws = drawsOf(draw)

  it('fall evenly into 1,024 cells, by their high and by their low bits', () => {
    const cells = 1024
    const high = new Float64Array(cells)
    const low = new Float64Array(cells)
    for (const u of draws) {
      high[Math.floor(u * cells)]++
      low[Math.floor(((u * TWO_42) % 1) * cells)]++
    }
    expect(chiSquare(high, DRAWS)).toBeLessThan(chiSquareBound(cells - 1))
    expect(chiSquare(low, DRAWS)).toBeLessThan(chiSquareBound(cells - 1))
  })

  it('fall evenly into cells in pairs', () => {
    const side = 32
    const cells = new Float64Array(side * side)
    for (let i = 0; i + 1 < DRAWS; i += 2) {
      cells[Math.floor(draws[i] * side) * side + Math.floor(draws[i + 1] * side)]++
    }
    expect(chiSquare(cells, DRAWS / 2)).toBeLessThan(chiSquareBound(side * side - 1))
  })

  it('have the mean and variance of the uniform', () => {
    let sum = 0
    let squares = 0
    for (const u of draws) {
      sum += u - 0.5
      squares += (u - 0.5) ** 2
    }
    expect(Math.abs(sum / DRAWS)).toBeLessThan(FIVE_SIGMA * Math.sqrt(1 / 12 / DRAWS))
    const variance = squares / DRAWS - 1 / 12
    expect(Math.abs(variance)).toBeLessThan(FIVE_SIGMA * Math.sqrt(1 / 180 / DRAWS))
  })

  it('are uncorrelated at small and at power-of-two distances', () => {
    for (const lag of [1, 2, 3, 5, 16, 256, 4096, 65536]) {
      const r = correlation(draws.subarray(0, DRAWS - lag), draws.subarray(lag))
      expect(Math.abs(r)).toBeLessThan(FIVE_SIGMA / Math.sqrt(DRAWS - lag))
    }
  })
})

describe('draws of neighbouring seeds and replicates', () => {
  it('fall evenly into cells and are uncorrelated', () => {
    const count = 20_000
    for (const draws of [
      drawsOfSeeds(count, (i) => makeKey('42', i)),
      drawsOfSeeds(count, (i) => makeKey(String(i), 0)),
    ]) {
      const cells = new Float64Array(128)
      for (const u of draws) cells[Math.floor(u * 128)]++
      expect(chiSquare(cells, count)).toBeLessThan(chiSquareBound(127))
      const x = Float64Array.from(draws)
      const r = correlation(x.subarray(1), x.subarray(0, count - 1))
      expect(Math.abs(r)).toBeLessThan(FIVE_SIGMA / Math.sqrt(count))
    }
  })
})

describe('streams', () => {
  it('are uncorrelated across purposes, agents, periods and keys', () => {
    const stream = (k: Key, p: number, agent: number, period: number) =>
      drawsOf((i) => uniform(k, p, agent, i, period))
    const base = stream(key, demand, 7, 3)
    for (const other of [
      stream(key, purpose('test.default'), 7, 3),
      stream(key, demand, 8, 3),
      stream(key, demand, 7, 4),
      stream(key, demand, 3, 7),
      stream(makeKey('statistics', 1), demand, 7, 3),
    ]) {
      expect(Math.abs(correlation(base, other))).toBeLessThan(FIVE_SIGMA / Math.sqrt(DRAWS))
    }
  })

  it('never repeat a draw among a million agents and months', () => {
    const draws = new Float64Array(1_000_000)
    for (let i = 0; i < draws.length; i++) {
      draws[i] = uniform(key, demand, i % 8192, 0, Math.floor(i / 8192))
    }
    draws.sort()
    let repeats = 0
    for (let i = 1; i < draws.length; i++) if (draws[i] === draws[i - 1]) repeats++
    expect(repeats).toBe(0)
  })

  it('repeat their high half among a million names as often as chance would', () => {
    const cells = 67108864
    const halves = new Float64Array(1_000_000)
    for (let i = 0; i < halves.length; i++) {
      halves[i] = Math.floor(uniform(key, demand, i % 8192, 0, Math.floor(i / 8192)) * cells)
    }
    halves.sort()
    let repeats = 0
    for (let i = 1; i < halves.length; i++) if (halves[i] === halves[i - 1]) repeats++
    const expected = halves.length - cells * (1 - Math.exp(-halves.length / cells))
    expect(Math.abs(repeats - expected)).toBeLessThan(FIVE_SIGMA * Math.sqrt(expected))
  })
})

describe('avalanche', () => {
  it('flips each of the 52 bits half of the time when one bit of a name changes', () => {
    const names = 4000
    for (const word of ['purpose', 'agent', 'counterpart', 'period'] as const) {
      for (const bit of [0, 1, 7, 15, 16, 30, 31]) {
        const flips = new Float64Array(52)
        for (let i = 0; i < names; i++) {
          const name = { purpose: demand, agent: i, counterpart: i % 31, period: i % 60 }
          const before = drawOf(name)
          const after = drawOf({ ...name, [word]: name[word] ^ (1 << bit) })
          const changed =
            BigInt(Math.floor(before / Number.EPSILON)) ^ BigInt(Math.floor(after / Number.EPSILON))
          for (let place = 0; place < 52; place++) {
            flips[place] += Number((changed >> BigInt(place)) & 1n)
          }
        }
        for (const count of flips) {
          // 28 × 52 comparisons: six standard errors is one false alarm in 300,000 runs.
          expect(Math.abs(count - names / 2)).toBeLessThan(6 * Math.sqrt(names / 4))
        }
      }
    }
  })
})

interface Name {
  readonly purpose: number
  readonly agent: number
  readonly counterpart: number
  readonly period: number
}

function drawOf(name: Name): number {
  return uniform(key, name.purpose, name.agent, name.counterpart, name.period)
}

describe('tails', () => {
  it('are as heavy as they should be: −ln u has mean 1', () => {
    let sum = 0
    for (let i = 0; i < DRAWS; i++) sum -= log(uniform(key, demand, 99, i, 5))
    expect(Math.abs(sum / DRAWS - 1)).toBeLessThan(FIVE_SIGMA / Math.sqrt(DRAWS))
  })
})
