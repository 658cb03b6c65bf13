/**
 * How many replicates: a number, or enough to know what was asked.
 * @module
 */

/** Go on until every interval is narrow enough, within limits. */
export interface StoppingRule {
  readonly least: number
  readonly most: number
  /** Widest half of the 95% interval of the paired difference (or level), by metric, in its unit. */
  readonly halfWidths: Readonly<Record<string, number>>
  /** Stops at the next look after this long [seconds]; the only limit that depends on the machine. */
  readonly budget?: number
}
