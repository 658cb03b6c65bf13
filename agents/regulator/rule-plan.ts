/**
 * What the rules of a run are made from.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { LeverCatalogue, LeverSetting } from '../levers/lever.ts'
import type { Parameters } from '../parameters.ts'
import type { RuledBanks } from './lever-values.ts'

/** Who is ruled, by which levers and numbers. */
export interface RuleSetting {
  readonly catalogue: LeverCatalogue
  readonly parameters: Parameters
  readonly banks: RuledBanks
}

/** A run's rules before they are resolved: law first, a scenario's own settings after it. */
export interface RulePlan extends RuleSetting {
  readonly settings: readonly LeverSetting[]
  readonly start: Month
  readonly periods: number
}
