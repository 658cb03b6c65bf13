/**
 * The closed form of section 5.7 without network feedback: every link and every programme is judged
 * alone, on the market as it stood in the opening month.
 *
 *     ω_t, rules of the month                          as in the model
 *     quotes, demand, shares, lists, capital           of the end of period 0, for ever
 *     due with λ_rev per month (λ_rev^A around an admission package), the model's own draws
 *     keep iff V_bp > mo_b(n_b)                        τ → 0
 *     quarter-ends: Ω_b < F0_b for n_x quarters        complete exit
 *
 * Nobody searches, returns or fails, and no cut changes anybody's value. V, mo, Ω and F0 are the model's
 * own functions, called on a fork that stays frozen; decisions fall on the market that is read.
 *
 * @source Model document, sections 5.5 to 5.8 and 15 (benchmarks)
 * @module
 */
import type { Context, Phase } from '../../../engine/phase.ts'
import type { Arena } from '../../../engine/simulate.ts'
import { drawAt, purpose, setStream, uniform } from '../../../engine/stream.ts'
import { isQuarterEnd } from '../../../engine/time.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { programmeValueOf } from '../../../agents/bank/review-programme.ts'
import { keepEdge, keepProbability } from '../../../agents/bank/review-partners.ts'
import { valuePartners } from '../../../agents/bank/value-partners.ts'
import { forkOver } from '../../../agents/fork-over.ts'
import { endPartner } from '../../../agents/loans/end-links.ts'
import { LOW_VALUE, PROGRAMME_ON, type Market } from '../../../agents/market.ts'
import { decisionOversight } from '../../../agents/pricing/oversight.ts'
import { decisionProgrammeCost } from '../../../agents/pricing/partner-cost.ts'
import { applyRules } from '../../../agents/regulator/apply-rules.ts'
import { partnershipsByBank, stopEmptyProgrammes, stopProgramme } from './cut-link.ts'
import { leaveVolumes, noteVolumes, type Volumes } from './volumes.ts'

/** The draws by which the model finds out which reviews are due. */
const reviewEdge = purpose('bank.reviewEdge')
/** τ of the closed form. */
const NO_NOISE = 0

/** @param arena  memory of a frozen market nobody needs any more */
export function closedForm(arena: Arena<Market>): Phase<Market> {
  let frozen: Market | undefined
  let volumes: Volumes | undefined
  let partners: Int32Array = new Int32Array(0)
  return {
    id: 'benchmark.closedForm',
    label: { en: 'Every link is judged alone', zh: '逐条合作单独评价' },
    run(market, context) {
      if (frozen === undefined || volumes === undefined) {
        frozen = freezeMarket(market, arena)
        volumes = noteVolumes(market)
        partners = partnershipsByBank(market)
      }
      applyRules.run(frozen, context)
      valuePartners.run(frozen, context)
      if (isQuarterEnd(context.start, context.period)) judgeProgrammes(frozen, market, context)
      judgePartners(frozen, market, context)
      stopEmptyProgrammes(market, partners, context.period)
      leaveVolumes(market, volumes, context.period)
    },
  }
}

/** A fork in which rules move and nothing else: no trend, and the demand of the opening month. */
function freezeMarket(market: Market, arena: Arena<Market>): Market {
  const frozen = forkOver(market, arena.market)
  arena.market = frozen
  const { borrowers, environment } = frozen
  environment.frozen = true
  borrowers.basePool.set(borrowers.demandPool)
  borrowers.applications.fill(0)
  borrowers.funded.fill(0)
  return frozen
}

/** Ω against F0; weak quarters are counted in the market that is read. */
function judgeProgrammes(frozen: Market, market: Market, { period }: Context): void {
  const { banks, parameters } = market
  for (let b = 0; b < banks.size; b++) {
    if (!isJudged(market, b)) continue
    const isWeak = programmeValueOf(frozen, b) < decisionProgrammeCost(frozen, b)
    banks.weakQuarters[b] = isWeak ? banks.weakQuarters[b] + 1 : 0
    if (banks.weakQuarters[b] >= parameters.exitQuarters) stopProgramme(market, b, period)
  }
}

function judgePartners(frozen: Market, market: Market, { key, period }: Context): void {
  const { banks, platforms, edges, parameters } = market
  const { work } = frozen
  const { links } = edges
  for (let b = 0; b < banks.size; b++) {
    if (!isJudged(market, b)) continue
    const hurried = work.month.accelerated[b] === 1
    const rate = hurried ? parameters.reviewRateAnnounced : parameters.reviewRate
    const oversight = decisionOversight(frozen, b, work.listLength[b])
    const able = work.inForce.able[b] === 1
    setStream(work.stream, key, reviewEdge, banks.id[b], period)
    for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
      const slot = links.fromSlots[i]
      const p = links.to[slot]
      if (links.active[slot] === 0 || drawAt(work.stream, platforms.id[p]) >= rate) continue
      valuePartner(frozen, b, p, able)
      const keep = keepProbability(valued.value - oversight, NO_NOISE)
      const luck = uniform(key, keepEdge, banks.id[b], platforms.id[p], period)
      if (luck >= keep) endPartner(market, slot, LOW_VALUE, period)
    }
  }
}

function isJudged({ banks }: Market, b: number): boolean {
  return banks.programme[b] === PROGRAMME_ON && banks.failed[b] === 0 && banks.affiliateOf[b] < 0
}
