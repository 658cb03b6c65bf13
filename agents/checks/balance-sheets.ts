/**
 * Balance sheets: cash is moved by flows and equity by profit, so that they meet is a test of both.
 *
 * @source Model document, sections 6 and 12
 * @module
 */
import { differs, type Check } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { bankName, guarantorName } from './agent-names.ts'

/** Rounding allowed, relative to the size of the balance sheet. */
const RELATIVE = 1e-9
/** Rounding of a month in a stock that has run off, relative to the largest it ever was. */
const RUN_OFF_ROUNDING = 1e-12

/** I1: C + L + (NPL − Al) + O = Dp + E. */
export const bankBalanceSheet: Check<Market> = {
  id: 'bankBalanceSheet',
  label: { en: 'Bank balance sheets balance', zh: '银行资产负债表平衡' },
  find(market) {
    const { banks } = market
    for (let b = 0; b < banks.size; b++) {
      const lent = banks.partnerLoans[b] + banks.otherLoans[b]
      const assets = banks.cash[b] + lent + banks.badLoans[b] - banks.allowance[b]
      const funds = banks.deposits[b] + banks.equity[b]
      const runOff = RUN_OFF_ROUNDING * banks.peakLoans[b]
      const tolerance = RELATIVE * (Math.abs(banks.cash[b]) + lent) + runOff
      const gap = assets - funds
      if (gap <= tolerance && gap >= -tolerance) continue
      const identity = 'cash + loans − allowance = deposits + equity'
      return differs(identity, assets, funds, tolerance, [bankName(market, b)])
    }
    return undefined
  },
}

/** I2: Kc + (1−LGD)·RG = K. */
export const guarantorBalanceSheet: Check<Market> = {
  id: 'guarantorBalanceSheet',
  label: { en: 'Guarantor balance sheets balance', zh: '增信机构资产负债表平衡' },
  find(market) {
    const { guarantors, parameters } = market
    for (let g = 0; g < guarantors.size; g++) {
      const claims = (1 - parameters.lossGivenDefault) * guarantors.claims[g]
      const assets = guarantors.cash[g] + claims
      const equity = guarantors.equity[g]
      const violation = differs(
        'guarantor cash + recoverable claims = equity',
        assets,
        equity,
        RELATIVE * (guarantors.cash[g] + guarantors.claims[g] + Math.abs(equity)),
        [guarantorName(market, g)],
      )
      if (violation) return violation
    }
    return undefined
  },
}

/** I7: Al = LGD·NPL. */
export const loanAllowance: Check<Market> = {
  id: 'loanAllowance',
  label: { en: 'Bad loans are provided for at the loss rate', zh: '不良贷款按损失率计提' },
  find(market) {
    const { banks, parameters } = market
    for (let b = 0; b < banks.size; b++) {
      const needed = parameters.lossGivenDefault * banks.badLoans[b]
      const tolerance = RELATIVE * needed + RUN_OFF_ROUNDING * banks.peakLoans[b]
      const gap = banks.allowance[b] - needed
      if (gap <= tolerance && gap >= -tolerance) continue
      const identity = 'allowance = loss given default · bad loans'
      return differs(identity, banks.allowance[b], needed, tolerance, [bankName(market, b)])
    }
    return undefined
  },
}
