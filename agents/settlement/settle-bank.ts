/**
 * A bank's month: profit and loss, cash, deposits, capital.
 *
 *     N    = ΣDft − indemnity ;  NPL' = NPL + N − NPL/w_o ;  Al' = Al + LGD·N − LGD·NPL/w_o
 *     P    = Σy·Int − f·Dp/12 − o·L/12 − LGD·N + ν·O/12 − CC − fines
 *     CC   = [F0 + ΣF1_bp + C_over(n) + I]/12 + F_set·activations       (0 once the programme is off)
 *     tax  = τ·P ;  div = δ·(P−tax)⁺·1{CAR ≥ CAR*} ;  E' = E + P − tax − div
 *     C'   = C + Σy·Int + Σ(Ins+Pre) + indemnity + (1−LGD)NPL/w_o − f·Dp/12 − o·L/12 + ν·O/12
 *              − CC − fines − tax − div − orig − ΔO + ΔDp ;   ΔDp: C' = liq·(L' + (1−LGD)NPL' + O')
 *
 * Cash comes from flows and equity from profit: C + L + (NPL − Al) + O = Dp + E is a test of both.
 *
 * @source Model document, section 6
 * @module
 */
import { post } from '../../engine/ledger.ts'
import { exp } from '../../engine/numerics/exp.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { isAboveTarget } from '../pricing/capital.ts'
import { chargedPartnerCost, oversightCost, oversightLoadOf } from '../pricing/oversight.ts'
import { partnerCostOf, programmeCostOf } from '../pricing/partner-cost.ts'
import { MICROLENDER } from '../parameters.ts'
import { FLOW, SECTOR } from './accounts.ts'
import { collectFine } from './enforce.ts'

/** Settles bank b; opening values are still in its columns. */
export function settleBank(market: Market, b: number, period: number): void {
  const { banks, parameters, work, ledger } = market
  const { lossGivenDefault: lgd, workoutMonths } = parameters
  const meetsTarget = isAboveTarget(market, work.inForce, b)
  const opening = { loans: banks.partnerLoans[b], cash: banks.cash[b] }
  const interest = work.bank.interest[b]
  const indemnity = work.bank.indemnity[b]
  const badLoans = work.bank.defaults[b] - indemnity
  const workedOut = banks.badLoans[b] / workoutMonths
  const recovered = (1 - lgd) * workedOut
  const depositInterest = (banks.fundingCost[b] * banks.deposits[b]) / 12
  const running = (banks.operatingCost[b] * opening.loans) / 12
  const otherIncome = (banks.otherLoanMargin[b] * banks.otherLoans[b]) / 12
  const compliance = complianceBillOf(market, b)
  const fine = collectFine(market, b, period)
  const income =
    interest - depositInterest - running - lgd * badLoans + otherIncome - compliance - fine
  const tax = parameters.taxRate * income
  const net = income - tax
  const dividend = net > 0 && meetsTarget ? parameters.payoutShare * net : 0
  const otherGrowth = (banks.otherLoans[b] * parameters.otherLoanGrowth) / 12

  banks.income[b] = income
  banks.complianceBill[b] = compliance
  banks.programmeProfit[b] =
    interest -
    ((banks.fundingCost[b] + banks.operatingCost[b]) * opening.loans) / 12 -
    lgd * badLoans -
    compliance
  banks.badLoans[b] += badLoans - workedOut
  banks.allowance[b] += lgd * badLoans - lgd * workedOut
  banks.equity[b] += net - dividend
  banks.otherLoans[b] += otherGrowth
  banks.partnerLoans[b] = work.closingLoans[b]

  const beforeDeposits =
    opening.cash +
    interest +
    work.bank.repaid[b] +
    indemnity +
    recovered -
    depositInterest -
    running +
    otherIncome -
    compliance -
    fine -
    tax -
    dividend -
    banks.originated[b] -
    otherGrowth
  const wanted =
    parameters.liquidityRatio *
    (banks.partnerLoans[b] + (1 - lgd) * banks.badLoans[b] + banks.otherLoans[b])
  const deposits = Math.min(wanted - beforeDeposits, banks.depositLimit[b])
  banks.deposits[b] += deposits
  banks.cash[b] = beforeDeposits + deposits
  buildCapability(market, b)
  work.money[SECTOR.banks] += banks.cash[b] - opening.cash

  post(ledger, FLOW.recoveries, SECTOR.borrowers, SECTOR.banks, recovered)
  post(ledger, FLOW.depositInterest, SECTOR.banks, SECTOR.depositors, depositInterest)
  post(ledger, FLOW.runningCosts, SECTOR.banks, SECTOR.rest, running + compliance)
  post(ledger, FLOW.taxAndFines, SECTOR.banks, SECTOR.government, tax + fine)
  post(ledger, FLOW.dividends, SECTOR.banks, SECTOR.rest, dividend)
  post(ledger, FLOW.otherLoanIncome, SECTOR.rest, SECTOR.banks, otherIncome)
  post(ledger, FLOW.deposits, SECTOR.depositors, SECTOR.banks, deposits)
  post(ledger, FLOW.otherLoans, SECTOR.banks, SECTOR.rest, otherGrowth)
  work.money[SECTOR.borrowers] -= recovered
  work.money[SECTOR.depositors] += depositInterest - deposits
  work.money[SECTOR.government] += tax + fine
  work.money[SECTOR.rest] += running + compliance + dividend - otherIncome + otherGrowth
}

/** CC: what compliance costs the bank this month [mn]. */
export function complianceBillOf(market: Market, b: number): number {
  const { banks, edges, work, parameters } = market
  if (banks.programme[b] !== PROGRAMME_ON || banks.licence[b] === MICROLENDER) return 0
  const rules = work.inForce.rules
  const { links } = edges
  let partners = 0
  let yearly = programmeCostOf(market, rules, b) + banks.investment[b]
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    yearly += partnerCostOf(market, rules, b, links.to[links.fromSlots[i]])
    partners++
  }
  const oversight = oversightCost(
    partners + work.pendingPartners[b],
    oversightLoadOf(market, b),
    banks.complianceCapacity[b],
    parameters.oversightConvexity,
    chargedPartnerCost(market, rules, b),
  )
  work.trace.oversight[b] = oversight
  yearly += oversight
  return yearly / 12 + parameters.setupCost * work.bank.activations[b]
}

/**
 * m_b' = 1 − (1−m_b)·e^(−load): own risk management after a month of spending.
 *
 * @param load  I/(12·Jinv·size^ε_c), at least 0
 * @source Model document, section 5.6
 */
export function capabilityAfter(capability: number, load: number): number {
  return 1 - (1 - capability) * exp(-load)
}

/**
 * m' = 1 − (1−m)·exp(−I/(12·Jinv·size^ε_c)) ;  nmax = nmax_0·(1 + gain·(m − m_0))
 *
 * @source Model document, section 5.6
 */
function buildCapability(market: Market, b: number): void {
  const { banks, parameters } = market
  const spending = banks.investment[b]
  if (spending <= 0) return
  banks.riskManagement[b] = capabilityAfter(
    banks.riskManagement[b],
    spending / (12 * parameters.investmentScale * banks.programmeSizeFactor[b]),
  )
  banks.complianceCapacity[b] =
    banks.complianceCapacityStart[b] *
    (1 + parameters.capacityGain * (banks.riskManagement[b] - banks.riskManagementStart[b]))
}
