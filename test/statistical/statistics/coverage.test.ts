import { describe, expect, it } from 'vitest'
import { bootstrapMean } from '../../../analysis/statistics/bootstrap-mean.ts'
import { log, normalQuantile } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { comparePairs } from '../../../analysis/statistics/paired.ts'

const TRIALS = 1000
const PAIRS = 12
const TRUE_CHANGE = -0.3

describe('paired intervals', () => {
  it('cover a known difference in 93 to 97% of 1,000 trials, and common draws pay', () => {
    const generator = createSfc32('paired-coverage')
    const draws = new Float64Array(3 * PAIRS)
    let covered = 0
    let reduction = 0
    for (let trial = 0; trial < TRIALS; trial++) {
      fillUniform(generator, draws)
      const baseline = new Float64Array(PAIRS)
      const reform = new Float64Array(PAIRS)
      for (let i = 0; i < PAIRS; i++) {
        const shared = 3 * normalQuantile(draws[3 * i])
        baseline[i] = shared + 0.5 * normalQuantile(draws[3 * i + 1])
        reform[i] = shared + TRUE_CHANGE + 0.5 * normalQuantile(draws[3 * i + 2])
      }
      const { change, varianceReduction } = comparePairs(baseline, reform)
      if (change.low <= TRUE_CHANGE && TRUE_CHANGE <= change.high) covered++
      reduction += varianceReduction / TRIALS
    }
    expect(covered / TRIALS).toBeGreaterThanOrEqual(0.93)
    expect(covered / TRIALS).toBeLessThanOrEqual(0.97)
    // Variances 9.25 + 9.25 against 0.5: 37 on average, more by the skew of a ratio.
    expect(reduction).toBeGreaterThan(30)
    expect(reduction).toBeLessThan(60)
  })
})

describe('bootstrap intervals of the mean difference', () => {
  const RESAMPLES = 400
  const ENOUGH = 40

  it.each([
    ['normal', normalQuantile],
    ['skewed', (u: number) => -log(1 - u) - 1],
  ])('cover a known one in 930 to 970 of 1,000 trials with %s noise', (name, shape) => {
    const generator = createSfc32(`bootstrap-coverage|${name}`)
    const draws = new Float64Array(ENOUGH)
    let covered = 0
    for (let trial = 0; trial < TRIALS; trial++) {
      fillUniform(generator, draws)
      const difference = draws.map((u) => TRUE_CHANGE + 0.5 * shape(u))
      const { low, high } = bootstrapMean(difference, `${name}|${trial}`, RESAMPLES)
      if (low <= TRUE_CHANGE && TRUE_CHANGE <= high) covered++
    }
    expect(covered / TRIALS).toBeGreaterThanOrEqual(0.93)
    expect(covered / TRIALS).toBeLessThanOrEqual(0.97)
  })
})
