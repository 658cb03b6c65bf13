/**
 * Balances of all platforms, and what else the tables say of them.
 *
 *     heads     total = head share · market;  the first head is the rest of it
 *     listed    as reported;  volume/3 · D̄;  annualised revenue / .15
 *     small     market - heads - listed, by Zipf's law of exponent .9 over 100 ranks
 *
 * @source model document, section 10, step 3
 * @module
 */
import { pow } from '../../engine/numerics/index.ts'
import { HEAD, LISTED, SMALL, type Parameters } from '../parameters.ts'
import { chooseValue, valueOn, type ObservationIndex } from './choose-value.ts'
import { derived, imputed, observed, type Fact } from './fact.ts'
import type { PlatformFacts } from './facts.ts'
import type { NamedGroup } from './groups.ts'
import { slugOf } from './known-names.ts'
import {
  HEAD_SOURCES,
  LISTED_SOURCES,
  MEITUAN_BALANCE,
  REVENUE,
  VOLUME,
  type PlatformSource,
} from './platform-sources.ts'
import { required } from './required-value.ts'

export const SMALL_PLATFORMS = 100
const ZIPF_EXPONENT = 0.9
/** Yearly revenue over balance of a listed platform. */
const REVENUE_OVER_BALANCE = 0.15
const HALVES_IN_YEAR = 2
const MONTHS_IN_QUARTER = 3
const TABLE = 'platforms.csv'
const SMALL_DIGITS = 3

/** Platforms in row order: heads, listed, small by rank; named small groups take the first ranks. */
export function platformFacts(
  index: ObservationIndex,
  named: readonly NamedGroup[],
  marketBalance: Fact,
  headShare: Fact,
  parameters: Parameters,
): PlatformFacts[] {
  const heads = headFacts(index, headShare.value * marketBalance.value, headShare)
  const listed = LISTED_SOURCES.map((source) => listedFacts(index, source, parameters))
  const reported = headShare.value * marketBalance.value + sumOf(listed)
  const small = smallFacts(named, marketBalance.value - reported, marketBalance)
  return [...heads, ...listed, ...small]
}

/**
 * Months of new loans a steady balance holds: D̄ = Σ_j (1 - j/T)(1 - ϱ)^j, no defaults.
 *
 * @source model document, section 10, step 6
 */
export function balanceMonths(tenor: number, prepayment: number): number {
  let months = 0
  let kept = 1
  for (let age = 0; age < tenor; age++) {
    months += (1 - age / tenor) * kept
    kept *= 1 - prepayment
  }
  return months
}

function headFacts(index: ObservationIndex, total: number, headShare: Fact): PlatformFacts[] {
  const others = HEAD_SOURCES.slice(1).map((source): PlatformFacts => {
    const known = source.metric !== ''
    const balance = known ? headBalance(index, source) : imputed(MEITUAN_BALANCE, 'mn')
    const capital = chooseValue(index.rows(source.company, 'registered_capital'))
    const affiliateEquity = capital === undefined ? undefined : observed(capital)
    return { ...namesAndTier(source, HEAD), balance, affiliateEquity, ...NOTHING_ELSE }
  })
  const rest = total - sumOf(others)
  const balance: Fact = { ...headShare, value: rest, unit: 'mn', origin: 'derived' }
  const first = { ...namesAndTier(HEAD_SOURCES[0], HEAD), balance, affiliateEquity: undefined }
  return [{ ...first, ...NOTHING_ELSE }, ...others]
}

const NOTHING_ELSE = { guaranteeCover: undefined, equity: undefined }

function headBalance(index: ObservationIndex, source: PlatformSource): Fact {
  const row = chooseValue(index.rows(source.company, source.metric), true)
  return observed(required(row, TABLE, source.company, source.metric))
}

function listedFacts(
  index: ObservationIndex,
  source: PlatformSource,
  parameters: Parameters,
): PlatformFacts {
  const rows = index.rows(source.company, source.metric)
  const row = required(valueOn(rows, source.day), TABLE, source.company, source.metric)
  const equity = chooseValue(index.rows(source.company, 'equity'))
  return {
    ...namesAndTier(source, LISTED),
    balance: listedBalance(source.metric, row.value, observed(row), parameters),
    guaranteeCover: guaranteeCoverOf(index, source, row.value),
    equity: equity === undefined ? undefined : observed(equity),
    affiliateEquity: undefined,
  }
}

function listedBalance(metric: string, value: number, fact: Fact, parameters: Parameters): Fact {
  if (metric === VOLUME) {
    const months = balanceMonths(parameters.tenor, parameters.prepayment)
    return { ...fact, value: (value / MONTHS_IN_QUARTER) * months, origin: 'derived' }
  }
  if (metric === REVENUE) {
    const balance = (value * HALVES_IN_YEAR) / REVENUE_OVER_BALANCE
    return { ...fact, value: balance, origin: 'derived' }
  }
  return fact
}

/** Loans under guarantee over the balance of the same day, where both are reported. */
function guaranteeCoverOf(
  index: ObservationIndex,
  source: PlatformSource,
  chosenBalance: number,
): Fact | undefined {
  const row = chooseValue(index.rows(source.company, 'loans_subject_to_guarantee'))
  if (row === undefined) return undefined
  const balance = valueOn(index.rows(source.company, source.metric), row.day)
  const share = row.value / (balance?.value ?? chosenBalance)
  return { ...derived(Math.min(1, share), '1', row), origin: 'data' }
}

function smallFacts(
  named: readonly NamedGroup[],
  total: number,
  marketBalance: Fact,
): PlatformFacts[] {
  const weights: number[] = []
  for (let rank = 1; rank <= SMALL_PLATFORMS; rank++) weights.push(pow(rank, -ZIPF_EXPONENT))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight, i): PlatformFacts => {
    const value = (total * weight) / sum
    const balance: Fact = { ...marketBalance, value, unit: 'mn', origin: 'imputed' }
    const names = named[i] === undefined ? anonymousNames(i + 1) : groupNames(named[i])
    return { names, tier: SMALL, balance, affiliateEquity: undefined, ...NOTHING_ELSE }
  })
}

function groupNames({ group, zh }: NamedGroup): PlatformFacts['names'] {
  return { id: `platform:${slugOf(group)}`, en: group, zh }
}

function anonymousNames(rank: number): PlatformFacts['names'] {
  const number = String(rank).padStart(SMALL_DIGITS, '0')
  return {
    id: `platform:small-${number}`,
    en: `Small platform ${number}`,
    zh: `中小助贷机构${number}`,
  }
}

function namesAndTier(source: PlatformSource, tier: number): Pick<PlatformFacts, 'names' | 'tier'> {
  const { slug, en, zh } = source
  return { names: { id: `platform:${slug}`, en, zh }, tier }
}

function sumOf(platforms: readonly PlatformFacts[]): number {
  return platforms.reduce((total, platform) => total + platform.balance.value, 0)
}
