/**
 * What a number read off the market each month must say about itself.
 * @module
 */
import type { Figures } from './figures.ts'

/** A text in both languages. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** Which chapter of the answer a metric belongs to. */
export type Theme =
  'partners' | 'concentration' | 'institutions' | 'credit' | 'price' | 'risk' | 'compliance'

/** One metric: a scalar a month. NaN means "not defined here" and is never replaced by 0. */
export interface MetricDefinition {
  readonly id: string
  readonly label: Text
  readonly unit: string
  readonly theme: Theme
  /** Its definition, with the equation. */
  readonly doc: string
  readonly source: string
  readonly better: 'higher' | 'lower' | 'neither'
  /** True of what happens in a month: summed up by the mean of the last twelve months, not the last. */
  readonly flow: boolean
  /** Reads the month's figures and the market they point to; writes nothing. */
  read(figures: Figures): number
}

/** What most metrics cite. */
export const METRICS_SECTION = 'Model document, section 11'

/** Fills in what most metrics share. */
export function defineMetric(
  metric: Omit<MetricDefinition, 'source' | 'better' | 'flow'> & Partial<MetricDefinition>,
): MetricDefinition {
  return { source: METRICS_SECTION, better: 'neither', flow: false, ...metric }
}

/** A ratio that is not defined (NaN) when there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN
}
