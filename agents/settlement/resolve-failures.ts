/**
 * Who cannot go on fails; rounds of guarantors, banks, platforms until nothing changes.
 *
 *     guarantor: pay_g < 1 or K < 0 → its cover is 0, its fees go to the bank
 *     bank:      E < 0 or CAR < 0.05 (microlender, trust: E < 0) → links end, the book runs off;
 *                E < 0: a transfer from government sets E = 0
 *     platform:  W < 0, or six months of losses, or three months without an able linked bank
 *                → links end, its stock's hazards × ξ for six months
 *
 * Statuses only worsen inside a cascade, so there are at most as many rounds as agents. What follows
 * for hazards, room and funding starts next month.
 *
 * @source Model document, sections 8.1 and 8.4
 * @module
 */
import { indexLinks } from '../../engine/links.ts'
import { post } from '../../engine/ledger.ts'
import type { Phase } from '../../engine/phase.ts'
import { countOf, writeCriterion } from '../chronicle/chronicle.ts'
import { criterionCode } from '../chronicle/columns.ts'
import { endAllFunders, endAllPartners } from '../loans/end-links.ts'
import { dropCover } from '../loans/drop-cover.ts'
import {
  BANK_FAILURE,
  PLATFORM_FAILURE,
  PROGRAMME_EXITING,
  PROGRAMME_ON,
  type Market,
} from '../market.ts'
import { MICROLENDER, TRUST } from '../parameters.ts'
import { capitalRatio } from '../pricing/capital.ts'
import { FLOW, SECTOR } from './accounts.ts'

/** CAR below which a bank is closed. */
const CLOSURE_RATIO = 0.05
const LOSS_MONTHS = 6
const UNFUNDED_MONTHS = 3
const SHOCK = criterionCode('shock')
const NET_WORTH = criterionCode('netWorth')
const LOSSES = criterionCode('lossMonths')
const UNFUNDED = criterionCode('unfundedMonths')
const EQUITY = criterionCode('equity')
const CAPITAL_RATIO = criterionCode('capitalRatio')

export const resolveFailures: Phase<Market> = {
  id: 'market.resolveFailures',
  label: { en: 'Failures and contagion', zh: '机构失败与传染' },
  run(market, { period }) {
    if (!market.environment.frozen) {
      countBadMonths(market)
      while (failOnce(market, period));
    }
    indexLinks(market.edges.links)
  },
}

/** One round; true when anybody's status changed. */
function failOnce(market: Market, period: number): boolean {
  const { guarantors, banks, platforms } = market
  let changed = false
  for (let g = 0; g < guarantors.size; g++) {
    if (guarantors.failed[g] === 0 && (guarantors.paidShare[g] < 1 || guarantors.equity[g] < 0)) {
      guarantors.failed[g] = 1
      dropCover(market, g)
      changed = true
    }
  }
  for (let b = 0; b < banks.size; b++) {
    if (banks.failed[b] === 0 && isBankBroken(market, b)) {
      failBank(market, b, period)
      changed = true
    }
    if (banks.failed[b] === 1 && banks.equity[b] < 0) makeDepositorsWhole(market, b)
  }
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.failed[p] === 0 && isPlatformBroken(market, p)) {
      failPlatform(market, p, period)
      changed = true
    }
  }
  return changed
}

function isBankBroken(market: Market, b: number): boolean {
  const { banks, work } = market
  if (banks.equity[b] < 0) return true
  const licence = banks.licence[b]
  if (licence === MICROLENDER || licence === TRUST) return false
  return capitalRatio(market, work.inForce, b) < CLOSURE_RATIO
}

function failBank(market: Market, b: number, period: number): void {
  const { banks, work } = market
  const first = countOf(work.chronicle, period)
  banks.failed[b] = 1
  banks.investment[b] = 0
  if (banks.programme[b] === PROGRAMME_ON) banks.programme[b] = PROGRAMME_EXITING
  endAllPartners(market, b, BANK_FAILURE, period)
  if (banks.equity[b] < 0) writeCriterion(work.chronicle, first, EQUITY, banks.equity[b], 0)
  else {
    const ratio = capitalRatio(market, work.inForce, b)
    writeCriterion(work.chronicle, first, CAPITAL_RATIO, ratio, CLOSURE_RATIO)
  }
}

function makeDepositorsWhole(market: Market, b: number): void {
  const { banks, ledger, work } = market
  const transfer = -banks.equity[b]
  banks.equity[b] = 0
  banks.cash[b] += transfer
  post(ledger, FLOW.resolution, SECTOR.government, SECTOR.banks, transfer)
  work.money[SECTOR.banks] += transfer
  work.money[SECTOR.government] -= transfer
}

function isPlatformBroken(market: Market, p: number): boolean {
  const { platforms } = market
  return (
    platforms.netWorth[p] < 0 ||
    platforms.lossMonths[p] >= LOSS_MONTHS ||
    platforms.unfundedMonths[p] >= UNFUNDED_MONTHS
  )
}

/** The platform ends: its links, and for some months the orderly collection of its loans. */
export function failPlatform(market: Market, p: number, period: number): void {
  const { platforms, parameters, work } = market
  const first = countOf(work.chronicle, period)
  platforms.failed[p] = 1
  platforms.failedAt[p] = period
  platforms.distressMonths[p] = parameters.distressLength
  endAllFunders(market, p, PLATFORM_FAILURE, period)
  notePlatformCriterion(market, p, first)
}

/** Which criterion a platform met, in the order they are listed; none of them: a shock struck it. */
function notePlatformCriterion(market: Market, p: number, from: number): void {
  const { platforms, work } = market
  const { netWorth, lossMonths, unfundedMonths } = platforms
  const { chronicle } = work
  if (netWorth[p] < 0) writeCriterion(chronicle, from, NET_WORTH, netWorth[p], 0)
  else if (lossMonths[p] >= LOSS_MONTHS) {
    writeCriterion(chronicle, from, LOSSES, lossMonths[p], LOSS_MONTHS)
  } else if (unfundedMonths[p] >= UNFUNDED_MONTHS) {
    writeCriterion(chronicle, from, UNFUNDED, unfundedMonths[p], UNFUNDED_MONTHS)
  } else writeCriterion(chronicle, from, SHOCK, NaN, NaN)
}

/** Losses and missing funders in a row, before anybody fails this month; distress runs out. */
function countBadMonths(market: Market): void {
  const { platforms, edges, work } = market
  const { links } = edges
  const able = work.platform.ableFunders
  able.fill(0)
  for (let slot = 0; slot < links.count; slot++) {
    if (links.active[slot] === 1 && work.inForce.able[links.from[slot]] === 1) {
      able[links.to[slot]]++
    }
  }
  for (let p = 0; p < platforms.size; p++) {
    platforms.lossMonths[p] = platforms.income[p] < 0 ? platforms.lossMonths[p] + 1 : 0
    platforms.unfundedMonths[p] = able[p] === 0 ? platforms.unfundedMonths[p] + 1 : 0
    if (platforms.distressMonths[p] > 0) platforms.distressMonths[p]--
  }
}
