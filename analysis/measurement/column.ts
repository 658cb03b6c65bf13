/**
 * One monthly series a run is asked for beyond its metrics.
 * @module
 */

/** A quantity of one institution, or of the market; survives a structured clone. */
export interface Column {
  /** Id of a reading, or of a shipped metric where there is no subject. */
  readonly quantity: string
  /** Id of an institution, such as `bank:yilian`; absent: the market. */
  readonly subject?: string
  /**
   * Groups of targets it was made for, such as `licence:private`. They travel with the series, so
   * that what was stored can be measured again without knowing who belongs to which group.
   */
  readonly groups?: readonly string[]
}

/** Name of a column: `listSize of bank:yilian`, or the metric's id. */
export function columnName({ quantity, subject }: Column): string {
  return subject === undefined ? quantity : `${quantity} of ${subject}`
}
