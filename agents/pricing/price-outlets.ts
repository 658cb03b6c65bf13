import { exp } from '../../engine/numerics/exp.ts'
import { SEGMENTS } from '../parameters.ts'
import type { Market } from '../market.ts'
import { ceilingOf } from './ceiling.ts'
import { AWAY, HOME, SITES, type Outlook } from './outlook.ts'
import { borrowing, quote, quoted, type Borrowing } from './quote.ts'
import type { Announcement } from './announcement.ts'

/** Largest market share that raises the mark-up further. */
const SHARE_LIMIT = 0.6

/**
 * Quotes every outlet that has a funder and was not quoted at the same ῡ this month already.
 *
 *     k_pℓ = ῡ_pℓ + a_p + u_p ;  LGD'_p = LGD·(1 + γ_p·λ_g) ;  μ_ps = 1/(β_s (1 − min(σ_ps, 0.6)))
 *
 * While a lower ceiling is announced, a loan above it carries the cost λ_c·ϖ·ov(n) of what will be left
 * when the ceiling comes; the platform takes the better of that and the announced ceiling by α·S.
 *
 * @source Model document, section 5.2
 */
export function priceOutlets(
  market: Market,
  outlook: Outlook,
  announcement: Announcement | undefined,
): void {
  const platforms = market.platforms.size
  const outlets = outlook.rules.classCount * platforms
  for (let outlet = 0; outlet < outlets; outlet++) {
    if (outlook.outletWeight[outlet] <= 0) {
      outlook.quotedAt[outlet] = NaN
      const first = outlet * SITES * SEGMENTS
      outlook.served.fill(0, first, first + SITES * SEGMENTS)
      outlook.discount.fill(0, first, first + SITES * SEGMENTS)
      continue
    }
    const cost = outlook.meanUnitCost[outlet]
    if (outlook.quotedAt[outlet] === cost) continue
    outlook.quotedAt[outlet] = cost
    const k = Math.floor(outlet / platforms)
    quoteOutlet(market, outlook, announcement, k, outlet % platforms, cost)
  }
  pullBorrowers(market, outlook)
}

/** pull = w·mix·e^(−βr) of every quote. */
export function pullBorrowers(market: Market, outlook: Outlook): void {
  const { trafficWeight, segmentMix, size } = market.platforms
  const { pull, discount } = outlook
  const width = SITES * SEGMENTS
  for (let outlet = 0; outlet < outlook.rules.classCount * size; outlet++) {
    const p = outlet % size
    const weight = trafficWeight[p]
    for (let i = 0; i < width; i++) {
      const q = outlet * width + i
      pull[q] =
        discount[q] === 0 ? 0 : weight * segmentMix[p * SEGMENTS + (i % SEGMENTS)] * discount[q]
    }
  }
}

/** Forgets this month's quotes: mark-ups, rules or weights have changed. */
export function forgetQuotes(outlook: Outlook): void {
  outlook.quotedAt.fill(NaN)
}

/** Quotes all segments and sites of one outlet at the funders' mean unit cost ῡ. */
function quoteOutlet(
  market: Market,
  outlook: Outlook,
  announcement: Announcement | undefined,
  k: number,
  p: number,
  meanUnitCost: number,
): void {
  const sites = siteCount(market, p)
  for (let site = 0; site < sites; site++) {
    for (let s = 0; s < SEGMENTS; s++) {
      quoteSegment(market, outlook, announcement, k, p, site, s, meanUnitCost)
      const q = ((k * market.platforms.size + p) * SITES + site) * SEGMENTS + s
      outlook.served[q] = quoted.served ? 1 : 0
      outlook.discount[q] = 0
      if (!quoted.served) continue
      outlook.price[q] = quoted.price
      outlook.approval[q] = quoted.approval
      outlook.averageDefault[q] = quoted.averageDefault
      outlook.surplus[q] = quoted.surplus
      outlook.legacyCost[q] = quoted.legacyCost
      outlook.discount[q] = exp(-market.work.priceSensitivity[s] * quoted.price)
    }
  }
}

