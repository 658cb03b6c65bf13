/**
 * Jobs on a market of a few agents: the real months, in about a millisecond.
 * @module
 */
import type { Outcome } from '../engine/executors/executor.ts'
import { simulate, type Arena } from '../engine/simulate.ts'
import { makeKey } from '../engine/stream.ts'
import type { Market } from '../agents/market.ts'
import { marketModel } from '../agents/model.ts'
import { createMetrics, metricCatalogue } from '../analysis/metrics/index.ts'
import { toyMarket } from '../analysis/verification/market/toy-market.ts'

export const SMALL_PERIODS = 60
const METRICS = 20
const BANKS = 6
const PLATFORMS = 4
const NOISE = 0.5
const LOADING = 0.2

export const smallMetrics = metricCatalogue.slice(0, METRICS)

let market: Market | undefined
const arena: Arena<Market> = { market: undefined }

export function prepare(): void {
  market = toyMarket({
    banks: BANKS,
    platforms: PLATFORMS,
    parameters: { choiceNoise: NOISE, macroLoading: LOADING },
  })
  const { banks } = market
  for (let b = 0; b < banks.size; b++) banks.deposits[b] = banks.otherLoans[b] - banks.equity[b]
  market.environment.macroOn = true
}

export function runJob(index: number): Outcome {
  const model = marketModel(createMetrics(smallMetrics))
  const key = makeKey('small', index)
  const { series, hashes } = simulate(model, market!, { key, periods: SMALL_PERIODS, arena })
  return { ok: true, result: series, hashes }
}
