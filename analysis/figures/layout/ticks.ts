/**
 * Round numbers for an axis.
 * @module
 */

const STEPS = [1, 2, 5, 10]

export interface Ticks {
  readonly values: readonly number[]
  /** Decimals that tell them apart. */
  readonly decimals: number
}

/** Multiples of 1, 2 or 5 times a power of ten, from at most `low` to at least `high`. */
export function niceTicks(low: number, high: number, count: number): Ticks {
  const { factor, exponent } = niceStep((high - low) / count)
  const unit = powerOfTen(Math.abs(exponent))
  const value = (k: number) => (exponent < 0 ? (k * factor) / unit : k * factor * unit)
  const step = value(1)
  const first = Math.floor(low / step + TOLERANCE)
  const last = Math.ceil(high / step - TOLERANCE)
  const values = Array.from({ length: last - first + 1 }, (_, i) => value(first + i))
  return { values, decimals: Math.max(0, -exponent) }
}

/** What division may add to a multiple, as a share of a step. */
const TOLERANCE = 1e-9

/** The smallest nice step that is at least `size`. */
function niceStep(size: number): { factor: number; exponent: number } {
  let exponent = 0
  let left = size
  for (; left >= 10; left /= 10) exponent++
  for (; left < 1; left *= 10) exponent--
  const factor = STEPS.find((step) => left <= step * (1 + TOLERANCE)) ?? 10
  return factor === 10 ? { factor: 1, exponent: exponent + 1 } : { factor, exponent }
}

function powerOfTen(exponent: number): number {
  let power = 1
  for (let i = 0; i < exponent; i++) power *= 10
  return power
}