/** A niche platform with a local data bonus has a second site: its home region. */
export function siteCount(market: Market, p: number): number {
  return market.platforms.dataAdvantageHome[p] > market.platforms.dataAdvantage[p] ? SITES : 1
}

/** w_p·mix_ps·e^(−β_s·r): how strongly a quote pulls on a segment. */
export function pullOf(market: Market, p: number, s: number, price: number): number {
  const { platforms, work } = market
  return (
    platforms.trafficWeight[p] *
    platforms.segmentMix[p * SEGMENTS + s] *
    exp(-work.priceSensitivity[s] * price)
  )
}

/**
 * Quotes one segment at one site for a class of funders whose mean unit cost is ῡ; result in `quoted`.
 */
export function quoteSegment(
  market: Market,
  outlook: Outlook,
  announcement: Announcement | undefined,
  k: number,
  p: number,
  site: number,
  s: number,
  meanUnitCost: number,
): void {
  const { platforms, parameters } = market
  const cover = platforms.guaranteeCover[p]
  const guaranteed = cover > 0
  const niche = platforms.niche[p] === 1
  const unitCost =
    meanUnitCost +
    platforms.acquisitionCost[p] +
    outlook.rules.acquisitionUplift[platforms.tier[p]] +
    platforms.operatingCost[p]
  const lossCost = parameters.lossGivenDefault * (1 + cover * parameters.feeLoad)
  const markup = markupOf(market, p, s)
  const ceiling = ceilingOf(outlook.rules, k, s, guaranteed, niche)
  const b = borrowingOf(market, p, site, s)
  if (announcement === undefined) {
    quote(b, unitCost, lossCost, markup, ceiling)
    return
  }
  const announced = ceilingOf(announcement.rules, k, s, guaranteed, niche)
  quote(b, unitCost, lossCost, markup, ceiling, announced < ceiling)
  const free = quoted.freePrice
  if (!(free > announced) || announced >= ceiling) return
  const legacyCost = announcement.legacyCost(free - announced)
  quote(b, unitCost + legacyCost, lossCost, markup, ceiling)
  const above = quoted.served ? quoted.approval * quoted.surplus : -Infinity
  quote(b, unitCost, lossCost, markup, announced)
  const within = quoted.served ? quoted.approval * quoted.surplus : -Infinity
  if (above > within) {
    quote(b, unitCost + legacyCost, lossCost, markup, ceiling)
    quoted.legacyCost = legacyCost
  }
}

/** μ_ps [1/year]. */
function markupOf(market: Market, p: number, s: number): number {
  const base = 1 / market.work.priceSensitivity[s]
  if (market.parameters.markupMode === 'fixed') return base
  const share = market.platforms.marketShare[p * SEGMENTS + s]
  return base / (1 - (share < SHARE_LIMIT ? share : SHARE_LIMIT))
}

/** How platform p sees segment s at a site. */
export function borrowingOf(market: Market, p: number, site: number, s: number): Borrowing {
  const { borrowings } = market.work
  const index = (p * SITES + site) * SEGMENTS + s
  let known = borrowings[index]
  if (known === undefined) {
    const { dataAdvantage, dataAdvantageHome } = market.platforms
    const precision = site === HOME ? dataAdvantageHome[p] : dataAdvantage[p]
    known = borrowing(market.parameters.defaultProbability[s], precision)
    borrowings[index] = known
  }
  return known
}

/** Writes the site of every region for every platform, `[platform * regions + region]`. */
export function placeSites(market: Market): void {
  const { platforms, regions, work } = market
  for (let p = 0; p < platforms.size; p++) {
    for (let r = 0; r < regions; r++) {
      const home = siteCount(market, p) === SITES && platforms.homeRegion[p] === r
      work.site[p * regions + r] = home ? HOME : AWAY
    }
  }
}
