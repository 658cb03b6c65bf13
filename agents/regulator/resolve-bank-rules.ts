/**
 * Resolves every lever for every bank into the rules of one month.
 * @module
 */
import { periodOf, type Month } from '../../engine/time.ts'
import { SEGMENTS, type Parameters } from '../parameters.ts'
import type { BankRules } from './bank-rules.ts'
import { setCeilings } from './ceilings.ts'
import { setCompliance } from './compliance-rules.ts'
import type { LeverValues, RuledBanks } from './lever-values.ts'
import { setLimits } from './limit-rules.ts'
import { setMarketRules } from './market-rules.ts'

/** Resolves every lever for every bank; the limits are off where nothing sets them. */
export function resolveBankRules(
  values: LeverValues,
  parameters: Parameters,
  banks: RuledBanks,
  start: Month,
): BankRules {
  const rules = blankRules(banks.licence.length)
  const periodEnding = (month: Month, shift: number): number =>
    Math.max(-1, periodOf(start, month) + shift)
  const sources = { values, parameters, banks, periodEnding }
  for (let b = 0; b < banks.licence.length; b++) {
    setCeilings(rules, b, sources)
    setCompliance(rules, b, sources)
    setLimits(rules, b, sources)
  }
  setMarketRules(rules, sources)
  return rules
}

/** Rules that limit nothing, for `size` banks. */
export function blankRules(size: number): BankRules {
  const zeros = (): Float64Array => new Float64Array(size)
  const none = (): Float64Array => new Float64Array(size).fill(Infinity)
  const whole = (): Float64Array => new Float64Array(size).fill(1)
  const flags = (): Uint8Array => new Uint8Array(size)
  const never = (): Int32Array => new Int32Array(size).fill(-1)
  return {
    ceiling: new Float64Array(size * SEGMENTS),
    bankStretch: zeros(),
    bankNicheStretch: zeros(),
    absoluteCap: Infinity,
    partnerCost: zeros(),
    programmeCost: zeros(),
    smallCostFactor: whole(),
    inspectionRate: zeros(),
    fine: zeros(),
    penaltyLag: 0,
    approvalDelay: zeros(),
    headOffice: flags(),
    ownControl: flags(),
    headcountCap: none(),
    capitalFloor: zeros(),
    riskWeight: zeros(),
    leverageFloor: zeros(),
    microLeverage: Infinity,
    homeOnly: flags(),
    stopped: flags(),
    appetiteCap: none(),
    guaranteedShareMax: whole(),
    guaranteedShareOfAllMax: whole(),
    averagePriceMax: none(),
    partnerShareMax: whole(),
    singlePartnerCap: none(),
    jointTotalCap: none(),
    jointCoversAll: flags(),
    minPartnerContribution: 0,
    platformFeeMax: none(),
    stockShareMax: none(),
    stockReference: never(),
    growthShareMax: none(),
    growthReference: never(),
    guaranteeLeverageMax: Infinity,
    guarantorCheck: flags(),
    guarantorReviewInterval: 1,
    fixedCost: new Float64Array(0),
    acquisitionUplift: new Float64Array(0),
    stockTreatment: 0,
    sharedDiligence: 0,
    mutualRecognition: 0,
  }
}
