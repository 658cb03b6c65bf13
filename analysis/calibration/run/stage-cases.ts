/**
 * Cases of the stages of a calibration, and what they measured as tables.
 * @module
 */
import type { CaseTable } from '../case-table.ts'
import type { Case, Evaluate } from './case.ts'
import { priorValue, type PriorRange } from './prior.ts'

/** Values of a setting given as shares of the prior ranges. */
export function valuesAt(ranges: readonly PriorRange[], units: ArrayLike<number>, point = 0) {
  return ranges.map((range, d) => priorValue(range, units[point * ranges.length + d]))
}

/**
 * Runs settings, each with its own replicates: luck that settings shared would look like a property of
 * the market.
 *
 * @param units  shares of the prior ranges, setting by setting
 * @param first  number of the first replicate
 */
export async function evaluateSettings(
  evaluate: Evaluate,
  stage: string,
  ranges: readonly PriorRange[],
  units: Float64Array,
  replicates: number,
  first: number,
): Promise<CaseTable> {
  const dimensions = ranges.length
  const settings = units.length / dimensions
  const cases: Case[] = []
  for (let i = 0; i < settings; i++) {
    const values = valuesAt(ranges, units, i)
    for (let r = 0; r < replicates; r++) {
      cases.push({ values, replicate: first + i * replicates + r })
    }
  }
  const measured = await evaluate(stage, cases)
  const moments = measured[0].length
  const values = new Float64Array(settings * moments)
  for (let i = 0; i < settings; i++) {
    values.set(meansOf(measured.slice(i * replicates, (i + 1) * replicates)), i * moments)
  }
  return {
    dimensions,
    moments,
    units,
    values,
    replicates: new Float64Array(settings).fill(replicates),
  }
}

/** Means over replicates in which a moment is defined; NaN where it never is. */
export function meansOf(replicates: readonly Float64Array[]): Float64Array {
  return replicates[0].map((_, m) => {
    const known = replicates.map((one) => one[m]).filter((value) => !Number.isNaN(value))
    return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0) / known.length
  })
}

/** One table after the other. */
export function joinTables(tables: readonly CaseTable[]): CaseTable {
  const { dimensions, moments } = tables[0]
  const join = (parts: readonly Float64Array[]): Float64Array =>
    Float64Array.from(parts.flatMap((part) => Array.from(part)))
  return {
    dimensions,
    moments,
    units: join(tables.map(({ units }) => units)),
    values: join(tables.map(({ values }) => values)),
    replicates: join(tables.map(({ replicates }) => Float64Array.from(replicates!))),
  }
}
