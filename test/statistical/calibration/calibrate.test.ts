/** The whole calibration on a simulator whose parameters are known. */
import { beforeAll, describe, expect, it } from 'vitest'
import { cloudOf } from '../../../analysis/calibration/cloud.ts'
import {
  calibrate,
  FRESH,
  observedMoments,
  type CalibrationResult,
} from '../../../analysis/calibration/run/calibrate.ts'
import type { Case, Evaluate } from '../../../analysis/calibration/run/case.ts'
import { calibrationDocument, keptMembers } from '../../../analysis/calibration/run/document.ts'
import { priorPlace, priorValue, type PriorRange } from '../../../analysis/calibration/run/prior.ts'
import { plausibleIn } from '../../../analysis/calibration/run/search.ts'
import { weightedMean, weightedQuantiles } from '../../../analysis/calibration/weighted-moments.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { loadCalibration } from '../../../scenarios/calibrations/read-calibration.ts'
import type { Target } from '../../../scenarios/targets/target.ts'
import { luck } from '../../fixtures/toy-simulator.ts'

const range = (
  parameter: string,
  low: number,
  high: number,
  scale: PriorRange['scale'] = 'even',
) => ({ parameter, low, high, scale })
/** Names of the catalogue, so that the file can be read back; the numbers are this test's. */
const RANGES: readonly PriorRange[] = [
  range('markupScale', 0.6, 1.6),
  range('partnerCostNew', 0.5, 10, 'logarithmic'),
  range('legacyCost', 0, 0.4),
]
const TRUTH = [0.3, 0.6, 0.5]
const NOISE = 0.05
const SD = 0.02

/** Moments: a place each of the first two parameters, and their sum. The third has none. */
function momentsOf(places: readonly number[], replicate: number): Float64Array {
  const [one, two] = places
  return Float64Array.of(one, two, one + two).map((value, m) => value + NOISE * luck(replicate, m))
}

const targets = [TRUTH[0], TRUTH[1], TRUTH[0] + TRUTH[1]].map((observed, m): Target => ({
  id: `moment-${m}`,
  members: [],
  combine: { kind: 'one' },
  as: 'level',
  observed,
  sd: SD,
  weight: 1,
  unit: '1',
}))

const OPTIONS = {
  screen: 300,
  rounds: 2,
  batch: 20,
  batchReplicates: 2,
  members: 24,
  replicates: 6,
  truths: 10,
  seed: 'toy',
}

const evaluate: Evaluate = (_, cases) => {
  const places = (one: Case) => RANGES.map((its, d) => priorPlace(its, one.values[d]))
  return Promise.resolve(cases.map((one) => momentsOf(places(one), one.replicate)))
}

