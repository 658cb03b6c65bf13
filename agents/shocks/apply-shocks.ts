/**
 * This month's shocks, in the order of the scenario, before anybody decides.
 *
 * @source Model document, sections 4 (phase 0) and 8.5
 * @module
 */
import type { Context } from '../../engine/phase.ts'
import type { Market } from '../market.ts'
import { failPartner } from './fail-partner.ts'
import { inspectMore } from './inspect-more.ts'
import { rowNamed } from './row-named.ts'
import { runOnGuarantors } from './run-on-guarantors.ts'
import type { Shock } from './shock.ts'
import { squeezeFunding } from './squeeze-funding.ts'
import { strikesIn } from './timing.ts'
import { wither } from './wither.ts'

/** Applies whatever strikes this month or still lasts. */
export function applyShocks(market: Market, context: Context): void {
  const { shocks, banks, environment } = market
  if (shocks.length === 0) return
  banks.fundingLimit.fill(Infinity)
  banks.depositLimit.fill(Infinity)
  environment.inspectionFactor.fill(1)
  for (const shock of shocks) applyShock(market, shock, context)
}

function applyShock(market: Market, shock: Shock, context: Context): void {
  // Kinds that last look at their own past.
  if (shock.kind === 'fundingShock') return squeezeFunding(market, shock, context)
  if (shock.kind === 'enforcementCampaign') return inspectMore(market, shock, context)
  if (shock.kind === 'lenderDistress') return wither(market, shock, context)
  if (!strikesIn(shock, context.key, context.period)) return
  switch (shock.kind) {
    case 'defaultWave':
      market.environment.macroState = shock.macroState
      break
    case 'partnerFailure':
      failPartner(market, shock, context.period)
      break
    case 'guarantorRun':
      runOnGuarantors(market, shock)
      break
    case 'trafficShock': {
      const p = rowNamed(market.platforms.id, shock.platform, 'platform')
      market.platforms.trafficWeight[p] *= shock.factor
    }
  }
}
