/**
 * Public data → everything known before any draw.
 * @module
 */
import type { Names } from '../market.ts'
import { LICENCES, LISTED, type Parameters } from '../parameters.ts'
import { bankFacts } from './bank-facts.ts'
import { chooseValue, indexObservations, valueOn } from './choose-value.ts'
import { imputed, observed, type Fact } from './fact.ts'
import type { Facts, PlatformFacts } from './facts.ts'
import { funderTable } from './funders.ts'
import { groupTable, namedSmallGroups, type GroupTable } from './groups.ts'
import { licenceTotals } from './licence-totals.ts'
import { listFacts } from './list-facts.ts'
import { platformFacts } from './platform-facts.ts'
import { HEAD_SOURCES, LISTED_SOURCES } from './platform-sources.ts'
import type { PublicData, Region } from './public-data.ts'
import { required } from './required-value.ts'

export const THIRD_PARTY_GUARANTORS = 30
const MARKET = 'MARKET'
const BALANCE = 'internet_loan_facilitation_balance'
const HEAD_SHARE = 'cr5_share_ant_bytedance_jd_duxiaoman_meituan'

/** Lists published by the end of October 2025: class in the tables → licence. */
const PUBLISHED_CLASSES: ReadonlyMap<string, string> = new Map([
  ['state_banks', 'largeState'],
  ['joint_stock', 'jointStock'],
  ['city', 'city'],
  ['rural', 'rural'],
  ['private', 'private'],
  ['direct', 'private'],
  ['foreign', 'foreign'],
  ['consumer_finance', 'consumerFinance'],
  ['trust', 'trust'],
])
const PUBLISHED_DAY = '2025-10-31'

/**
 * Reads what the opening market knows for certain; the order of the rows of `data` is irrelevant.
 *
 * @throws SimulationError DATA_ROW_MISSING or PARTNER_UNKNOWN
 */
export function readFacts(data: PublicData, parameters: Parameters): Facts {
  const index = indexObservations(data.observations)
  const groups = groupTable(data.groups, data.lists)
  const funders = funderTable(data)
  const regions = [...data.regions].sort((a, b) => a.id - b.id)
  const small = namedSmallGroups(data.lists, groups)
  const find = (metric: string): Fact => {
    return observed(
      required(chooseValue(index.rows(MARKET, metric)), 'platforms.csv', MARKET, metric),
    )
  }
  const marketBalance = find(BALANCE)
  const headShare = find(HEAD_SHARE)
  const platforms = platformFacts(index, small, marketBalance, headShare, parameters)
  const rowOfGroup = platformRows(platforms, groups)
  const lists = listFacts(data, groups, funders, rowOfGroup)
  return {
    banks: bankFacts(funders, lists, regions),
    licenceTotals: licenceTotals(funders),
    platforms,
    guarantors: guarantorNames(platforms),
    regions: regions.map(regionNames),
    regionWeight: regionWeights(regions),
    marketBalance,
    headShare,
    publishedLists: publishedLists(funders.index),
  }
}

/** Platform row by group name; small groups are found by their English name. */
function platformRows(
  platforms: readonly PlatformFacts[],
  groups: GroupTable,
): Map<string, number> {
  const rows = new Map<string, number>()
  const sources = [...HEAD_SOURCES, ...LISTED_SOURCES]
  for (let row = 0; row < sources.length; row++) rows.set(sources[row].group, row)
  const small = new Set([...groups.values()].filter((g) => g.role === 'small').map((g) => g.group))
  for (let row = sources.length; row < platforms.length; row++) {
    const group = platforms[row].names.en
    if (small.has(group)) rows.set(group, row)
  }
  return rows
}

/** One captive guarantor per listed platform, then third parties for the small ones. */
function guarantorNames(platforms: readonly PlatformFacts[]): Names[] {
  const captives = platforms.filter((platform) => platform.tier === LISTED)
  const names = captives.map(({ names }): Names => {
    const id = names.id.replace('platform:', 'guarantor:')
    return { id, en: `${names.en} guarantee company`, zh: `${names.zh}关联融资担保公司` }
  })
  for (let i = 1; i <= THIRD_PARTY_GUARANTORS; i++) {
    const number = String(i).padStart(2, '0')
    const id = `guarantor:third-party-${number}`
    names.push({ id, en: `Third-party guarantor ${number}`, zh: `第三方融资担保公司${number}` })
  }
  return names
}

function regionNames(region: Region): Names {
  const id = `region:${region.en.toLowerCase().replace(/ /g, '-')}`
  return { id, en: region.en, zh: region.zh }
}

function regionWeights(regions: readonly Region[]): Float64Array {
  const total = regions.reduce((sum, region) => sum + region.weight, 0)
  return Float64Array.from(regions, (region) => region.weight / total)
}

function publishedLists(index: ReturnType<typeof indexObservations>): Fact[] {
  const facts: Fact[] = LICENCES.map(() => imputed(0, 'count'))
  for (const [kind, licence] of PUBLISHED_CLASSES) {
    const entity = `institutions with a published list: ${kind}`
    const row = valueOn(index.rows(entity, 'institutions'), PUBLISHED_DAY)
    if (row === undefined) continue
    const at = LICENCES.findIndex((name) => name === licence)
    facts[at] = { ...observed(row), value: facts[at].value + row.value }
  }
  return facts
}
