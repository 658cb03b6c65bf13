/**
 * Periods of a toy market: some phases of a month, in the order of the month.
 * @module
 */
import { allocateFunding } from '../../../agents/bank/allocate-funding.ts'
import { valuePartners } from '../../../agents/bank/value-partners.ts'
import { apply } from '../../../agents/borrower/apply.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import type { Market } from '../../../agents/market.ts'
import { quotePrices } from '../../../agents/platform/quote-prices.ts'
import { applyRules } from '../../../agents/regulator/apply-rules.ts'
import { settle } from '../../../agents/settlement/settle.ts'
import type { Context, Phase } from '../../../engine/phase.ts'
import { makeKey } from '../../../engine/stream.ts'

/** The month in which period 0 falls. */
export const START = '2024-11'
/** Period 1 is December: a quarter-end. */
export const QUARTER_END = 1

const key = makeKey('toy', 0)

/** What a phase is told in a period. */
export function contextOf(period: number, replicate = 0): Context {
  return { key: replicate === 0 ? key : makeKey('toy', replicate), period, start: START }
}

/** Runs phases in one period. */
export function runPhases(market: Market, phases: readonly Phase<Market>[], period: number): void {
  const context = contextOf(period)
  for (const phase of phases) phase.run(market, context)
}

/** Up to where banks decide: rules, demand and values of the month. */
export function prepare(market: Market, period = 0): void {
  runPhases(market, [applyRules, valuePartners], period)
}

/** Up to approvals, without list decisions. */
export const untilApprovals: readonly Phase<Market>[] = [
  applyRules,
  valuePartners,
  quotePrices,
  apply,
]

/** Up to bookings, without list decisions. */
export const untilFunding: readonly Phase<Market>[] = [...untilApprovals, allocateFunding]

/** A whole month on fixed lists, without failures. */
export const lendingMonth: readonly Phase<Market>[] = [
  ...untilFunding,
  repay,
  payIndemnities,
  settle,
]

/** Months of lending on fixed lists, from period `from`. */
export function runMonths(market: Market, months: number, from = 0): void {
  for (let period = from; period < from + months; period++) runPhases(market, lendingMonth, period)
}

/** Sum of a column, or of part of it. */
export function total(column: ArrayLike<number>, from = 0, to = column.length): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += column[i]
  return sum
}
