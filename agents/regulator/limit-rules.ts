/**
 * Limits on what a bank may hold, and where it may lend.
 *
 * @source model document, sections 5.9, 5.10 and 7 (P6-P9, P12)
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { PathPoint } from '../levers/lever.ts'
import {
  CITY,
  CONSUMER_FINANCE,
  FOREIGN,
  JOINT_STOCK,
  LARGE_STATE,
  MICROLENDER,
  RURAL,
  TRUST,
} from '../parameters.ts'
import type { BankRules, RuleSources } from './bank-rules.ts'
import { numberAt, pathShare } from './lever-values.ts'
import { STOP_REGIONS } from './regions.ts'

/** Largest facilitation share of total loans under `localShareCap10`. */
const LOCAL_SHARE_CAP = 0.1

/** The month at whose end trusts' balances were reportedly frozen. */
const FREEZE_REFERENCE: Month = '2025-09'

/** Sets the limits of bank `b`. */
export function setLimits(rules: BankRules, b: number, sources: RuleSources): void {
  setCapital(rules, b, sources)
  setJointLimits(rules, b, sources)
  setLocalLimits(rules, b, sources)
  setGuaranteedShares(rules, b, sources)
  setStockLimits(rules, b, sources)
}

/** Capital floor and leverage floor; risk weights are the same for all. */
function setCapital(rules: BankRules, b: number, { values, banks }: RuleSources): void {
  const licence = banks.licence[b]
  rules.riskWeight[b] =
    numberAt(values, 'rwConsumerLoan', b, 0) + numberAt(values, 'rwPartnerLoanAddOn', b, 0)
  if (licence > CONSUMER_FINANCE) return
  const important = licence === LARGE_STATE || licence === JOINT_STOCK
  rules.capitalFloor[b] =
    numberAt(values, 'carMin', b, 0) + (important ? numberAt(values, 'dsibSurcharge', b, 0) : 0)
  if (licence === CONSUMER_FINANCE) rules.leverageFloor[b] = numberAt(values, 'cfcPrudential', b, 0)
}

/** Pair limits and joint limits. A microlender funds its own platform only and has none of the latter. */
function setJointLimits(rules: BankRules, b: number, { values, banks }: RuleSources): void {
  rules.partnerShareMax[b] = numberAt(values, 'partnerRiskLimits', b, 1)
  rules.platformFeeMax[b] = numberAt(values, 'cooperationFeeCap', b)
  rules.guarantorCheck[b] = Number(values.at('guarantorEligibilityCheck', b) === true)
  if (banks.licence[b] === MICROLENDER) return
  rules.singlePartnerCap[b] = numberAt(values, 'singlePartnerCap', b)
  const total = numberAt(values, 'jointLendingTotalCap', b)
  rules.jointTotalCap[b] = total < 1 ? total : Infinity
  rules.jointCoversAll[b] = Number(values.at('jointLimitsCoverPureFacilitation', b) === true)
}

/** Regional rules: local banks, and microlenders with a local licence. */
function setLocalLimits(rules: BankRules, b: number, { values, banks }: RuleSources): void {
  const licence = banks.licence[b]
  const region = banks.homeRegion[b]
  if (licence === MICROLENDER && region >= 0) {
    rules.homeOnly[b] = Number(values.at('slcCrossProvinceAllowed', b) === false)
  }
  if (licence !== CITY && licence !== RURAL) return
  const extra = values.at('localBankExtraRule', b)
  const banned = values.at('crossRegionBanLocalBanks', b) === true && extra !== 'liftRegionBan'
  rules.homeOnly[b] = Number(banned && region >= 0)
  if (extra === 'localShareCap10') rules.appetiteCap[b] = LOCAL_SHARE_CAP

  const stop = values.at('smallBankFacilitationStop', b)
  const named = values.settingAt('smallBankFacilitationStop', b)?.scope?.regions !== undefined
  const inStopRegion = named || STOP_REGIONS.has(region)
  rules.stopped[b] = Number(
    extra === 'banLocalBanks' ||
      stop === 'allProvinces' ||
      (stop === 'someProvinces' && inStopRegion),
  )
}

/** Guarantee-backed shares: of partner loans for banks, of all loans for consumer finance. */
function setGuaranteedShares(rules: BankRules, b: number, { values, banks }: RuleSources): void {
  const licence = banks.licence[b]
  const window = numberAt(values, 'guaranteedShareSmallBankWindow', b, 1)
  if (licence <= FOREIGN) {
    const general = numberAt(values, 'guaranteedShareOfPartnerLoansMax', b, 1)
    const local = licence === CITY || licence === RURAL
    rules.guaranteedShareMax[b] = Math.min(general, local ? window : 1)
  }
  if (licence === CONSUMER_FINANCE) {
    const general = numberAt(values, 'cfcGuaranteedShareMax', b, 1)
    const guided = numberAt(values, 'cfcGuaranteedShareMaxWindow', b, general)
    rules.guaranteedShareOfAllMax[b] = Math.min(guided, window)
  }
}

/** Run-down, freeze, closed channel and relative growth: limits on a stock relative to an earlier one. */
function setStockLimits(
  rules: BankRules,
  b: number,
  { values, banks, periodEnding }: RuleSources,
): void {
  const licence = banks.licence[b]
  if (licence === TRUST) {
    const channel = values.at('trustChannelOpen', b)
    const freeze = numberAt(
      values,
      'trustFacilitationFreeze',
      b,
      channel === 'capped' ? 1 : Infinity,
    )
    rules.stopped[b] = Number(channel === 'closed')
    rules.stockShareMax[b] = freeze
    if (freeze < Infinity) rules.stockReference[b] = periodEnding(FREEZE_REFERENCE, 0)
  }
  if (licence === LARGE_STATE || licence === JOINT_STOCK) {
    const setting = values.settingAt('facilitationPhaseOutPath', b)
    const path = (setting?.value ?? []) as readonly PathPoint[]
    if (setting && path.length > 0) {
      rules.stockShareMax[b] = pathShare(path, setting.effective, values.month)
      rules.stockReference[b] = periodEnding(setting.effective, -1)
    }
  }
  if (licence === CITY || licence === RURAL || licence === CONSUMER_FINANCE) {
    const setting = values.settingAt('facilitationGrowthMaxVsOwnChannel', b)
    if (setting && setting.value !== null) {
      rules.growthShareMax[b] = setting.value as number
      rules.growthReference[b] = periodEnding(setting.effective, -1)
    }
  }
}
