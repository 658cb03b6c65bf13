/**
 * What a programme was worth and cost when its bank decided on it, and under the rules before.
 *
 *     Ω⁰ = Σ_i (V⁰_(i) − mo⁰_b(i))⁺,  F0⁰ = F0_b under the rules before
 *
 * Its cause is the cost of the programme when that rose by at least as much as Ω fell; otherwise the
 * term that fell most, added up over the bank's partners.
 *
 * @source Model document, section 5.8
 * @module
 */
import { PROGRAMME_EXIT, type Market } from '../market.ts'
import type { Outlook } from '../pricing/outlook.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { programmeCostOf } from '../pricing/partner-cost.ts'
import type { Chronicle } from './chronicle.ts'
import { AT, causeCode, PROGRAMME_ENDED, ROW_WIDTH } from './columns.ts'
import { announcedShare, causeOf, viewsOf } from './explain-partner.ts'
import { largestFall, type Decided } from './name-cause.ts'
import { oversightUnder, valueOf } from './terms.ts'

/** Completes a row on whether bank `b` goes on with its programme. */
export function explainProgramme(market: Market, before: Outlook, row: number, b: number): void {
  const { work, banks, edges } = market
  const { links } = edges
  const { rows } = work.chronicle
  const able = work.inForce.able[b] === 1
  const values: number[] = []
  const now = { margin: 0, partnerCost: 0, penalty: 0, oversight: 0 }
  const then = { margin: 0, partnerCost: 0, penalty: 0, oversight: 0 }
  const next = { margin: 0, partnerCost: 0, penalty: 0, oversight: 0 }
  let hardest = -1
  let largest = 0
  // The index still lists the partners the month began with, as it did when the bank decided.
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const p = links.to[links.fromSlots[i]]
    if (banks.affiliateOf[b] === p) continue
    const views = viewsOf(market, before, b, p, able)
    values.push(valueOf(views.before))
    add(now, views.decided, decisionOversight(market, b, values.length))
    add(then, views.before, oversightUnder(market, before.rules, b, values.length))
    if (views.announced) add(next, views.announced, 0)
    const fall = views.before.margin - views.decided.margin
    if (hardest < 0 || fall > largest) {
      hardest = p
      largest = fall
    }
  }
  const at = row * ROW_WIDTH
  const value = listValueBefore(market, before, b, values)
  const cost = programmeCostOf(market, before.rules, b)
  rows[at + AT.programmeValueBefore] = value
  rows[at + AT.programmeCostBefore] = cost
  const rise = rows[at + AT.programmeCost] - cost
  const fall = value - rows[at + AT.programmeValue]
  if (rise >= fall) {
    rows[at + AT.cause] = causeCode(rise > 0 ? 'programmeCost' : 'none')
    rows[at + AT.announcedShare] = rise > 0 ? announcedCost(market, b, cost, rise) : 0
  } else if (hardest >= 0) {
    const hit = largestFall(now, then, 1)
    rows[at + AT.cause] = causeCode(causeOf(market, hit, b, hardest))
    rows[at + AT.announcedShare] = announcedShare(market, hit, b, { announced: next, before: then })
  }
}

/** Completes a row on whether a bank returns: what the programme would cost it under the rules before. */
export function explainReturn(market: Market, row: number, b: number): void {
  const { work, parameters, preNotice } = market
  const { rows } = work.chronicle
  const at = row * ROW_WIDTH
  const bare = programmeCostOf(market, preNotice.inForce, b)
  const rise = rows[at + AT.programmeCost] - (bare + parameters.reentryCost)
  rows[at + AT.programmeCostBefore] = bare + parameters.reentryCost
  if (!(rise > 0)) return
  rows[at + AT.cause] = causeCode('programmeCost')
  rows[at + AT.announcedShare] = announcedCost(market, b, bare, rise)
}

/** Partners of a programme that ended bear the programme's cause and its numbers before. */
export function passToPartners({ rows }: Chronicle, count: number): void {
  let from = -1
  for (let row = 0; row < count; row++) {
    const at = row * ROW_WIDTH
    if (rows[at + AT.event] === PROGRAMME_ENDED) from = at
    else if (from >= 0 && rows[at + AT.reason] === PROGRAMME_EXIT) {
      rows[at + AT.cause] = rows[from + AT.cause]
      rows[at + AT.announcedShare] = rows[from + AT.announcedShare]
      rows[at + AT.programmeValueBefore] = rows[from + AT.programmeValueBefore]
      rows[at + AT.programmeCostBefore] = rows[from + AT.programmeCostBefore]
    }
  }
}

type Sums = { -readonly [Term in keyof Decided]: number }

function add(sums: Sums, terms: Omit<Decided, 'oversight'>, oversight: number): void {
  sums.margin += terms.margin
  sums.partnerCost += terms.partnerCost
  sums.penalty += terms.penalty
  sums.oversight += oversight
}

function listValueBefore(market: Market, before: Outlook, b: number, values: number[]): number {
  values.sort((one, other) => other - one)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const net = values[i] - oversightUnder(market, before.rules, b, i + 1)
    if (net <= 0) break
    sum += net
  }
  return sum
}

/** How much of the rise of F0 comes from announced rules. */
function announcedCost(market: Market, b: number, before: number, rise: number): number {
  const { work } = market
  if (work.anticipation <= 0) return 0
  return (work.anticipation * (programmeCostOf(market, work.next.rules, b) - before)) / rise
}
