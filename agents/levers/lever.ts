/**
 * A lever: a rule a policymaker can set, with what the law says about it by date.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { Licence } from '../parameters.ts'
import type { LeverForm } from './lever-forms.ts'

/** One point of a dated path; linear between points, constant after the last. */
export interface PathPoint {
  readonly at: Month
  readonly value: number
}

/** What a lever can be set to; null is no limit, or a number nobody published. */
export type LeverValue =
  number | boolean | string | readonly string[] | readonly number[] | readonly PathPoint[] | null

/** Kinds of value. `list` holds one rate per borrower segment. */
export const LEVER_KINDS = [
  'rate',
  'share',
  'multiple',
  'months',
  'count',
  'money',
  'boolean',
  'enum',
  'set',
  'path',
  'list',
] as const
export type LeverKind = (typeof LEVER_KINDS)[number]

/** The value the law gives a lever from a month on; `from` null is everything earlier. */
export interface HistoryEntry {
  readonly from: Month | null
  readonly value: LeverValue
}

/** One lever of the catalogue. */
export interface Lever {
  /** The `parameter` name of the rules table. */
  readonly id: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly kind: LeverKind
  readonly unit: string
  /** Lowest and highest number a scenario may set. */
  readonly bounds?: readonly [number, number]
  readonly members?: readonly string[]
  /** What the rule, draft or report says; null when no number was found. */
  readonly value: LeverValue
  /** Null is a value: no limit. */
  readonly nullable: boolean
  /** Value before any setting. */
  readonly initial: LeverValue
  /** Dated values of the law after `initial`, in order of date. */
  readonly history: readonly HistoryEntry[]
  readonly announced?: Month
  readonly inForce?: Month
  /** Part of notice 9 (金规〔2025〕9号): its date moves with `transitionDays`. */
  readonly package?: 'notice9'
  /** The law sets it in a default run; otherwise only a scenario does. */
  readonly defaultOn: boolean
  /** Changes a run of this version; otherwise recorded without effect. */
  readonly acts: boolean
  /** Settable for some licences or regions only. */
  readonly scopable: boolean
  /** What kind of rule it is. */
  readonly form: LeverForm
  /** Which of the fourteen policy entries it belongs to, `P1` to `P14`, or none. */
  readonly entersThrough: readonly string[]
  /** Where it enters the model; empty when it has no effect. */
  readonly entersAt: string
  readonly status: string
  readonly confidence: string
  /** How it works, in a sentence. */
  readonly doc: string
  readonly source: string
  readonly links: readonly string[]
}

/** All levers, in order, and by id. */
export interface LeverCatalogue {
  readonly list: readonly Lever[]
  readonly byId: ReadonlyMap<string, Lever>
}

/** Whom a setting binds; an absent part means all. Regions are names or ids. */
export interface LeverScope {
  readonly licences?: readonly Licence[]
  readonly regions?: readonly (number | string)[]
}

/** A dated value of a lever. Where several hold at once, the last of the list wins. */
export interface LeverSetting {
  readonly lever: string
  readonly value: LeverValue
  /** First month in which it is known; the month it takes effect if absent. */
  readonly announced?: Month
  readonly effective: Month
  /** First month in which it no longer holds. */
  readonly until?: Month
  readonly scope?: LeverScope
}
