/**
 * The price a platform quotes a segment and the cut-off it screens at.
 *
 *     unconstrained (U): LGD'·[π(x) − π̄(x)] = μ,  r = k + LGD'·π(x)
 *     constrained (C):   r = r̄,  x = [d − √(1−c²)·Φ⁻¹((r̄−k)/LGD')]/c
 *     surplus            S = r − k − LGD'·π̄
 *
 * Rents come from information: as c → 0 the surplus of an interior cut-off vanishes.
 *
 * @source Model document, section 5.2
 * @module
 */
import { normalCdf, normalQuantile } from '../../engine/numerics/normal.ts'
import {
  averageDefault,
  breakEvenCutoff,
  LEAST_APPROVAL,
  marginalAtLeast,
  screening,
  type Screening,
} from './screening.ts'

/** Below these, default or information is treated as absent. */
const LEAST_DEFAULT = 1e-12
const LEAST_ADVANTAGE = 1e-6

/** A borrower segment as one platform sees it. */
export interface Borrowing {
  readonly defaultProbability: number
  readonly dataAdvantage: number
  /** Undefined where screening has no effect: no default risk or no information. */
  readonly screening: Screening | undefined
  /** The free cut-off worked out last: all price classes of a month ask for the same one. */
  readonly free: FreeCutoff
}

/** The break-even cut-off at one mark-up and loss cost, with what follows from it. */
interface FreeCutoff {
  markup: number
  lossCost: number
  /** A default probability the marginal borrower certainly exceeds. */
  marginal: number
  /** NaN until the cut-off is asked for. */
  cutoff: number
  approval: number
  averageDefault: number
}

/** Prepares one (PD, c) pair for many quotes. */
export function borrowing(defaultProbability: number, dataAdvantage: number): Borrowing {
  const screened = defaultProbability >= LEAST_DEFAULT && dataAdvantage >= LEAST_ADVANTAGE
  return {
    defaultProbability,
    dataAdvantage,
    screening: screened ? screening(defaultProbability, dataAdvantage) : undefined,
    free: {
      markup: NaN,
      lossCost: NaN,
      marginal: NaN,
      cutoff: NaN,
      approval: NaN,
      averageDefault: NaN,
    },
  }
}

/** The answer, overwritten by every call of `quote`: a quote is read at once, and allocates nothing. */
export const quoted = {
  served: false,
  /** r [1/year] */
  price: 0,
  /** x*, −Infinity when nobody is rejected on price */
  cutoff: 0,
  /** α */
  approval: 0,
  /** π̄ */
  averageDefault: 0,
  /** S [1/year] */
  surplus: 0,
  /** r_U before any ceiling [1/year]; Infinity where it is known to be above it and nobody asked for more */
  freePrice: 0,
  /** Shadow cost the caller put into `unitCost` for a loan above an announced ceiling [1/year]. */
  legacyCost: 0,
}

/**
 * Quotes one segment; the result is in `quoted`.
 *
 * @param unitCost  k: funding, acquisition and running cost per yuan-year [1/year]
 * @param lossCost  LGD' = LGD·(1 + γ·λ_g)
 * @param markup  μ [1/year], above 0
 * @param ceiling  r̄ [1/year]; Infinity for none
 * @param exact  work `freePrice` out even where it is seen at once that the ceiling binds
 * @source Model document, section 5.2
 */
export function quote(
  b: Borrowing,
  unitCost: number,
  lossCost: number,
  markup: number,
  ceiling: number,
  exact = false,
): void {
  quoted.served = false
  quoted.freePrice = Infinity
  quoted.legacyCost = 0
  if (ceiling <= unitCost) return
  const s = b.screening
  if (s === undefined) quoteUnscreened(b, unitCost, lossCost, markup, ceiling)
  else quoteScreened(b.free, s, unitCost, lossCost, markup, ceiling, exact)
  if (quoted.served) {
    quoted.surplus = quoted.price - unitCost - lossCost * quoted.averageDefault
  }
}

