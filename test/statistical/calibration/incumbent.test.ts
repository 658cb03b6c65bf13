import { describe, expect, it } from 'vitest'
import { incumbentOf } from '../../../analysis/calibration/incumbent.ts'
import { mean, standardDeviation } from '../../../analysis/statistics/moments.ts'
import { luck, observe } from '../../fixtures/toy-simulator.ts'

const TRIALS = 200
const CANDIDATES = 30
const REPLICATES = 20
const observed = observe([0], 0.1)
/** Candidate 0 fits; the others are off by a little more each, less than the luck of one replicate. */
const centre = (k: number): number => 0.1 * k
/** Log-likelihood of a candidate known exactly, up to a constant. */
const fit = (value: number): number => (-value * value) / (2 * (1 + 0.01))

describe('the best of a noisy search', () => {
  it('is not the luckiest: fresh replicates choose, and others than those tell how good it is', () => {
    const searched: number[] = []
    const overstated: number[] = []
    const chosen: number[] = []
    const promised: number[] = []
    const told: number[] = []
    for (let t = 0; t < TRIALS; t++) {
      const believed = Array.from({ length: CANDIDATES }, (_, k) =>
        fit(centre(k) + luck(t * CANDIDATES + k, 3)),
      )
      const members = Array.from({ length: CANDIDATES }, (_, k) =>
        Float64Array.from(
          { length: REPLICATES },
          (_, r) => centre(k) + luck((t * CANDIDATES + k) * REPLICATES + r, 4),
        ),
      )
      const winner = believed.indexOf(Math.max(...believed))
      const incumbent = incumbentOf(believed, { moments: 1, members }, observed)
      searched.push(centre(winner))
      overstated.push(believed[winner] - (fit(centre(winner)) + fit(1)))
      chosen.push(centre(incumbent.member))
      expect(incumbent.believed).toBe(believed[incumbent.member])
      promised.push(incumbent.chosenAt - expectedFit(incumbent.member))
      told.push(incumbent.logLikelihood - expectedFit(incumbent.member))
    }
    expect(mean(chosen)).toBeLessThan(mean(searched) / 2)
    // The search promises what one replicate of its winner does not keep.
    expect(mean(overstated)).toBeGreaterThan(
      (5 * standardDeviation(overstated)) / Math.sqrt(TRIALS),
    )
    // What chose it flatters it; what tells of it does not.
    const standardError = standardDeviation(told) / Math.sqrt(TRIALS)
    expect(Math.abs(mean(told))).toBeLessThan(3 * standardError)
    expect(mean(promised)).toBeGreaterThan(5 * standardError)
  })
})

/** Expected log-likelihood by the mean of ten replicates of variance 1 each. */
function expectedFit(member: number): number {
  const variance = 1 + 1 / 10 + 0.01
  return -(centre(member) * centre(member) + 1 / 10) / (2 * variance) - Math.log(variance) / 2
}
