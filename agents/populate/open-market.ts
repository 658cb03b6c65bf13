/**
 * The market as it stands at period 0: population, inverted demand, burn-in, opening books.
 *
 * @source Model document, sections 10 and 19
 * @module
 */
import { advance } from '../../engine/simulate.ts'
import type { Key } from '../../engine/stream.ts'
import { revealMargins } from '../bank/reveal-margin.ts'
import { valuePartners } from '../bank/value-partners.ts'
import type { Market } from '../market.ts'
import { burnInModel, settlingModel } from '../model.ts'
import { SEGMENTS, type Parameters } from '../parameters.ts'
import { preNoticeRules, PRE_NOTICE_MONTH } from '../regulator/plan-rules.ts'
import type { LeverCatalogue } from '../levers/lever.ts'
import type { RuleBook, RuleMonth } from '../regulator/rule-book.ts'
import { compactEdges } from './compact-edges.ts'
import { createMarket } from './create-market.ts'
import { drawPopulation } from './draw-population.ts'
import type { Facts } from './facts.ts'
import { invertDemand, type Inversion } from './invert-demand.ts'
import { openBooks, revealPinnedCosts } from './open-books.ts'
import type { Population } from './population.ts'

/** Months on fixed lists after burn-in, for stocks to follow the demand inverted last. */
const SETTLING_MONTHS = 24

/**
 * Opens the market of one replicate.
 *
 * @returns the state at the start of period 0, ready for `withRules` and `simulate`
 */
export function openMarket(
  facts: Facts,
  parameters: Parameters,
  catalogue: LeverCatalogue,
  key: Key,
): Market {
  const population = drawPopulation(facts, parameters, key)
  const banks = population.banks
  const rules = preNoticeRules({ catalogue, parameters, banks })
  const market = createMarket(population, parameters, quietMonth(rules, banks.size))
  const inversion = targetsOf(population)
  const start = { key, start: PRE_NOTICE_MONTH, period: -parameters.burnIn - SETTLING_MONTHS }

  invertDemand(market, inversion, start)
  const burnIn = parameters.burnIn
  advance(burnInModel, market, { key, from: -burnIn, periods: burnIn })
  revealPinnedCosts(market)
  compactEdges(market)
  invertDemand(market, inversion, { ...start, period: -1 })
  advance(settlingModel, market, { key, from: -SETTLING_MONTHS, periods: SETTLING_MONTHS })
  openBooks(market, population)
  valuePartners.run(market, { ...start, period: 0 })
  revealMargins(market)
  return market
}

/** Target stock by platform and segment. */
function targetsOf({ platforms }: Population): Inversion {
  const balance = new Float64Array(platforms.size * SEGMENTS)
  for (let cell = 0; cell < balance.length; cell++) {
    balance[cell] = platforms.balance[Math.floor(cell / SEGMENTS)] * platforms.segmentShare[cell]
  }
  return { balance, correction: new Float64Array(balance.length).fill(1) }
}

/** A month in which nothing is announced. */
function quietMonth(inForce: RuleBook, banks: number): RuleMonth {
  return {
    inForce,
    next: undefined,
    nextEffective: -1,
    leaked: false,
    accelerated: new Uint8Array(banks),
    changed: false,
  }
}
