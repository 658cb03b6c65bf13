/**
 * The shipped market as it stands at period 0, under notice 9.
 * @module
 */
import { makeKey, type Key } from '../engine/stream.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import type { Market } from '../agents/market.ts'
import { withRules } from '../agents/model.ts'
import { baselineParameters } from '../agents/parameter-catalogue.ts'
import { openMarket } from '../agents/populate/open-market.ts'
import { readFacts } from '../agents/populate/read-facts.ts'
import { readObservations } from '../scenarios/observations.ts'
import { resolveOne } from '../bin/resolve.ts'
import { readLevers, readTables } from '../bin/sources.ts'

export const MONTHS = 36

/** Everything a measurement of the shipped market needs. */
export interface ShippedMarket {
  readonly key: Key
  readonly catalogue: LeverCatalogue
  /** Opens the market of a replicate, burn-in included. */
  open(replicate: number): Market
  /** The market under a shipped scenario's rules. */
  under(scenario: string, market: Market): Market
}

/** Reads data and rules. */
export function shippedMarket(): ShippedMarket {
  const catalogue = readLevers()
  const parameters = baselineParameters()
  const facts = readFacts(readObservations(readTables()), parameters)
  const { seed, start } = resolveOne('notice-9', [], catalogue).run
  return {
    key: makeKey(seed, 0),
    catalogue,
    open: (replicate) => openMarket(facts, parameters, catalogue, makeKey(seed, replicate)),
    under(scenario, market) {
      const settings = resolveOne(scenario, [], catalogue).allSettings
      return withRules(market, { settings, catalogue, start, periods: MONTHS })
    },
  }
}
