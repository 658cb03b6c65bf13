/**
 * The levers that change a run of this version, and where each enters the model.
 *
 * Where the rules table and the model document differ, the model document wins: the rows with a
 * `history` here replace the table's dates. All other levers are recorded without effect.
 *
 * @source model document, section 7
 * @module
 */
import type { HistoryEntry, LeverValue } from './lever.ts'

/** How a lever acts. */
export interface ActingLever {
  readonly through: readonly string[]
  readonly at: string
  /** One value for the whole market: no scope by licence or region. */
  readonly marketWide?: true
  readonly initial?: LeverValue
  readonly history?: readonly HistoryEntry[]
}

const by = (at: string, ...through: string[]): ActingLever => ({ through, at })
const wide = (at: string, ...through: string[]): ActingLever => ({ through, at, marketWide: true })

export const actingLevers: Readonly<Record<string, ActingLever>> = {
  whitelistRequired: by(
    '5.5 partner cost, inspections; 5.7 reviews; platform overhead',
    'P1',
    'P4',
  ),
  // 24% at every date: the earlier 36% is this line plus the guarantee stretch.
  aprCapPerLoan: { ...by('5.2 ceiling', 'P2'), history: [{ from: null, value: 0.24 }] },
  aprCostScope: by('5.2 guarantee stretch', 'P2'),
  aprCapEnforcement: by('5.2 guarantee stretch', 'P2', 'P10'),
  lendersCoveredByReference: wide(
    '5.2 guarantee stretch; 5.5 partner cost; 5.8 programme cost',
    'P1',
    'P2',
  ),
  headOfficeApproval: by('5.6 oversight load; 5.7 delay and reviews; 5.8 programme cost', 'P3'),
  // In the 2021 notice already; what changed with notice 9 is that it is enforced.
  coreRiskControlOutsourcingAllowed: {
    ...by('5.6 investment; 5.8 programme cost', 'P3'),
    history: [
      { from: null, value: true },
      { from: '2025-10', value: false },
    ],
  },
  minPartnerContribution: wide('5.9 joint loans', 'P5'),
  singlePartnerCap: by('5.9 joint limits', 'P6'),
  jointLendingTotalCap: by('5.9 joint limits', 'P7'),
  jointLimitsCoverPureFacilitation: by('5.9 joint limits', 'P6', 'P7'),
  crossRegionBanLocalBanks: by('5.5 and 5.9 regions a bank may serve', 'P8'),
  localBankExtraRule: by('5.9 room and regions of local banks', 'P8'),
  guarantorEligibilityCheck: by('5.9 guarantor lines', 'P9'),
  guarantorReviewIntervalMonths: wide('5.9 reviewed equity', 'P9'),
  guaranteeLeverageMax: wide('5.9 guarantor limit', 'P9'),
  guaranteedShareOfPartnerLoansMax: by('5.9 guaranteed share', 'P9'),
  // Unknown number: the two inspection-rate parameters hold until a scenario sets it.
  inspectionProbabilityPerYear: { ...by('5.5 and 7 inspections', 'P10'), initial: null },
  fineBankHqRmb: by('5.5 and 7 fines', 'P10'),
  fineCfcRmb: by('5.5 and 7 fines', 'P10'),
  inspectionToPenaltyMonths: wide('5.5 and 7 lag of fines', 'P10'),
  penaltyMultiplier: by('5.5 and 7 fines', 'P10'),
  cfcAvgNewLoanAprMax: by('5.9 average price', 'P11'),
  cfcAprCapPerLoan: by('5.2 ceiling of consumer finance', 'P11'),
  facilitationPhaseOutPath: by('5.9 room of large and joint-stock banks', 'P12'),
  smallBankFacilitationStop: by('5.9 room of local banks', 'P12'),
  trustFacilitationFreeze: by('5.9 room of trusts', 'P12'),
  trustChannelOpen: by('5.9 room of trusts', 'P12'),
  facilitationGrowthMaxVsOwnChannel: by('5.9 room of local banks and consumer finance', 'P12'),
  guaranteedShareSmallBankWindow: by('5.9 guaranteed share', 'P12'),
  cfcGuaranteedShareMax: by('5.9 guaranteed share of all loans', 'P12'),
  cfcGuaranteedShareMaxWindow: by('5.9 guaranteed share of all loans', 'P12'),
  transitionDays: wide('7 date of notice 9', 'P13'),
  stockLoanTreatment: wide('5.2 loans above the line', 'P13'),
  slcAprCap: by('5.2 ceiling of microlenders', 'P2'),
  // A step at the deadline; before it there is no multiple.
  slcAprCapTarget2027: {
    ...by('5.2 ceiling of microlenders', 'P2', 'P13'),
    history: [
      { from: null, value: null },
      { from: '2027-12', value: 4 },
    ],
  },
  lpr1y: wide('5.2 ceiling of microlenders', 'P2'),
  slcNonstandardLeverageMax: wide('5.9 room of microlenders'),
  slcStandardLeverageMax: wide('5.9 room of microlenders'),
  slcCrossProvinceAllowed: by('5.9 regions of microlenders'),
  paymentChannelAprCutoff: wide('5.2 ceiling', 'P2'),
  cooperationFeeCap: by('5.4 platform fee'),
  partnerRiskLimits: by('5.9 pair limit', 'P1'),
  carMin: by('5.10 target capital ratio'),
  dsibSurcharge: by('5.10 target capital ratio'),
  rwConsumerLoan: by('5.2 unit cost; 5.9 capital room'),
  rwPartnerLoanAddOn: by('5.2 unit cost; 5.9 capital room'),
  cfcPrudential: by('5.9 leverage of consumer finance'),
  platformMayInterveneInSale: wide('5.2 acquisition cost'),
  // The permitted number was not found: any number restricts, and one tier stands for it.
  maxReferralTiers: {
    ...wide('5.2 acquisition cost of small platforms'),
    history: [
      { from: null, value: null },
      { from: '2026-09', value: 1 },
    ],
  },
  loanAsPaymentOptionAllowed: wide('5.2 acquisition cost of heads'),
}
