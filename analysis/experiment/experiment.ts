/**
 * An experiment: design points run under shared luck, replicate by replicate.
 *
 * The market of a replicate is opened once per set of parameters, burn-in included, and every point
 * starts from that same opening: what differs afterwards is the rules.
 *
 * @source model document, sections 10 and 16
 * @module
 */
import { makeKey } from '../../engine/stream.ts'
import {
  simulate,
  type Arena,
  type Model,
  type Observer,
  type Span,
} from '../../engine/simulate.ts'
import type { Recording } from '../../engine/record.ts'
import type { Month } from '../../engine/time.ts'
import { createLeverCatalogue } from '../../agents/levers/catalogue.ts'
import type { LeverCatalogue, LeverSetting } from '../../agents/levers/lever.ts'
import type { Market } from '../../agents/market.ts'
import { marketModel, withRules } from '../../agents/model.ts'
import {
  baselineParameters,
  parameterCatalogue,
  withParameters,
} from '../../agents/parameter-catalogue.ts'
import type { PublicData } from '../../agents/populate/public-data.ts'
import { openMarket } from '../../agents/populate/open-market.ts'
import { readFacts } from '../../agents/populate/read-facts.ts'
import type { Calibrations } from '../../scenarios/calibrations/calibration.ts'
import { drawParameters, type ParameterSource } from '../../scenarios/draw-parameters.ts'
import type { Keep } from '../../scenarios/keep.ts'
import { readObservations } from '../../scenarios/observations.ts'
import type { WrittenShock } from '../../scenarios/shock.ts'
import type { Column } from '../measurement/column.ts'
import { createReadings } from '../measurement/create-readings.ts'
import { createMetrics, metricOf, type MetricDefinition } from '../metrics/index.ts'
import { bindShocks } from './bind-shocks.ts'

/** A design point as far as its numbers depend on it. */
export interface ExperimentPoint extends ParameterSource {
  readonly settings: readonly LeverSetting[]
  readonly shocks?: readonly WrittenShock[]
}

/** Everything a job depends on besides its number. Survives a structured clone. */
export interface ExperimentSetup {
  readonly seed: string
  readonly start: Month
  readonly periods: number
  /** Ids of the shipped metrics to record, in order. */
  readonly metrics: readonly string[]
  /** Series of single institutions recorded after the metrics, in order; absent: none. */
  readonly readings?: readonly Column[]
  /** Texts of the user's own metrics over these; absent: none. */
  readonly formulas?: readonly string[]
  /** Texts of the public data tables by file name, and the parsed rules table. */
  readonly tables: Readonly<Record<string, string>>
  readonly rules: unknown
  readonly points: readonly ExperimentPoint[]
  /** Those the points name; absent: none. */
  readonly calibrations?: Calibrations
  /** Absent: metrics alone. */
  readonly keep?: Keep
}

/** An experiment read and checked, ready for any job. */
export interface Experiment {
  readonly setup: ExperimentSetup
  readonly catalogue: LeverCatalogue
  readonly metrics: readonly MetricDefinition[]
  readonly observations: PublicData
  /** The market opened last, which neighbouring jobs share. */
  readonly opening: { name: string; market: Market | undefined }
  /** Memory each run takes over from the one before. */
  readonly arena: Arena<Market>
}

/** Reads data, levers and metrics once. */
export function prepareExperiment(setup: ExperimentSetup): Experiment {
  return {
    setup,
    catalogue: createLeverCatalogue(setup.rules),
    metrics: setup.metrics.map(metricOf).filter((metric) => metric !== undefined),
    observations: readObservations(setup.tables),
    opening: { name: '', market: undefined },
    arena: { market: undefined },
  }
}

/** The point and replicate of a job: all points of a replicate are neighbours. */
export function jobOf(index: number, points: number): { point: number; replicate: number } {
  return { point: index % points, replicate: Math.floor(index / points) }
}

/** One point of one replicate, ready for `simulate`, which leaves `market` as it is. */
export interface PointRun {
  readonly model: Model<Market>
  readonly market: Market
  readonly span: Span & { readonly arena: Arena<Market> }
}

/** A point in its opening market; the luck depends on seed and replicate alone. */
export function preparePoint(experiment: Experiment, point: number, replicate: number): PointRun {
  const { setup, catalogue, metrics } = experiment
  const { periods, start, seed, readings = [] } = setup
  const { settings, shocks = [] } = setup.points[point]
  const opening = openingOf(experiment, point, replicate)
  const ruled = withRules(opening, { settings, catalogue, start, periods })
  return {
    model: { ...marketModel([...createMetrics(metrics), ...createReadings(readings)]), start },
    market: { ...ruled, shocks: bindShocks(shocks, ruled, start) },
    span: { key: makeKey(seed, replicate), periods, arena: experiment.arena },
  }
}

/** Runs one point of one replicate. */
export function runPoint(
  experiment: Experiment,
  point: number,
  replicate: number,
  observer?: Observer<Market>,
): Recording {
  const { model, market, span } = preparePoint(experiment, point, replicate)
  return simulate(model, market, observer ? { ...span, observer } : span)
}

/** The opening market of a point, that of the job before where both live in the same world. */
export function openingOf(experiment: Experiment, point: number, replicate: number): Market {
  const { setup, catalogue, observations, opening } = experiment
  const key = makeKey(setup.seed, replicate)
  const overrides = drawParameters(setup.points[point], setup.calibrations, key, parameterCatalogue)
  const name = `${replicate} ${JSON.stringify(overrides)}`
  if (opening.market === undefined || opening.name !== name) {
    opening.market = undefined // the old one may go before the new one comes
    const parameters = withParameters(baselineParameters(), overrides)
    opening.market = openMarket(readFacts(observations, parameters), parameters, catalogue, key)
    opening.name = name
  }
  return opening.market
}
