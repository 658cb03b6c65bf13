/**
 * What borrowers pay and lose, line by line: all loans of a line share price, hazard and age, so its
 * total moves as each of them does, and market totals need one pass over lines instead of cells.
 *
 *     h_t = Φ((Φ⁻¹(h) − √ρ_m·Z_t)/√(1−ρ_m)), E[h_t] = h;  × ξ for a failed platform's stock, at most 1
 *     Int = Pf/12 ;  Dft = Pf·h_t ;  Ins = (Pf−Dft)/n ;  Pre = ϱ(Pf−Dft−Ins)
 *
 * @source Model document, sections 5.1, 6 and 8.1; Vasicek (2002)
 * @module
 */
import { normalCdf } from '../../engine/numerics/normal.ts'
import { noteHazard } from '../loans/note-month.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'

/** h_t of every line that owes anything, into `work.lineHazard`. */
export function ageLines(market: Market): void {
  const { loans, platforms, parameters, environment, work } = market
  const { lineBalance, hazard, hazardScore, tenor } = loans
  const { lineHazard } = work
  const loading = Math.sqrt(parameters.macroLoading)
  const rest = Math.sqrt(1 - parameters.macroLoading)
  const shift = loading * environment.macroState
  const perOutlet = SITES * SEGMENTS * tenor
  const outlets = lineBalance.length / perOutlet
  for (let outlet = 0; outlet < outlets; outlet++) {
    const distressed = platforms.distressMonths[outlet % platforms.size] > 0
    const factor = distressed ? parameters.distressMultiplier : 1
    for (let line = outlet * perOutlet; line < (outlet + 1) * perOutlet; line++) {
      if (lineBalance[line] === 0) continue
      const now = environment.macroOn
        ? factor * normalCdf((hazardScore[line] - shift) / rest)
        : factor * hazard[line]
      lineHazard[line] = now > 1 ? 1 : now
      noteHazard(work.trace, lineHazard[line])
    }
  }
}

/** Moves the balance of every line and books its flows with segment, platform and guarantor. */
export function repayLines(market: Market): void {
  const { loans } = market
  const perOutlet = SITES * SEGMENTS * loans.tenor
  for (let first = 0; first < loans.lineBalance.length; first += perOutlet) {
    const p = (first / perOutlet) % market.platforms.size
    for (let line = first; line < first + perOutlet; line++) {
      if (loans.lineBalance[line] > 0) repayLine(market, p, line)
    }
  }
}

function repayLine(market: Market, p: number, line: number): void {
  const { loans, parameters, segments, platforms, work } = market
  const s = line % SEGMENTS
  const vintage = Math.floor(line / SEGMENTS) % loans.tenor
  const open = loans.lineBalance[line]
  const defaulted =
    parameters.defaultMode === 'loan' ? work.lineDefaults[line] : open * work.lineHazard[line]
  const rest = open - defaulted
  const instalment = rest * work.instalment[vintage]
  const paid = instalment + parameters.prepayment * (rest - instalment)
  const kept = rest - paid
  loans.lineBalance[line] = kept
  segments.defaulted[s] += defaulted
  work.segment.repaid[s] += paid
  work.trace.performing[s] += kept
  const interest = (open * loans.price[line]) / 12
  const fee = (open * loans.guaranteeFee[line]) / 12
  work.borrowerInterest += interest
  work.platform.fees[p] += interest - fee
  work.platform.defaults[p] += defaulted
  const g = platforms.guarantor[p]
  if (g >= 0) work.guarantor.fees[g] += fee
}
