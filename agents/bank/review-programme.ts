/**
 * Each quarter a bank asks whether facilitation still pays for its programme.
 *
 *     Ω_b  = Σ_i (V_(i) − mo_b(i))⁺,  V_(1) ≥ V_(2) ≥ …                value of the best list it could keep
 *     F0_b = F0·size^ε_c·(1+θ_0(1−m_b))·programmeCostFactor·tier_b      [mn/yr]
 *
 * Ω < F0 for n_x quarters running: complete exit. A bank without a programme returns when the five
 * candidates it would draw are worth F0 + F_re for as long. A profitable programme invests in own
 * risk control: I_b = ι·ω^own·(Ω − F0)⁺.
 *
 * @source Model document, sections 5.6 and 5.8
 * @module
 */
import type { Context, Phase } from '../../engine/phase.ts'
import { isQuarterEnd } from '../../engine/time.ts'
import { addRow, writeLast, writeProgramme } from '../chronicle/chronicle.ts'
import {
  AT,
  PROGRAMME_ENDED,
  PROGRAMME_KEPT,
  PROGRAMME_RETURN,
  PROGRAMME_RETURNED,
  PROGRAMME_STAYED_OUT,
  REVIEW,
} from '../chronicle/columns.ts'
import { PROGRAMME_EXIT, PROGRAMME_EXITING, PROGRAMME_ON, type Market } from '../market.ts'
import { MICROLENDER } from '../parameters.ts'
import { drawCandidates, weighAttraction } from './candidates.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { decisionProgrammeCost } from '../pricing/partner-cost.ts'
import { valued, valuePartner } from './partner-value.ts'
import { endAllPartners } from '../loans/end-links.ts'
import { isDue } from './is-due.ts'
import { signPartner } from './partnership.ts'
import { spareKnownProgrammes } from './spare-known-programmes.ts'

/** Burn-in months before programme decisions begin. */
const SETTLING_MONTHS = 12

export const reviewProgramme: Phase<Market> = {
  id: 'bank.reviewProgramme',
  label: { en: 'Banks review their programme', zh: '银行评审助贷业务' },
  run(market, context) {
    if (!isQuarterEnd(context.start, context.period)) return
    if (context.period < SETTLING_MONTHS - market.parameters.burnIn) return
    const { banks, environment } = market
    weighAttraction(market)
    for (let b = 0; b < banks.size; b++) {
      if (banks.licence[b] === MICROLENDER || banks.failed[b] === 1) continue
      if (banks.programme[b] === PROGRAMME_ON) weigh(market, b, context.period)
      else considerReturn(market, b, context)
    }
    if (environment.frozen) spareKnownProgrammes(market)
    for (let b = 0; b < banks.size; b++) {
      if (isDue(market, b)) leave(market, b, context.period)
    }
  },
}

/** Compares Ω with F0, counts weak quarters and sets the year's investment. */
function weigh(market: Market, b: number, period: number): void {
  const { banks, parameters } = market
  const value = programmeValueOf(market, b)
  const cost = decisionProgrammeCost(market, b)
  banks.programmeValue[b] = value
  banks.investment[b] =
    parameters.ownRiskInvestment * ownControlWeight(market, b) * Math.max(0, value - cost)
  banks.weakQuarters[b] = value < cost && !isPinned(market, b) ? banks.weakQuarters[b] + 1 : 0
  noteStaying(market, b, period)
}

function isPinned(market: Market, b: number): boolean {
  return market.environment.frozen && market.banks.pinned[b] === 1
}

function leave(market: Market, b: number, period: number): void {
  const { banks, work } = market
  const first = noteProgramme(market, b, PROGRAMME_ENDED, PROGRAMME_EXIT, period)
  endAllPartners(market, b, PROGRAMME_EXIT, period)
  const cost = decisionProgrammeCost(market, b)
  writeProgramme(work.chronicle, first, banks.programmeValue[b], cost, banks.weakQuarters[b])
  banks.weakQuarters[b] = 0
  banks.strongQuarters[b] = 0
  banks.investment[b] = 0
  banks.programme[b] = PROGRAMME_EXITING
  banks.exitedAt[b] = period
}

