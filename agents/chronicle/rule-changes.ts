/**
 * Which rules that bear on one bank and platform are not those before.
 * @module
 */
import { SEGMENTS } from '../parameters.ts'
import type { Market } from '../market.ts'
import { ceilingOf } from '../pricing/ceiling.ts'
import type { RuleBook } from '../regulator/rule-book.ts'
import type { Cause } from './columns.ts'

/**
 * What moved a margin: the first rule of this order that differs for the pair and can move it; `rivals`
 * when none does, so that only what others may do has changed.
 *
 * The order is by how directly a rule acts on the price: ceiling, then where and how much the bank may
 * lend, then what its money and its borrowers cost.
 */
export function marginCause(market: Market, rules: RuleBook, b: number, p: number): Cause {
  const before = market.preNotice.inForce
  if (ceilingsDiffer(market, rules, before, b, p)) return 'ceiling'
  if (rules.homeOnly[b] !== before.homeOnly[b]) return 'region'
  if (rules.appetiteCap[b] !== before.appetiteCap[b]) return 'capacity'
  if (
    rules.riskWeight[b] !== before.riskWeight[b] ||
    rules.capitalFloor[b] !== before.capitalFloor[b]
  ) {
    return 'unitCost'
  }
  const tier = market.platforms.tier[p]
  if (rules.acquisitionUplift[tier] !== before.acquisitionUplift[tier]) return 'acquisition'
  return 'rivals'
}

function ceilingsDiffer(
  market: Market,
  rules: RuleBook,
  before: RuleBook,
  b: number,
  p: number,
): boolean {
  const { platforms } = market
  const guaranteed = platforms.guaranteeCover[p] > 0
  const niche = platforms.niche[p] === 1
  for (let s = 0; s < SEGMENTS; s++) {
    const now = ceilingOf(rules, rules.priceClass[b], s, guaranteed, niche)
    if (now !== ceilingOf(before, before.priceClass[b], s, guaranteed, niche)) return true
  }
  return false
}
