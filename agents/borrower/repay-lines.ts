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
import { normalCdfAt } from '../../engine/numerics/normal.ts'
import type { LoanBook } from '../loans/loan-book.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'

/** h_t of every line that owes anything, into `work.lineHazard`, and which lines these are. */
export function ageLines(market: Market): void {
  const { loans, platforms, parameters, environment, work } = market
  listOwing(loans)
  if (environment.macroOn) meetMacroState(market)
  const { hazard, owing, owingCount, tenor } = loans
  const { lineHazard, trace } = work
  const { macroOn } = environment
  const perOutlet = SITES * SEGMENTS * tenor
  let least = trace.leastHazard
  let most = trace.mostHazard
  let end = 0
  let factor = 1
  for (let i = 0; i < owingCount; i++) {
    const line = owing[i]
    if (line >= end) {
      const outlet = (line / perOutlet) | 0
      const distressed = platforms.distressMonths[outlet % platforms.size] > 0
      factor = distressed ? parameters.distressMultiplier : 1
      end = (outlet + 1) * perOutlet
    }
    const now = factor * (macroOn ? lineHazard[line] : hazard[line])
    const capped = now > 1 ? 1 : now
    lineHazard[line] = capped
    // What is not a number stays in the range once it is there.
    if (capped < least || capped !== capped) least = capped
    if (capped > most || capped !== capped) most = capped
  }
  trace.leastHazard = least
  trace.mostHazard = most
}

/** Lists the lines that owe anything, ascending. */
function listOwing(loans: LoanBook): void {
  const { lineBalance, owing } = loans
  let count = 0
  for (let line = 0; line < lineBalance.length; line++) {
    if (lineBalance[line] !== 0) owing[count++] = line
  }
  loans.owingCount = count
}

/** Φ((Φ⁻¹(h) − √ρ_m·Z_t)/√(1−ρ_m)) of every line that owes. */
function meetMacroState({ loans, parameters, environment, work }: Market): void {
  const { hazardScore, owing, owingCount } = loans
  const { lineHazard } = work
  const rest = Math.sqrt(1 - parameters.macroLoading)
  const shift = Math.sqrt(parameters.macroLoading) * environment.macroState
  for (let i = 0; i < owingCount; i++) {
    lineHazard[owing[i]] = (hazardScore[owing[i]] - shift) / rest
  }
  normalCdfAt(lineHazard, owing, owingCount)
}

/** Moves the balance of every line that owes and books its flows with segment, platform and guarantor. */
export function repayLines(market: Market): void {
  const { loans, parameters, segments, platforms, work } = market
  const { lineBalance, price, guaranteeFee, owing, owingCount, tenor } = loans
  const { lineHazard, lineDefaults, instalment } = work
  const { fees, defaults } = work.platform
  const { repaid } = work.segment
  const { performing } = work.trace
  const { defaulted: lost } = segments
  const guaranteeFees = work.guarantor.fees
  const { prepayment } = parameters
  const whole = parameters.defaultMode === 'loan'
  const perOutlet = SITES * SEGMENTS * tenor
  let allInterest = 0
  let first = 0
  let end = 0
  let p = 0
  let g = -1
  for (let i = 0; i < owingCount; i++) {
    const line = owing[i]
    if (line >= end) {
      const outlet = (line / perOutlet) | 0
      first = outlet * perOutlet
      end = first + perOutlet
      p = outlet % platforms.size
      g = platforms.guarantor[p]
    }
    const row = ((line - first) / SEGMENTS) | 0
    const s = line - first - row * SEGMENTS
    const vintage = row < tenor ? row : row - tenor
    const open = lineBalance[line]
    const defaulted = whole ? lineDefaults[line] : open * lineHazard[line]
    const rest = open - defaulted
    const part = rest * instalment[vintage]
    const paid = part + prepayment * (rest - part)
    const kept = rest - paid
    lineBalance[line] = kept
    lost[s] += defaulted
    repaid[s] += paid
    performing[s] += kept
    const interest = (open * price[line]) / 12
    const fee = (open * guaranteeFee[line]) / 12
    allInterest += interest
    fees[p] += interest - fee
    defaults[p] += defaulted
    if (g >= 0) guaranteeFees[g] += fee
  }
  work.borrowerInterest = allInterest
}
