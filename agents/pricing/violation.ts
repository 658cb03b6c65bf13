import type { Market } from '../market.ts'

/**
 * v_bp: violations found per inspection when both lines of defence fail, in [0, 1].
 *
 * @source Model document, section 5.5
 */
export function violationRate(market: Market, b: number, p: number): number {
  const { banks, platforms, parameters } = market
  return (
    parameters.violationBase *
    (1 - banks.complianceCapability[b]) *
    (1 - platforms.complianceCapacity[p])
  )
}
