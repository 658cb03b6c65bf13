/**
 * Which levers can be behind a cause or a limit. Whether one of them was in fact changed is a matter of
 * the scenario.
 *
 * @source Model document, section 7: where each lever enters
 * @module
 */
import type { Cause, Criterion } from './columns.ts'

const CEILING = [
  'aprCostScope',
  'aprCapPerLoan',
  'aprCapEnforcement',
  'lendersCoveredByReference',
  'aprCapBySegment',
  'nicheExemption',
  'cfcAprCapPerLoan',
  'slcAprCap',
  'slcAprCapTarget2027',
  'lpr1y',
  'paymentChannelAprCutoff',
]

/** Levers behind each cause, the likeliest first; none for rivals, whose own rules differ. */
export const LEVERS_OF: Readonly<Record<Cause, readonly string[]>> = {
  none: [],
  partnerCost: [
    'whitelistRequired',
    'lendersCoveredByReference',
    'smallLenderCostFactor',
    'sharedDiligenceExponent',
    'mutualRecognitionDiscount',
  ],
  penalty: [
    'whitelistRequired',
    'inspectionProbabilityPerYear',
    'fineBankHqRmb',
    'fineCfcRmb',
    'penaltyMultiplier',
    'inspectionToPenaltyMonths',
  ],
  oversight: ['headOfficeApproval', 'whitelistRequired', 'lendersCoveredByReference'],
  ceiling: CEILING,
  region: ['crossRegionBanLocalBanks', 'localBankExtraRule', 'slcCrossProvinceAllowed'],
  capacity: ['localBankExtraRule'],
  unitCost: ['carMin', 'dsibSurcharge', 'rwConsumerLoan', 'rwPartnerLoanAddOn'],
  acquisition: ['platformMayInterveneInSale', 'maxReferralTiers', 'loanAsPaymentOptionAllowed'],
  rivals: [],
  programmeCost: [
    'headOfficeApproval',
    'coreRiskControlOutsourcingAllowed',
    'lendersCoveredByReference',
    'smallLenderCostFactor',
  ],
  headcount: ['whitelistRequired', 'listHeadcountCap'],
}

/** Levers behind each limit; a failure criterion has none of its own. */
export const LEVERS_OF_LIMIT: Readonly<Partial<Record<Criterion, readonly string[]>>> = {
  headcountCap: LEVERS_OF.headcount,
  stopped: ['smallBankFacilitationStop', 'localBankExtraRule', 'trustChannelOpen'],
  capacity: ['localBankExtraRule'],
  capital: [
    'carMin',
    'dsibSurcharge',
    'rwConsumerLoan',
    'rwPartnerLoanAddOn',
    'cfcPrudential',
    'slcNonstandardLeverageMax',
    'slcStandardLeverageMax',
  ],
  stockLimit: [
    'facilitationPhaseOutPath',
    'trustFacilitationFreeze',
    'trustChannelOpen',
    'facilitationGrowthMaxVsOwnChannel',
  ],
  jointLimit: ['singlePartnerCap', 'jointLendingTotalCap', 'jointLimitsCoverPureFacilitation'],
  guaranteeLeverage: ['guaranteeLeverageMax'],
}
