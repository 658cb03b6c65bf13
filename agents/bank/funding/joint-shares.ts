import type { Market } from '../../market.ts'
import { SEGMENTS } from '../../parameters.ts'
import { CLASSES, SITES } from '../../pricing/outlook.ts'

/**
 * The platform's own affiliate books x/(1−x) of what banks accepted of its joint loans, at the price of
 * the class of banks that lends most of them.
 *
 * @source Model document, section 5.9 (joint loans)
 */
export function fundJointShares(market: Market): void {
  const { platforms, edges, work } = market
  const { links } = edges
  for (let p = 0; p < platforms.size; p++) {
    const own = platforms.ownFundingShare[p]
    if (own <= 0) continue
    const affiliate = affiliateSlot(market, p)
    if (affiliate < 0) continue
    const byClass = work.classVolume.fill(0)
    for (let i = links.toStart[p]; i < links.toStart[p + 1]; i++) {
      const slot = links.toSlots[i]
      if (slot === affiliate) continue
      const k = work.inForce.rules.priceClass[links.from[slot]]
      for (let j = 0; j < SITES * SEGMENTS; j++) {
        const accepted = work.booked[slot * SITES * SEGMENTS + j]
        byClass[k] += accepted
        work.booked[affiliate * SITES * SEGMENTS + j] += (accepted * own) / (1 - own)
      }
    }
    work.jointClass[p] = largest(byClass)
  }
}

/** Slot of the link between a platform and its own microlender, -1 without. */
function affiliateSlot(market: Market, p: number): number {
  const { links } = market.edges
  for (let i = links.toStart[p]; i < links.toStart[p + 1]; i++) {
    const slot = links.toSlots[i]
    if (links.from[slot] === market.platforms.affiliate[p]) return slot
  }
  return -1
}

function largest(volumes: Float64Array): number {
  let best = 0
  for (let k = 1; k < CLASSES; k++) if (volumes[k] > volumes[best]) best = k
  return best
}
