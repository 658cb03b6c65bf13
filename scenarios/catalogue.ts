/**
 * What a scenario may set, as plain descriptions: this folder knows no lever by name.
 * @module
 */
import type { ParameterValue } from './values.ts'

/** A text in both languages. */
export interface Words {
  readonly en: string
  readonly zh: string
}

/** A lever as a scenario sees it; the model's own lever fits. */
export interface LeverDescriptor {
  readonly id: string
  readonly kind: string
  readonly unit: string
  readonly bounds?: readonly [number, number]
  readonly members?: readonly string[]
  readonly nullable: boolean
  readonly acts: boolean
  readonly scopable: boolean
  readonly announced?: string
  readonly inForce?: string
  readonly label?: Words
  /** How it works, in a sentence, for editors to show. */
  readonly doc?: string
}

/** A parameter as a scenario sees it; the model's own entry fits. */
export interface ParameterDescriptor {
  readonly id: string
  readonly kind: 'number' | 'list' | 'choice'
  readonly unit: string
  readonly baseline: number | readonly number[] | string
  readonly bounds: readonly [number, number]
  readonly whole: boolean
  readonly members: readonly string[]
  /** Values the uncertainty analysis may use, lowest and highest. */
  readonly range?: readonly [ParameterValue, ParameterValue]
  readonly label?: Words
  /** Where its value is from, for editors to show. */
  readonly source?: string
}

/** A metric as a scenario sees it; the shipped ones fit. */
export interface MetricDescriptor {
  readonly id: string
  readonly unit: string
  readonly label?: Words
  readonly doc?: string
}

/** Everything scenarios are checked against. */
export interface ScenarioCatalogue {
  readonly levers: readonly LeverDescriptor[]
  readonly parameters: readonly ParameterDescriptor[]
  readonly licences: readonly string[]
  readonly regions: readonly string[]
  /** Shipped metrics; absent: names of metrics are not checked. */
  readonly metrics?: readonly MetricDescriptor[]
  /**
   * Reads a formula.
   *
   * @param known ids it may use
   * @returns what was expected of it; undefined where it is sound
   */
  readonly checkFormula?: (text: string, known: readonly string[]) => string | undefined
  /** Ids such as `bank:yilian`; absent: names of agents are not checked. */
  readonly agents?: readonly string[]
  /** Groups of platforms, for `tier:small`. */
  readonly tiers?: readonly string[]
  /** Calibrations a scenario may name; absent: none. */
  readonly calibrations?: CalibrationTexts
}

/** Where calibrations are read from. */
export interface CalibrationTexts {
  /** Of those that are shipped. */
  readonly ids: readonly string[]
  /**
   * The text behind an id or a path.
   *
   * @param from  file that names it, or `-s`
   * @returns undefined where there is none
   */
  readonly find: (
    name: string,
    from: string,
  ) => { readonly text: string; readonly file: string } | undefined
}
