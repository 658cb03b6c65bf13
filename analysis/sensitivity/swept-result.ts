/**
 * A result as cases: which points of a scenario vary in what, which assumptions its replicates drew, and
 * what came out in each point under each replicate.
 * @module
 */
import { makeKey } from '../../engine/stream.ts'
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { Calibrations } from '../../scenarios/calibrations/calibration.ts'
import {
  calibrationOf,
  drawParameters,
  openParameters,
  type ParameterSource,
} from '../../scenarios/draw-parameters.ts'
import type { ReadPoint } from '../results/read-readings.ts'
import type { SummaryPoint } from '../results/summary.ts'
import { distinctValues, inputColumn, type InputColumn } from '../statistics/input-columns.ts'

/** What is looked at: a level, its change from the baseline, or its share of the baseline. */
export type Quantity = 'level' | 'change' | 'ratio'

/** Outcomes of one metric, complete: every point under every replicate. */
export interface CompleteOutcomes {
  /** `[point][replicate]`. */
  readonly values: readonly Float64Array[]
  /** Points, by place among those asked for, and replicates that are left. */
  readonly points: readonly number[]
  readonly replicates: readonly number[]
}

/**
 * Inputs that take more than one value over these points, in the order of the sweep. One that only some
 * points set was moved by itself, and is no input of all.
 */
export function sweptInputs(points: readonly SummaryPoint[]): InputColumn[] {
  const ids = [...new Set(points.flatMap(({ values }) => Object.keys(values)))]
  return ids
    .filter((id) => points.every(({ values }) => Object.hasOwn(values, id)))
    .map((id) =>
      inputColumn(
        id,
        points.map(({ values }) => values[id] ?? null),
      ),
    )
    .filter((input) => distinctValues(input).length > 1)
}

/** Parameters a replicate draws at a point: those a calibration leaves open, then the uncertain ones. */
export function drawnParameters(
  point: ParameterSource,
  calibrations: Calibrations | undefined,
): readonly string[] {
  const calibration = calibrationOf(point, calibrations)
  const open = calibration === undefined ? [] : openParameters(calibration, point)
  return [...open, ...(point.uncertainties ?? []).map(({ parameter }) => parameter)]
}

/** What each replicate drew, in the order of `drawnParameters`; only what differs between replicates. */
export function drawnInputs(
  point: ParameterSource,
  calibrations: Calibrations | undefined,
  seed: string,
  replicates: readonly number[],
): InputColumn[] {
  const draws = replicates.map((replicate) =>
    drawParameters(point, calibrations, makeKey(seed, replicate), parameterCatalogue),
  )
  return drawnParameters(point, calibrations)
    .map((parameter) =>
      inputColumn(
        parameter,
        draws.map((drawn) => drawn[parameter]),
      ),
    )
    .filter((input) => distinctValues(input).length > 1)
}

/**
 * Outcomes of a metric at points of a scenario. A point at which it is never defined is left out, then
 * every replicate in which it is not defined at all others.
 *
 * @param metric  place of the metric among the readings
 */
export function completeOutcomes(
  points: readonly SummaryPoint[],
  readings: ReadonlyMap<string, ReadPoint>,
  metric: number,
  quantity: Quantity,
): CompleteOutcomes {
  const rows = points.map((point) => outcomesOf(point, readings, metric, quantity))
  const kept = rows.flatMap((row, p) => (row.size > 0 ? [p] : []))
  const replicates = [...new Set(kept.flatMap((p) => [...rows[p].keys()]))]
    .sort((one, other) => one - other)
    .filter((replicate) => kept.every((p) => rows[p].has(replicate)))
  return {
    values: kept.map((p) => Float64Array.from(replicates, (r) => rows[p].get(r)!)),
    points: kept,
    replicates,
  }
}

/** The inputs at some of the points, or replicates. */
export function inputsAt(inputs: readonly InputColumn[], places: readonly number[]): InputColumn[] {
  return inputs
    .map((input) => ({ ...input, values: Float64Array.from(places, (p) => input.values[p]) }))
    .filter((input) => distinctValues(input).length > 1)
}

/** Defined outcomes of a point by replicate. */
function outcomesOf(
  { id, baseline }: SummaryPoint,
  readings: ReadonlyMap<string, ReadPoint>,
  metric: number,
  quantity: Quantity,
): Map<number, number> {
  const own = byReplicate(readings.get(id), metric)
  if (quantity === 'level') return own
  const before = byReplicate(readings.get(baseline ?? ''), metric)
  const found = new Map<number, number>()
  for (const [replicate, value] of own) {
    const base = before.get(replicate)
    if (base === undefined) continue
    const outcome = quantity === 'change' ? value - base : value / base
    if (Number.isFinite(outcome)) found.set(replicate, outcome)
  }
  return found
}

function byReplicate(read: ReadPoint | undefined, metric: number): Map<number, number> {
  const found = new Map<number, number>()
  read?.replicates.forEach((replicate, row) => {
    const value = read.values[metric][row]
    if (Number.isFinite(value)) found.set(replicate, value)
  })
  return found
}
