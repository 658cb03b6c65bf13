import { indexLinks } from '../../engine/links.ts'
import type { Market } from '../market.ts'
import { failPlatform } from '../settlement/resolve-failures.ts'
import { rowNamed } from './row-named.ts'
import type { PartnerFailure } from './shock.ts'

/**
 * A named platform fails at the start of the month: its links end before banks decide, and its stock
 * defaults ξ times as often in this month and the five after it.
 *
 * @source Model document, sections 8.1 and 8.5
 */
export function failPartner(market: Market, { platform }: PartnerFailure, period: number): void {
  const p = rowNamed(market.platforms.id, platform, 'platform')
  if (market.platforms.failed[p] === 1) return
  failPlatform(market, p, period)
  indexLinks(market.edges.links)
}
