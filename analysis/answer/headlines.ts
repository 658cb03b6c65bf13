/**
 * The metrics a person sees first, by theme, in reading order. All others are in the JSON answer.
 * @module
 */
import type { Theme } from '../metrics/metric.ts'

export interface Chapter {
  readonly theme: Theme
  readonly metrics: readonly string[]
}

export const chapters: readonly Chapter[] = [
  {
    theme: 'partners',
    metrics: [
      'links',
      'linksHead',
      'linksListed',
      'linksNiche',
      'linksSmallOther',
      'whitelistSizeMedian',
      'edgeSurvival',
      'listJaccard',
    ],
  },
  {
    theme: 'institutions',
    metrics: [
      'programmesOn',
      'programmeExits',
      'programmeExitShareJointStock',
      'programmeExitShareCity',
      'programmeExitShareRural',
      'programmeExitSharePrivate',
      'programmeExitShareConsumerFinance',
      'programmeExitShareSmallThird',
      'programmeExitShareMiddleThird',
      'programmeExitShareLargeThird',
      'activeSmallPlatforms',
      'listedSmallPlatforms',
      'platformSurvivalNiche',
    ],
  },
  {
    theme: 'concentration',
    metrics: [
      'cr5',
      'cr5Originations',
      'cr5Links',
      'hhi',
      'headLinkShare',
      'degreeGini',
      'matthewDegree',
    ],
  },
  {
    theme: 'credit',
    metrics: [
      'balance',
      'balanceHead',
      'balanceListed',
      'balanceNiche',
      'balanceSmallOther',
      'originations',
      'originationsS1',
      'originationsS2',
      'originationsS3',
      'originationsS4',
      'originationsS5',
      'approvalRate',
      'approvalRateS5',
      'unfunded',
      'excludedBorrowers',
      'servedShareS5',
    ],
  },
  {
    theme: 'price',
    metrics: [
      'averageApr',
      'averageAprS4',
      'averageAprS5',
      'shareAbove24',
      'shareAbove20',
      'borrowerSurplus',
    ],
  },
  {
    theme: 'risk',
    metrics: [
      'nplRatio',
      'delinquency90',
      'guaranteeCoverage',
      'guaranteeLeverage',
      'guarantorRuin',
      'programmeRoe',
      'car',
      'carBreach',
      'debtRankMax',
    ],
  },
  {
    theme: 'compliance',
    metrics: [
      'complianceBill',
      'compliancePerYuan',
      'compliancePerYuanSmallThird',
      'compliancePerYuanLargeThird',
      'complianceCapacityUse',
      'meanRiskManagement',
    ],
  },
]
