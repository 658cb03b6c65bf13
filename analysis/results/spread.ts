/**
 * Means, intervals and quantiles in the form a summary holds them.
 * @module
 */
import { estimateMean, type Estimate } from '../statistics/interval.ts'
import { defined, mean } from '../statistics/moments.ts'
import { sortedQuantile } from '../statistics/quantile.ts'
import {
  known,
  type Known,
  type SummaryBand,
  type SummaryEstimate,
  type SummaryQuantiles,
} from './summary.ts'

const QUANTILES = { q05: 0.05, q25: 0.25, median: 0.5, q75: 0.75, q95: 0.95 } as const

export function estimateOf({ mean: centre, low, high, sd, n }: Estimate): SummaryEstimate {
  return { mean: known(centre), low: known(low), high: known(high), sd: known(sd), n }
}

/** Quantiles of the values that are defined. */
export function quantilesOf(values: ArrayLike<number>): SummaryQuantiles {
  return sortedQuantiles(defined(values).sort())
}

function sortedQuantiles(sorted: Float64Array): SummaryQuantiles {
  const at = (q: number): Known => known(sortedQuantile(sorted, q))
  return {
    q05: at(QUANTILES.q05),
    q25: at(QUANTILES.q25),
    median: at(QUANTILES.median),
    q75: at(QUANTILES.q75),
    q95: at(QUANTILES.q95),
  }
}

/** Month by month, over jobs. @param block `[job * periods + period]` */
export function bandOf(block: Float64Array, periods: number): SummaryBand {
  const months = monthsOf(block, periods)
  const spreads = months.map((values) => sortedQuantiles(values.slice().sort()))
  return {
    n: months.map((values) => values.length),
    mean: months.map((values) => known(mean(values))),
    q05: spreads.map((one) => one.q05),
    q25: spreads.map((one) => one.q25),
    median: spreads.map((one) => one.median),
    q75: spreads.map((one) => one.q75),
    q95: spreads.map((one) => one.q95),
  }
}

/** Ends of the 95% interval of the mean, month by month. */
export function intervalsOf(block: Float64Array, periods: number) {
  const estimates = monthsOf(block, periods).map(estimateMean)
  return {
    low: estimates.map(({ low }) => known(low)),
    high: estimates.map(({ high }) => known(high)),
  }
}

/** The values of every month that are defined. */
function monthsOf(block: Float64Array, periods: number): Float64Array[] {
  const jobs = block.length / periods
  return Array.from({ length: periods }, (_, period) => {
    const values = new Float64Array(jobs)
    let count = 0
    for (let j = 0; j < jobs; j++) {
      const value = block[j * periods + period]
      if (!Number.isNaN(value)) values[count++] = value
    }
    return values.subarray(0, count)
  })
}
