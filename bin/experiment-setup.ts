/**
 * What the jobs of a plan need: every setting, the law's first, and the data.
 * @module
 */
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { allSettings } from '../analysis/answer/resolved-document.ts'
import type { ExperimentPoint, ExperimentSetup } from '../analysis/experiment/experiment.ts'
import type { MetricColumns } from '../analysis/experiment/metric-columns.ts'
import type { Plan, PlannedPoint } from '../scenarios/plan.ts'
import type { ResolvedScenario } from './resolve.ts'
import { readRules, readTables } from './sources.ts'

/** The setup every worker gets. */
export function experimentSetup(
  plan: Pick<Plan, 'seed' | 'start' | 'periods' | 'points' | 'calibrations' | 'keep'>,
  columns: MetricColumns,
  levers: LeverCatalogue,
): ExperimentSetup {
  const { seed, start, periods, points, calibrations, keep } = plan
  return {
    seed,
    start,
    periods,
    metrics: columns.shipped,
    formulas: columns.formulas.map((formula) => formula.text),
    tables: readTables(),
    rules: readRules(),
    points: points.map((point) => experimentPoint(point, levers)),
    ...(calibrations === undefined ? {} : { calibrations }),
    keep,
  }
}

/** Scenarios as points, each as it stands: no sweep, nothing drawn but members of its calibration. */
export function scenarioPoints(
  scenarios: readonly ResolvedScenario[],
): Required<Pick<ExperimentSetup, 'points' | 'calibrations'>> {
  return {
    points: scenarios.map(({ allSettings: settings, parameterOverrides, calibration }) => ({
      settings,
      parameterOverrides,
      ...(calibration === undefined ? {} : { calibration: calibration.id }),
    })),
    calibrations: Object.fromEntries(
      scenarios.flatMap(({ calibration }) => (calibration ? [[calibration.id, calibration]] : [])),
    ),
  }
}

/** A planned point with the law's settings before its own. */
export function experimentPoint(point: PlannedPoint, levers: LeverCatalogue): ExperimentPoint {
  const { calibration, parameterOverrides, uncertainties, shocks } = point
  return {
    settings: allSettings(point, levers),
    ...(calibration === undefined ? {} : { calibration }),
    parameterOverrides,
    uncertainties,
    shocks,
  }
}
