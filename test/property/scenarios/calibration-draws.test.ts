import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKey } from '../../../engine/stream.ts'
import type { MemberSet } from '../../../scenarios/calibrations/calibration.ts'
import { drawMember } from '../../../scenarios/calibrations/draw-member.ts'
import { toyCalibration } from '../../fixtures/toy-calibration.ts'

const seed = 20251001
const REPLICATES = 4000
const keys = Array.from({ length: REPLICATES }, (_, replicate) => makeKey('shares', replicate))

/** A set of one parameter whose values number its members. */
const numbered = (weights: readonly number[]): MemberSet => ({
  parameters: ['member'],
  members: weights.map((weight, m) => ({ weight, values: [m] })),
})
const drawn = (weights: readonly number[], among = keys): number[] => {
  const set = numbered(weights)
  return among.map((key) => drawMember(set, key)['member'])
}

describe('members of a calibration', () => {
  it('are drawn as often as they weigh, within three standard errors', () => {
    const { members } = toyCalibration
    const found = drawn(members.map(({ weight }) => weight))
    members.forEach(({ weight }, m) => {
      const share = found.filter((one) => one === m).length / REPLICATES
      const error = Math.sqrt((weight * (1 - weight)) / REPLICATES)
      expect(Math.abs(share - weight), `member ${m}`).toBeLessThan(3 * error)
    })
  })

  const some = keys.slice(0, 200)
  const weightsOf = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 })

  it('are drawn alike whatever their weights sum to', () => {
    fc.assert(
      fc.property(weightsOf, (weights) => {
        const doubled = weights.map((weight) => 2 * weight)
        expect(drawn(doubled, some)).toEqual(drawn(weights, some))
      }),
      { seed, numRuns: 30 },
    )
  })

  it('stay or give way to one that is added behind them: earlier ones never come instead of later', () => {
    fc.assert(
      fc.property(weightsOf, fc.integer({ min: 1, max: 50 }), (weights, more) => {
        const had = drawn(weights, some)
        const have = drawn([...weights, more], some)
        have.forEach((member, k) => expect(member).toBeGreaterThanOrEqual(had[k]))
      }),
      { seed, numRuns: 30 },
    )
  })

  it('are those of one replicate alone: others that are run leave them', () => {
    const set = numbered([1, 2, 3])
    const one = drawMember(set, makeKey('alone', 7))
    for (const replicate of [0, 1, 8]) drawMember(set, makeKey('alone', replicate))
    expect(drawMember(set, makeKey('alone', 7))).toEqual(one)
  })
})
