/**
 * Finds out, for what banks decided on their partners this month, what each term of the value was and
 * what it would have been under the rules before: run right after the decisions, on what they saw.
 *
 * It writes the chronicle only, so a run with it is bit for bit the run without.
 *
 * @source Model document, sections 5.5 to 5.8, evaluated under two rule books
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { countOf } from './chronicle.ts'
import {
  AT,
  DECLINED,
  ENDED,
  KEPT,
  PROGRAMME_ENDED,
  PROGRAMME_KEPT,
  PROGRAMME_RETURNED,
  PROGRAMME_STAYED_OUT,
  ROW_WIDTH,
  SIGNED,
  VALUED,
} from './columns.ts'
import { explainPartner } from './explain-partner.ts'
import { explainProgramme, explainReturn, passToPartners } from './explain-programme.ts'
import { lookBefore } from './look-before.ts'
import { noteValue } from './note-value.ts'
import { rowWithId } from './row-with-id.ts'

export const findCauses: Phase<Market> = {
  id: 'chronicle.findCauses',
  label: { en: 'Reasons of decisions on partners', zh: '合作决策的原因' },
  run(market, context) {
    const { banks, platforms, work } = market
    const { chronicle } = work
    noteValue(market, context)
    const count = countOf(chronicle, context.period)
    if (count === 0) return
    const before = lookBefore(market, context.period)
    for (let row = 0; row < count; row++) {
      const { rows } = chronicle
      const at = row * ROW_WIDTH
      const b = rowWithId(banks.id, rows[at + AT.bank])
      const p = rowWithId(platforms.id, rows[at + AT.platform])
      rows[at + AT.anticipation] = work.anticipation
      switch (rows[at + AT.event]) {
        case SIGNED:
        case ENDED:
        case KEPT:
        case DECLINED:
        case VALUED:
          if (p >= 0 && !isOutside(market, row, b, p)) explainPartner(market, before, row, b, p)
          break
        case PROGRAMME_ENDED:
        case PROGRAMME_KEPT:
          explainProgramme(market, before, row, b)
          break
        case PROGRAMME_RETURNED:
        case PROGRAMME_STAYED_OUT:
          explainReturn(market, row, b)
      }
    }
    passToPartners(chronicle, count)
  },
}

/** Not a decision of the bank: its platform failed before it could decide, or it is the platform's own. */
function isOutside(market: Market, row: number, b: number, p: number): boolean {
  const { banks, platforms, work } = market
  const isAsked = work.chronicle.rows[row * ROW_WIDTH + AT.event] === VALUED
  return banks.affiliateOf[b] === p || (platforms.failed[p] === 1 && !isAsked)
}
