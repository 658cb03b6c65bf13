/**
 * An experiment: scenarios compared replicate by replicate under shared luck.
 *
 * The market of a replicate is opened once per set of parameters, burn-in included, and every scenario
 * starts from that same opening: what differs afterwards is the rules.
 *
 * @source model document, sections 10 and 16
 * @module
 */
import { makeKey } from '../engine/stream.ts'
import { simulate, type Model } from '../engine/simulate.ts'
import type { Month } from '../engine/time.ts'
import { createLeverCatalogue } from '../agents/levers/catalogue.ts'
import type { LeverCatalogue, LeverSetting } from '../agents/levers/lever.ts'
import type { Market } from '../agents/market.ts'
import { marketModel, withRules } from '../agents/model.ts'
import {
  baselineParameters,
  withParameters,
  type ParameterValue,
} from '../agents/parameter-catalogue.ts'
import type { Parameters } from '../agents/parameters.ts'
import type { Facts } from '../agents/populate/facts.ts'
import { openMarket } from '../agents/populate/open-market.ts'
import { readFacts } from '../agents/populate/read-facts.ts'
import { readObservations } from '../scenarios/observations.ts'
import { createMetrics, metricOf, type MetricDefinition } from './metrics/index.ts'

/** A scenario as far as a run depends on it. */
export interface ExperimentScenario {
  readonly settings: readonly LeverSetting[]
  readonly parameterOverrides: Readonly<Record<string, ParameterValue>>
}

/** Everything a replicate depends on besides its number. Survives a structured clone. */
export interface ExperimentSetup {
  readonly seed: string
  readonly start: Month
  readonly periods: number
  /** Ids of the metrics to record, in order. */
  readonly metrics: readonly string[]
  /** Texts of the public data tables by file name, and the parsed rules table. */
  readonly tables: Readonly<Record<string, string>>
  readonly rules: unknown
  /** The baseline first. */
  readonly scenarios: readonly ExperimentScenario[]
}

/** An experiment read and checked, ready for any replicate. */
export interface Experiment {
  readonly setup: ExperimentSetup
  readonly catalogue: LeverCatalogue
  readonly metrics: readonly MetricDefinition[]
  readonly worlds: readonly World[]
}

/** Scenarios with equal parameters share a world, and so an opening market. */
interface World {
  readonly parameters: Parameters
  readonly facts: Facts
  /** Numbers of its scenarios, ascending. */
  readonly scenarios: readonly number[]
}

/** What one replicate leaves behind. */
export interface ReplicateResult {
  /** `[(scenario * metrics + metric) * periods + period]`. */
  readonly series: Float64Array
  /** Fingerprints of the market, `[(scenario * periods + period) * 2]`, two words each. */
  readonly hashes: Uint32Array
}

const WORDS_PER_HASH = 2

/** Reads data, levers and parameters once. */
export function prepareExperiment(setup: ExperimentSetup): Experiment {
  const observations = readObservations(setup.tables)
  const worlds = new Map<string, World>()
  setup.scenarios.forEach(({ parameterOverrides }, number) => {
    const name = JSON.stringify(parameterOverrides)
    const known = worlds.get(name)
    const parameters = known?.parameters ?? withParameters(baselineParameters(), parameterOverrides)
    worlds.set(name, {
      parameters,
      facts: known?.facts ?? readFacts(observations, parameters),
      scenarios: [...(known?.scenarios ?? []), number],
    })
  })
  return {
    setup,
    catalogue: createLeverCatalogue(setup.rules),
    metrics: setup.metrics.map(metricOf).filter((metric) => metric !== undefined),
    worlds: [...worlds.values()],
  }
}

/** Runs every scenario of one replicate under the same key. */
export function runReplicate(experiment: Experiment, replicate: number): ReplicateResult {
  const { setup, metrics, worlds, catalogue } = experiment
  const { periods, seed, start } = setup
  const key = makeKey(seed, replicate)
  const perScenario = metrics.length * periods
  const series = new Float64Array(setup.scenarios.length * perScenario)
  const hashes = new Uint32Array(setup.scenarios.length * periods * WORDS_PER_HASH)
  for (const { parameters, facts, scenarios } of worlds) {
    const opening = openMarket(facts, parameters, catalogue, key)
    for (const number of scenarios) {
      const { settings } = setup.scenarios[number]
      const market = withRules(opening, { settings, catalogue, start, periods })
      const recording = simulate(modelOf(experiment), market, { key, periods })
      series.set(recording.series, number * perScenario)
      hashes.set(recording.hashes, number * periods * WORDS_PER_HASH)
    }
  }
  return { series, hashes }
}

/** The model with metrics of its own, as they remember a run. */
function modelOf({ setup, metrics }: Experiment): Model<Market> {
  return { ...marketModel(createMetrics(metrics)), start: setup.start }
}
