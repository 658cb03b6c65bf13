/**
 * Every quote of the month becomes a line of the loan book: what all its loans will share.
 *
 *     EL = LGD·π̄ ;  g = γ·EL·(1+λ_g) ;  hazard = π̄/12
 *     y  = [(1−γ)·EL + ψ(S+ῡ)] + (1−ψ)·υ_b ;  φ = [a + u + legacy + (1−ψ)(S+ῡ)] − (1−ψ)·υ_b
 *
 * The brackets are the same for all banks of a quote and are worked out here once.
 *
 * @source Model document, sections 3.3 and 5.4
 * @module
 */
import { normalQuantile } from '../../engine/numerics/normal.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import { guaranteeFeeOf, platformFeeOf, yieldOf } from '../pricing/split.ts'
import { lineAt } from './loan-book.ts'
import { notePrice } from './note-month.ts'

/** Writes the lines of a vintage and `work.split`; lines of the vintage that ended are forgotten. */
export function freezeLines(market: Market, vintage: number): void {
  const { work, loans } = market
  const { served } = work.inForce
  for (let quote = 0; quote < served.length; quote++) {
    const line = lineAt(loans, quote, vintage)
    loans.lineBalance[line] = 0
    if (served[quote] === 1) freezeLine(market, quote, line)
  }
}

function freezeLine(market: Market, quote: number, line: number): void {
  const { loans, platforms, parameters, work } = market
  const { split, inForce } = work
  const outlet = Math.floor(quote / (SITES * SEGMENTS))
  const p = outlet % platforms.size
  const cover = platforms.guaranteeCover[p]
  const share = platforms.lenderSurplusShare[p]
  const expectedLoss = parameters.lossGivenDefault * inForce.averageDefault[quote]
  const surplus = inForce.surplus[quote] + inForce.meanUnitCost[outlet]
  const running =
    platforms.acquisitionCost[p] +
    inForce.rules.acquisitionUplift[platforms.tier[p]] +
    platforms.operatingCost[p] +
    inForce.legacyCost[quote]
  const hazard = inForce.averageDefault[quote] / 12
  split.yieldBase[quote] = yieldOf(0, cover, expectedLoss, share, surplus)
  split.feeBase[quote] = platformFeeOf(running, share, surplus)
  loans.price[line] = inForce.price[quote]
  loans.hazard[line] = hazard
  loans.hazardScore[line] = normalQuantile(hazard)
  loans.cover[line] = cover
  loans.guaranteeFee[line] = guaranteeFeeOf(cover, expectedLoss, parameters.feeLoad)
  split.guaranteeFee[quote] = loans.guaranteeFee[line]
  notePrice(market, quote, loans.price[line], cover > 0)
}
