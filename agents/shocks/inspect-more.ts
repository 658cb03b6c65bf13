import type { Context } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import type { EnforcementCampaign } from './shock.ts'
import { isUnderWay } from './timing.ts'

/**
 * q × factor for banks of the chosen home regions while the campaign lasts; campaigns that overlap
 * multiply.
 *
 * @source Model document, section 8.5
 */
export function inspectMore(market: Market, shock: EnforcementCampaign, context: Context): void {
  if (!isUnderWay(shock, context.key, context.period)) return
  const { banks, environment } = market
  for (let b = 0; b < banks.size; b++) {
    if (shock.regions.includes(banks.homeRegion[b])) {
      environment.inspectionFactor[b] *= shock.factor
    }
  }
}
