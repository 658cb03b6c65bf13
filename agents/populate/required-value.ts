/**
 * Rows without which there is no opening market.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import type { Observation } from './public-data.ts'

/** @throws SimulationError DATA_ROW_MISSING when a step finds no row it can use */
export function required(
  row: Observation | undefined,
  file: string,
  entity: string,
  metric: string,
): Observation {
  if (row !== undefined) return row
  const expected = `a usable row ${metric} of ${entity} by 2025-06-30, or of the day the step names`
  throw new SimulationError([{ code: 'DATA_ROW_MISSING', file, expected, got: 'no such row' }])
}
