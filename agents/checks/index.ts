/**
 * The invariants checked in every month of every run; a violation stops the run and says who is involved.
 *
 * @source Model document, section 12 (I1 to I14, I20, I21; I15 to I19 compare runs and are tests)
 * @module
 */
import type { Check } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { bankBalanceSheet, guarantorBalanceSheet, loanAllowance } from './balance-sheets.ts'
import { borrowerDebt } from './borrower-debt.ts'
import { cascade } from './cascade.ts'
import { complianceCapacity } from './compliance-capacity.ts'
import { failedLending, permittedLending } from './lending.ts'
import { guaranteeMultiple, jointLimits } from './limits.ts'
import { choiceShares, probabilities } from './shares.ts'
import { transactionMatrix } from './transactions.ts'
import { jointContribution, priceCeiling, priceSplit, vintageLife } from './vintages.ts'

/** What must hold in every month of every run. */
export const invariants: readonly Check<Market>[] = [
  bankBalanceSheet,
  guarantorBalanceSheet,
  priceSplit,
  borrowerDebt,
  transactionMatrix,
  vintageLife,
  loanAllowance,
  permittedLending,
  priceCeiling,
  jointLimits,
  guaranteeMultiple,
  jointContribution,
  probabilities,
  choiceShares,
  failedLending,
  cascade,
  complianceCapacity,
]
