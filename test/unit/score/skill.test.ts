import { describe, expect, it } from 'vitest'
import { scoreTarget, type TargetScore } from '../../../analysis/score/score-target.ts'
import { LEAST_TARGETS, scoreFile, skillOf, verdictOf } from '../../../analysis/score/skill.ts'

const score = (crps: number, isScored = true): TargetScore => ({
  replicates: 10,
  defined: 10,
  isScored,
  mean: 0,
  low: 0,
  high: 0,
  inside: crps < 1,
  crps,
  interval: 2 * crps,
})
const many = (...crps: number[]): TargetScore[] => crps.map((one) => score(one))

describe('the score of a target', () => {
  const target = { observed: 10, sd: 2 }

  it('is counted in standard deviations of the observation', () => {
    const { mean, crps, interval, inside } = scoreTarget(target, [14, 14, 14])
    expect(mean).toBe(14)
    expect(crps).toBe(2)
    expect(interval).toBeCloseTo((20 * 4) / 2, 12)
    expect(inside).toBe(false)
  })

  it('leaves out replicates in which it is not defined, and counts them', () => {
    const found = scoreTarget(target, [NaN, 8, 12, NaN])
    expect(found).toMatchObject({ replicates: 4, defined: 2, isScored: true, mean: 10 })
    expect(found.inside).toBe(true)
  })

  it('is none where fewer than half of the replicates have it, or fewer than two', () => {
    for (const values of [[NaN, NaN, NaN, 9, 11], [9], [NaN, 9], []]) {
      const found = scoreTarget(target, values)
      expect(found.isScored).toBe(false)
      expect(found.inside).toBe(false)
      expect(found.crps).toBeNaN()
    }
  })
})

describe('the score of a file', () => {
  it('is the mean by weight of what counts and is scored', () => {
    const scores = [score(1), score(4), score(100), score(7, false)]
    const file = scoreFile(scores, [3, 1, 0, 5])
    expect(file.targets).toBe(2)
    expect(file.crps).toBeCloseTo((3 + 4) / 4, 12)
    expect(file.interval).toBeCloseTo((6 + 8) / 4, 12)
    expect(scoreFile([score(0.5), score(0.1), score(3), score(9)], [1, 1, 1, 0]).inside).toBe(2 / 3)
  })

  it('is not defined where nothing is scored', () => {
    expect(scoreFile([score(1, false)], [1]).crps).toBeNaN()
  })
})

describe('skill', () => {
  it('is one less the ratio of the scores, on the targets both have', () => {
    const skill = skillOf(
      [score(1), score(2), score(9)],
      [score(4), score(2), score(1, false)],
      [1, 1, 1],
      'a',
    )
    expect(skill).toMatchObject({
      targets: 2,
      forecast: 1.5,
      benchmark: 3,
      skill: 0.5,
      better: 1.5,
    })
    expect(verdictOf(skill)).toBe('unsureBetter')
  })

  it('is below 0 for the worse and above 0 for the better, whoever that is', () => {
    const [good, bad] = [many(1, 2), many(3, 1.5)]
    expect(verdictOf(skillOf(bad, good, [1, 1], 'a'))).toBe('notBetter')
    expect(verdictOf(skillOf(good, bad, [1, 1], 'a'))).not.toBe('notBetter')
    expect(verdictOf(skillOf(good, good, [1, 1], 'a'))).toBe('notBetter')
  })

  it('has an interval from eight targets on, the same every time', () => {
    const own = many(...Array.from({ length: LEAST_TARGETS }, (_, i) => 1 + 0.1 * i))
    const theirs = many(...own.map(({ crps }) => 2 * crps))
    const weights = own.map(() => 1)
    const skill = skillOf(own, theirs, weights, 'a')
    expect(skill.low).toBeCloseTo(0.5, 12)
    expect(skill.high).toBeCloseTo(0.5, 12)
    expect(verdictOf(skill)).toBe('better')
    expect(skillOf(own, theirs, weights, 'a')).toEqual(skill)
    expect(skillOf(own.slice(1), theirs.slice(1), weights.slice(1), 'a').low).toBeNaN()
  })

  it('is unsure where one target carries it all', () => {
    const own = many(...Array.from({ length: 12 }, () => 1))
    const theirs = many(...own.map((_, i) => (i === 0 ? 6 : 0.9)))
    const skill = skillOf(
      own,
      theirs,
      own.map(() => 1),
      'a',
    )
    expect(skill.skill).toBeGreaterThan(0)
    expect(skill.low).toBeLessThan(0)
    expect(skill.better).toBe(1)
    expect(verdictOf(skill)).toBe('unsureBetter')
  })

  it('says nothing where no target is shared', () => {
    expect(verdictOf(skillOf([score(1, false)], [score(1)], [1], 'a'))).toBe('unknown')
  })
})
