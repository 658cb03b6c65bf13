/**
 * The knock-outs: what is left of the notice when one part of it, or of the model, is taken away.
 *
 * Every variant is compared with the rules before under the same parameters and the same luck.
 * Expectations come from two synthetic pilots: signs, and whether an effect is smaller or larger than
 * the full notice's; sizes are rough and nothing is expected of volume concentration, on which the
 * pilots disagree.
 *
 * @source model document, sections 13 (LC2, LC6), 14 and 19.11
 * @module
 */

/** What is read off every run. `direction` is where the full notice moves it. */
export const columns = [
  { id: 'before', label: 'links 2025-09', direction: -1 },
  { id: 'after', label: 'links at end', direction: -1 },
  { id: 'exits', label: 'exits', direction: 1 },
  { id: 'cr5', label: 'CR5', direction: 1 },
  { id: 'loans', label: 'loans', direction: -1 },
  { id: 's5', label: 'new S5 loans', direction: -1 },
  { id: 'small', label: 'links small', direction: -1 },
  { id: 'niche', label: 'niche', direction: -1 },
  { id: 'head', label: 'head', direction: -1 },
] as const
export type ColumnId = (typeof columns)[number]['id']

/**
 * `same`: the sign of the full notice; `less`, `more`: than the full notice, replicate by replicate;
 * `nothing`: the same bits in every pair; `open`: nothing is claimed.
 */
export type Expectation = 'same' | 'less' | 'more' | 'nothing' | 'open'

export interface Variant {
  readonly id: string
  /** Shipped scenario it starts from. */
  readonly scenario: string
  /** Overrides `key=value` of the variant, and of variant and baseline alike. */
  readonly reform?: readonly string[]
  readonly both?: readonly string[]
  readonly expected: Readonly<Record<ColumnId, Expectation>>
}

const usual = {
  before: 'same',
  after: 'same',
  exits: 'same',
  cr5: 'open',
  loans: 'open',
  s5: 'same',
  small: 'same',
  niche: 'same',
  head: 'same',
} as const

const nothing = {
  before: 'nothing',
  after: 'nothing',
  exits: 'nothing',
  cr5: 'nothing',
  loans: 'nothing',
  s5: 'nothing',
  small: 'nothing',
  niche: 'nothing',
  head: 'nothing',
} as const

const fewerLinksLost = {
  before: 'less',
  after: 'less',
  small: 'less',
  niche: 'less',
} as const

const ORDINARY_REVIEWS = 'reviewRateAnnounced=1/12'
const DATES = 'announced: 2025-04, from: 2025-10'
const PUBLIC_LIST = `whitelistRequired={ value: publicList, ${DATES} }`

/** New values equal to the old ones, as far as a public list carries them. */
const FREE_LIST = [
  'partnerCostNew=0.5 million',
  'smallFixedCostNew=6 million',
  'inspectionRateNew=2%',
  'detectionGain=0',
]

/** LC2: the duties of the notice, none of which costs anything or takes longer. */
const NEUTRAL = [
  ...FREE_LIST,
  'programmeCostNew=2 million',
  'approvalDelayOld=3 months',
  'oversightLoad=1',
  'ownRiskInvestment=0',
  'legacyCost=0%',
  ORDINARY_REVIEWS,
]

/** Id of the variant the others are compared with where less or more is expected. */
export const FULL = 'full notice'

export const variants: readonly Variant[] = [
  { id: 'no policy, twice', scenario: 'rules-before', expected: nothing },
  { id: FULL, scenario: 'notice-9', expected: usual },
  {
    id: 'myopic, ordinary reviews',
    scenario: 'myopic',
    expected: { ...usual, before: 'nothing' },
  },
  {
    id: 'myopic, fast reviews',
    scenario: 'notice-9',
    both: ['planningHorizon=1 month', 'legacyCost=0%'],
    expected: { ...usual, before: 'less' },
  },
  {
    id: 'H 12, ordinary reviews',
    scenario: 'notice-9',
    both: [ORDINARY_REVIEWS],
    expected: { ...usual, before: 'less', after: 'less', small: 'less', niche: 'less' },
  },
  {
    id: 'H 6',
    scenario: 'notice-9',
    both: ['planningHorizon=6 months'],
    expected: { ...usual, before: 'less' },
  },
  {
    id: 'H 24',
    scenario: 'notice-9',
    both: ['planningHorizon=24 months'],
    expected: { ...usual, before: 'more' },
  },
  {
    id: 'cap only',
    scenario: 'cap-only',
    expected: { ...usual, ...fewerLinksLost, exits: 'less', head: 'less' },
  },
  {
    id: 'cap only, fast reviews',
    scenario: 'cap-only',
    reform: [PUBLIC_LIST],
    both: FREE_LIST,
    expected: { ...usual, ...fewerLinksLost, exits: 'less', head: 'less' },
  },
  {
    id: 'costs only',
    scenario: 'costs-only',
    expected: { ...usual, ...fewerLinksLost, s5: 'less' },
  },
  {
    id: 'no F1 increase',
    scenario: 'notice-9',
    both: ['partnerCostNew=0.5 million'],
    expected: { ...usual, ...fewerLinksLost },
  },
  {
    id: 'no F0 increase',
    scenario: 'notice-9',
    both: ['programmeCostNew=2 million'],
    expected: { ...usual, exits: 'less', head: 'less' },
  },
  {
    id: 'F1 to 2.5, F0 to 12',
    scenario: 'notice-9',
    both: ['partnerCostNew=2.5 million', 'programmeCostNew=12 million'],
    expected: { ...usual, before: 'more', after: 'more', exits: 'more', s5: 'more' },
  },
  {
    id: 'oversightLoad 2.5',
    scenario: 'notice-9',
    both: ['oversightLoad=2.5'],
    expected: { ...usual, before: 'more', after: 'more' },
  },
  {
    id: 'no local data bonus',
    scenario: 'notice-9',
    both: ['localDataBonus=0'],
    expected: { ...usual, niche: 'more' },
  },
  {
    id: 'no regions',
    scenario: 'notice-9',
    both: ['crossRegionBanLocalBanks=false'],
    expected: { ...usual, exits: 'less', head: 'less' },
  },
  {
    id: 'zero cost, no cap',
    scenario: 'rules-before',
    reform: [
      PUBLIC_LIST,
      `headOfficeApproval={ value: 3 months, ${DATES} }`,
      `coreRiskControlOutsourcingAllowed={ value: false, ${DATES} }`,
      `stockLoanTreatment={ value: rectifyOrRunOff, ${DATES} }`,
    ],
    both: NEUTRAL,
    expected: nothing,
  },
]
