/**
 * A number read of one institution each month.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import type { RuleMonth } from '../../agents/regulator/rule-book.ts'
import type { QuantityDescriptor, QuantityKind } from '../../scenarios/targets/target.ts'
import type { Text } from '../metrics/metric.ts'

/** One reading. NaN means "not defined here" and is never replaced by 0. */
export interface ReadingDefinition extends QuantityDescriptor {
  readonly kind: Exclude<QuantityKind, 'market'>
  readonly label: Text
  /** Its value for the institution in `row` at the end of `period`; writes nothing. */
  read(market: Market, row: number, period: number): number
}

/** The rules in force in a period. */
export function rulesAt(market: Market, period: number): RuleMonth['inForce'] {
  return (market.rules[period] ?? market.preNotice).inForce
}
