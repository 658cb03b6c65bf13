/**
 * What is known of every licensed funder: named institutions first, filler rows up to the number
 * of licences.
 *
 * @source model document, section 10, step 1
 * @module
 */
import { LICENCES, TRUST } from '../parameters.ts'
import { chooseValue, latestValue } from './choose-value.ts'
import { capacityTrendOf } from './capacity-trend.ts'
import { ASSUMED, derived, imputed, observed, type Fact } from './fact.ts'
import type { BankFacts } from './facts.ts'
import { fundersOf, type Funder, type FunderTable } from './funders.ts'
import { HOME_REGIONS } from './known-names.ts'
import { LICENCE_PROFILES, type LicenceProfile } from './licence-profiles.ts'
import type { Names } from '../market.ts'
import type { ListFacts } from './list-facts.ts'
import type { Region } from './public-data.ts'

/** Loans over total assets where only assets are known: banks, and two consumer finance companies. */
const LOANS_OVER_ASSETS = 0.55
const LOANS_OVER_ASSETS_CONSUMER_FINANCE = 0.92
const REPORTED_LOANS = ['loans', 'net_loans', 'loan_balance']
const REPORTED_APPETITE = [
  'online_consumer_loans_share_of_loans',
  'facilitation_share_of_loans',
  'internet_loans_share_of_loans',
]
const APPETITE_BOUND = /^(personal_consumer_loans_share_of_loans.*|retail_share_of_loans)$/
const ALL_BANKS = 'sector: all_commercial_banks'
/** Return on assets if not even the sector's row were there. */
const RETURN_ON_ASSETS = 0.0063
const FILLER_DIGITS = 3

/** Rows of all licences in order; `regions` in row order give the home regions. */
export function bankFacts(
  table: FunderTable,
  lists: ReadonlyMap<string, ListFacts>,
  regions: readonly Region[],
): BankFacts[] {
  return LICENCE_PROFILES.flatMap((profile) => {
    const funders = fundersOf(table, profile.licence)
    const named = funders.map((funder) => namedBank(funder, profile, table, lists, regions))
    const filler: BankFacts[] = []
    for (let i = named.length; i < profile.rows; i++) filler.push(fillerBank(i, profile, table))
    return [...named, ...filler]
  })
}

function namedBank(
  funder: Funder,
  profile: LicenceProfile,
  table: FunderTable,
  lists: ReadonlyMap<string, ListFacts>,
  regions: readonly Region[],
): BankFacts {
  const zh = funder.names.zh
  const list = lists.get(zh)
  return {
    ...fillerBank(0, profile, table),
    names: funder.names,
    named: true,
    programme: profile.programmes > 0 ? 'on' : 'off',
    homeRegion: homeRegionOf(zh, profile, regions),
    totalLoans: totalLoansOf(zh, profile, table),
    appetite: firstOf(zh, REPORTED_APPETITE, table),
    appetiteBound: appetiteBoundOf(zh, table),
    capitalRatio: capitalRatioOf(zh, profile, table),
    totalEquity: firstOf(zh, ['total_equity'], table),
    tier1Ratio: firstOf(zh, ['tier1_ratio', 'cet1_ratio'], table),
    returnOnAssets: returnOnAssetsOf(zh, profile, table),
    capacityTrend: capacityTrendOf(table.index.rows(zh, 'total_assets')),
    listLength: list?.length,
    partners: list?.partners ?? [],
  }
}

/** A row that stands for an institution the data do not name. */
function fillerBank(position: number, profile: LicenceProfile, table: FunderTable): BankFacts {
  return {
    names: fillerNames(position, profile),
    licence: LICENCES.indexOf(profile.licence),
    named: false,
    programme: fillerProgramme(profile),
    homeRegion: isLocal(profile) ? undefined : -1,
    totalLoans: undefined,
    appetite: undefined,
    appetiteBound: undefined,
    capitalRatio: capitalRatioOf('', profile, table),
    totalEquity: undefined,
    tier1Ratio: undefined,
    returnOnAssets: returnOnAssetsOf('', profile, table),
    capacityTrend: imputed(0, '1/month'),
    listLength: undefined,
    partners: [],
  }
}

