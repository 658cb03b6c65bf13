import { beforeAll, describe, expect, it } from 'vitest'
import {
  prepareExperiment,
  type Experiment,
  type ExperimentSetup,
} from '../../../analysis/experiment/experiment.ts'
import { prepare, runJob } from '../../../analysis/experiment/job.ts'
import { readingsIn } from '../../../analysis/measurement/index.ts'
import { FORECASTS } from '../../../analysis/score/forecasts.ts'
import { runForecasts } from '../../../analysis/score/score-job.ts'
import { createScorer } from '../../../analysis/score/score-points.ts'
import { readRules, readTables } from '../../../bin/sources.ts'
import { span, START, targetOf } from '../measurement/target-of.ts'

const PERIODS = 3
const columns = [{ quantity: 'links' }, { quantity: 'partnerLoans', subject: 'bank:yilian' }]
const setup: ExperimentSetup = {
  seed: 'score',
  start: START,
  periods: PERIODS,
  metrics: [],
  readings: columns,
  tables: readTables(),
  rules: readRules(),
  points: [{ settings: [], parameterOverrides: { burnIn: 1 } }],
}

describe('the job of a score', () => {
  let experiment: Experiment
  let result: Float64Array
  const block = (forecast: (typeof FORECASTS)[number]): Float64Array => {
    const length = columns.length * PERIODS
    const f = FORECASTS.indexOf(forecast)
    return result.subarray(f * length, (f + 1) * length)
  }
  beforeAll(async () => {
    await prepare(setup)
    experiment = prepareExperiment(setup)
    result = runForecasts(experiment, 0, 0).result
  }, 60_000)

  it('holds what the model gives first, as a run gives it, then each benchmark', () => {
    const outcome = runJob(0)
    if (!outcome.ok) throw new Error(outcome.message)
    expect(result).toHaveLength(FORECASTS.length * columns.length * PERIODS)
    expect(FORECASTS[0]).toBe('model')
    expect(block('model')).toEqual(readingsIn(outcome.result, setup, PERIODS))
    const still = block('noChange').subarray(0, PERIODS)
    expect(new Set(still)).toEqual(new Set([block('model')[0]]))
    for (const deletion of ['randomDeletion', 'sizeProportional'] as const) {
      expect(block(deletion)[2]).toBe(Math.min(...block('model').subarray(0, PERIODS)))
    }
  })

  it('is scored by replicate, in whatever order jobs come', () => {
    const target = targetOf([{ quantity: 'links', at: span('2025-01') }], { observed: 2 })
    // Sums of these depend on their order.
    const values = [1e16, 1, -1e16, 1, 3, 1e16, 5, -1e16, 7, 8, 9, 10]
    const scored = (order: readonly number[]) => {
      const scorer = createScorer([target], { ...setup, readings: [columns[0]] })
      for (const replicate of order) {
        scorer.take(replicate, new Float64Array(FORECASTS.length * PERIODS).fill(values[replicate]))
      }
      return scorer.scores()
    }
    const inOrder = values.map((_, replicate) => replicate)
    const [{ targets, replicates }] = scored(inOrder)
    expect(replicates).toBe(12)
    expect(targets.model[0].defined).toBe(12)
    expect(scored([...inOrder].reverse())).toEqual(scored(inOrder))
    expect(scored([5, 0, 11, 3, 10, 1, 8, 2, 9, 4, 7, 6])).toEqual(scored(inOrder))
  })
})
