import { describe, expect, it } from 'vitest'
import { reweight, withinCovariance } from '../../../analysis/calibration/reweight.ts'
import { luck, observe } from '../../fixtures/toy-simulator.ts'

const MEMBERS = 40
const REPLICATES = 25
/** Two moments of variance 1 and correlation .6 around a mean of the member's own. */
const replications = {
  moments: 2,
  members: Array.from({ length: MEMBERS }, (_, k) =>
    Float64Array.from({ length: 2 * REPLICATES }, (_, place) => {
      const r = k * REPLICATES + Math.floor(place / 2)
      return place % 2 === 0 ? k / 10 + luck(r, 1) : 0.6 * luck(r, 1) + 0.8 * luck(r, 2)
    }),
  ),
}
const observed = observe([2, 0], 0.5)

describe('members judged again', () => {
  it('share the covariance of replicates within members, not of members', () => {
    const { entries } = withinCovariance(replications)
    const freedom = MEMBERS * (REPLICATES - 1)
    expect(Math.abs(entries[0] - 1)).toBeLessThan(3 * Math.sqrt(2 / freedom))
    expect(Math.abs(entries[1] - 0.6)).toBeLessThan(3 * Math.sqrt(1.36 / freedom))
  })

  it('share the covariance of all, whoever comes first', () => {
    const [still, ...rest] = replications.members
    const members = [still.map((_, place) => still[place % 2]), ...rest]
    const { entries } = withinCovariance({ moments: 2, members })
    const correlation = entries[1] / Math.sqrt(entries[0] * entries[3])
    expect(Math.abs(correlation - 0.6)).toBeLessThan((3 * 0.64) / Math.sqrt(MEMBERS * REPLICATES))
  })

  it('keep the weights of an emulator that was right', () => {
    const first = reweight(Array.from({ length: MEMBERS }, () => ({ weight: 1, logLikelihood: 0 })), replications, observed) // prettier-ignore
    const members = Array.from({ length: MEMBERS }, (_, k) => ({
      weight: 1 / MEMBERS,
      logLikelihood: first.logLikelihoods[k] + 7,
    }))
    const again = reweight(members, replications, observed)
    again.weights.forEach((weight) => expect(weight).toBeCloseTo(1 / MEMBERS, 10))
    expect(again.effectiveSize).toBeCloseTo(MEMBERS, 6)
  })

  it('lose weight where the emulator promised too much', () => {
    const members = Array.from({ length: MEMBERS }, () => ({ weight: 1 / MEMBERS, logLikelihood: 0 })) // prettier-ignore
    const { weights, means } = reweight(members, replications, observed)
    expect(weights.indexOf(Math.max(...weights))).toBeGreaterThan(12)
    expect(weights.indexOf(Math.max(...weights))).toBeLessThan(28)
    expect(weights[39]).toBeLessThan(weights[20])
    expect(Math.abs(means[0])).toBeLessThan(3 / Math.sqrt(REPLICATES))
  })

  it('that never define what was observed hardly count', () => {
    const members = replications.members.map((values, k) =>
      k === 20 ? values.map((value, place) => (place % 2 === 0 ? NaN : value)) : values,
    )
    const even = members.map(() => ({ weight: 1 / MEMBERS, logLikelihood: 0 }))
    const { weights, means } = reweight(even, { moments: 2, members }, observed)
    expect(means[40]).toBeNaN()
    expect(weights[20]).toBeLessThan(weights[19] / 10)
  })
})
