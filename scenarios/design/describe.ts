/**
 * A design point in words: `aprCapPerLoan 20%, whitelistRequired none`.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import {
  writeLeverValue,
  writeParameterValue,
  type LeverValue,
  type ParameterValue,
} from '../values.ts'
import type { SweptValues } from './points.ts'

const SHOWN_DIGITS = 6

/**
 * Every swept value as a scenario would write it, in order, numbers to six digits; empty without a
 * sweep.
 */
export function describePoint(
  values: SweptValues,
  { levers, parameters }: Pick<ScenarioCatalogue, 'levers' | 'parameters'>,
): string {
  return Object.entries(values)
    .map(([id, value]) => {
      const lever = levers.find((one) => one.id === id)
      if (lever) return `${id} ${shown(writeLeverValue(rounded(value), lever))}`
      const parameter = parameters.find((one) => one.id === id)
      if (parameter === undefined) throw new Error(`${id} is no lever or parameter`)
      return `${id} ${shown(writeParameterValue(rounded(value) as ParameterValue, parameter))}`
    })
    .join(', ')
}

function rounded(value: LeverValue | ParameterValue): LeverValue | ParameterValue {
  return typeof value === 'number' ? Number(value.toPrecision(SHOWN_DIGITS)) : value
}

function shown(written: unknown): string {
  if (written === null) return 'none'
  return typeof written === 'string' ? written : JSON.stringify(written)
}
