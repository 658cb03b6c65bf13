/**
 * Sine and arcsine from + − × ÷ and the square root only, for angles up to a right angle.
 *
 * @module
 */

const SERIES_TERMS = 14
const NEWTON_STEPS = 60

/**
 * sin θ for |θ| ≤ π/2 by its power series, summed from the smallest term.
 *
 * @source Taylor's series
 */
export function sine(angle: number): number {
  const square = angle * angle
  let nested = 1
  for (let k = SERIES_TERMS; k >= 1; k--) nested = 1 - (square * nested) / (2 * k * (2 * k + 1))
  return angle * nested
}

/**
 * The angle in (−π/2, π/2) whose sine is `s`, for −1 < s < 1, by Newton on the sine.
 *
 * @source Newton's method
 */
export function arcsine(s: number): number {
  let angle = s
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const value = sine(angle)
    const next = angle - (value - s) / Math.sqrt(1 - value * value)
    if (next === angle) return angle
    angle = next
  }
  return angle
}
