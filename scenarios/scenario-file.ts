/**
 * One scenario file as read: every value checked, nothing inherited yet.
 * @module
 */
import type { Month } from '../engine/time.ts'
import type { Keep } from './keep.ts'
import type { MetricWish } from './metric-wish.ts'
import type { Path, Place } from './positions.ts'
import type { WrittenShock } from './shock.ts'
import type { StoppingRule } from './stopping.ts'
import type { SweepBlock } from './sweep.ts'
import type { Distribution } from './uncertainty.ts'
import type { LeverValue, ParameterValue } from './values.ts'

/** Where something was written; line and column are absent for overrides. */
export interface Origin extends Partial<Place> {
  /** A file, `-s` for an override, or `default`. */
  readonly file: string
}

/** Whom a setting binds; an absent part means all. */
export interface SettingScope {
  readonly licences?: readonly string[]
  readonly regions?: readonly string[]
}

/** A lever value with the dates that were written, if any. */
export interface WrittenSetting {
  readonly lever: string
  readonly value: LeverValue
  readonly announced?: Month
  readonly from?: Month
  readonly until?: Month
  readonly scope?: SettingScope
  readonly path: Path
  readonly origin: Origin
}

/** A parameter's value or distribution, and where it was written. */
export type WrittenParameter = { readonly origin: Origin } & (
  { readonly value: ParameterValue } | { readonly distribution: Distribution }
)

/** Where something stands whose fit with the whole scenario is checked later. */
export interface Spot {
  readonly path: Path
  readonly origin: Origin
}

export interface Placed<T> extends Spot {
  readonly value: T
}

/** A sweep, and where each of its axes stands, by id. */
export interface WrittenSweep {
  readonly blocks: readonly SweepBlock[]
  readonly places: ReadonlyMap<string, Spot>
}

/** A stopping rule whose half-widths are read once the metrics of the whole scenario are known. */
export interface WrittenStopping extends Omit<StoppingRule, 'halfWidths'> {
  readonly halfWidths: ReadonlyMap<string, Placed<unknown>>
}

/** How long, how often, with which luck. */
export interface RunPlan {
  readonly start: Month
  readonly periods: number
  /** The most there can be where a stopping rule says how many. */
  readonly replicates: number
  readonly stopping?: StoppingRule
  readonly seed: string
}

/** Which law holds beneath the levers: as it happened, or as it stood in `asOf` for ever. */
export interface Law {
  readonly asOf?: Month
}

/** A scenario file before inheritance. */
export interface ScenarioFile {
  readonly id: string
  readonly extends?: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly question: string
  readonly law?: Law
  /** Id of a calibration, a path to one, or `none`. */
  readonly calibration?: Placed<string>
  /** By lever: one setting, or several dated or scoped ones. */
  readonly levers: ReadonlyMap<string, readonly WrittenSetting[]>
  readonly parameters: ReadonlyMap<string, WrittenParameter>
  readonly shocks?: readonly Placed<WrittenShock>[]
  readonly sweep?: WrittenSweep
  readonly run: Partial<RunPlan>
  /** Present where `run.replicates` holds a rule; `run` then holds its largest number. */
  readonly stopping?: WrittenStopping
  readonly metrics?: MetricWish
  readonly keep?: Placed<Keep>
  readonly notes: readonly string[]
  readonly file: string
  /** Where the value at a path was written. */
  readonly originOf: (path: Path) => Origin
}
