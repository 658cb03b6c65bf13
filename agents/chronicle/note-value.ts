import { slotOf } from '../../engine/links.ts'
import type { Context } from '../../engine/phase.ts'
import { uniform } from '../../engine/stream.ts'
import { valued, valuePartner } from '../bank/partner-value.ts'
import { keepEdge, keepProbability } from '../bank/review-partners.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { addRow, writeChoice, writeLast } from './chronicle.ts'
import { AT, REVIEW, VALUED } from './columns.ts'

/**
 * Notes what the watched pair is worth to its bank this month, whether it is reviewed or not: with the
 * probability and the luck a review of this month would have.
 */
export function noteValue(market: Market, context: Context): void {
  const { banks, platforms, edges, work, parameters } = market
  const { chronicle } = work
  const b = chronicle.watchedBank
  const p = chronicle.watchedPlatform
  if (b < 0 || p < 0 || platforms.failed[p] === 1 || banks.affiliateOf[b] === p) return
  if (banks.programme[b] !== PROGRAMME_ON) return
  const slot = slotOf(edges.links, b, p)
  const active = slot >= 0 && edges.links.active[slot] === 1
  valuePartner(market, b, p, active && work.inForce.able[b] === 1)
  const { value } = valued
  const partners = active ? work.listLength[b] : work.listLength[b] + 1
  const oversight = decisionOversight(market, b, partners)
  const setupCost = active ? 0 : parameters.setupCost
  const keep = keepProbability(value - oversight - setupCost, parameters.choiceNoise)
  const luck = uniform(context.key, keepEdge, banks.id[b], platforms.id[p], context.period)
  addRow(chronicle, context.period, banks.id[b], platforms.id[p], VALUED, REVIEW)
  writeChoice(chronicle, value, oversight, setupCost, keep, active ? luck : NaN)
  writeLast(chronicle, AT.partners, partners)
  writeLast(chronicle, AT.platformGain, valued.platformGain)
  if (slot >= 0) writeLast(chronicle, AT.balance, edges.balance[slot])
}
