/**
 * Each quarter banks look for partners among a few candidates; both sides must want it.
 *
 *     sign iff u < Λ((V_bp − mo_b(n_b+1) − F_set)/τ)  and  (1−ψ_p)·Σ_s q̂_s·S_b,s ≥ F^P_p
 *
 * The partnership may lend d_app months later. F_set makes inertia: keep if V > 0, form only if V > F_set.
 *
 * @source Model document, section 5.7
 * @module
 */
import type { Context, Phase } from '../../engine/phase.ts'
import { purpose, uniform } from '../../engine/stream.ts'
import { isQuarterEnd } from '../../engine/time.ts'
import { addRow, writeChoice, writeCriterion, writeLast } from '../chronicle/chronicle.ts'
import { AT, criterionCode, DECLINED, PLATFORM_DECLINED, SEARCH } from '../chronicle/columns.ts'
import { LOW_VALUE, PROGRAMME_ON, RULE_BOOK, type Market } from '../market.ts'
import { MICROLENDER } from '../parameters.ts'
import { drawCandidates, weighAttraction } from './candidates.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { valued, valuePartner } from './partner-value.ts'
import { signPartner } from './partnership.ts'
import { keepProbability } from './review-partners.ts'

const formEdge = purpose('bank.formEdge')
const HEADCOUNT = criterionCode('headcountCap')
const SERVICE_COST = criterionCode('partnerServiceCost')

export const searchPartners: Phase<Market> = {
  id: 'bank.searchPartners',
  label: { en: 'Banks search partners', zh: '银行寻找合作机构' },
  run(market, context) {
    if (!isQuarterEnd(context.start, context.period)) return
    const { banks, environment } = market
    weighAttraction(market)
    for (let b = 0; b < banks.size; b++) {
      if (banks.programme[b] !== PROGRAMME_ON || banks.licence[b] === MICROLENDER) continue
      if (environment.frozen && banks.pinned[b] === 1) continue
      searchFor(market, b, context)
    }
  },
}

function searchFor(market: Market, b: number, context: Context): void {
  const { banks, platforms, work, parameters } = market
  const rules = work.inForce.rules
  if (work.listLength[b] >= rules.headcountCap[b]) {
    noteRefusal(market, b, -1, RULE_BOOK, context.period)
    return
  }
  const oversight = decisionOversight(market, b, work.listLength[b] + 1)
  const count = drawCandidates(market, b, context)
  for (let i = 0; i < count; i++) {
    const p = work.order[i]
    valuePartner(market, b, p, false)
    if (valued.platformGain < parameters.partnerServiceCost) {
      noteRefusal(market, b, p, PLATFORM_DECLINED, context.period)
      continue
    }
    const net = valued.value - oversight - parameters.setupCost
    const luck = uniform(context.key, formEdge, banks.id[b], platforms.id[p], context.period)
    const sign = keepProbability(net, parameters.choiceNoise)
    const { value } = valued
    if (luck < sign) signPartner(market, b, p, rules.approvalDelay[b], SEARCH, context.period)
    else if (!noteRefusal(market, b, p, LOW_VALUE, context.period)) continue
    writeChoice(work.chronicle, value, oversight, parameters.setupCost, sign, luck)
  }
}

/** Notes that a watched bank did not sign; false when nobody watches it. Platform −1: its list is full. */
function noteRefusal(
  market: Market,
  b: number,
  p: number,
  reason: number,
  period: number,
): boolean {
  const { banks, platforms, work, parameters } = market
  const { chronicle } = work
  if (chronicle.watchedBank !== b) return false
  addRow(chronicle, period, banks.id[b], p < 0 ? -1 : platforms.id[p], DECLINED, reason)
  writeLast(chronicle, AT.partners, work.listLength[b])
  const row = chronicle.count - 1
  if (reason === RULE_BOOK) {
    const cap = work.inForce.rules.headcountCap[b]
    writeCriterion(chronicle, row, HEADCOUNT, work.listLength[b], cap)
  }
  if (reason === PLATFORM_DECLINED) {
    writeLast(chronicle, AT.value, valued.value)
    writeCriterion(chronicle, row, SERVICE_COST, valued.platformGain, parameters.partnerServiceCost)
  }
  return true
}
