import type { Parameters } from '../parameters.ts'
import { FORCED_EXIT, GRANDFATHER, type RuleBook, type RuleMonth } from '../regulator/rule-book.ts'
import { overhang } from './stock.ts'

/** A package that is announced and not yet in force, as it weighs on a loan made today. */
export interface Announcement {
  readonly rules: RuleBook
  /** Cost a loan carries that lies `excess` above the announced ceiling [1/year]. */
  legacyCost(excess: number): number
}

/**
 * The announced package as it weighs on today's loans; undefined when none is announced.
 *
 *     λ_c·ϖ·ov(n), n = t_E − t;  grandfathered stock: 0;  forced early exit: λ_c·max(ϖ, excess)·ov(n)
 *
 * @source Model document, sections 5.2 and 7 (P13)
 */
export function announcementOf(
  month: RuleMonth,
  parameters: Parameters,
  period: number,
): Announcement | undefined {
  const rules = month.next
  if (rules === undefined || month.leaked) return undefined
  const { credibility, legacyCost, tenor, prepayment } = parameters
  const weight = credibility * overhang(month.nextEffective - period, tenor, prepayment)
  const treatment = rules.stockTreatment
  return {
    rules,
    legacyCost(excess) {
      if (treatment === GRANDFATHER) return 0
      return weight * (treatment === FORCED_EXIT && excess > legacyCost ? excess : legacyCost)
    },
  }
}

/**
 * ω_t: how far a decision of today already counts the announced rules.
 *
 *     ω_t = λ_c·clip(1 − (t_E − t)/H, 0, 1)   announced;   leakCredibility·(same) before
 *
 * @returns in [0, 1]; 0 when no package is ahead
 * @source Model document, section 5.5
 */
export function anticipation(month: RuleMonth, parameters: Parameters, period: number): number {
  if (month.next === undefined) return 0
  const distance = (month.nextEffective - period) / parameters.planningHorizon
  const reach = distance >= 1 ? 0 : distance <= 0 ? 1 : 1 - distance
  return reach * (month.leaked ? parameters.leakCredibility : parameters.credibility)
}
