/**
 * Monthly growth of a programme's capacity at a bank whose balance sheet shrinks.
 *
 *     trend = (A_1 / A_0)^(1/months) - 1   if A_1 < A_0 and months ≥ 24, else 0
 *
 * @source model document, section 10, step 1 (Yilian: -.0106 a month)
 * @module
 */
import { exp, log } from '../../engine/numerics/index.ts'
import { chooseValue } from './choose-value.ts'
import { derived, imputed, type Fact } from './fact.ts'
import type { Observation } from './public-data.ts'

const MONTHS_APART = 24

/**
 * Trend from rows of total assets: the chosen one against the last that is two years older.
 *
 * @returns 0 when assets did not fall or were seen once [1/month]
 */
export function capacityTrendOf(assets: readonly Observation[]): Fact {
  const last = chooseValue(assets)
  if (last === undefined) return imputed(0, '1/month')
  const older = assets.filter((row) => monthsBetween(row.day, last.day) >= MONTHS_APART)
  const first = chooseValue(older)
  if (first === undefined || last.value >= first.value) return imputed(0, '1/month')
  const months = monthsBetween(first.day, last.day)
  return derived(exp(log(last.value / first.value) / months) - 1, '1/month', last)
}

/** Whole calendar months from one `YYYY-MM-DD` to another. */
export function monthsBetween(from: string, to: string): number {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return monthOf(to) - monthOf(from)
}
