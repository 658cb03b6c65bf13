/**
 * Values of several members as one number. Members without a defined value are left out.
 * @module
 */
import type { Combine, Summary } from '../../scenarios/targets/target.ts'
import { defined, mean } from '../statistics/moments.ts'
import { quantile } from '../statistics/quantile.ts'

const MEDIAN = 0.5
const LOWER_QUARTILE = 0.25
const UPPER_QUARTILE = 0.75
/** What a tie counts among pairs in order. */
const TIE = 0.5

/** One number of the members' values; NaN where none is left. */
export function combine(how: Combine, values: Float64Array): number {
  switch (how.kind) {
    case 'one':
      return values.length === 1 ? values[0] : NaN
    case 'summary':
      return summarise(how.of, defined(values))
    case 'inside':
      return shareInside(defined(values), how.low, how.high)
    case 'order':
      return shareInOrder(values, how.descending)
  }
}

function summarise(of: Summary, values: Float64Array): number {
  if (values.length === 0) return NaN
  switch (of) {
    case 'median':
      return quantile(values, MEDIAN)
    case 'q1':
      return quantile(values, LOWER_QUARTILE)
    case 'q3':
      return quantile(values, UPPER_QUARTILE)
    case 'least':
      return quantile(values, 0)
    case 'most':
      return quantile(values, 1)
    case 'mean':
      return mean(values)
    case 'sum':
      return mean(values) * values.length
  }
}

function shareInside(values: Float64Array, low: number, high: number): number {
  let inside = 0
  for (let i = 0; i < values.length; i++) if (values[i] >= low && values[i] <= high) inside++
  return inside / values.length
}

/** Share of pairs whose earlier written member has the larger (descending) value; ties count half. */
function shareInOrder(values: Float64Array, descending: boolean): number {
  let right = 0
  let pairs = 0
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const fall = values[i] - values[j]
      if (Number.isNaN(fall)) continue
      pairs++
      if (fall === 0) right += TIE
      else if (fall > 0 === descending) right++
    }
  }
  return right / pairs
}
