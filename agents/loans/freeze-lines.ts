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
  const { served, rules } = work.inForce
  const { lineBalance, tenor } = loans
  const P = market.platforms.size
  const perOutlet = SITES * SEGMENTS
  for (let first = 0; first < served.length; first += SEGMENTS) {
    const line = first * tenor + vintage * SEGMENTS
    lineBalance.fill(0, line, line + SEGMENTS)
  }
  for (let outlet = 0; outlet < rules.classCount * P; outlet++) {
    if (work.inForce.outletWeight[outlet] <= 0) continue
    const p = outlet % P
    for (let quote = outlet * perOutlet; quote < (outlet + 1) * perOutlet; quote++) {
      if (served[quote] === 1) freezeLine(market, quote, outlet, p, vintage)
    }
  }
}

function freezeLine(
  market: Market,
  quote: number,
  outlet: number,
  p: number,
  vintage: number,
): void {
  const { loans, platforms, parameters, work } = market
  const { split, inForce } = work
  const line = lineAt(loans, quote, vintage)
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
  const guaranteeFee = guaranteeFeeOf(cover, expectedLoss, parameters.feeLoad)
  split.yieldBase[quote] = yieldOf(0, cover, expectedLoss, share, surplus)
  split.feeBase[quote] = platformFeeOf(running, share, surplus)
  split.guaranteeFee[quote] = guaranteeFee
  loans.price[line] = inForce.price[quote]
  loans.hazard[line] = hazard
  loans.hazardScore[line] = normalQuantile(hazard)
  loans.cover[line] = cover
  loans.guaranteeFee[line] = guaranteeFee
  notePrice(market, quote, outlet, p, cover > 0)
}
