import { describe, expect, it } from 'vitest'
import type { LeverValue } from '../../../agents/levers/lever.ts'
import { bookWith, catalogue, fieldsChanged, frozen, plan } from './rule-market.ts'

const before = plan(frozen, 1)[0].inForce
const noticeKinds = ['trust_company', 'consumer_finance_company']

/** A lever, a value it does not have in November 2024, and the fields that move, alphabetically. */
const effects: readonly (readonly [string, LeverValue, string])[] = [
  ['whitelistRequired', 'publicList', 'fixedCost inspectionRate partnerCost'],
  ['whitelistRequired', 'none', ''],
  ['aprCapPerLoan', 0.2, 'regulatoryCap'],
  ['headOfficeApproval', 3, 'approvalDelay headOffice programmeCost'],
  ['coreRiskControlOutsourcingAllowed', false, 'ownControl programmeCost'],
  ['minPartnerContribution', 0.2, 'minPartnerContribution'],
  ['singlePartnerCap', 0.1, 'singlePartnerCap'],
  ['jointLendingTotalCap', 0.3, 'jointTotalCap'],
  ['jointLimitsCoverPureFacilitation', true, 'jointCoversAll'],
  ['crossRegionBanLocalBanks', false, 'homeOnly'],
  ['localBankExtraRule', 'banLocalBanks', 'stopped'],
  ['localBankExtraRule', 'localShareCap10', 'appetiteCap'],
  ['localBankExtraRule', 'liftRegionBan', 'homeOnly'],
  ['guarantorEligibilityCheck', true, 'guarantorCheck'],
  ['guarantorReviewIntervalMonths', 3, 'guarantorReviewInterval'],
  ['guaranteeLeverageMax', 15, 'guaranteeLeverageMax'],
  ['guaranteedShareOfPartnerLoansMax', 0.5, 'guaranteedShareMax'],
  ['inspectionProbabilityPerYear', 0.3, 'inspectionRate'],
  ['fineBankHqRmb', 24e6, 'fine'],
  ['fineCfcRmb', 2e6, 'fine'],
  ['penaltyMultiplier', 5, 'fine'],
  ['inspectionToPenaltyMonths', 6, 'penaltyLag'],
  ['cfcAvgNewLoanAprMax', 0.2, 'averagePriceMax'],
  ['cfcAprCapPerLoan', 0.2, 'regulatoryCap'],
  ['facilitationPhaseOutPath', [{ at: '2025-12', value: 0.5 }], 'stockShareMax'],
  ['smallBankFacilitationStop', 'someProvinces', 'stopped'],
  ['smallBankFacilitationStop', 'allProvinces', 'stopped'],
  ['trustFacilitationFreeze', 1, 'stockReference stockShareMax'],
  ['trustChannelOpen', 'closed', 'stopped'],
  ['trustChannelOpen', 'openUnderNotice9', ''],
  ['trustChannelOpen', 'capped', 'stockReference stockShareMax'],
  ['facilitationGrowthMaxVsOwnChannel', 1, 'growthShareMax'],
  ['guaranteedShareSmallBankWindow', 0.25, 'guaranteedShareMax guaranteedShareOfAllMax'],
  ['cfcGuaranteedShareMax', 0.3, 'guaranteedShareOfAllMax'],
  ['cfcGuaranteedShareMaxWindow', 0.25, 'guaranteedShareOfAllMax'],
  ['stockLoanTreatment', 'forcedEarlyExit', 'stockTreatment'],
  ['slcAprCap', 0.2, 'nicheStretch regulatoryCap stretch'],
  ['slcAprCapTarget2027', 4, 'nicheStretch regulatoryCap stretch'],
  ['slcNonstandardLeverageMax', 2, 'microLeverage'],
  ['slcStandardLeverageMax', 3, 'microLeverage'],
  ['slcCrossProvinceAllowed', false, 'homeOnly'],
  ['paymentChannelAprCutoff', 0.24, 'absoluteCap'],
  ['cooperationFeeCap', 0.05, 'platformFeeMax'],
  ['partnerRiskLimits', 0.3, 'partnerShareMax'],
  ['carMin', 0.12, 'capitalFloor'],
  ['dsibSurcharge', 0.01, 'capitalFloor'],
  ['rwConsumerLoan', 1, 'riskWeight'],
  ['rwPartnerLoanAddOn', 0.25, 'riskWeight'],
  ['cfcPrudential', 0.06, 'leverageFloor'],
  ['platformMayInterveneInSale', false, 'acquisitionUplift'],
  ['maxReferralTiers', 2, 'acquisitionUplift'],
  ['loanAsPaymentOptionAllowed', false, 'acquisitionUplift'],
  ['smallLenderCostFactor', 0.5, 'smallCostFactor'],
  ['sharedDiligenceExponent', 0.5, 'sharedDiligence'],
  ['mutualRecognitionDiscount', 0.5, 'mutualRecognition'],
  ['aprCapBySegment', [0.18, 0.2, 0.22, 0.24, 0.24], 'regulatoryCap'],
]

