import { describe, expect, it } from 'vitest'
import { estimateMean } from '../../../analysis/statistics/interval.ts'
import {
  halfWidth,
  nextLook,
  shouldStop,
  widenToAsked,
} from '../../../analysis/statistics/stopping-looks.ts'
import { log, normalQuantile } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'

const TRIALS = 1000
const MOST = 400
const TRUTH = -0.3
/** Pairs that the half-width asked for takes: fewer than the first look, a few times it, many. */
const NEEDED = [15, 60, 150]

/** Distributions of a paired difference around 0 with standard deviation 1. */
const SHAPES: Readonly<Record<string, (u: number) => number>> = {
  'normal differences': normalQuantile,
  'differences with a long tail up': (u) => -log(1 - u) - 1,
  'differences with a long tail down': (u) => 1 + log(u),
}

/** Shares of runs whose interval holds the truth: as reported, and as it would be uncorrected. */
function coverageOf(shape: (u: number) => number, needed: number, name: string) {
  const asked = 1.96 / Math.sqrt(needed)
  const rule = { least: 10, most: MOST, halfWidths: { links: asked } }
  const generator = createSfc32(`stopping|${name}|${needed}`)
  const draws = new Float64Array(MOST)
  let reported = 0
  let pairs = 0
  let careless = 0
  const holds = ({ low, high }: { low: number; high: number }) => low <= TRUTH && TRUTH <= high
  for (let trial = 0; trial < TRIALS; trial++) {
    fillUniform(generator, draws)
    const values = draws.map((u) => TRUTH + shape(u))
    let n = nextLook(0, rule)
    let estimate = estimateMean(values.subarray(0, n))
    while (n < MOST && !shouldStop({ links: halfWidth(estimate) }, rule)) {
      n = nextLook(n, rule)
      estimate = estimateMean(values.subarray(0, n))
    }
    if (holds(n < MOST ? widenToAsked(estimate, asked) : estimate)) reported++
    if (holds(estimateMean(values.subarray(0, carelessEnd(values, asked))))) careless++
    pairs += n / TRIALS
  }
  return { reported: reported / TRIALS, careless: careless / TRIALS, pairs }
}

/** Where a run ends that looks from 10 pairs on, by the rule of thumb 1.96·sd/√n. */
function carelessEnd(values: Float64Array, asked: number): number {
  let sum = 0
  let squares = 0
  for (let n = 1; n <= MOST; n++) {
    sum += values[n - 1]
    squares += values[n - 1] * values[n - 1]
    const sd = Math.sqrt((squares - (sum * sum) / n) / (n - 1))
    if (n >= 10 && (1.96 * sd) / Math.sqrt(n) <= asked) return n
  }
  return MOST
}

describe.each(Object.entries(SHAPES))('a run stopped by its rule, with %s,', (name, shape) => {
  it.each(NEEDED)('keeps coverage at 93% or more in 1,000 runs that need %i pairs', (needed) => {
    const { reported, pairs } = coverageOf(shape, needed, name)
    expect(reported).toBeGreaterThanOrEqual(0.93)
    expect(pairs).toBeLessThan(Math.max(50, 1.5 * needed + 10))
  })
})

describe('a run that stops at its first narrow interval', () => {
  it('would not keep it', () => {
    const { careless } = coverageOf(SHAPES['differences with a long tail up'], 60, 'careless')
    expect(careless).toBeLessThan(0.9)
  })
})
