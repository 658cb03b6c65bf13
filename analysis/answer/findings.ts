/**
 * What the sentences of an answer are made of.
 * @module
 */
import type { Text } from '../metrics/metric.ts'
import type { ChangeRow, LevelRow } from './rows.ts'
import type { Moment } from './readings.ts'

/** The scenarios set the same; differ after the run; differ in rules that never bind. */
export type Sameness = 'sameRules' | 'afterRun' | 'neverBinds'

/** A comparison, ready to be put into words. */
export interface ComparisonFindings {
  readonly baseline: Text
  readonly reform: Text
  /** Pairs finished and wanted, and months. */
  readonly pairs: number
  readonly wanted: number
  readonly periods: number
  /** Calendar months: the last, and the last before the reform's rules take effect if inside the run. */
  readonly lastMonth: string
  readonly effectiveMonth: string | undefined
  readonly monthBefore: string | undefined
  /** Why nothing differs, when nothing does. */
  readonly identical: Sameness | undefined
  readonly row: (id: string, moment?: Moment) => ChangeRow | undefined
}

/** A single scenario, ready to be put into words. */
export interface LevelFindings {
  readonly scenario: Text
  readonly replicates: number
  readonly wanted: number
  readonly periods: number
  readonly lastMonth: string
  readonly row: (id: string, moment?: Moment) => LevelRow | undefined
}

/** A calibration as far as an answer tells of it. */
export interface CalibrationNote {
  readonly id: string
  readonly title: Text
  readonly members: number
}

/** What the reader must know besides the numbers. */
export interface Caveats {
  /** Labels of levers in the comparison whose value is reported guidance or a draft, not law. */
  readonly guidance: readonly Text[]
  /** Labels of levers for which the law gives no number, so that a parameter stands in. */
  readonly unknown: readonly Text[]
  /** Share of the opening market's values by origin, 0 to 1. */
  readonly origins: {
    readonly data: number
    readonly derived: number
    readonly imputed: number
    readonly inverted: number
  }
  /**
   * Sets of calibrated numbers of which the replicates draw members; null for points at the values of
   * the catalogue. Absent in results of versions that knew none.
   */
  readonly calibrations?: readonly (CalibrationNote | null)[]
  /** Notes the scenario files carry. */
  readonly notes: readonly string[]
}
