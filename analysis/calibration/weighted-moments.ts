/**
 * Mean, quantiles and covariance of weighted points; weights sum to 1.
 * @module
 */

/** One coordinate of row-major points. */
export function coordinate(
  values: Float64Array,
  dimensions: number,
  dimension: number,
): Float64Array {
  const column = new Float64Array(values.length / dimensions)
  for (let i = 0; i < column.length; i++) column[i] = values[i * dimensions + dimension]
  return column
}

export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += weights[i] * values[i]
  return sum
}

/**
 * Quantiles of weighted values: linear between the middles of their steps.
 * @returns one for each of `shares`
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  shares: readonly number[],
): number[] {
  const kept = Array.from(values.keys()).filter((i) => weights[i] > 0)
  const order = kept.sort((i, j) => values[i] - values[j])
  const middles = new Float64Array(order.length)
  let passed = 0
  order.forEach((i, k) => {
    middles[k] = passed + weights[i] / 2
    passed += weights[i]
  })
  return shares.map((share) => {
    let above = middles.findIndex((middle) => middle >= share)
    if (above === -1) above = order.length - 1
    if (above === 0 || middles[above] <= share) return values[order[above]] ?? NaN
    const part = (share - middles[above - 1]) / (middles[above] - middles[above - 1])
    const below = values[order[above - 1]]
    return below + part * (values[order[above]] - below)
  })
}

export interface WeightedCovariance {
  readonly means: Float64Array
  /** `[dimension * dimensions + other]` */
  readonly entries: Float64Array
}

/** Mean and covariance of row-major points. */
export function weightedCovariance(
  values: Float64Array,
  dimensions: number,
  weights: Float64Array,
): WeightedCovariance {
  const means = new Float64Array(dimensions)
  const entries = new Float64Array(dimensions * dimensions)
  for (let i = 0; i < weights.length; i++) {
    for (let d = 0; d < dimensions; d++) means[d] += weights[i] * values[i * dimensions + d]
  }
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue
    for (let d = 0; d < dimensions; d++) {
      const own = weights[i] * (values[i * dimensions + d] - means[d])
      for (let e = 0; e <= d; e++) {
        entries[d * dimensions + e] += own * (values[i * dimensions + e] - means[e])
      }
    }
  }
  for (let d = 0; d < dimensions; d++) {
    for (let e = 0; e < d; e++) entries[e * dimensions + d] = entries[d * dimensions + e]
  }
  return { means, entries }
}
