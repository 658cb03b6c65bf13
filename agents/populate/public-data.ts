/**
 * The public data the opening market is built from, as this folder needs them.
 *
 * `scenarios/observations.ts` reads the files into these shapes; neither folder imports the other.
 * @module
 */

/** How far a row can be trusted: a filing; one press count; a weak site. */
export type Confidence = 'high' | 'medium' | 'low'

/** One published number in the units of the model: money [mn], ratios as decimals. */
export interface Observation {
  readonly file: string
  readonly entity: string
  /** Licence group, ticker or other class the file gives. */
  readonly kind: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  /** As written, such as `2025Q1`. */
  readonly date: string
  /** Last day the date covers, `YYYY-MM-DD`; empty when it names no time. */
  readonly day: string
  readonly source: string
  /** Last day of the publication date; empty when unknown. */
  readonly published: string
  readonly confidence: Confidence
}

/** One partner list a bank published; counts that were not seen are undefined. */
export interface PartnerList {
  readonly bank: string
  readonly kind: string
  readonly date: string
  readonly day: string
  readonly partners: number | undefined
  readonly platforms: number | undefined
  /** Names quoted by the press, as printed. */
  readonly named: readonly string[]
  readonly source: string
  readonly published: string
  readonly confidence: Confidence
}

export type GroupRole = 'head' | 'listed' | 'small' | 'lender' | 'other'

/** Which group a printed partner name belongs to. */
export interface GroupName {
  readonly name: string
  readonly group: string
  readonly role: GroupRole
  readonly confidence: Confidence
}

/** A region and its share of demand, before scaling to a sum of 1. */
export interface Region {
  readonly id: number
  readonly zh: string
  readonly en: string
  readonly weight: number
  readonly source: string
  readonly date: string
  readonly confidence: Confidence
}

export interface PublicData {
  readonly observations: readonly Observation[]
  readonly lists: readonly PartnerList[]
  readonly groups: readonly GroupName[]
  readonly regions: readonly Region[]
}
