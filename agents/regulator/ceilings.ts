/**
 * Price ceilings of each bank.
 *
 *     r̄ = min(r̄_abs, r̄_reg + (1-χ)·ḡ·1{γ > 0})
 *
 * χ is 1 once guarantee fees count in the all-in cost and supervision, not only courts, enforces it.
 *
 * @source model document, sections 5.2 and 7 (P2, P11, small-loan companies)
 * @module
 */
import { CONSUMER_FINANCE, MICROLENDER, SEGMENTS, TRUST } from '../parameters.ts'
import type { BankRules, RuleSources } from './bank-rules.ts'
import { MARKET, numberAt, type LeverValues } from './lever-values.ts'

/** The line small-loan companies kept before national guidance [1/year]. */
const MICROLENDER_LINE = 0.24

/** A small-loan ceiling or an average-price test at this value is none [1/year]. */
const NO_PRICE_LIMIT = 0.36

/** The kinds of `lendersCoveredByReference` that have agents of a licence of their own. */
const COVERED_BY: ReadonlyMap<number, string> = new Map([
  [CONSUMER_FINANCE, 'consumer_finance_company'],
  [TRUST, 'trust_company'],
  [MICROLENDER, 'small_loan_company'],
])

/** Whether notice 9 reaches a licence: commercial banks always, others by reference. */
export function isCovered(values: LeverValues, licence: number): boolean {
  const kind = COVERED_BY.get(licence)
  if (kind === undefined) return true
  return (values.at('lendersCoveredByReference', MARKET) as readonly string[]).includes(kind)
}

/** Sets ceiling, stretch and average-price test of bank `b`. */
export function setCeilings(rules: BankRules, b: number, sources: RuleSources): void {
  const { values, parameters, banks } = sources
  const licence = banks.licence[b]
  if (licence === MICROLENDER) return setMicrolenderCeiling(rules, b, sources)

  const bySegment = values.at('aprCapBySegment', b) as readonly number[] | null
  const perLoan = numberAt(values, 'aprCapPerLoan', b)
  const own = licence === CONSUMER_FINANCE ? numberAt(values, 'cfcAprCapPerLoan', b) : Infinity
  for (let s = 0; s < SEGMENTS; s++) {
    rules.ceiling[b * SEGMENTS + s] = Math.min(bySegment ? bySegment[s] : perLoan, own)
  }
  const counted =
    isCovered(values, licence) &&
    values.at('aprCostScope', b) !== 'interestOnly' &&
    values.at('aprCapEnforcement', b) !== 'judicialOnly'
  const exempt = values.at('nicheExemption', b) === true
  rules.bankStretch[b] = counted ? 0 : parameters.guaranteeStretch
  rules.bankNicheStretch[b] = counted && !exempt ? 0 : parameters.guaranteeStretch

  const average = numberAt(values, 'cfcAvgNewLoanAprMax', b)
  if (licence === CONSUMER_FINANCE && average < NO_PRICE_LIMIT) rules.averagePriceMax[b] = average
}

/** 24% plus the stretch until national guidance, then that, then at most a multiple of the prime rate. */
function setMicrolenderCeiling(
  rules: BankRules,
  b: number,
  { values, parameters }: RuleSources,
): void {
  const guided = numberAt(values, 'slcAprCap', b)
  const multiple = numberAt(values, 'slcAprCapTarget2027', b)
  const isGuided = guided < NO_PRICE_LIMIT
  const bound = isGuided || multiple < Infinity
  const line = isGuided ? guided : MICROLENDER_LINE
  const target = multiple * numberAt(values, 'lpr1y', MARKET)
  const ceiling = multiple < Infinity ? Math.min(line, MICROLENDER_LINE, target) : line
  rules.ceiling.fill(ceiling, b * SEGMENTS, (b + 1) * SEGMENTS)
  rules.bankStretch[b] = bound ? 0 : parameters.guaranteeStretch
  rules.bankNicheStretch[b] = rules.bankStretch[b]
}
