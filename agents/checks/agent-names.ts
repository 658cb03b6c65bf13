import type { Market } from '../market.ts'

/** How a violation names a bank: its persistent name, else its number. */
export function bankName(market: Market, b: number): string {
  return market.bankNames[b]?.id ?? `bank ${market.banks.id[b]}`
}

/** How a violation names a platform. */
export function platformName(market: Market, p: number): string {
  return market.platformNames[p]?.id ?? `platform ${market.platforms.id[p]}`
}

/** How a violation names a guarantor. */
export function guarantorName(market: Market, g: number): string {
  return market.guarantorNames[g]?.id ?? `guarantor ${market.guarantors.id[g]}`
}

/** Both ends of a partnership; nobody for slot -1. */
export function pairNames(market: Market, slot: number): string[] {
  if (slot < 0) return []
  const { from, to } = market.edges.links
  return [bankName(market, from[slot]), platformName(market, to[slot])]
}
