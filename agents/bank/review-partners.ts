/**
 * Banks review partners that are due and drop those that no longer pay; approved partners start.
 *
 *     due with probability λ_rev per month (λ_rev^A around an admission package)
 *     keep with probability Λ((V_bp − mo_b(n_b))/τ), else sever; severance needs no consent
 *
 * All reviews of a month use the list length at its start.
 *
 * @source Model document, sections 4 (phase 1c) and 5.7
 * @module
 */
import { logistic } from '../../engine/numerics/logistic.ts'
import type { Context, Phase } from '../../engine/phase.ts'
import { drawAt, purpose, setStream, uniform } from '../../engine/stream.ts'
import { writeChoice, writeCriterion, writeLast } from '../chronicle/chronicle.ts'
import { AT, criterionCode, KEPT, REVIEW } from '../chronicle/columns.ts'
import { notePartnership } from '../chronicle/note-partnership.ts'
import { LOW_VALUE, PROGRAMME_ON, RULE_BOOK, type Market } from '../market.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { valued, valuePartner } from './partner-value.ts'
import { endPartner } from '../loans/end-links.ts'
import { activatePartner } from './partnership.ts'

const reviewEdge = purpose('bank.reviewEdge')
export const keepEdge = purpose('bank.keepEdge')
const HEADCOUNT = criterionCode('headcountCap')

export const reviewPartners: Phase<Market> = {
  id: 'bank.reviewPartners',
  label: { en: 'Banks review partners', zh: '银行评审合作机构' },
  run(market, context) {
    const { banks, environment } = market
    activateApproved(market, context.period)
    for (let b = 0; b < banks.size; b++) {
      if (banks.programme[b] !== PROGRAMME_ON || banks.affiliateOf[b] >= 0) continue
      if (environment.frozen && banks.pinned[b] === 1) continue
      reviewDue(market, b, context)
      holdHeadcount(market, b, context.period)
    }
  },
}

/** Signed partners whose approval time has passed may lend from this month; the bank pays F_set. */
function activateApproved(market: Market, period: number): void {
  const { edges, work } = market
  work.bank.activations.fill(0)
  for (let slot = 0; slot < edges.links.count; slot++) {
    if (edges.pending[slot] === 0 || edges.pendingUntil[slot] > period) continue
    activatePartner(market, slot, period)
    work.bank.activations[edges.links.from[slot]]++
  }
}

function reviewDue(market: Market, b: number, context: Context): void {
  const { banks, platforms, edges, work, parameters } = market
  const { links } = edges
  const rate =
    work.month.accelerated[b] === 1 ? parameters.reviewRateAnnounced : parameters.reviewRate
  const able = work.inForce.able[b] === 1
  const oversight = decisionOversight(market, b, work.listLength[b])
  setStream(work.stream, context.key, reviewEdge, banks.id[b], context.period)
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const slot = links.fromSlots[i]
    const p = links.to[slot]
    if (links.active[slot] === 0 || drawAt(work.stream, platforms.id[p]) >= rate) continue
    valuePartner(market, b, p, able)
    const keep = keepProbability(valued.value - oversight, parameters.choiceNoise)
    const luck = uniform(context.key, keepEdge, banks.id[b], platforms.id[p], context.period)
    if (luck >= keep) endPartner(market, slot, LOW_VALUE, context.period)
    else if (work.chronicle.watchedBank === b) {
      notePartnership(market, slot, KEPT, REVIEW, context.period)
    } else continue
    writeChoice(work.chronicle, valued.value, oversight, 0, keep, luck)
  }
}

/** Λ(net/τ); as τ → 0: 1 above zero, ½ at zero, 0 below. */
export function keepProbability(net: number, noise: number): number {
  if (noise > 0) return logistic(net / noise)
  return net > 0 ? 1 : net < 0 ? 0 : 0.5
}

/** Under a head-count cap the partners worth least are cut at once. */
function holdHeadcount(market: Market, b: number, period: number): void {
  const { edges, work } = market
  const { links } = edges
  const cap = work.inForce.rules.headcountCap[b]
  if (cap === Infinity) return
  const able = work.inForce.able[b] === 1
  const { scores, order } = work
  let count = 0
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const slot = links.fromSlots[i]
    if (links.active[slot] === 0) continue
    valuePartner(market, b, links.to[slot], able)
    let at = count++
    while (at > 0 && scores[at - 1] < valued.value) {
      scores[at] = scores[at - 1]
      order[at] = order[at - 1]
      at--
    }
    scores[at] = valued.value
    order[at] = slot
  }
  for (let i = cap; i < count; i++) {
    endPartner(market, order[i], RULE_BOOK, period)
    writeLast(work.chronicle, AT.value, scores[i])
    writeCriterion(work.chronicle, work.chronicle.count - 1, HEADCOUNT, i + 1, cap)
  }
}
