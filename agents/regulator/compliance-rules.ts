/**
 * What admission and oversight of partners cost a bank, and how often and hard breaches are punished.
 *
 *     F1 = old, or new with a public list
 *     F0 = old + (new - old)·½·([head-office approval] + [own risk control])
 *     q  = old, or new with a public list, then ·(1 + θ_d);  a published frequency replaces old and new
 *
 * @source model document, section 7 (P1, P3, P4, P10, P14); 5.5 for fines
 * @module
 */
import { CONSUMER_FINANCE, JOINT_STOCK, LARGE_STATE, type Parameters } from '../parameters.ts'
import type { BankRules, RuleSources } from './bank-rules.ts'
import { isCovered } from './ceilings.ts'
import { numberAt, type LeverValues } from './lever-values.ts'

const PER_MILLION = 1e6

/** A head-office approval of this many months means branches still decide [month]. */
const BRANCH_APPROVAL = 1

/** Members of `whitelistRequired` that make the list public. A central registry is public too [assumed]. */
const PUBLIC_LISTS: ReadonlySet<unknown> = new Set([
  'publicList',
  'publicListWithHeadcountCap',
  'centralRegistry',
])

/** Whether a bank, or the market, must publish its list. */
export function isListPublic(values: LeverValues, bank: number): boolean {
  return PUBLIC_LISTS.has(values.at('whitelistRequired', bank))
}

/** Sets costs, inspections, fines, delay and list length of bank `b`. */
export function setCompliance(
  rules: BankRules,
  b: number,
  { values, parameters, banks }: RuleSources,
): void {
  const licence = banks.licence[b]
  const isPublic = isListPublic(values, b)
  const approval = numberAt(values, 'headOfficeApproval', b, BRANCH_APPROVAL)
  const headOffice = approval > BRANCH_APPROVAL
  const ownControl = values.at('coreRiskControlOutsourcingAllowed', b) === false
  const duties = isCovered(values, licence) ? Number(headOffice) + Number(ownControl) : 0

  const covered = isCovered(values, licence)
  rules.partnerCost[b] = covered && isPublic ? parameters.partnerCostNew : parameters.partnerCostOld
  rules.programmeCost[b] = programmeCost(parameters, duties)
  rules.smallCostFactor[b] = numberAt(values, 'smallLenderCostFactor', b, 1)
  rules.approvalDelay[b] = approval === BRANCH_APPROVAL ? parameters.approvalDelayOld : approval
  rules.headOffice[b] = Number(headOffice)
  rules.ownControl[b] = Number(ownControl)
  if (values.at('whitelistRequired', b) === 'publicListWithHeadcountCap') {
    rules.headcountCap[b] = numberAt(values, 'listHeadcountCap', b)
  }

  const assumed = isPublic ? parameters.inspectionRateNew : parameters.inspectionRateOld
  const inspected = numberAt(values, 'inspectionProbabilityPerYear', b, assumed)
  rules.inspectionRate[b] = isPublic ? inspected * (1 + parameters.detectionGain) : inspected
  const fine = fineOf(values, parameters, licence, b)
  rules.fine[b] = fine * numberAt(values, 'penaltyMultiplier', b, 1)
}

/** F0 with none, one or both of the programme duties [mn/yr]. */
function programmeCost(parameters: Parameters, duties: number): number {
  const { programmeCostOld, programmeCostNew } = parameters
  if (duties === 2) return programmeCostNew
  return programmeCostOld + ((programmeCostNew - programmeCostOld) * duties) / 2
}

/** Fine per case by licence, before the multiplier [mn]. */
function fineOf(values: LeverValues, parameters: Parameters, licence: number, b: number): number {
  if (licence === LARGE_STATE || licence === JOINT_STOCK) {
    return numberAt(values, 'fineBankHqRmb', b, 0) / PER_MILLION
  }
  if (licence === CONSUMER_FINANCE) return numberAt(values, 'fineCfcRmb', b, 0) / PER_MILLION
  return parameters.fineOther
}
