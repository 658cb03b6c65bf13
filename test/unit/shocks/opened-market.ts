/**
 * The opening market of one replicate, from the public data, and runs of it with and without shocks.
 * @module
 */
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import { openMarket } from '../../../agents/populate/open-market.ts'
import type { Shock } from '../../../agents/shocks/shock.ts'
import { simulate } from '../../../engine/simulate.ts'
import { makeKey } from '../../../engine/stream.ts'
import { facts, parameters } from '../populate/shipped-data.ts'
import { catalogue, START } from '../regulator/rule-market.ts'

export const key = makeKey('shocks', 0)
export const lawOfStart = lawSettings(catalogue, { asOf: START })
export const PERIODS = 12

let opening: Market | undefined

/** The market at the start of period 0; opened once per process, never written to. */
export function opened(): Market {
  return (opening ??= openMarket(facts, parameters, catalogue, key))
}

/** The opening market under the law of its start, more settings, and shocks. */
export function marketWith(
  shocks: readonly Shock[],
  more: readonly LeverSetting[] = [],
  periods = PERIODS,
): Market {
  const settings = [...lawOfStart, ...more]
  return { ...withRules(opened(), { settings, catalogue, start: START, periods }), shocks }
}

/** Runs a market with all its checks; `read` sees it at the end of every period. */
export function watch<T>(
  market: Market,
  read: (market: Market, period: number) => T,
  periods = PERIODS,
): T[] {
  const seen: T[] = []
  const observer = (one: Market, { period }: { period: number }) => {
    seen.push(read(one, period))
  }
  simulate(marketModel([]), market, { key, periods, observer })
  return seen
}

/** Rows of active banks with a programme on and loans, those with the largest books first. */
export function largestBanks(market: Market, count: number): number[] {
  const { banks } = market
  return Array.from({ length: banks.size }, (_, b) => b)
    .filter((b) => banks.programme[b] === 0 && banks.affiliateOf[b] < 0)
    .sort((x, y) => banks.partnerLoans[y] - banks.partnerLoans[x])
    .slice(0, count)
}

export function total(column: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += column[i]
  return sum
}
