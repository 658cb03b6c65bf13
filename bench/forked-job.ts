/**
 * Jobs for the executors' own speed: the burn-in is paid once a worker, then every job is a short
 * pair of runs from the same opening under luck of its own.
 * @module
 */
import { makeKey } from '../engine/stream.ts'
import { simulate } from '../engine/simulate.ts'
import type { Market } from '../agents/market.ts'
import { bareModel } from './phase-times.ts'
import { shippedMarket } from './shipped-market.ts'

let pair: readonly Market[] = []
let periods = 0

/** @param setup  months of each run */
export function prepare(setup: unknown): void {
  const shipped = shippedMarket()
  const opening = shipped.open(0)
  pair = [shipped.under('rules-before', opening), shipped.under('notice-9', opening)]
  periods = setup as number
}

/** Both runs of pair `index`. */
export function runJob(index: number) {
  const key = makeKey('bench', index)
  const [baseline, reform] = pair.map((market) => simulate(bareModel(), market, { key, periods }))
  return { ok: true, result: baseline.series, hashes: reform.hashes } as const
}