function fillerNames(position: number, profile: LicenceProfile): Names {
  const number = String(position + 1).padStart(FILLER_DIGITS, '0')
  const slug = profile.licence.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return {
    id: `bank:${slug}-${number}`,
    en: `${profile.en} ${number}`,
    zh: `${profile.zh}${number}`,
  }
}

function fillerProgramme(profile: LicenceProfile): BankFacts['programme'] {
  if (profile.programmes === 0) return 'off'
  return profile.programmes === profile.rows ? 'on' : 'drawn'
}

function isLocal(profile: LicenceProfile): boolean {
  return profile.licence === 'city' || profile.licence === 'rural'
}

function homeRegionOf(
  zh: string,
  profile: LicenceProfile,
  regions: readonly Region[],
): number | undefined {
  if (!isLocal(profile)) return -1
  const row = regions.findIndex((region) => region.en === HOME_REGIONS.get(zh))
  return row < 0 ? undefined : row
}

function totalLoansOf(zh: string, profile: LicenceProfile, table: FunderTable): Fact | undefined {
  const reported = firstOf(zh, REPORTED_LOANS, table)
  if (reported !== undefined) return reported
  const assets = chooseValue(table.index.rows(zh, 'total_assets'))
  if (assets === undefined) return undefined
  const consumerFinance = profile.licence === 'consumerFinance'
  const share = consumerFinance ? LOANS_OVER_ASSETS_CONSUMER_FINANCE : LOANS_OVER_ASSETS
  return derived(share * assets.value, 'mn', assets)
}

function appetiteBoundOf(zh: string, table: FunderTable): Fact | undefined {
  const metrics = table.index.metrics(zh).filter((metric) => APPETITE_BOUND.test(metric))
  const facts = metrics.map((metric) => firstOf(zh, [metric], table))
  return facts.reduce((least, fact) => {
    return fact !== undefined && (least === undefined || fact.value < least.value) ? fact : least
  }, undefined)
}

function capitalRatioOf(zh: string, profile: LicenceProfile, table: FunderTable): Fact | undefined {
  if (LICENCES.indexOf(profile.licence) === TRUST) return undefined
  const own = firstOf(zh, ['capital_adequacy_ratio'], table)
  if (own !== undefined) return own
  const sector = latestValue(table.sectorRows(profile.sector, 'capital_adequacy_ratio'))
  if (sector === undefined) return imputed(profile.capitalRatio, '1')
  return { ...observed(sector), origin: 'imputed' }
}

function returnOnAssetsOf(zh: string, profile: LicenceProfile, table: FunderTable): Fact {
  const reported = firstOf(zh, ['roa_annualised'], table)
  if (reported !== undefined) return reported
  const profit = chooseValue(table.index.rows(zh, 'net_profit'))
  const assets = chooseValue(table.index.rows(zh, 'total_assets'))
  if (profit !== undefined && assets !== undefined) {
    return derived(profit.value / assets.value, '1/year', profit)
  }
  const sector = chooseValue(table.sectorRows(profile.sector, 'roa_annualised'))
  const row = sector ?? chooseValue(table.index.rows(ALL_BANKS, 'roa_annualised'))
  if (row === undefined) return imputed(RETURN_ON_ASSETS, '1/year', ASSUMED)
  return { ...observed(row), origin: 'imputed' }
}

function firstOf(zh: string, metrics: readonly string[], table: FunderTable): Fact | undefined {
  for (const metric of metrics) {
    const row = chooseValue(table.index.rows(zh, metric))
    if (row !== undefined) return observed(row)
  }
  return undefined
}
