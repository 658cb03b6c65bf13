/**
 * The terms of one partner's value as the bank decided on it, and under the rules before.
 *
 * @source Model document, sections 5.5 and 5.6
 * @module
 */
import { slotOf } from '../../engine/links.ts'
import { keepProbability } from '../bank/review-partners.ts'
import { PROGRAMME_EXIT, RULE_BOOK, type Market } from '../market.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import type { Outlook } from '../pricing/outlook.ts'
import {
  AT,
  causeCode,
  DECLINED,
  ENDED,
  KEPT,
  PLATFORM_DECLINED,
  ROW_WIDTH,
  SEARCH,
  SIGNED,
  VALUED,
  type Cause,
} from './columns.ts'
import { largestFall, type Decided, type Fall } from './name-cause.ts'
import { marginCause } from './rule-changes.ts'
import { blend, oversightUnder, termsUnder, valueOf, type Terms } from './terms.ts'

/** Terms of a pair: as decided, and their two parts (announced rules: undefined when not counted). */
interface Views {
  readonly decided: Terms
  readonly announced: Terms | undefined
  readonly before: Terms
}

/** Completes a row on a decision between bank `b` and platform `p`. */
export function explainPartner(
  market: Market,
  before: Outlook,
  row: number,
  b: number,
  p: number,
): void {
  const { work } = market
  const { rows } = work.chronicle
  const at = row * ROW_WIDTH
  const views = viewsOf(market, before, b, p, wasLinked(market, rows[at + AT.event], b, p))
  const partners = partnersIn(rows, at)
  const oversight = decisionOversight(market, b, partners)
  const oversightBefore = oversightUnder(market, before.rules, b, partners)
  if (Number.isNaN(rows[at + AT.value])) rows[at + AT.value] = valueOf(views.decided)
  rows[at + AT.margin] = views.decided.margin
  rows[at + AT.partnerCost] = views.decided.partnerCost
  rows[at + AT.penalty] = views.decided.penalty
  rows[at + AT.oversight] = oversight
  rows[at + AT.valueBefore] = valueOf(views.before)
  rows[at + AT.marginBefore] = views.before.margin
  rows[at + AT.partnerCostBefore] = views.before.partnerCost
  rows[at + AT.penaltyBefore] = views.before.penalty
  rows[at + AT.oversightBefore] = oversightBefore
  if (!Number.isNaN(rows[at + AT.probability])) {
    const net = valueOf(views.before) - oversightBefore - rows[at + AT.setupCost]
    rows[at + AT.probabilityBefore] = keepProbability(net, market.parameters.choiceNoise)
  }
  nameCause(market, rows, at, b, p, views, { now: oversight, before: oversightBefore })
}

/** Terms as decided, weighted by ω, and under the rules before. */
export function viewsOf(
  market: Market,
  before: Outlook,
  b: number,
  p: number,
  linked: boolean,
): Views {
  const { work } = market
  const now = termsUnder(market, work.inForce, work.announcement, b, p, linked)
  const announced =
    work.anticipation > 0 ? termsUnder(market, work.next, undefined, b, p, linked) : undefined
  return {
    decided: announced ? blend(now, announced, work.anticipation) : now,
    announced,
    before: termsUnder(market, before, undefined, b, p, linked),
  }
}

/** Whether the bank's weight was part of its platform's funding when it decided. */
function wasLinked(market: Market, event: number, b: number, p: number): boolean {
  const { edges, work } = market
  if (work.inForce.able[b] === 0) return false
  if (event === VALUED) {
    const slot = slotOf(edges.links, b, p)
    return slot >= 0 && edges.links.active[slot] === 1
  }
  return event === ENDED || event === KEPT
}

/** Which partner of its list it was: the last one, or the one after it; 0 where oversight did not count. */
function partnersIn(rows: Float64Array, at: number): number {
  const event = rows[at + AT.event]
  const partners = rows[at + AT.partners]
  if (event === SIGNED) return rows[at + AT.reason] === SEARCH ? partners + 1 : 0
  return event === DECLINED ? partners + 1 : partners
}

function nameCause(
  market: Market,
  rows: Float64Array,
  at: number,
  b: number,
  p: number,
  views: Views,
  oversight: { readonly now: number; readonly before: number },
): void {
  const reason = rows[at + AT.reason]
  // The programme's own cause is passed on to its partners.
  if (reason === PROGRAMME_EXIT) return
  const { work, preNotice } = market
  if (reason === RULE_BOOK) {
    const capped = work.inForce.rules.headcountCap[b] !== preNotice.inForce.headcountCap[b]
    rows[at + AT.cause] = causeCode(capped ? 'headcount' : 'none')
    rows[at + AT.announcedShare] = 0
    return
  }
  const event = rows[at + AT.event]
  const now: Decided = { ...views.decided, oversight: oversight.now }
  // A platform that declines looks at the surplus alone.
  const before: Decided =
    reason === PLATFORM_DECLINED
      ? { ...now, margin: views.before.margin }
      : { ...views.before, oversight: oversight.before }
  // Nobody decided on what was only valued: there the term counts that made it better or worse.
  const better = valueOf(now) - now.oversight > valueOf(before) - before.oversight
  const yes = event === VALUED ? better : event === SIGNED || event === KEPT
  const fall = largestFall(now, before, yes ? -1 : 1)
  rows[at + AT.cause] = causeCode(causeOf(market, fall, b, p))
  rows[at + AT.announcedShare] = announcedShare(market, fall, b, views)
}

/** The cause behind a term; for the margin, the rule that moved it, in force or announced. */
export function causeOf(market: Market, fall: Fall, b: number, p: number): Cause {
  if (fall.term !== 'margin') return fall.term
  const { work } = market
  const now = marginCause(market, work.inForce.rules, b, p)
  return now === 'rivals' ? marginCause(market, work.next.rules, b, p) : now
}

/**
 * How much of a term's change comes from announced rules: ω·(announced − before) over the whole change.
 * Oversight is not linear in ω: it counts as announced unless its rules are in force.
 */
export function announcedShare(
  market: Market,
  { term, amount }: Fall,
  b: number,
  { announced, before }: Pick<Views, 'announced' | 'before'>,
): number {
  const { work } = market
  if (term === 'none' || announced === undefined || work.anticipation <= 0) return 0
  if (term === 'oversight') return work.inForce.rules.headOffice[b] === 1 ? 0 : 1
  const moved =
    term === 'margin' ? before.margin - announced.margin : announced[term] - before[term]
  return (work.anticipation * moved) / amount
}
