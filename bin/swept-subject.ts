/**
 * A result asked about its inputs: scenarios with what varies in them, and the readings of some metrics.
 * @module
 */
import { SimulationError } from '../engine/errors.ts'
import { parseResolved, RESOLVED_FILE } from '../analysis/answer/resolved-document.ts'
import type { MetricDescription } from '../analysis/answer/readings.ts'
import type { Text } from '../analysis/metrics/metric.ts'
import { readReadings, type ReadPoint } from '../analysis/results/read-readings.ts'
import { readResult, type StoredResult } from '../analysis/results/read-result.ts'
import type { SummaryPoint } from '../analysis/results/summary.ts'
import { descriptionsOf } from '../analysis/results/summary-rows.ts'
import {
  completeOutcomes,
  drawnInputs,
  drawnParameters,
  inputsAt,
  sweptInputs,
  type Quantity,
} from '../analysis/sensitivity/swept-result.ts'
import {
  designEffects,
  laidOut,
  type DesignEffects,
} from '../analysis/sensitivity/design-effects.ts'
import type { InputColumn } from '../analysis/statistics/input-columns.ts'
import type { SweepBlock } from '../scenarios/sweep.ts'
import { didYouMean } from '../scenarios/nearest.ts'
import type { Calibrations } from '../scenarios/calibrations/calibration.ts'
import type { ParameterSource } from '../scenarios/draw-parameters.ts'
import { usageProblem } from './problems.ts'

/** A scenario in which something varies. */
export interface SweptScenario {
  readonly id: string
  readonly title: Text
  readonly points: readonly SummaryPoint[]
  /** What its replicates draw; the same at all its points. */
  readonly world: ParameterSource
  /** How inputs were moved, where points were laid out to see it. */
  readonly layout: SweepBlock | undefined
  readonly calibrations: Calibrations | undefined
}

export interface SweptSubject {
  readonly result: StoredResult
  /** At least one. */
  readonly scenarios: readonly SweptScenario[]
  readonly metrics: readonly MetricDescription[]
  readonly readings: ReadonlyMap<string, ReadPoint>
  readonly isCompared: boolean
}

/** One metric of a scenario, complete, with its inputs at the points and replicates that are left. */
export interface SweptOutcomes {
  readonly values: readonly Float64Array[]
  readonly swept: readonly InputColumn[]
  readonly drawn: readonly InputColumn[]
}

/** Shown where the result has them. */
const HEADLINES = ['links', 'programmesOn', 'cr5', 'originations', 'originationsS5', 'averageApr']

/** @throws SimulationError where nothing varies from point to point, or from replicate to replicate */
export async function sweptSubject(
  path: string,
  metricsFlag: string | undefined,
  flagName: string,
): Promise<SweptSubject> {
  const result = readResult(path)
  const scenarios = sweptScenarios(result)
  if (scenarios.length === 0) {
    throw usageProblem(
      'a result in which something varies: a sweep, or assumptions that are drawn',
      result.name,
      'add a section sweep, uncertainties or calibration to the scenario',
    )
  }
  const metrics = metricsNamed(result, metricsFlag, flagName)
  return withReadings(result, scenarios, metrics)
}

/** Scenarios of a result in which something varies. */
export function sweptScenarios(result: StoredResult): SweptScenario[] {
  const { summary } = result
  const { plan, scenarios = [] } = parseResolved(result.text(RESOLVED_FILE))
  const reforms = summary.points.filter(({ role }) => role === 'reform')
  return summary.reforms
    .map(({ id, title }): SweptScenario => {
      const points = reforms.filter(({ scenario }) => scenario === id)
      const planned = plan.points.find((point) => point.id === points[0]?.id)
      const world = planned ?? { parameterOverrides: {} }
      const layout = laidOut(scenarios.find((one) => one.id === id)?.sweep)
      return { id, title, points, world, layout, calibrations: plan.calibrations }
    })
    .filter(
      ({ points, world, layout, calibrations }) =>
        layout !== undefined ||
        sweptInputs(points).length + drawnParameters(world, calibrations).length > 0,
    )
}

/** Scenarios with the readings of some metrics. */
export async function withReadings(
  result: StoredResult,
  scenarios: readonly SweptScenario[],
  metrics: readonly MetricDescription[],
): Promise<SweptSubject> {
  const readings = await readReadings(result, metrics)
  const isCompared = result.summary.baseline !== null
  return { result, scenarios, metrics, readings, isCompared }
}

/**
 * Outcomes of a metric in a scenario.
 *
 * @param metric  place among the metrics of the subject
 * @returns undefined where no replicate is defined at all points
 */
export function sweptOutcomes(
  { result, readings }: SweptSubject,
  { points, world, calibrations }: SweptScenario,
  metric: number,
  quantity: Quantity,
): SweptOutcomes | undefined {
  const { values, points: kept, replicates } = completeOutcomes(points, readings, metric, quantity)
  if (values.length === 0 || replicates.length === 0) return undefined
  return {
    values,
    swept: inputsAt(sweptInputs(points), kept),
    drawn: drawnInputs(world, calibrations, result.summary.seed, replicates),
  }
}

/** Effects of the inputs of a scenario that was laid out for them. */
export function laidOutEffects(
  { result, readings }: SweptSubject,
  { points, layout }: SweptScenario,
  metric: number,
  quantity: Quantity,
  name: string,
): DesignEffects | undefined {
  if (layout === undefined) return undefined
  const outcomes = completeOutcomes(points, readings, metric, quantity)
  if (outcomes.values.length === 0 || outcomes.replicates.length === 0) return undefined
  return designEffects(layout, points, outcomes, result.summary.seed, name)
}

function metricsNamed(
  { summary, metrics }: StoredResult,
  text: string | undefined,
  flagName: string,
): MetricDescription[] {
  const described = descriptionsOf(summary)
  if (text === undefined) {
    const shown = described.filter(({ id, theme }) => HEADLINES.includes(id) || theme === 'own')
    return shown.length > 0 ? shown : described.slice(0, HEADLINES.length)
  }
  return text.split(',').map((name) => {
    const id = name.trim()
    const found = described.find((metric) => metric.id === id)
    if (found) return found
    const expected = 'metrics of the result (definitions.csv)'
    throw new SimulationError([
      { code: 'USAGE', path: flagName, expected, got: id, ...didYouMean(id, metrics) },
    ])
  })
}
