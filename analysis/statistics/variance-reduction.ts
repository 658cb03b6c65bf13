/**
 * What common draws achieve, metric by metric: how many times more replicates an unpaired comparison
 * would need for the same certainty.
 *
 *     (s²_b + s²_r) / s²_d
 *
 * @source Glasserman, Yao (1992), Management Science 38:884: common random numbers
 * @module
 */
import { variance } from './moments.ts'

/** One metric's reduction. */
export interface VarianceReduction {
  readonly metric: string
  /**
   * 1: pairing achieves nothing; Infinity: pairs differ by a constant, or not at all, while levels
   * vary; NaN: nothing varies, or fewer than two pairs are defined.
   */
  readonly factor: number
  /** Correlation of baseline and reform over replicates; NaN where one of them does not vary. */
  readonly correlation: number
  /** Pairs in which both are defined. */
  readonly n: number
}

/** A difference that varies less than this share of its levels does so by rounding. */
const ROUNDING = 1e-14

/**
 * Reduction of each metric, in the order given.
 *
 * @param baseline, @param reform `[metric][replicate]`, replicates in the same order
 */
export function varianceReductions(
  metrics: readonly string[],
  baseline: readonly ArrayLike<number>[],
  reform: readonly ArrayLike<number>[],
): VarianceReduction[] {
  return metrics.map((metric, m) => varianceReduction(metric, baseline[m], reform[m]))
}

/** The reduction of one metric. */
export function varianceReduction(
  metric: string,
  baseline: ArrayLike<number>,
  reform: ArrayLike<number>,
): VarianceReduction {
  const left: number[] = []
  const right: number[] = []
  for (let i = 0; i < baseline.length; i++) {
    if (Number.isNaN(baseline[i]) || Number.isNaN(reform[i])) continue
    left.push(baseline[i])
    right.push(reform[i])
  }
  const ofLeft = variance(left)
  const ofRight = variance(right)
  const apart = variance(right.map((value, i) => value - left[i]))
  const together = ofLeft + ofRight
  const scale = ROUNDING * Math.max(...left.map(Math.abs), ...right.map(Math.abs))
  const factor = apart > scale * scale ? together / apart : together > 0 ? Infinity : NaN
  const correlation = (together - apart) / (2 * Math.sqrt(ofLeft * ofRight))
  return { metric, factor, correlation, n: left.length }
}
