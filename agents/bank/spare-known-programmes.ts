import { PROGRAMME_ON, type Market } from '../market.ts'
import { LICENCES } from '../parameters.ts'
import { decisionProgrammeCost } from '../pricing/partner-cost.ts'
import { isDue } from './is-due.ts'

/** Share of Ω that a programme known to exist is taken to cost. */
export const REVEALED_COST = 0.8

/**
 * Burn-in leaves as many programmes on, per licence, as have published a list: of the banks about to
 * leave, those with the highest Ω/F0 stay, their cost revealed by their being there.
 *
 *     programmeCostFactor ← 0.8·Ω/F0
 *
 * @source Model document, section 19.2
 */
export function spareKnownProgrammes(market: Market): void {
  for (let licence = 0; licence < LICENCES.length; licence++) {
    const spare = missingAfterExits(market, licence)
    for (let i = 0; i < spare; i++) spareStrongest(market, licence)
  }
}

/** How many programmes of a licence would be missing if all that are due left. */
function missingAfterExits(market: Market, licence: number): number {
  const { banks, environment } = market
  let staying = 0
  for (let b = 0; b < banks.size; b++) {
    if (banks.licence[b] === licence && banks.programme[b] === PROGRAMME_ON && !isDue(market, b)) {
      staying++
    }
  }
  return environment.leastProgrammes[licence] - staying
}

function spareStrongest(market: Market, licence: number): void {
  const { banks } = market
  let best = -1
  let bestRatio = -1
  for (let b = 0; b < banks.size; b++) {
    if (banks.licence[b] !== licence || !isDue(market, b)) continue
    const ratio = banks.programmeValue[b] / decisionProgrammeCost(market, b)
    if (ratio > bestRatio) {
      best = b
      bestRatio = ratio
    }
  }
  if (best >= 0) revealCost(market, best)
}

/** Lowers the bank's own cost factor so that its programme just pays. */
export function revealCost(market: Market, b: number): void {
  const { banks } = market
  const cost = decisionProgrammeCost(market, b)
  banks.programmeCostFactor[b] *= (REVEALED_COST * banks.programmeValue[b]) / cost
  banks.weakQuarters[b] = 0
}
