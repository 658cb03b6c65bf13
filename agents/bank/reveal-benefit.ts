/**
 * A bank whose list is known shows what its partners are worth to it: a list that stands before the
 * notice must stand in the model too, or its decay would be taken for an effect of the rules.
 *
 *     κ_b such that  λ_rev·Σ_{p listed} (1 − Λ((V_bp + κ_b − mo_b(n))/τ))
 *                  = ⅓·Σ_{p not listed} P(candidate)·1{p agrees}·Λ((V_bp + κ_b − mo_b(n+1) − F_set)/τ)
 *     P(candidate) = min(1, χ_c·w_p/Σw),  w_p = exp(θ_pa·ln(deg_p+1) + ½·ln w_p)
 *
 * expected separations equal expected new partners a month. κ is a shadow value: no cash moves.
 *
 * @source the alternative-specific constant of discrete choice, set to reproduce base-year shares: Train
 *   (2009), Discrete Choice Methods with Simulation, section 2.8; lists flat before the notice: Yilian 53
 *   and 56, whitelists.csv
 * @module
 */
import { slotOf } from '../../engine/links.ts'
import { exp } from '../../engine/numerics/exp.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { decisionOversight } from '../pricing/oversight.ts'
import { weighAttraction } from './candidates.ts'
import { valued, valuePartner } from './partner-value.ts'
import { keepProbability } from './review-partners.ts'

const MONTHS_A_QUARTER = 3
/** κ is searched within this many times the noise, or the spread of values, of zero. */
const WIDEST = 50
const HALVINGS = 60

/** What a bank's monthly choices hang on, net of κ. */
interface Choices {
  /** V − mo of partners. */
  readonly keep: readonly number[]
  /** V − mo − F_set of platforms that would agree, and how often a month each is looked at. */
  readonly form: readonly number[]
  readonly looks: readonly number[]
}

/** Sets κ of every bank whose list is observed; values must have been worked out for the month. */
export function revealBenefits(market: Market): void {
  const { banks } = market
  weighAttraction(market)
  for (let b = 0; b < banks.size; b++) {
    if (banks.pinned[b] === 0 || banks.programme[b] !== PROGRAMME_ON) continue
    banks.revealedBenefit[b] = balancingBenefit(choicesOf(market, b), market)
  }
}

function choicesOf(market: Market, b: number): Choices {
  const { platforms, edges, work, parameters } = market
  const able = work.inForce.able[b] === 1
  const own = decisionOversight(market, b, work.listLength[b])
  const next = decisionOversight(market, b, work.listLength[b] + 1)
  const choices = { keep: [] as number[], form: [] as number[], looks: [] as number[] }
  let total = 0
  for (let p = 0; p < platforms.size; p++) {
    const weight = work.attraction[p] === -Infinity ? 0 : exp(work.attraction[p])
    const slot = slotOf(edges.links, b, p)
    if (slot >= 0 && edges.links.active[slot] === 1) {
      valuePartner(market, b, p, able)
      choices.keep.push(valued.value - own)
      continue
    }
    total += weight
    valuePartner(market, b, p, false)
    if (weight === 0 || valued.platformGain < parameters.partnerServiceCost) continue
    choices.form.push(valued.value - next - parameters.setupCost)
    choices.looks.push(weight)
  }
  const looked = choices.looks.map(
    (weight) => Math.min(1, (parameters.candidates * weight) / total) / MONTHS_A_QUARTER,
  )
  return { ...choices, looks: looked }
}

/** The root by bisection: new partners rise and separations fall with κ. */
function balancingBenefit(choices: Choices, { parameters }: Market): number {
  const { reviewRate, choiceNoise } = parameters
  const spread = [...choices.keep, ...choices.form].reduce(
    (widest, value) => Math.max(widest, Math.abs(value)),
    0,
  )
  let low = -(spread + WIDEST * choiceNoise)
  let high = -low
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    const left = choices.keep.reduce(
      (sum, value) => sum + reviewRate * (1 - keepProbability(value + middle, choiceNoise)),
      0,
    )
    const joined = choices.form.reduce(
      (sum, value, k) => sum + choices.looks[k] * keepProbability(value + middle, choiceNoise),
      0,
    )
    if (joined > left) high = middle
    else low = middle
  }
  return (low + high) / 2
}
