/**
 * A run on guarantors: K × factor. Cash goes first; what cash cannot cover is written off claims.
 *
 *     loss = min{(1−factor)·K, Kc} ;  Kc' = Kc − loss ;  RG' = RG − ((1−factor)·K − loss)/(1−LGD)
 *     identity:  Kc' + (1−LGD)·RG' = K'
 *
 * The loss is money and goes to the rest of the economy: it is posted when the month is settled.
 *
 * @source Model document, sections 6 and 8.5
 * @module
 */
import type { Market } from '../market.ts'
import { rowNamed } from './row-named.ts'
import type { GuarantorRun } from './shock.ts'

/** Takes capital from the chosen guarantors. */
export function runOnGuarantors(market: Market, { guarantors: ids, factor }: GuarantorRun): void {
  const { guarantors, parameters, work } = market
  for (const id of ids) {
    const g = rowNamed(guarantors.id, id, 'guarantor')
    const lost = capitalLost(guarantors.equity[g], factor)
    const paid = Math.min(lost, guarantors.cash[g])
    guarantors.equity[g] -= lost
    guarantors.cash[g] -= paid
    if (lost > paid) guarantors.claims[g] -= (lost - paid) / (1 - parameters.lossGivenDefault)
    work.shockLosses += paid
  }
}

/** (1−factor)·K; nothing from who has nothing [mn]. */
export function capitalLost(equity: number, factor: number): number {
  return equity > 0 ? (1 - factor) * equity : 0
}
