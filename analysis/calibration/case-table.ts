/**
 * What was simulated for a calibration: settings of the estimated parameters and the moments they gave.
 * @module
 */

export interface CaseTable {
  readonly dimensions: number
  readonly moments: number
  /** Settings as shares of their prior ranges, in [0, 1]: `[case * dimensions + dimension]`. */
  readonly units: Float64Array
  /** Mean over the case's replicates, NaN where not defined: `[case * moments + moment]`. */
  readonly values: Float64Array
  /** Replicates behind the mean, by case; 1 each when absent. */
  readonly replicates?: ArrayLike<number>
}

export function caseCount({ units, dimensions }: CaseTable): number {
  return units.length / dimensions
}

/** Some of the cases, in the order named. */
export function casesAt(table: CaseTable, chosen: ArrayLike<number>): CaseTable {
  const { dimensions, moments, replicates } = table
  const units = new Float64Array(chosen.length * dimensions)
  const values = new Float64Array(chosen.length * moments)
  for (let i = 0; i < chosen.length; i++) {
    const from = chosen[i]
    units.set(table.units.subarray(from * dimensions, (from + 1) * dimensions), i * dimensions)
    values.set(table.values.subarray(from * moments, (from + 1) * moments), i * moments)
  }
  const some = { dimensions, moments, units, values }
  if (replicates === undefined) return some
  return { ...some, replicates: Float64Array.from(chosen, (from) => replicates[from]) }
}
