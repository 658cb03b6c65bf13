import { describe, expect, it } from 'vitest'
import { bestPolicies } from '../../../analysis/statistics/best-policies.ts'
import { normalQuantile } from '../../../engine/numerics/normal.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'

const TRIALS = 1000
const FEWER_TRIALS = 200
const REPLICATES = 30
const DRAWS = 300
/** Standard deviation of what policies share, three times that of what is their own. */
const SHARED = 1.5
const OWN = [0.5, 0.6, 0.7, 0.4, 0.5]

/** Shares of trials in which all intervals hold, and in which the best is among those named. */
function coverageOf(truth: readonly number[], name: string, trials = TRIALS) {
  const generator = createSfc32(`best-policies|${name}`)
  const draws = new Float64Array(REPLICATES * (truth.length + 1))
  const best = truth.indexOf(Math.max(...truth))
  const differences = truth.map((value, i) => value - Math.max(...truth.toSpliced(i, 1)))
  let all = 0
  let named = 0
  let size = 0
  for (let trial = 0; trial < trials; trial++) {
    fillUniform(generator, draws)
    const values = truth.map((value, i) =>
      Float64Array.from({ length: REPLICATES }, (_, r) => {
        const at = r * (truth.length + 1)
        const shared = SHARED * normalQuantile(draws[at + truth.length])
        return value + shared + OWN[i] * normalQuantile(draws[at + i])
      }),
    )
    const found = bestPolicies(values, 'higher', `${name}|${trial}`, DRAWS)
    if (
      found.standings.every(({ low, high }, i) => low <= differences[i] && differences[i] <= high)
    ) {
      all++
    }
    if (found.mayBeBest.includes(best)) named++
    size += found.mayBeBest.length / trials
  }
  return { all: all / trials, named: named / trials, size }
}

/** Three standard errors of a share of `trials` that is 95%. */
const noiseOf = (trials: number) => 3 * Math.sqrt((0.95 * 0.05) / trials)

describe('which policy is best, under common draws', () => {
  it('is right about all policies at once in at least 93% of 1,000 trials, none being better', () => {
    const { all, named } = coverageOf([0, 0, 0, 0, 0], 'equal')
    expect(all).toBeGreaterThanOrEqual(0.93)
    // Not far above what was promised: intervals that always hold would say nothing.
    expect(all).toBeLessThan(0.985)
    expect(named).toBeGreaterThanOrEqual(0.95 - noiseOf(TRIALS))
  })

  it('names the true best among ever fewer, the further it is ahead', () => {
    const close = coverageOf([0, 0.1, 0.2, 0.3, 0.4], 'close', FEWER_TRIALS)
    expect(close.all).toBeGreaterThanOrEqual(0.95 - noiseOf(FEWER_TRIALS))
    expect(close.named).toBeGreaterThanOrEqual(0.95 - noiseOf(FEWER_TRIALS))
    expect(close.size).toBeLessThan(4.5)
    const far = coverageOf([0, 0, 0, 0, 1.2], 'far', FEWER_TRIALS)
    expect(far.named).toBeGreaterThanOrEqual(0.95 - noiseOf(FEWER_TRIALS))
    expect(far.size).toBeLessThan(1.1)
  })
})
