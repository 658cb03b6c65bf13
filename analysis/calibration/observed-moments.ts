/**
 * What was observed of the moments a calibration aims at.
 * @module
 */

export interface ObservedMoments {
  /** By moment; NaN where nothing was observed. */
  readonly values: Float64Array
  /** Standard deviation of what was observed, above 0. */
  readonly sds: Float64Array
  /** Divides the variance of a misfit: 2 counts like two such observations, 0 not at all. */
  readonly weights: Float64Array
}

/** Moments a likelihood may use: observed, with a weight, and with a known variance in the model. */
export function usableMoments(
  { values, weights }: ObservedMoments,
  residualVariances: ArrayLike<number>,
): number[] {
  const usable: number[] = []
  for (let m = 0; m < values.length; m++) {
    if (!Number.isNaN(values[m]) && weights[m] > 0 && residualVariances[m] >= 0) usable.push(m)
  }
  return usable
}
