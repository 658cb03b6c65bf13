/**
 * The month is settled: new loans enter the books, everybody's profit and cash are counted.
 *
 * @source Model document, sections 4 (phase 7) and 6
 * @module
 */
import { clearLedger } from '../../engine/ledger.ts'
import type { Phase } from '../../engine/phase.ts'
import { bookLoans } from '../loans/book-loans.ts'
import { PROGRAMME_EXITING, PROGRAMME_OFF, type Market } from '../market.ts'
import { postShockLosses } from '../shocks/post-shock-losses.ts'
import { enforce } from './enforce.ts'
import { runOffStock } from './burn-in-stock.ts'
import { keepReferences } from './references.ts'
import { postBorrowers } from './settle-borrowers.ts'
import { settleBank } from './settle-bank.ts'
import { settleGuarantors } from './settle-guarantors.ts'
import { settlePlatform } from './settle-platform.ts'

/** A programme whose stock is below this share of its peak is off. */
const RUN_OFF = 1e-6

export const settle: Phase<Market> = {
  id: 'market.settle',
  label: { en: 'The month is settled', zh: '月度结算' },
  run(market, context) {
    const { banks, platforms, environment } = market
    if (environment.frozen) {
      runOffStock(market)
      closeProgrammes(market)
      return
    }
    clearLedger(market.ledger)
    market.work.money.fill(0)
    postShockLosses(market)
    bookLoans(market, context.period)
    sumStocks(market)
    enforce(market, context)
    for (let b = 0; b < banks.size; b++) settleBank(market, b, context.period)
    for (let p = 0; p < platforms.size; p++) settlePlatform(market, p)
    settleGuarantors(market, context.period)
    postBorrowers(market)
    closeProgrammes(market)
    keepReferences(market, context.period)
  },
}

/** Sums what was lent this month by bank and platform, and performing balances by platform. */
function sumStocks(market: Market): void {
  const { edges, banks, platforms, work } = market
  const { from, to, count } = edges.links
  const { originated, balance, pending } = edges
  const { closingLoans, pendingPartners } = work
  banks.originated.fill(0)
  platforms.originated.fill(0)
  work.platform.openingBalance.set(platforms.balance)
  platforms.balance.fill(0)
  closingLoans.fill(0)
  pendingPartners.fill(0)
  const lentByBank = banks.originated
  const lentByPlatform = platforms.originated
  const balanceOf = platforms.balance
  for (let slot = 0; slot < count; slot++) {
    const b = from[slot]
    const p = to[slot]
    lentByBank[b] += originated[slot]
    lentByPlatform[p] += originated[slot]
    balanceOf[p] += balance[slot]
    closingLoans[b] += balance[slot]
    if (pending[slot] === 1) pendingPartners[b]++
  }
}

/** A programme that has run off is off. */
function closeProgrammes(market: Market): void {
  const { banks, environment } = market
  for (let b = 0; b < banks.size; b++) {
    if (banks.partnerLoans[b] > banks.peakLoans[b]) banks.peakLoans[b] = banks.partnerLoans[b]
    if (banks.programme[b] !== PROGRAMME_EXITING) continue
    if (environment.frozen || banks.partnerLoans[b] <= RUN_OFF * banks.peakLoans[b]) {
      banks.programme[b] = PROGRAMME_OFF
    }
  }
}
