/**
 * Where the time of a replicate goes.
 * @module
 */
import type { Key } from '../engine/stream.ts'
import { simulate, type Model } from '../engine/simulate.ts'
import { repay } from '../agents/borrower/repay.ts'
import { forkMarket } from '../agents/fork.ts'
import { copyLoanBook } from '../agents/loans/loan-book.ts'
import type { Market } from '../agents/market.ts'
import { marketModel } from '../agents/model.ts'
import { month } from '../agents/month.ts'
import { PRE_NOTICE_MONTH } from '../agents/regulator/plan-rules.ts'
import { interleave, median, processorTime, timed, type Task } from './measure.ts'
import { plainLedger, repayPlainly, walkedCells } from './plain-ledger.ts'

const ROUNDS = 7
const NANOSECONDS = 1e6

/** Milliseconds a month of every phase, in the order of the month. */
export function phaseTimes(
  market: Market,
  key: Key,
  months: number,
  rounds = ROUNDS,
): Map<string, number> {
  const taken = month.map(() => new Float64Array(rounds))
  for (let round = -1; round < rounds; round++) {
    const fork = forkMarket(market)
    const spent = new Float64Array(month.length)
    for (let period = 0; period < months; period++) {
      for (let i = 0; i < month.length; i++) {
        const begun = processorTime()
        month[i].run(fork, { key, period, start: PRE_NOTICE_MONTH })
        spent[i] += processorTime() - begun
      }
    }
    if (round < 0) continue
    for (let i = 0; i < month.length; i++) taken[i][round] = spent[i] / months
  }
  return new Map(month.map((phase, i) => [phase.id, median(taken[i])]))
}

/** Nanoseconds a cell and month: the repayment phase, and the bare loop on as many cells. */
export function ledgerTimes(market: Market, key: Key, repeats: number) {
  const fork = forkMarket(market)
  const cells = walkedCells(market.loans)
  const plain = plainLedger(market.loans)
  const opening = plain.principal.slice()
  const context = { key, period: 0, start: PRE_NOTICE_MONTH }
  let kept = 0
  const ledger = repeated(repeats, () => {
    copyLoanBook(market.loans, fork.loans)
    return timed(() => repay.run(fork, context))
  })
  const reference = repeated(repeats, () => {
    plain.principal.set(opening)
    return timed(() => {
      kept += repayPlainly(plain, market.parameters.prepayment)
    })
  })
  const [own, bare] = interleave(ROUNDS, [ledger, reference])
  if (!(kept > 0)) throw new Error('the reference loop computed nothing')
  const scale = NANOSECONDS / (cells * repeats)
  return { cells, ledger: own * scale, plain: bare * scale }
}

/** Milliseconds of the months with and without the checks, and with all metrics. */
export function replicateTimes(
  market: Market,
  key: Key,
  months: number,
  models: readonly (() => Model<Market>)[],
): number[] {
  return interleave(
    ROUNDS,
    models.map((model) => () => timed(() => simulate(model(), market, { key, periods: months }))),
  )
}

/** The model with nothing but its phases. */
export function bareModel(): Model<Market> {
  return { ...marketModel([]), checks: [] }
}

function repeated(times: number, task: Task): Task {
  return () => {
    let sum = 0
    for (let i = 0; i < times; i++) sum += task()
    return sum
  }
}
