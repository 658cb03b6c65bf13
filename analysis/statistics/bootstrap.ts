/**
 * Percentile bootstrap with its own seed, so that an interval never changes on a second look.
 * @source Efron (1979), Annals of Statistics 7:1
 * @module
 */
import { createSfc32, fillUniform } from '../../engine/sfc32.ts'
import { CONFIDENCE } from './interval.ts'
import { sortedQuantile } from './quantile.ts'

export const RESAMPLES = 10_000

/**
 * 95% interval of a statistic by resampling the values with replacement.
 *
 * @param values  at least one; pass differences for a paired interval
 * @param statistic  of a resample; must not keep or change it
 * @param seed  text that names the interval
 */
export function bootstrapInterval(
  values: ArrayLike<number>,
  statistic: (sample: Float64Array) => number,
  seed: string,
  resamples: number = RESAMPLES,
): { readonly low: number; readonly high: number } {
  const n = values.length
  if (n === 0) return { low: NaN, high: NaN }
  const generator = createSfc32(seed)
  const draws = new Float64Array(n)
  const sample = new Float64Array(n)
  const found = new Float64Array(resamples)
  for (let k = 0; k < resamples; k++) {
    fillUniform(generator, draws)
    for (let i = 0; i < n; i++) sample[i] = values[Math.floor(draws[i] * n)]
    found[k] = statistic(sample)
  }
  found.sort()
  return {
    low: sortedQuantile(found, (1 - CONFIDENCE) / 2),
    high: sortedQuantile(found, (1 + CONFIDENCE) / 2),
  }
}
