/**
 * Runs whose every number is kept: a change that moves any of them has to be meant.
 * @module
 */
import { hashText } from '../engine/hash.ts'
import type { Recording } from '../engine/record.ts'
import {
  prepareExperiment,
  runPoint,
  type ExperimentSetup,
} from '../analysis/experiment/experiment.ts'
import { metricCatalogue } from '../analysis/metrics/index.ts'
import { scenarioPoints } from '../bin/experiment-setup.ts'
import { resolveOne } from '../bin/resolve.ts'
import { readLevers, readRules, readTables } from '../bin/sources.ts'

export const GOLDEN_SCENARIOS = ['rules-before', 'notice-9', 'cap-only', 'costs-only', 'myopic']
/** The announcement is in period 5, the notice in force in period 11. */
export const GOLDEN_PERIODS = 12
export const GOLDEN_REPLICATES = 3

/** Digits kept: fewer than a double has, so that a file can be read. */
const DIGITS = 12

/** One scenario's numbers; null where a metric is not defined. */
export interface GoldenRun {
  readonly scenario: string
  readonly seed: string
  /** `[metric][replicate][period]`. */
  readonly metrics: Readonly<Record<string, readonly (readonly (number | null)[])[]>>
  /** Fingerprints of the market, `[replicate][period]`. */
  readonly states: readonly (readonly string[])[]
}

/** The experiment of all golden scenarios, at catalogue values: a new calibration moves no code. */
export function goldenSetup(): ExperimentSetup {
  const levers = readLevers()
  const scenarios = GOLDEN_SCENARIOS.map((id) => resolveOne(id, ['calibration=none'], levers))
  return {
    seed: scenarios[0].run.seed,
    start: scenarios[0].run.start,
    periods: GOLDEN_PERIODS,
    metrics: metricCatalogue.map((metric) => metric.id),
    tables: readTables(),
    rules: readRules(),
    ...scenarioPoints(scenarios),
  }
}

/** Runs all of them in this thread. */
export function runGolden(): GoldenRun[] {
  const setup = goldenSetup()
  const experiment = prepareExperiment(setup)
  const results: Recording[][] = GOLDEN_SCENARIOS.map(() => [])
  for (let replicate = 0; replicate < GOLDEN_REPLICATES; replicate++) {
    results.forEach((found, point) => found.push(runPoint(experiment, point, replicate)))
  }
  return results.map((found, point) => goldenRun(GOLDEN_SCENARIOS[point], setup.seed, found))
}

function goldenRun(scenario: string, seed: string, results: readonly Recording[]): GoldenRun {
  const ofMetric = (m: number) =>
    results.map(({ series, periods }) =>
      Array.from(series.subarray(m * periods, (m + 1) * periods), rounded),
    )
  return {
    scenario,
    seed,
    metrics: Object.fromEntries(results[0].metrics.map((id, m) => [id, ofMetric(m)])),
    states: results.map(statesOf),
  }
}

function statesOf({ hashes, periods }: Recording): string[] {
  return Array.from({ length: periods }, (_, period) =>
    hashText(hashes.subarray(2 * period, 2 * period + 2)),
  )
}

function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toPrecision(DIGITS))
}

/** One line a metric and replicate. */
export function goldenText(run: GoldenRun): string {
  const lines = Object.entries(run.metrics).map(
    ([id, replicates]) => `    ${JSON.stringify(id)}: ${rows(replicates)}`,
  )
  return `{
  "scenario": ${JSON.stringify(run.scenario)},
  "seed": ${JSON.stringify(run.seed)},
  "states": ${rows(run.states)},
  "metrics": {
${lines.join(',\n')}
  }
}
`
}

function rows(replicates: readonly unknown[]): string {
  return `[\n      ${replicates.map((one) => JSON.stringify(one)).join(',\n      ')}\n    ]`
}
