/**
 * Runs whose every number is kept: a change that moves any of them has to be meant.
 * @module
 */
import { hashText } from '../engine/hash.ts'
import {
  prepareExperiment,
  runReplicate,
  type ExperimentSetup,
  type ReplicateResult,
} from '../analysis/experiment.ts'
import { metricCatalogue } from '../analysis/metrics/index.ts'
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

/** The experiment of all golden scenarios. */
export function goldenSetup(): ExperimentSetup {
  const levers = readLevers()
  const scenarios = GOLDEN_SCENARIOS.map((id) => resolveOne(id, [], levers))
  return {
    seed: scenarios[0].run.seed,
    start: scenarios[0].run.start,
    periods: GOLDEN_PERIODS,
    metrics: metricCatalogue.map((metric) => metric.id),
    tables: readTables(),
    rules: readRules(),
    scenarios: scenarios.map(({ allSettings, parameterOverrides }) => ({
      settings: allSettings,
      parameterOverrides,
    })),
  }
}

/** Runs all of them in this thread. */
export function runGolden(): GoldenRun[] {
  const setup = goldenSetup()
  const experiment = prepareExperiment(setup)
  const results = Array.from({ length: GOLDEN_REPLICATES }, (_, k) => runReplicate(experiment, k))
  return GOLDEN_SCENARIOS.map((_, k) => goldenRun(setup, k, results))
}

function goldenRun(
  { seed, metrics }: ExperimentSetup,
  scenario: number,
  results: readonly ReplicateResult[],
): GoldenRun {
  const ofMetric = (m: number) =>
    results.map(({ series }) => {
      const first = (scenario * metrics.length + m) * GOLDEN_PERIODS
      return Array.from(series.subarray(first, first + GOLDEN_PERIODS), rounded)
    })
  return {
    scenario: GOLDEN_SCENARIOS[scenario],
    seed,
    metrics: Object.fromEntries(metrics.map((id, m) => [id, ofMetric(m)])),
    states: results.map(({ hashes }) => statesOf(hashes, scenario)),
  }
}

function statesOf(hashes: Uint32Array, scenario: number): string[] {
  return Array.from({ length: GOLDEN_PERIODS }, (_, period) => {
    const word = 2 * (scenario * GOLDEN_PERIODS + period)
    return hashText(hashes.subarray(word, word + 2))
  })
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
