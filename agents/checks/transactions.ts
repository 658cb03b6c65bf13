/**
 * The transaction matrix: what one sector pays another receives, and the payments of the month are
 * all that moved anybody's money.
 *
 * Three counts are compared: the matrix, each sector's own sum of its flows, and — for banks,
 * guarantors and platforms — the change of their money columns since before the first payment.
 *
 * @source Model document, sections 6 and 12; Godley and Lavoie (2007)
 * @module
 */
import { differs, type Check, type Violation } from '../../engine/checks.ts'
import { columnSum, rowSum, type Ledger } from '../../engine/ledger.ts'
import type { Market } from '../market.ts'

/** Rounding allowed, relative to all flows of a row or column, and to money held. */
const RELATIVE = 1e-9
const STOCK_ROUNDING = 1e-12

/** I5: rows sum to zero; columns are the changes of money; these sum to zero. */
export const transactionMatrix: Check<Market> = {
  id: 'transactionMatrix',
  label: { en: 'Every payment is received', zh: '每笔支付均有对应收款' },
  find(market) {
    const { ledger } = market
    return findRow(ledger) ?? findColumn(market) ?? findMoney(market)
  },
}

function findRow(ledger: Ledger): Violation | undefined {
  for (let flow = 0; flow < ledger.flows.length; flow++) {
    const identity = `${ledger.flows[flow]}: received − paid = 0`
    const violation = differs(identity, rowSum(ledger, flow), 0, RELATIVE * rowSize(ledger, flow))
    if (violation) return violation
  }
  return undefined
}

/** Each sector's own count of its flows against its column, and all of them against zero. */
function findColumn({ ledger, work }: Market): Violation | undefined {
  let total = 0
  let size = 0
  for (let sector = 0; sector < ledger.sectors.length; sector++) {
    const columnSize = sizeOfColumn(ledger, sector)
    const violation = differs(
      `payments of ${ledger.sectors[sector]} = their own count`,
      columnSum(ledger, sector),
      work.money[sector],
      RELATIVE * columnSize,
    )
    if (violation) return violation
    total += work.money[sector]
    size += columnSize
  }
  return differs('change of money of all sectors = 0', total, 0, RELATIVE * size)
}

/** Money columns against payments. */
function findMoney(market: Market): Violation | undefined {
  const { banks, guarantors, platforms, ledger } = market
  const opening = market.work.trace.openingMoney
  return (
    compare(ledger, 'banks', opening.banks, banks.cash) ??
    compare(ledger, 'guarantors', opening.guarantors, guarantors.cash) ??
    compare(ledger, 'platforms', opening.platforms, platforms.netWorth)
  )
}

function compare(
  ledger: Ledger,
  sector: string,
  opening: number,
  money: Float64Array,
): Violation | undefined {
  let closing = 0
  let held = 0
  for (let i = 0; i < money.length; i++) {
    closing += money[i]
    held += Math.abs(money[i])
  }
  const column = ledger.sectors.indexOf(sector)
  return differs(
    `change of money of ${sector} = their payments`,
    closing - opening,
    columnSum(ledger, column),
    RELATIVE * sizeOfColumn(ledger, column) + STOCK_ROUNDING * held,
  )
}

function rowSize(ledger: Ledger, flow: number): number {
  const width = ledger.sectors.length
  let size = 0
  for (let sector = 0; sector < width; sector++)
    size += Math.abs(ledger.cells[flow * width + sector])
  return size
}

function sizeOfColumn(ledger: Ledger, sector: number): number {
  const width = ledger.sectors.length
  let size = 0
  for (let flow = 0; flow < ledger.flows.length; flow++) {
    size += Math.abs(ledger.cells[flow * width + sector])
  }
  return size
}
