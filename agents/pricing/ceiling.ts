import type { RuleBook } from '../regulator/rule-book.ts'
import { SEGMENTS } from '../parameters.ts'

/**
 * r̄: the highest all-in price (综合融资成本) a class of funder may book in a segment [1/year].
 *
 *     r̄ = min( r̄_abs, r̄_reg(ℓ) + (1 − χ(ℓ))·ḡ·1{γ > 0}, payment cut-off )
 *
 * @source Model document, section 5.2; Notice 9 (金规〔2025〕9号), article 6
 */
export function ceilingOf(
  rules: RuleBook,
  priceClass: number,
  segment: number,
  guaranteed: boolean,
  niche: boolean,
): number {
  let cap = rules.regulatoryCap[priceClass * SEGMENTS + segment]
  if (guaranteed) cap += niche ? rules.nicheStretch[priceClass] : rules.stretch[priceClass]
  return cap < rules.absoluteCap ? cap : rules.absoluteCap
}
