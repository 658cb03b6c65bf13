/** Runs one month of the real market in which somebody tampers with the books. */
import { IdentityBroken } from '../../../engine/errors.ts'
import { simulate } from '../../../engine/simulate.ts'
import type { Check, Violation } from '../../../engine/checks.ts'
import type { Phase } from '../../../engine/phase.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import { month } from '../../../agents/month.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { catalogue, keyOf, openingMarket, rulesBefore } from '../../fixtures/opening-market.ts'

/** What is done to the market at the end of a phase, before its checks. */
export type Plants = Readonly<Record<string, (market: Market) => void>>

export const FUNDED = 'bank.allocateFunding'
export const REPAID = 'borrower.repay'
export const PAID = 'guarantor.payIndemnities'
export const SETTLED = 'market.settle'
export const RESOLVED = 'market.resolveFailures'

/** What the check finds in the first month; undefined when it finds nothing. */
export function findingOf(
  check: Check<Market>,
  plants: Plants,
  opening: Market = openingMarket(),
): Violation | undefined {
  const settings = rulesBefore
  const rules = { settings, catalogue, start: PRE_NOTICE_MONTH, periods: 1 }
  const phases = month.map((phase) => tampered(phase, plants[phase.id]))
  const model = { ...marketModel([]), phases, checks: [check] }
  try {
    simulate(model, withRules(opening, rules), { key: keyOf(0), periods: 1 })
  } catch (error) {
    if (error instanceof IdentityBroken) return error.violation
    throw error
  }
  return undefined
}

function tampered(phase: Phase<Market>, plant?: (market: Market) => void): Phase<Market> {
  if (plant === undefined) return phase
  return {
    ...phase,
    run(market, context) {
      phase.run(market, context)
      plant(market)
    },
  }
}

/** A link that lends this month, such that `fits`. */
export function lendingSlot(
  market: Market,
  fits: (b: number, p: number, slot: number) => boolean = () => true,
): number {
  const { links } = market.edges
  for (let slot = 0; slot < links.count; slot++) {
    const lends = market.work.funding.bookedTotal[slot] > 0
    if (lends && fits(links.from[slot], links.to[slot], slot)) return slot
  }
  throw new RangeError('no such link')
}

/** A quote that a link lends at this month, and where `work.booked` holds it. */
export function lendingQuote(market: Market, slot: number): { quote: number; at: number } {
  const { edges, work, platforms } = market
  const b = edges.links.from[slot]
  const outlet = work.inForce.rules.priceClass[b] * platforms.size + edges.links.to[slot]
  for (let i = 0; i < SITES * SEGMENTS; i++) {
    const at = slot * SITES * SEGMENTS + i
    if (work.booked[at] > 0) return { quote: outlet * SITES * SEGMENTS + i, at }
  }
  throw new RangeError('the link does not lend')
}

export function nameOf(
  market: Market,
  kind: 'bank' | 'platform' | 'guarantor',
  row: number,
): string {
  return market[`${kind}Names`][row].id
}
