/**
 * The flows and sectors of the transaction matrix: what moves, and between whom.
 *
 * @source Model document, section 6; Godley and Lavoie (2007), transactions-flow matrix
 * @module
 */
import { createLedger, type Ledger } from '../../engine/ledger.ts'

export const FLOWS = [
  'originations',
  'principal',
  'interestAndFees',
  'indemnity',
  'recoveries',
  'depositInterest',
  'runningCosts',
  'taxAndFines',
  'resolution',
  'dividends',
  'otherLoanIncome',
  'deposits',
  'otherLoans',
  'shockLosses',
] as const

export const SECTORS = [
  'borrowers',
  'banks',
  'guarantors',
  'platforms',
  'depositors',
  'government',
  'rest',
] as const

/** Row of a flow and column of a sector. */
export const FLOW = Object.fromEntries(FLOWS.map((id, i) => [id, i])) as Readonly<
  Record<(typeof FLOWS)[number], number>
>
export const SECTOR = Object.fromEntries(SECTORS.map((id, i) => [id, i])) as Readonly<
  Record<(typeof SECTORS)[number], number>
>

/** An empty transaction matrix of the market. */
export function createAccounts(): Ledger {
  return createLedger(FLOWS, SECTORS)
}
