/**
 * Opening capital of a bank from what it reports and the loans the steady state gives it.
 *
 *     RWA  = .75·L + RW_O·O
 *     E    = reported equity, else tier-1 ratio·RWA, else (CAR - .025)·RWA;  trust: .2·(O+L)
 *     T2   = (CAR·RWA - E)⁺;  trust: 0
 *     CAR* = min( (E+T2)/RWA , .105 + buffer );  microlender .105
 *
 * @source model document, section 10, step 1
 * @module
 */
import { MICROLENDER, TRUST } from '../parameters.ts'

const RISK_WEIGHT_PARTNER = 0.75
/** Legal minimum of the capital ratio, buffers included. */
const CAPITAL_MINIMUM = 0.105
/** Tier-2 capital of a bank that reports only its capital ratio, over RWA. */
const USUAL_TIER2 = 0.025
const TRUST_LEVERAGE = 0.2

/** What is reported; NaN where it is not. */
export interface ReportedCapital {
  readonly licence: number
  readonly capitalRatio: number
  readonly totalEquity: number
  readonly tier1Ratio: number
  /** Own margin over the minimum. */
  readonly capitalBuffer: number
}

export interface OpeningCapital {
  equity: number
  tier2: number
  capitalTarget: number
}

/** Equity and tier-2 capital [mn] and the bank's own target ratio, given O and L [mn]. */
export function openingCapital(
  reported: ReportedCapital,
  otherLoans: number,
  partnerLoans: number,
  riskWeightOther = 1,
): OpeningCapital {
  const riskWeighted = RISK_WEIGHT_PARTNER * partnerLoans + riskWeightOther * otherLoans
  if (reported.licence === MICROLENDER) {
    return { equity: reported.totalEquity, tier2: 0, capitalTarget: CAPITAL_MINIMUM }
  }
  const equity = equityOf(reported, riskWeighted, otherLoans + partnerLoans)
  const tier2 =
    reported.licence === TRUST ? 0 : Math.max(0, reported.capitalRatio * riskWeighted - equity)
  const ratio = (equity + tier2) / riskWeighted
  const capitalTarget = Math.min(ratio, CAPITAL_MINIMUM + reported.capitalBuffer)
  return { equity, tier2, capitalTarget }
}

function equityOf(reported: ReportedCapital, riskWeighted: number, totalLoans: number): number {
  if (reported.licence === TRUST) return TRUST_LEVERAGE * totalLoans
  if (!Number.isNaN(reported.totalEquity)) return reported.totalEquity
  if (!Number.isNaN(reported.tier1Ratio)) return reported.tier1Ratio * riskWeighted
  return (reported.capitalRatio - USUAL_TIER2) * riskWeighted
}
