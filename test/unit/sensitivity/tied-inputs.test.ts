import { describe, expect, it } from 'vitest'
import { tiedInputs, tiedPairs } from '../../../analysis/sensitivity/tied-inputs.ts'
import { inputWords } from '../../../analysis/words/input-value.ts'
import { tiedSentence } from '../../../analysis/words/tied-inputs.ts'
import { sensitivity } from '../../../bin/commands/sensitivity.ts'
import type { Calibration } from '../../../scenarios/calibrations/calibration.ts'
import { spoken } from './spoken.ts'
import { sweptFolder } from './swept-toy.ts'

/**
 * Weights 1/2, 1/4, 1/4. By hand, with x = 0, 2, 4 of mean 1.5 and variance 2.75:
 *
 *     y = 1, 3, 5    covariance 2.75, variance 2.75        correlation 1
 *     z = 5, 3, 3    mean 4, variance 1, covariance −1.5   correlation −1.5 ÷ √2.75 = −0.9045
 *     v = 0, 4, 0    mean 1, variance 3, covariance 0.5    correlation 0.1741 with x and y,
 *                                                          −1 ÷ √3 = −0.5774 with z
 *
 * With equal weights z would go with x by −0.866, and v with x by 0.
 */
const set: Calibration = {
  id: 'by-hand',
  title: { en: 'By hand', zh: '手算' },
  parameters: ['markupScale', 'planningHorizon', 'choiceNoise', 'legacyCost', 'capacityDispersion'],
  members: [
    { weight: 0.5, values: [0, 1, 5, 0, 0.4] },
    { weight: 0.25, values: [2, 3, 3, 4, 0.4] },
    { weight: 0.25, values: [4, 5, 3, 0, 0.4] },
  ],
  obtained: {},
  shown: {},
}
const calibrations = { 'by-hand': set }
const point = { calibration: 'by-hand', parameterOverrides: {} }

describe('inputs that a calibration ties together', () => {
  it('are pairs whose weighted correlation is beyond 0.7 either way, the closest first', () => {
    const [first, ...opposed] = tiedPairs(set)
    expect([first.one, first.other]).toEqual(['markupScale', 'planningHorizon'])
    expect(first.correlation).toBeCloseTo(1, 12)
    expect(opposed.map(({ one, other }) => [one, other])).toEqual([
      ['markupScale', 'choiceNoise'],
      ['planningHorizon', 'choiceNoise'],
    ])
    for (const { correlation } of opposed) {
      expect(correlation).toBeCloseTo(-1.5 / Math.sqrt(2.75), 12)
    }
  })

  it('are only those that the scenario leaves to the calibration', () => {
    const stated = { ...point, parameterOverrides: { planningHorizon: 12 } }
    expect(tiedInputs(stated, calibrations)!.pairs.map(({ other }) => other)).toEqual([
      'choiceNoise',
    ])
  })

  it('are none where nothing, or one parameter alone, is drawn from a calibration', () => {
    expect(tiedInputs({ parameterOverrides: {} }, calibrations)).toBeUndefined()
    const [, ...others] = set.parameters
    const parameterOverrides = Object.fromEntries(others.map((id) => [id, 1]))
    expect(tiedInputs({ ...point, parameterOverrides }, calibrations)).toBeUndefined()
  })
})

describe('what is said of shares that overlap', () => {
  const tied = tiedInputs(point, calibrations)!

  it('names the pairs and their direction, in both languages', () => {
    expect(tiedSentence(tied, inputWords([], 'en'), 'en')).toMatch(
      /^Shares of inputs drawn from the calibrated set by-hand overlap, because the data tie these inputs together; with a correlation beyond ±0\.7: factor on all mark-ups rises with planning horizon; factor on all mark-ups falls as .* rises; planning horizon falls as .* rises\.$/,
    )
    expect(tiedSentence(tied, inputWords([], 'zh'), 'zh')).toMatch(
      /^由校准集by-hand抽取的各项，.*与规划期限同升同降；.*此升彼降；规划期限与.*此升彼降。$/,
    )
  })

  it('names no pair where none is tied, and counts those beyond the sixth', () => {
    const [pair] = tied.pairs
    const say = inputWords([], 'en')
    expect(tiedSentence({ ...tied, pairs: [] }, say, 'en')).toMatch(/inputs together\.$/)
    const eight = { ...tied, pairs: Array.from({ length: 8 }, () => pair) }
    expect(tiedSentence(eight, say, 'en')).toMatch(/ \(and 2 more pairs\)\.$/)
  })

  it('stands below the ranking of a result with a calibration, and only there', async () => {
    const said = async (result: string) => {
      const { session, lines } = spoken()
      await sensitivity({ result, metrics: 'links' }, session)
      return lines.join(' ').replace(/\s+/g, ' ')
    }
    const calibrated = await sweptFolder({ replicates: 24, calibration: set })
    expect(await said(calibrated)).toContain('drawn from the calibrated set by-hand overlap')
    expect(await said(await sweptFolder({ replicates: 2 }))).not.toContain('overlap')
  })
})
