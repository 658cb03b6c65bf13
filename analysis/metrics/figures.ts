/**
 * What several metrics of a month share, counted once: partners by bank and platform, links by group,
 * and the memory of the run that lists, survival and churn need. One object per run, never in the market.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { LICENCES } from '../../agents/parameters.ts'
import type { RuleMonth } from '../../agents/regulator/rule-book.ts'
import { PLATFORM_CODES, TENTHS, THIRDS, platformCode } from './groups.ts'

/** Figures of one month and the memory of one run. An affiliate's permanent link is not a link here. */
export interface Figures {
  market: Market
  period: number
  /** Partners by bank and by platform this month. */
  bankPartners: Int32Array
  platformPartners: Int32Array
  /** The same on the lists the run opened with. */
  openingPlatformPartners: Int32Array
  /** Links, opening links, and opening links never cut so far, by platform code. */
  linksByCode: Int32Array
  openingByCode: Int32Array
  uncutByCode: Int32Array
  linksByLicence: Int32Array
  links: number
  openingLinks: number
  /** Opening links that are active now, whether or not they were cut in between. */
  openingActive: number
  separations: number
  formations: number
  /** Third and tenth of each bank by programme size among programmes on at the start, -1 outside. */
  sizeThird: Int8Array
  sizeTenth: Int8Array
  platformCodes: Uint8Array
  /** Per link slot: active last month; on the opening lists; on them and never cut. */
  wasActive: Uint8Array
  opening: Uint8Array
  uncut: Uint8Array
  /** The last DebtRank computed. */
  debtRankMax: number
}

const none = new Int32Array(0)

/** Figures that have seen no month yet. */
export function createFigures(): Figures {
  return {
    market: undefined as unknown as Market,
    period: NaN,
    bankPartners: none,
    platformPartners: none,
    openingPlatformPartners: none,
    linksByCode: new Int32Array(PLATFORM_CODES),
    openingByCode: new Int32Array(PLATFORM_CODES),
    uncutByCode: new Int32Array(PLATFORM_CODES),
    linksByLicence: new Int32Array(LICENCES.length),
    links: 0,
    openingLinks: 0,
    openingActive: 0,
    separations: 0,
    formations: 0,
    sizeThird: new Int8Array(0),
    sizeTenth: new Int8Array(0),
    platformCodes: new Uint8Array(0),
    wasActive: new Uint8Array(0),
    opening: new Uint8Array(0),
    uncut: new Uint8Array(0),
    debtRankMax: NaN,
  }
}

/** Brings the figures to this month; does nothing when they are there already. */
export function observe(figures: Figures, market: Market, period: number): void {
  if (figures.market === market && figures.period === period) return
  if (figures.market !== market) open(figures, market, period)
  figures.period = period
  growTo(figures, market.edges.links.count)
  countLinks(figures)
}

/** The rules of the figures' month. */
export function rulesOf(figures: Figures): RuleMonth['inForce'] {
  const { market, period } = figures
  return (market.rules[period] ?? market.preNotice).inForce
}

/** True for the permanent link between a platform and its own microlender. */
export function isPermanent(market: Market, slot: number): boolean {
  const { links } = market.edges
  return market.banks.affiliateOf[links.from[slot]] === links.to[slot]
}

/**
 * The opening lists are those the first month began with: links formed earlier that are active at
 * its end or ended in it.
 */
function open(figures: Figures, market: Market, period: number): void {
  const { banks, platforms, edges } = market
  figures.market = market
  figures.bankPartners = new Int32Array(banks.size)
  figures.platformPartners = new Int32Array(platforms.size)
  figures.openingPlatformPartners = new Int32Array(platforms.size)
  figures.platformCodes = new Uint8Array(platforms.size)
  for (let p = 0; p < platforms.size; p++) figures.platformCodes[p] = platformCode(platforms, p)
  figures.wasActive = new Uint8Array(0)
  figures.opening = new Uint8Array(0)
  figures.uncut = new Uint8Array(0)
  figures.openingByCode.fill(0)
  figures.openingLinks = 0
  figures.debtRankMax = NaN
  const { links, formedAt, endedAt } = edges
  growTo(figures, links.count)
  for (let slot = 0; slot < links.count; slot++) {
    if (isPermanent(market, slot) || formedAt[slot] >= period) continue
    if (links.active[slot] === 0 && endedAt[slot] !== period) continue
    const p = links.to[slot]
    figures.opening[slot] = 1
    figures.uncut[slot] = 1
    figures.wasActive[slot] = 1
    figures.openingByCode[figures.platformCodes[p]]++
    figures.openingPlatformPartners[p]++
    figures.openingLinks++
  }
  rankBySize(figures)
}

function countLinks(figures: Figures): void {
  const { market, platformCodes, wasActive, opening, uncut } = figures
  const { bankPartners, platformPartners, linksByCode, uncutByCode, linksByLicence } = figures
  const { from, to, active: activeNow, count } = market.edges.links
  const { licence, affiliateOf } = market.banks
  bankPartners.fill(0)
  platformPartners.fill(0)
  linksByCode.fill(0)
  uncutByCode.fill(0)
  linksByLicence.fill(0)
  let links = 0
  let openingActive = 0
  let separations = 0
  let formations = 0
  for (let slot = 0; slot < count; slot++) {
    const b = from[slot]
    const p = to[slot]
    if (affiliateOf[b] === p) continue
    const active = activeNow[slot]
    const code = platformCodes[p]
    if (active === 1) {
      bankPartners[b]++
      platformPartners[p]++
      linksByCode[code]++
      linksByLicence[licence[b]]++
      links++
      openingActive += opening[slot]
      formations += 1 - wasActive[slot]
    } else {
      separations += wasActive[slot]
      uncut[slot] = 0
    }
    uncutByCode[code] += uncut[slot]
    wasActive[slot] = active
  }
  figures.links = links
  figures.openingActive = openingActive
  figures.separations = separations
  figures.formations = formations
}

/**
 * Thirds and tenths of the programmes on at the start by the partner loans they hold in the first month;
 * ties by id. Capacity would rank a local bank by what it wants to lend, not by what its region lets it.
 */
function rankBySize(figures: Figures): void {
  const { banks } = figures.market
  const { partnerLoans, id } = banks
  const rows: number[] = []
  for (let b = 0; b < banks.size; b++) if (banks.onAtStart[b] === 1) rows.push(b)
  rows.sort((a, b) => partnerLoans[a] - partnerLoans[b] || id[a] - id[b])
  figures.sizeThird = new Int8Array(banks.size).fill(-1)
  figures.sizeTenth = new Int8Array(banks.size).fill(-1)
  for (let rank = 0; rank < rows.length; rank++) {
    figures.sizeThird[rows[rank]] = Math.floor((THIRDS * rank) / rows.length)
    figures.sizeTenth[rows[rank]] = Math.floor((TENTHS * rank) / rows.length)
  }
}

function growTo(figures: Figures, slots: number): void {
  if (figures.wasActive.length >= slots) return
  figures.wasActive = grown(figures.wasActive, 2 * slots)
  figures.opening = grown(figures.opening, 2 * slots)
  figures.uncut = grown(figures.uncut, 2 * slots)
}

function grown(column: Uint8Array, size: number): Uint8Array {
  const larger = new Uint8Array(size)
  larger.set(column)
  return larger
}