/** Begins a row on the whole programme; returns its number. */
function noteProgramme(
  market: Market,
  b: number,
  event: number,
  reason: number,
  period: number,
): number {
  const { banks, work } = market
  addRow(work.chronicle, period, banks.id[b], -1, event, reason)
  writeLast(work.chronicle, AT.partners, work.listLength[b])
  writeLast(work.chronicle, AT.balance, banks.partnerLoans[b])
  return work.chronicle.count - 1
}

/** Notes that a watched bank goes on, unless it is about to leave. */
function noteStaying(market: Market, b: number, period: number): void {
  const { banks, work } = market
  const { chronicle } = work
  if (chronicle.watchedBank !== b || isDue(market, b)) return
  const row = noteProgramme(market, b, PROGRAMME_KEPT, REVIEW, period)
  const cost = decisionProgrammeCost(market, b)
  writeProgramme(chronicle, row, banks.programmeValue[b], cost, banks.weakQuarters[b])
}

/** Ω of the present list [mn/yr]. */
export function programmeValueOf(market: Market, b: number): number {
  const { edges, work, banks } = market
  const { links } = edges
  const { scores } = work
  const able = work.inForce.able[b] === 1
  let count = 0
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const p = links.to[links.fromSlots[i]]
    if (banks.affiliateOf[b] === p) continue
    valuePartner(market, b, p, able)
    scores[count++] = valued.value
  }
  return bestListValue(market, b, scores, count)
}

/**
 * Σ_i (V_(i) − mo_b(i))⁺ over the first `count` values, best first; sorts them in place.
 */
function bestListValue(market: Market, b: number, values: Float64Array, count: number): number {
  sortDescending(values, count)
  let sum = 0
  for (let i = 0; i < count; i++) {
    const net = values[i] - decisionOversight(market, b, i + 1)
    // mo is non-decreasing and V non-increasing, so nothing better follows.
    if (net <= 0) break
    sum += net
  }
  return sum
}

function sortDescending(values: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = values[i]
    let j = i - 1
    while (j >= 0 && values[j] < value) {
      values[j + 1] = values[j]
      j--
    }
    values[j + 1] = value
  }
}

/** ω^own: 1 once own risk control is required, ω_t while announced, else 0. */
function ownControlWeight(market: Market, b: number): number {
  const { work } = market
  if (work.inForce.rules.ownControl[b] === 1) return 1
  return work.anticipation > 0 && work.next.rules.ownControl[b] === 1 ? work.anticipation : 0
}

/** A bank without a programme weighs returning with the candidates it would draw. */
function considerReturn(market: Market, b: number, context: Context): void {
  const { banks, work, parameters } = market
  if (banks.programmeAppetite[b] <= 0) return
  const count = drawCandidates(market, b, context)
  const { scores, order } = work
  for (let i = 0; i < count; i++) {
    valuePartner(market, b, order[i], false)
    scores[i] = valued.platformGain >= market.parameters.partnerServiceCost ? valued.value : 0
    work.kept[i] = scores[i]
  }
  const worth = bestListValue(market, b, scores, count)
  const hurdle = decisionProgrammeCost(market, b) + parameters.reentryCost
  const pays = worth > hurdle
  banks.strongQuarters[b] = pays ? banks.strongQuarters[b] + 1 : 0
  const returns = banks.strongQuarters[b] >= parameters.exitQuarters
  if (returns || work.chronicle.watchedBank === b) {
    const event = returns ? PROGRAMME_RETURNED : PROGRAMME_STAYED_OUT
    const row = noteProgramme(market, b, event, REVIEW, context.period)
    writeProgramme(work.chronicle, row, worth, hurdle, banks.strongQuarters[b])
  }
  if (!returns) return
  banks.strongQuarters[b] = 0
  banks.weakQuarters[b] = 0
  banks.programme[b] = PROGRAMME_ON
  banks.exitedAt[b] = -1
  const delay = work.inForce.rules.approvalDelay[b]
  for (let i = 0; i < count; i++) {
    if (!(work.kept[i] > parameters.setupCost)) continue
    signPartner(market, b, order[i], delay, PROGRAMME_RETURN, context.period)
    writeLast(work.chronicle, AT.value, work.kept[i])
    writeLast(work.chronicle, AT.setupCost, parameters.setupCost)
  }
}
