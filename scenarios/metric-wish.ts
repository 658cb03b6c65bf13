/**
 * Which metrics a scenario asks for: shipped ones, and formulas of its own over these.
 * @module
 */
import type { Origin } from './scenario-file.ts'

/** A metric of the user's own. */
export interface Formula {
  readonly id: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly unit: string
  /** An expression over shipped metrics, such as `links / programmes`. */
  readonly text: string
  readonly better?: 'higher' | 'lower' | 'neither'
  /** Where it was written; no part of what it means. */
  readonly origin: Origin
}

export interface MetricWish {
  /** Ids in the order they were written; `all` is every shipped metric. */
  readonly shipped: 'all' | readonly string[]
  /** In the order they were written. */
  readonly formulas: readonly Formula[]
}

/** Everything shipped, nothing of one's own. */
export const DEFAULT_METRICS: MetricWish = { shipped: 'all', formulas: [] }