describe('a calibration of known parameters', () => {
  const asked: { stage: string; one: Case }[] = []
  let result: CalibrationResult
  beforeAll(async () => {
    result = await calibrate(targets, RANGES, OPTIONS, (stage, cases) => {
      asked.push(...cases.map((one) => ({ stage, one })))
      return evaluate(stage, cases)
    })
  })
  const weights = () => Float64Array.from(result.members, ({ weight }) => weight)
  const mean = (d: number): number =>
    weightedMean(
      Float64Array.from(result.members, ({ values }) => priorPlace(RANGES[d], values[d])),
      weights(),
    )

  it('finds those the targets speak of, and says which they do not', () => {
    // One replicate of luck and of observation stands between the data and the truth.
    const sd = Math.sqrt(NOISE * NOISE + SD * SD)
    expect(Math.abs(mean(0) - TRUTH[0])).toBeLessThan(3 * sd)
    expect(Math.abs(mean(1) - TRUTH[1])).toBeLessThan(3 * sd)
    const verdicts = result.profiles.parameters.map(({ verdict }) => verdict)
    expect(verdicts).toEqual(['identified', 'identified', 'notIdentified'])
  })

  it('says what its members hold, and what the search believed, on the scale of fresh replicates', () => {
    const { spread, incumbent, members } = result
    for (const [d, own] of spread.entries()) {
      const held = Float64Array.from(members, ({ values }) => values[d])
      expect(own).toEqual(weightedQuantiles(held, weights(), [0.05, 0.5, 0.95]))
    }
    expect(Math.abs(incumbent.believed - incumbent.logLikelihood)).toBeLessThan(3)
  })

  it('stops where no setting can have made the data, naming the strictest targets', async () => {
    const far = targets.map((one, m) => ({ ...one, observed: m === 1 ? one.observed : 40 }))
    const stopped = calibrate(far, RANGES, OPTIONS, evaluate)
    const said = /CALIBRATION_EMPTY[^]*strictest: moment-0, moment-2, moment-1\)$/
    await expect(stopped).rejects.toThrow(said)
  })

  it('leaves less of the prior round by round, and none of what it ruled out to its members', () => {
    const left = result.waves.map(({ shareLeft }) => shareLeft)
    expect(left).toHaveLength(3)
    expect(left[0]).toBeLessThan(0.5)
    expect(left[2]).toBeGreaterThan(0)
    expect([...left].sort((a, b) => b - a)).toEqual(left)
    const units = result.members.flatMap(({ values }) => RANGES.map((its, d) => priorPlace(its, values[d]))) // prettier-ignore
    const cloud = cloudOf(Float64Array.from(units), RANGES.length)
    const surfaces = result.waves.slice(0, -1).map(({ emulator }) => emulator)
    expect(plausibleIn(cloud, surfaces, observedMoments(targets))).not.toContain(0)
  })

  it('meets its targets', () => {
    expect(result.fit.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met'])
    expect(result.effectiveSize).toBeGreaterThan(OPTIONS.members / 4)
  })

  it('judges members by luck no search has seen, the same for all', () => {
    const replicates = (stage: string): number[] =>
      asked.filter((one) => one.stage === stage).map(({ one }) => one.replicate)
    const { screen, rounds, batch, batchReplicates } = OPTIONS
    const searched = ['screening', 'round 1', 'round 2'].flatMap(replicates)
    expect(Math.max(...searched)).toBeLessThan(FRESH)
    expect(searched).toHaveLength(screen + rounds * batch * batchReplicates)
    expect(new Set(searched).size).toBe(searched.length)
    expect(new Set(replicates('set')).size).toBe(OPTIONS.replicates)
    expect(Math.min(...replicates('set'))).toBe(FRESH)
  })

  it('is the same again, and its file is read back as it was', async () => {
    const again = await calibrate(targets, RANGES, OPTIONS, evaluate)
    expect(again).toEqual(result)
    const text = calibrationDocument(
      result,
      RANGES,
      OPTIONS,
      {
        id: 'toy',
        title: { en: 'Toy', zh: '玩具' },
        targets: 'toy-targets',
        scenario: 'notice-9',
        data: '2025-10',
        version: '0',
        command: 'zhudai calibrate toy-targets',
      },
      undefined,
    )
    const read = loadCalibration(text, 'toy.yaml', parameterCatalogue)
    expect(read.parameters).toEqual(RANGES.map(({ parameter }) => parameter))
    expect(read.members.map(({ values }) => values)).toEqual(
      keptMembers(result.members).map(({ values }) => values),
    )
    expect(read.shown['fit']).toHaveLength(targets.length)
  })
})

describe('a prior', () => {
  it('is even, or even on the logarithm, and inverted exactly', () => {
    expect(priorValue(RANGES[0], 0.5)).toBeCloseTo(1.1, 12)
    expect(priorValue(RANGES[1], 0.5)).toBeCloseTo(Math.sqrt(0.5 * 10), 12)
    for (const one of RANGES) {
      for (const u of [0, 0.2, 0.9, 1]) {
        expect(priorPlace(one, priorValue(one, u))).toBeCloseTo(u, 12)
      }
    }
  })
})
