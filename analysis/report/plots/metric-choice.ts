/**
 * Which metrics a report draws, by section, in order of importance.
 * @module
 */
import { platformGroups, licenceGroups, segmentGroups, sizeThirds } from '../../metrics/groups.ts'
import type { Text } from '../../metrics/metric.ts'
import type { SummaryIndex } from '../numbers/summary-index.ts'

/** Rows of the first figure. */
export const HEADLINES: readonly string[] = [
  'links',
  'whitelistSizeMedian',
  'programmesOn',
  'activeSmallPlatforms',
  'cr5',
  'cr5Links',
  'approvalRate',
  'averageApr',
  'originations',
  'balance',
  'excludedBorrowers',
]

/** Drawn over time or by setting; the first four there are. */
const OVER_TIME: readonly string[] = [
  'links',
  'originations',
  'averageApr',
  'cr5',
  'programmesOn',
  'excludedBorrowers',
  'approvalRate',
  'balance',
  'hhi',
]
const DRAWN = 4

/** Concentration of the market, for section 6. */
export const CONCENTRATION: readonly string[] = [
  'cr5',
  'cr5Originations',
  'cr5Links',
  'hhi',
  'headLinkShare',
  'degreeGini',
  'matthewDegree',
]

/** Those of a list that the result has. */
export function known(index: SummaryIndex, ids: readonly string[]): string[] {
  return ids.filter((id) => index.metric(id) !== undefined)
}

/** The metrics of section 4: of the usual ones, else the first there are. */
export function overTime(index: SummaryIndex, all: readonly { readonly id: string }[]): string[] {
  const usual = known(index, OVER_TIME)
  const others = all.map(({ id }) => id).filter((id) => !usual.includes(id))
  return [...usual, ...(usual.length < DRAWN ? others : [])].slice(0, DRAWN)
}

/** One metric by group. */
export interface Family {
  readonly id: 'partnerships' | 'balances' | 'exits' | 'borrowers' | 'prices'
  /** Metric of all groups together; none where they do not add up. */
  readonly whole?: string
  readonly members: readonly { readonly metric: string; readonly label: Text }[]
}

const KINDS_OF_PLATFORM = ['Head', 'Listed', 'Niche', 'SmallOther']
const tiers = platformGroups.filter(({ suffix }) => KINDS_OF_PLATFORM.includes(suffix))

const family = (
  id: Family['id'],
  stem: string,
  groups: readonly { readonly suffix: string; readonly label: Text }[],
  whole?: string,
): Family => ({
  id,
  members: groups.map(({ suffix, label }) => ({ metric: stem + suffix, label })),
  ...(whole === undefined ? {} : { whole }),
})

/** Who can gain or lose: platforms by tier, banks by licence and size, borrowers by segment. */
export const families: readonly Family[] = [
  family('partnerships', 'links', tiers, 'links'),
  family('balances', 'balance', tiers, 'balance'),
  family('exits', 'programmeExitShare', [...licenceGroups, ...sizeThirds]),
  family('borrowers', 'originations', segmentGroups, 'originations'),
  family('prices', 'averageApr', segmentGroups, 'averageApr'),
]
