/**
 * The model as the kernel runs it: phases, checks, metrics, fork and fingerprint.
 * @module
 */
import { hashNumbers, hashWords } from '../engine/hash.ts'
import type { Metric } from '../engine/record.ts'
import type { Model } from '../engine/simulate.ts'
import type { Month } from '../engine/time.ts'
import { assembleMarket } from './assemble-market.ts'
import { allocateFunding } from './bank/allocate-funding.ts'
import { apply } from './borrower/apply.ts'
import { invariants } from './checks/index.ts'
import { forkOver } from './fork-over.ts'
import type { LeverCatalogue, LeverSetting } from './levers/lever.ts'
import type { Market } from './market.ts'
import { month } from './month.ts'
import { quotePrices } from './platform/quote-prices.ts'
import { applyRules } from './regulator/apply-rules.ts'
import { PRE_NOTICE_MONTH, planRules } from './regulator/plan-rules.ts'
import { resolveFailures } from './settlement/resolve-failures.ts'
import { settle } from './settlement/settle.ts'

/** A month of 2024-11 and after, with every check and the metrics asked for. */
export function marketModel(metrics: readonly Metric<Market>[]): Model<Market> {
  return {
    start: PRE_NOTICE_MONTH,
    phases: month,
    checks: invariants,
    metrics,
    fork: forkOver,
    hash: hashMarket,
  }
}

/** Burn-in: the same months, balance sheets standing still. */
export const burnInModel: Model<Market> = { ...marketModel([]), checks: [] }

/** Months on fixed lists, for stocks to settle. */
export const settlingModel: Model<Market> = {
  ...burnInModel,
  phases: [applyRules, quotePrices, apply, allocateFunding, settle, resolveFailures],
}

/** The same market under a scenario's rules; nothing that is written is shared with `simulate`'s fork. */
export function withRules(
  market: Market,
  rules: {
    settings: readonly LeverSetting[]
    catalogue: LeverCatalogue
    start: Month
    periods: number
  },
): Market {
  const { parameters, banks } = market
  return assembleMarket({ ...market, rules: planRules({ ...rules, parameters, banks }) })
}

/** Absorbs every table and every link; the loan book through the balances of its links. */
function hashMarket(market: Market, state: Uint32Array): void {
  const { banks, platforms, guarantors, borrowers, segments, edges, environment } = market
  hashWords(state, banks.words)
  hashWords(state, platforms.words)
  hashWords(state, guarantors.words)
  hashWords(state, borrowers.words)
  hashWords(state, segments.words)
  hashBytes(state, edges.links.active, edges.links.count)
  hashBytes(state, edges.pending, edges.links.count)
  hashNumbers(state, edges.balance.subarray(0, edges.links.count))
  hashNumbers(state, edges.carried.subarray(0, edges.links.count))
  macro[0] = environment.macroState
  hashNumbers(state, macro)
}

/** Absorbs flags, one word each. */
function hashBytes(state: Uint32Array, flags: Uint8Array, count: number): void {
  hashWords(state, Uint32Array.from(flags.subarray(0, count)))
}

const macro = new Float64Array(1)
