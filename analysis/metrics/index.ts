/**
 * The catalogue of metrics: every number the model reports, by theme.
 * @module
 */
import type { Metric } from '../../engine/record.ts'
import type { Market } from '../../agents/market.ts'
import { bankResultMetrics } from './bank-results.ts'
import { churnMetrics } from './churn.ts'
import { complianceMetrics } from './compliance.ts'
import { concentrationMetrics } from './concentration.ts'
import { creditMetrics } from './credit.ts'
import { debtRankMetrics } from './debt-rank.ts'
import { createFigures, observe } from './figures.ts'
import { linkMetrics } from './links.ts'
import { listMetrics } from './lists.ts'
import { matthewMetrics } from './matthew.ts'
import type { MetricDefinition } from './metric.ts'
import { platformMetrics } from './platforms.ts'
import { priceMetrics } from './prices.ts'
import { programmeMetrics } from './programmes.ts'
import { riskMetrics } from './risk.ts'

export type { MetricDefinition, Theme } from './metric.ts'

/** Every metric; ids are unique. */
export const metricCatalogue: readonly MetricDefinition[] = [
  ...linkMetrics,
  ...listMetrics,
  ...churnMetrics,
  ...concentrationMetrics,
  ...matthewMetrics,
  ...programmeMetrics,
  ...platformMetrics,
  ...creditMetrics,
  ...priceMetrics,
  ...riskMetrics,
  ...bankResultMetrics,
  ...complianceMetrics,
  ...debtRankMetrics,
]

const byId = new Map(metricCatalogue.map((metric) => [metric.id, metric]))

/** The metric with this id, if there is one. */
export function metricOf(id: string): MetricDefinition | undefined {
  return byId.get(id)
}

/**
 * Metrics for one run. They share one set of figures, which remembers the run's opening lists: make
 * new ones for every run.
 */
export function createMetrics(
  definitions: readonly MetricDefinition[] = metricCatalogue,
): Metric<Market>[] {
  const figures = createFigures()
  return definitions.map((definition) => ({
    id: definition.id,
    label: definition.label,
    unit: definition.unit,
    doc: definition.doc,
    source: definition.source,
    better: definition.better,
    measure(market, context) {
      observe(figures, market, context.period)
      return definition.read(figures)
    },
  }))
}