/** Levers that move something only together with another: the other, its value, then as above. */
const together: readonly (readonly [string, LeverValue, string, LeverValue, string])[] = [
  [
    'aprCapEnforcement',
    'supervisory',
    'aprCostScope',
    'interestPlusGuarantee',
    'nicheStretch stretch',
  ],
  ['aprCostScope', 'allFees', 'aprCapEnforcement', 'hardBlock', 'nicheStretch stretch'],
  ['whitelistRequired', 'publicListWithHeadcountCap', 'listHeadcountCap', 10, 'headcountCap'],
  ['slcAprCapTarget2027', 4, 'lpr1y', 0.02, 'regulatoryCap'],
]

const cheapMarketing = { acquisitionCostUplift: 0.01 }

describe('a lever on the law of November 2024', () => {
  it.each(effects)('%s = %j moves: %s', (lever, value, fields) => {
    const base = plan(frozen, 1, cheapMarketing)[0].inForce
    const changed = fieldsChanged(base, bookWith(lever, value, {}, cheapMarketing))
    expect(changed.join(' ')).toBe(fields)
  })

  it.each(together)('%s = %j lets %s = %j move: %s', (first, held, lever, value, fields) => {
    const one = { lever: first, value: held, effective: '2024-11' }
    const two = { lever, value, effective: '2024-11' }
    const base = plan([...frozen, one], 1)[0].inForce
    const changed = fieldsChanged(base, plan([...frozen, one, two], 1)[0].inForce)
    expect(
      changed
        .filter(
          (field) =>
            !/^(priceClass|classCount|regulatoryCap)$/.test(field) || fields.includes(field),
        )
        .join(' '),
    ).toBe(fields)
  })

  it('rwPartnerLoanAddOn comes on top of the risk weight', () => {
    const weights = bookWith('rwPartnerLoanAddOn', 0.25).riskWeight
    expect([...weights]).toEqual([...before.riskWeight].map((weight) => weight + 0.25))
  })

  it('lendersCoveredByReference decides only ceiling stretch and costs, for its licences', () => {
    const rest = [
      ['aprCostScope', 'interestPlusGuarantee'],
      ['aprCapEnforcement', 'supervisory'],
      ['whitelistRequired', 'publicList'],
      ['headOfficeApproval', 3],
    ].map(([lever, value]) => ({ lever, value, effective: '2024-11' }) as never)
    const covering = (value: string[]) =>
      plan(
        [...frozen, ...rest, { lever: 'lendersCoveredByReference', value, effective: '2024-11' }],
        1,
      )[0].inForce
    expect(fieldsChanged(covering(noticeKinds), covering([]))).toEqual([
      'classCount',
      'nicheStretch',
      'partnerCost',
      'priceClass',
      'programmeCost',
      'regulatoryCap',
      'stretch',
    ])
    expect(
      fieldsChanged(covering(noticeKinds), covering([...noticeKinds, 'small_loan_company'])),
    ).toEqual(['partnerCost', 'programmeCost'])
    expect(
      fieldsChanged(covering(noticeKinds), covering([...noticeKinds, 'foreign_bank_branch'])),
    ).toEqual([])
  })

  it('nicheExemption lets guarantees stretch the price of niche platforms only', () => {
    const counted = [
      { lever: 'aprCostScope', value: 'interestPlusGuarantee', effective: '2024-11' },
      { lever: 'aprCapEnforcement', value: 'supervisory', effective: '2024-11' },
    ]
    const base = plan([...frozen, ...counted], 1)[0].inForce
    const exempt = { lever: 'nicheExemption', value: true, effective: '2024-11' }
    expect(fieldsChanged(base, plan([...frozen, ...counted, exempt], 1)[0].inForce)).toEqual([
      'nicheStretch',
    ])
  })

  it('is tested above for every lever that acts', () => {
    const tested = new Set([
      ...effects.map(([lever]) => lever),
      ...together.flatMap(([first, , second]) => [first, second]),
      'lendersCoveredByReference',
      'nicheExemption',
      'transitionDays',
    ])
    const acting = catalogue.list.filter((lever) => lever.acts).map((lever) => lever.id)
    expect(acting.filter((lever) => !tested.has(lever))).toEqual([])
  })

  it.each(catalogue.list.filter((lever) => !lever.acts).map((lever) => lever.id))(
    '%s is recorded without effect',
    (lever) => {
      expect(fieldsChanged(before, bookWith(lever, true))).toEqual([])
    },
  )

  it.each(catalogue.list.filter((lever) => lever.acts).map((lever) => [lever.id, lever] as const))(
    '%s set to the value it has leaves an identical rule book',
    (id, lever) => {
      const value = frozen.findLast((one) => one.lever === id)?.value ?? lever.initial
      expect(fieldsChanged(before, bookWith(id, value))).toEqual([])
    },
  )
})
