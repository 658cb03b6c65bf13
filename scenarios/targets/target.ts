/**
 * One observed quantity with its band, and a file of them: what a run is calibrated on or scored
 * against.
 *
 * @source Model document, section 15
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { Words } from '../catalogue.ts'

/** Months read as one time: a month, quarter, half-year or year. */
export interface Span {
  readonly first: Month
  readonly last: Month
  /** As it was written, such as `2025-Q3`. */
  readonly text: string
}

export const SUMMARIES = ['median', 'mean', 'sum', 'least', 'most', 'q1', 'q3'] as const
export type Summary = (typeof SUMMARIES)[number]

/** How the values of several members become one. */
export type Combine =
  | { readonly kind: 'one' }
  | { readonly kind: 'summary'; readonly of: Summary }
  /** Share of members whose value lies inside, both ends included. */
  | { readonly kind: 'inside'; readonly low: number; readonly high: number }
  /** Share of pairs of members in the written order; a tie counts half. */
  | { readonly kind: 'order'; readonly descending: boolean }

export const COMPARISONS = ['level', 'change', 'ratio', 'growth', 'firstMonth'] as const
/** What is made of one member's series. */
export type Comparison = (typeof COMPARISONS)[number]

/** What `firstMonth` waits for. */
export interface Condition {
  readonly side: 'above' | 'below'
  readonly limit: number
  /** The limit is a share of the value at period 0. */
  readonly ofStart: boolean
}

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** One series of a target. */
export interface TargetMember {
  /** An institution, or a group as written, such as `licence:private`; absent: the market. */
  readonly subject?: string
  readonly quantity: string
  /** Absent for `firstMonth`. */
  readonly at?: Span
  readonly since?: Span
}

/** A target as read: every default filled in, groups still as written. */
export interface Target {
  readonly id: string
  readonly title?: Words
  readonly members: readonly TargetMember[]
  readonly combine: Combine
  readonly as: Comparison
  /** Present exactly for `firstMonth`. */
  readonly when?: Condition
  readonly observed: number
  /** One standard deviation of what was observed, above 0. */
  readonly sd: number
  /** 0: shown, not counted. */
  readonly weight: number
  /** Of the measured value: the quantity's own, `share` or `month`. */
  readonly unit: string
  readonly confidence?: Confidence
  readonly source?: string
  readonly note?: string
}

export interface TargetFile {
  readonly id: string
  readonly title: Words
  readonly notes: readonly string[]
  readonly targets: readonly Target[]
}

export type QuantityKind = 'market' | 'bank' | 'platform' | 'guarantor'

/** A quantity a target may name: a shipped metric, or a reading of an institution. */
export interface QuantityDescriptor {
  readonly id: string
  readonly unit: string
  /** True of what happens in a month: averaged over a time; a stock is read at its last month. */
  readonly flow: boolean
  readonly kind: QuantityKind
  readonly label: Words
  readonly doc: string
}

/** Everything target files are checked against. */
export interface TargetCatalogue {
  /** Ids are unique within a kind. */
  readonly quantities: readonly QuantityDescriptor[]
  /** Ids such as `bank:yilian`. */
  readonly agents: readonly string[]
  readonly licences: readonly string[]
  readonly tiers: readonly string[]
  /** Times must lie within it; absent where no run is known. */
  readonly run?: RunMonths
}

/** The months of a run. */
export interface RunMonths {
  readonly start: Month
  readonly periods: number
}
