import { describe, expect, it } from 'vitest'
import { makeKey } from '../../../engine/stream.ts'
import type { Recording } from '../../../engine/record.ts'
import {
  openingOf,
  prepareExperiment,
  runPoint,
  type ExperimentPoint,
} from '../../../analysis/experiment/experiment.ts'
import { readRules, readTables } from '../../../bin/sources.ts'
import { drawMember } from '../../../scenarios/calibrations/draw-member.ts'
import { notice9, rulesBefore } from '../../fixtures/opening-market.ts'
import { toyCalibration } from '../../fixtures/toy-calibration.ts'

const SEED = 'calibrated'
const quick = { burnIn: 1 }
const calibration = toyCalibration.id
const before: ExperimentPoint = { settings: rulesBefore, calibration, parameterOverrides: quick }
const notice: ExperimentPoint = { settings: notice9, calibration, parameterOverrides: quick }
const memberOf = (replicate: number) => drawMember(toyCalibration, makeKey(SEED, replicate))
/** The two first replicates of the seed that draw different members. */
const replicates = [0, [1, 2, 3, 4, 5, 6].find((r) => differs(memberOf(r), memberOf(0)))!]

function differs(one: object, other: object): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

function experimentOf(points: readonly ExperimentPoint[]) {
  return prepareExperiment({
    seed: SEED,
    start: '2024-11',
    periods: 2,
    metrics: ['links', 'originations', 'averageApr'],
    tables: readTables(),
    rules: readRules(),
    points,
    calibrations: { [calibration]: toyCalibration },
  })
}

describe('a calibrated run', () => {
  const pair = experimentOf([before, notice])
  const recordings = replicates.map((replicate) => {
    const runs: Recording[] = []
    const openings = [0, 1].map((point) => {
      runs.push(runPoint(pair, point, replicate))
      return openingOf(pair, point, replicate)
    })
    return { runs, openings }
  })

  it('opens one market for baseline and reform, under the member of the replicate', () => {
    recordings.forEach(({ openings }, k) => {
      expect(openings[1]).toBe(openings[0])
      expect(openings[0].parameters).toMatchObject(memberOf(replicates[k]))
    })
    const [one, other] = recordings.map(({ openings }) => openings[0].parameters)
    expect(differs(one, other)).toBe(true)
  })

  it('has the bits of a run whose ten parameters are stated', () => {
    recordings.forEach(({ runs }, k) => {
      const stated = {
        settings: rulesBefore,
        parameterOverrides: { ...quick, ...memberOf(replicates[k]) },
      }
      const { series, hashes } = runPoint(experimentOf([stated]), 0, replicates[k])
      expect(hashes).toEqual(runs[0].hashes)
      expect(series).toEqual(runs[0].series)
    })
  })

  it('follows what is stated where both speak', () => {
    const parameterOverrides = { ...quick, ...memberOf(replicates[1]) }
    const stated = experimentOf([{ ...before, parameterOverrides }])
    expect(openingOf(stated, 0, replicates[0]).parameters).toMatchObject(parameterOverrides)
  })
})
