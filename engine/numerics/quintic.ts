/**
 * Pieces of a function whose value and first two derivatives are known at the ends.
 * @module
 */

/** A value and two derivatives at one place. */
export interface Node {
  readonly value: number
  readonly first: number
  readonly second: number
}

/**
 * The quintic on [0, 1] that matches value and two derivatives at both ends of an interval of length
 * `step`: six coefficients from `at` on, lowest power first.
 *
 * @source Hermite interpolation
 */
export function quintic(
  into: Float64Array,
  at: number,
  left: Node,
  right: Node,
  step: number,
): void {
  const first = left.first * step
  const second = (left.second * step * step) / 2
  const rise = right.value - left.value - first - second
  const slope = right.first * step - first - 2 * second
  const bend = right.second * step * step - 2 * second
  into[at] = left.value
  into[at + 1] = first
  into[at + 2] = second
  into[at + 3] = 10 * rise - 4 * slope + bend / 2
  into[at + 4] = -15 * rise + 7 * slope - bend
  into[at + 5] = 6 * rise - 3 * slope + bend / 2
}
