/**
 * Return on other loans that makes a bank's opening return on assets what it reports.
 *
 *     ν = [ ROA·A / (1 - τ_x) + f·Dp - Π ] / O
 *
 * ROA return on assets after tax [1/year]; A total assets and Dp deposits [mn]; Π yearly income of
 * the programme before the cost of funds: Σy·Int - o·L - LGD·N - CC [mn/yr]. A loss stays a loss.
 *
 * @source model document, section 6 (bank profit) and section 10, step 1
 * @module
 */
export interface MarginInputs {
  readonly returnOnAssets: number
  readonly assets: number
  readonly deposits: number
  readonly fundingCost: number
  /** Π, losses negative [mn/yr]. */
  readonly programmeIncome: number
  readonly otherLoans: number
  readonly taxRate: number
}

/** ν [1/year]; 0 for a bank without other loans. */
export function otherLoanMargin(inputs: MarginInputs): number {
  if (inputs.otherLoans <= 0) return 0
  const profit = (inputs.returnOnAssets * inputs.assets) / (1 - inputs.taxRate)
  const fundingBill = inputs.fundingCost * inputs.deposits
  return (profit + fundingBill - inputs.programmeIncome) / inputs.otherLoans
}
