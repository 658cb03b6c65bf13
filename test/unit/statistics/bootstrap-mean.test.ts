import { describe, expect, it } from 'vitest'
import { bootstrapMean } from '../../../analysis/statistics/bootstrap-mean.ts'
import { estimateMean } from '../../../analysis/statistics/interval.ts'
import { FIVE_SIGMA } from '../../fixtures/bounds.ts'

const even = Array.from({ length: 61 }, (_, i) => (i * 37) % 61)
const skewed = even.map((value) => value * value * value)

describe('bootstrapMean', () => {
  it('never changes on a second look, and does with another seed', () => {
    const first = bootstrapMean(even, 'cr5', 500)
    expect(bootstrapMean(even, 'cr5', 500)).toEqual(first)
    expect(bootstrapMean(even, 'hhi', 500)).not.toEqual(first)
  })

  it('agrees with Student on an even sample, within its own noise', () => {
    const { low, high, mean, sd, n } = estimateMean(even)
    const found = bootstrapMean(even, 'even', 4000)
    // An end is an order statistic: √(p(1−p)/resamples) over the density φ(1.96) = 0.058, in
    // standard errors of the mean. Its flat tails make a uniform sample's ends 2% shorter.
    const error = sd / Math.sqrt(n)
    const noise = ((FIVE_SIGMA * Math.sqrt((0.025 * 0.975) / 4000)) / 0.058 + 0.04) * error
    expect(Math.abs(found.low - low)).toBeLessThan(noise)
    expect(Math.abs(found.high - high)).toBeLessThan(noise)
    expect(found.low).toBeLessThan(mean)
  })

  it('reaches further towards the long tail', () => {
    const { mean } = estimateMean(skewed)
    const { low, high } = bootstrapMean(skewed, 'skewed')
    expect(high - mean).toBeGreaterThan(1.05 * (mean - low))
    const mirrored = bootstrapMean(
      skewed.map((value) => -value),
      'skewed',
    )
    expect(mean + mirrored.low).toBeLessThan(-1.05 * (mirrored.high + mean))
  })

  it('leaves out what is not defined, and claims nothing from one value', () => {
    expect(bootstrapMean([NaN, ...even, NaN], 'a', 200)).toEqual(bootstrapMean(even, 'a', 200))
    expect(bootstrapMean([3], 'a')).toEqual({ low: NaN, high: NaN })
    expect(bootstrapMean([3, 3, 3], 'a')).toEqual({ low: 3, high: 3 })
  })
})
