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
      if (banks.programme[b] === PROGRAMME_ON) weigh(market, b)
      else considerReturn(market, b, context)
    }
    if (environment.frozen) spareKnownProgrammes(market)
    for (let b = 0; b < banks.size; b++) {
      if (isDue(market, b)) leave(market, b, context.period)
    }
  },
}

/** Compares Ω with F0, counts weak quarters and sets the year's investment. */
function weigh(market: Market, b: number): void {
  const { banks, parameters } = market
  const value = programmeValueOf(market, b)
  const cost = decisionProgrammeCost(market, b)
  banks.programmeValue[b] = value
  banks.investment[b] =
    parameters.ownRiskInvestment * ownControlWeight(market, b) * Math.max(0, value - cost)
  banks.weakQuarters[b] = value < cost && !isPinned(market, b) ? banks.weakQuarters[b] + 1 : 0
}

function isPinned(market: Market, b: number): boolean {
  return market.environment.frozen && market.banks.pinned[b] === 1
}

function leave(market: Market, b: number, period: number): void {
  const { banks } = market
  banks.weakQuarters[b] = 0
  banks.strongQuarters[b] = 0
  banks.investment[b] = 0
  banks.programme[b] = PROGRAMME_EXITING
  banks.exitedAt[b] = period
  endAllPartners(market.edges, b, PROGRAMME_EXIT, period)
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
  const pays = worth > decisionProgrammeCost(market, b) + parameters.reentryCost
  banks.strongQuarters[b] = pays ? banks.strongQuarters[b] + 1 : 0
  if (banks.strongQuarters[b] < parameters.exitQuarters) return
  banks.strongQuarters[b] = 0
  banks.weakQuarters[b] = 0
  banks.programme[b] = PROGRAMME_ON
  banks.exitedAt[b] = -1
  const active = context.period + work.inForce.rules.approvalDelay[b]
  for (let i = 0; i < count; i++) {
    if (work.kept[i] > parameters.setupCost) signPartner(market, b, order[i], active)
  }
}
