/**
 * What a scenario varies by design: blocks of axes, crossed with one another.
 * @module
 */
import type { Month } from '../engine/time.ts'
import type { SettingScope } from './scenario-file.ts'
import type { LeverValue, ParameterValue } from './values.ts'

export const DESIGNS = ['grid', 'latinHypercube', 'sobol', 'oneAtATime', 'morris'] as const

/**
 * `grid` crosses the values of its axes; `latinHypercube` and `sobol` spread `points` over their ranges.
 * `oneAtATime` leaves the scenario as it is but for one axis at a time; `morris` goes along trajectories
 * that move one axis after the other.
 */
export type Design = (typeof DESIGNS)[number]

/** What an axis varies, by id. Dates and scope of a lever hold for all its values. */
export type AxisSubject =
  | {
      readonly of: 'lever'
      readonly id: string
      readonly announced?: Month
      readonly from?: Month
      readonly until?: Month
      readonly scope?: SettingScope
    }
  | { readonly of: 'parameter'; readonly id: string }

/** The values an axis takes: named ones, or everything in a range (whole numbers only if `whole`). */
export type AxisRange =
  | { readonly values: readonly (LeverValue | ParameterValue)[] }
  | { readonly low: number; readonly high: number; readonly whole: boolean }

export interface SweepAxis {
  readonly subject: AxisSubject
  /** In a grid always named values: a range with a step is written out. */
  readonly range: AxisRange
}

export interface SweepBlock {
  readonly design: Design
  /** Points of `latinHypercube` and `sobol`; values each range takes in `oneAtATime`, 2 unless said. */
  readonly points?: number
  /** Of `morris`. */
  readonly trajectories?: number
  readonly axes: readonly SweepAxis[]
}