function quoteUnscreened(
  b: Borrowing,
  unitCost: number,
  lossCost: number,
  markup: number,
  ceiling: number,
): void {
  const defaults = b.defaultProbability < LEAST_DEFAULT ? 0 : b.defaultProbability
  quoted.freePrice = unitCost + lossCost * defaults + markup
  quoted.price = quoted.freePrice < ceiling ? quoted.freePrice : ceiling
  quoted.cutoff = -Infinity
  quoted.approval = 1
  quoted.averageDefault = defaults
  quoted.served = defaults <= (ceiling - unitCost) / lossCost
}

function quoteScreened(
  free: FreeCutoff,
  s: Screening,
  unitCost: number,
  lossCost: number,
  markup: number,
  ceiling: number,
  exact: boolean,
): void {
  if (free.markup !== markup || free.lossCost !== lossCost) expectCutoff(free, s, lossCost, markup)
  // r_U = k + LGD'·π(x): above the ceiling for every x near the break-even cut-off.
  const isBound = unitCost + lossCost * free.marginal > ceiling + PRICE_ROUNDING
  if (isBound && !exact) {
    screenAtCeiling(s, unitCost, lossCost, ceiling)
  } else {
    if (free.cutoff !== free.cutoff) solveCutoff(free, s)
    quoted.cutoff = free.cutoff
    quoted.approval = free.approval
    quoted.averageDefault = free.averageDefault
    // At the root the marginal borrower breaks even: LGD'·π(x) = LGD'·π̄(x) + μ.
    quoted.freePrice = unitCost + lossCost * free.averageDefault + markup
    quoted.price = quoted.freePrice
    if (quoted.freePrice > ceiling) screenAtCeiling(s, unitCost, lossCost, ceiling)
  }
  quoted.served = quoted.approval >= LEAST_APPROVAL
}

/** Room for the rounding of the break-even cut-off [1/year]. */
const PRICE_ROUNDING = 1e-9

/** Whoever prices with this mark-up and loss cost needs this cut-off, if a ceiling does not bind. */
function expectCutoff(free: FreeCutoff, s: Screening, lossCost: number, markup: number): void {
  free.markup = markup
  free.lossCost = lossCost
  free.marginal = servesEverybody(s, lossCost, markup) ? 0 : marginalAtLeast(s, markup / lossCost)
  free.cutoff = NaN
}

function solveCutoff(free: FreeCutoff, s: Screening): void {
  const { markup, lossCost } = free
  const everybody = servesEverybody(s, lossCost, markup)
  screenAt(s, everybody ? -Infinity : breakEvenCutoff(s, markup / lossCost))
  free.cutoff = quoted.cutoff
  free.approval = quoted.approval
  free.averageDefault = quoted.averageDefault
}

/** The mark-up pays for the worst borrower: nobody is rejected on price. */
function servesEverybody(s: Screening, lossCost: number, markup: number): boolean {
  return markup >= lossCost * (1 - s.defaultProbability)
}

/** The constrained quote: price r̄, and the cut-off at which the marginal borrower just pays for itself. */
function screenAtCeiling(s: Screening, unitCost: number, lossCost: number, ceiling: number): void {
  quoted.price = ceiling
  const affordable = (ceiling - unitCost) / lossCost
  screenAt(
    s,
    affordable < 1
      ? (s.threshold - s.noise * normalQuantile(affordable)) / s.dataAdvantage
      : -Infinity,
  )
}

/** Writes cut-off, approval rate and average default probability. */
function screenAt(s: Screening, cutoff: number): void {
  const approval = cutoff === -Infinity ? 1 : normalCdf(-cutoff)
  quoted.cutoff = cutoff
  quoted.approval = approval
  quoted.averageDefault =
    cutoff === -Infinity
      ? s.defaultProbability
      : approval < LEAST_APPROVAL
        ? 0
        : averageDefault(s, cutoff, approval)
}
