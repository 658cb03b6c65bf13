/**
 * From a coordinate of a design to the value of an axis.
 * @module
 */
import type { AxisRange } from '../sweep.ts'
import type { LeverValue, ParameterValue } from '../values.ts'

/**
 * The value of an axis at `u` in (0, 1). Named values, and whole numbers with both ends, get equal
 * slices.
 */
export function unitToValue(range: AxisRange, u: number): LeverValue | ParameterValue {
  if ('values' in range) return range.values[sliceOf(u, range.values.length)]
  const { low, high, whole } = range
  if (!whole) return low + (high - low) * u
  const least = Math.ceil(low)
  return least + sliceOf(u, Math.floor(high) - least + 1)
}

/** Which of `slices` equal parts of (0, 1) holds `u`, from 0. */
export function sliceOf(u: number, slices: number): number {
  return Math.min(slices - 1, Math.floor(u * slices))
}
