/**
 * What a result depends on, worked out from its replicates: the report's section 7.
 * @module
 */
import { toldMetrics } from '../analysis/report/plots/sweep-metrics.ts'
import type { StoredResult } from '../analysis/results/read-result.ts'
import { descriptionsOf } from '../analysis/results/summary-rows.ts'
import {
  DEPENDENCE_SCHEMA,
  metricDependence,
  type Dependence,
} from '../analysis/sensitivity/dependence.ts'
import type { Quantity } from '../analysis/sensitivity/swept-result.ts'
import { sweptOutcomes, sweptScenarios, withReadings } from './swept-subject.ts'

/** Scenarios told of one by one. */
const MOST_SCENARIOS = 3

/** @returns undefined where nothing varies */
export async function readDependence(result: StoredResult): Promise<Dependence | undefined> {
  // Where inputs were moved by themselves, points are no sample of them: the tornado shows those.
  const scenarios = sweptScenarios(result)
    .filter(({ layout }) => layout === undefined)
    .slice(0, MOST_SCENARIOS)
  if (scenarios.length === 0) return undefined
  const told = toldMetrics(result.summary)
  const metrics = told.map((id) => descriptionsOf(result.summary).find((one) => one.id === id)!)
  const subject = await withReadings(result, scenarios, metrics)
  const quantity: Quantity = subject.isCompared ? 'change' : 'level'
  const { fingerprint } = result.manifest.scenario
  return {
    schema: DEPENDENCE_SCHEMA,
    quantity,
    scenarios: scenarios.map((scenario) => ({
      id: scenario.id,
      metrics: metrics.map(({ id: metric }, m) => {
        const outcomes = sweptOutcomes(subject, scenario, m, quantity)
        return metricDependence({ metric, outcomes }, quantity, `${fingerprint}|${scenario.id}`)
      }),
    })),
  }
}
