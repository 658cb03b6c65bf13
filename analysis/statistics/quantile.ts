/**
 * Sample quantiles of type 7: linear between order statistics, at (n-1)·q.
 * @source Hyndman, Fan (1996), The American Statistician 50:361, definition 7
 * @module
 */

/**
 * @param values  any order; left as they are
 * @param q  in [0, 1]
 * @returns NaN for no values
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), q)
}

/** The same for values already in ascending order. */
export function sortedQuantile(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) return NaN
  const position = (sorted.length - 1) * q
  const below = Math.floor(position)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (position - below) * (sorted[above] - sorted[below])
}
