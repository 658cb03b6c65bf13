/**
 * The answer in English sentences.
 * @module
 */
import type { ComparisonFindings, LevelFindings, Sameness } from '../answer/findings.ts'
import type { ChangeRow } from '../answer/rows.ts'
import {
  formatChange,
  formatChangeRange,
  formatLevel,
  formatMonth,
  formatRelative,
  formatRelativeRange,
  isRate,
  MINUS,
} from './numbers.ts'

function level(row: ChangeRow, side: 'baseline' | 'reform'): string {
  return formatLevel(row.compared[side].mean, row.metric.unit, 'en')
}

/** The change with its interval, absolute for rates, as a share of the baseline otherwise. */
function change(row: ChangeRow): string {
  const { compared, relative, metric } = row
  if (compared.verdict === 'undefined') return 'not defined'
  if (compared.verdict === 'identical') return 'no change'
  const absolute = isRate(metric.unit) || Number.isNaN(relative.mean) || metric.unit === 'banks'
  const { mean, low, high } = absolute ? compared.change : relative
  const written = absolute ? formatChange(mean, metric.unit, 'en') : formatRelative(mean)
  const range = absolute
    ? formatChangeRange(low, high, metric.unit, 'en')
    : formatRelativeRange(low, high, 'en')
  if (compared.verdict === 'notDistinguishable') return `not distinguishable from zero (${range})`
  return `${written} (${range})`
}

function listOf(findings: ComparisonFindings, pairs: readonly (readonly [string, string])[]) {
  return pairs
    .map(([id, name]) => [findings.row(id), name] as const)
    .filter(([row]) => row !== undefined && row.compared.verdict !== 'undefined')
    .map(([row, name]) => `${name} ${change(row as ChangeRow)}`)
    .join(', ')
}

export function sentence(text: string): string[] {
  return text === '' ? [] : [text]
}

function partners(findings: ComparisonFindings): string[] {
  const { row, monthBefore, effectiveMonth, lastMonth } = findings
  const said: string[] = []
  const before = row('links', 'beforeEffective')
  const end = row('links')
  if (before && monthBefore !== undefined && effectiveMonth !== undefined) {
    said.push(
      `In ${formatMonth(monthBefore, 'en')}, the month before the rules take effect, ` +
        `partnerships between banks and platforms: ${change(before)} against the baseline.`,
    )
  }
  if (end) {
    const kept = row('edgeSurvival')
    const survival =
      kept && !Number.isNaN(kept.compared.reform.mean)
        ? ` Of the partnerships the market opened with, ${level(kept, 'reform')} were never cut, ` +
          `${level(kept, 'baseline')} in the baseline.`
        : ''
    said.push(
      `By ${formatMonth(lastMonth, 'en')}: ${change(end)}, ` +
        `${level(end, 'reform')} partnerships instead of ${level(end, 'baseline')}.${survival}`,
    )
  }
  const byTier = listOf(findings, [
    ['linksHead', 'with leading platforms'],
    ['linksListed', 'with mid-tier platforms'],
    ['linksNiche', 'with niche small institutions'],
    ['linksSmallOther', 'with other small institutions'],
  ])
  return [...said, ...sentence(byTier === '' ? '' : `Partnerships by kind: ${byTier}.`)]
}

function institutions(findings: ComparisonFindings): string[] {
  const { row } = findings
  const said: string[] = []
  const exits = row('programmeExits')
  if (exits) {
    const bySize = listOf(findings, [
      ['programmeExitShareSmallThird', 'of the smallest third of programmes'],
      ['programmeExitShareMiddleThird', 'of the middle third'],
      ['programmeExitShareLargeThird', 'of the largest third'],
    ])
    said.push(
      `Banks that stop facilitation: ${level(exits, 'reform')} instead of ` +
        `${level(exits, 'baseline')}, ${change(exits)}${bySize === '' ? '' : `; share ${bySize}`}.`,
    )
  }
  const small = row('activeSmallPlatforms')
  const funded = row('listedSmallPlatforms')
  if (small && funded) {
    said.push(
      `Small lending institutions left: ${level(small, 'reform')} instead of ` +
        `${level(small, 'baseline')}, ${change(small)}; on at least one list: ` +
        `${level(funded, 'reform')} instead of ${level(funded, 'baseline')}.`,
    )
  }
  return said
}

function concentration({ row }: ComparisonFindings): string[] {
  const volume = row('cr5')
  const links = row('cr5Links')
  if (!volume || !links) return []
  return [
    `The five largest platforms hold ${level(volume, 'reform')} of balances, ${change(volume)}, ` +
      `and ${level(links, 'reform')} of partnerships, ${change(links)}.`,
  ]
}

function credit(findings: ComparisonFindings): string[] {
  const { row } = findings
  const lent = row('originations')
  const said: string[] = []
  if (lent) {
    const bySegment = listOf(findings, [
      ['originationsS1', 'safest segment'],
      ['originationsS2', 'second'],
      ['originationsS3', 'third'],
      ['originationsS4', 'fourth'],
      ['originationsS5', 'riskiest'],
    ])
    said.push(`New loans: ${change(lent)}; by risk: ${bySegment}.`)
  }
  const price = row('averageApr')
  const above = row('shareAbove24')
  if (price && above) {
    said.push(
      `Borrowers pay ${level(price, 'reform')} a year on new loans, ${change(price)}; ` +
        `${level(above, 'reform')} of new loans cost more than 24%, ${level(above, 'baseline')} in the baseline.`,
    )
  }
  const unfunded = row('unfunded')
  const excluded = row('excludedBorrowers')
  if (unfunded && excluded) {
    said.push(
      `Approved but not funded: ${level(unfunded, 'reform')} a month instead of ` +
        `${level(unfunded, 'baseline')}. Applicants left without a loan: ` +
        `${level(excluded, 'reform')} a month instead of ${level(excluded, 'baseline')}, ${change(excluded)}.`,
    )
  }
  return said
}

const sameness: Readonly<Record<Sameness, string>> = {
  sameRules: 'no rule that acts and no parameter differs between the two scenarios',
  afterRun: 'the rules differ only after the run ends; run more months or start earlier',
  neverBinds: 'the rules differ, but the difference never binds on any bank, platform or borrower',
}

/** What a comparison found, most important first. */
export function comparison(findings: ComparisonFindings): string[] {
  if (findings.identical) {
    return [
      `Identical to the baseline in all ${findings.pairs} pairs, in every metric and month: ` +
        `${sameness[findings.identical]}.`,
    ]
  }
  return [
    ...partners(findings),
    ...institutions(findings),
    ...concentration(findings),
    ...credit(findings),
  ]
}

/** What a single scenario is like. */
export function levels({ row, lastMonth, periods }: LevelFindings): string[] {
  const read = (id: string) => {
    const found = row(id)
    return found ? formatLevel(found.level.mean, found.metric.unit, 'en') : MINUS
  }
  return [
    `In ${formatMonth(lastMonth, 'en')} ${read('programmesOn')} banks lend through ${read('links')} ` +
      `partnerships, the median list has ${read('whitelistSizeMedian')} partners, ` +
      `${read('activeSmallPlatforms')} small lending institutions are active.`,
    `${read('balance')} are outstanding, ${read('cr5')} of it through the five largest platforms.`,
    `Over ${periods < 12 ? 'the run' : 'the last year'} borrowers paid ${read('averageApr')} on new loans of ${read('originations')} a month; ` +
      `${read('approvalRate')} of what was applied for was approved.`,
  ]
}
