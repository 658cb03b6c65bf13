/**
 * Penalised least squares for many outcomes of the same cases, at every strength of the penalty at once.
 *
 *     minimise  Σ wᵢ (yᵢ − ȳ − x̃ᵢ·b)² + λ |b|²,      x̃ = (x − x̄) / √penalty
 *     b = V (d + λ)⁻¹ Vᵀ X̃ᵀW(y − ȳ),                 X̃ᵀWX̃ = V d Vᵀ, worked out once
 *     leverage(x) = 1/Σw + Σₖ zₖ² / (dₖ + λ),         z = Vᵀx̃
 *
 * λ is the one whose predictions of cases left out are best, and a case left out is predicted with an
 * error of e / (1 − w · leverage): no second fit. The leverage at a new point is the variance of the fit
 * there, in units of the variance of a case of weight 1, for coefficients believed to be N(0, s²/λ).
 *
 * @source Hoerl, Kennard (1970), Technometrics 12:55; Allen (1974), Technometrics 16:125 for leaving one
 *   out; Lindley, Smith (1972), JRSS B 34:1 for the belief
 * @module
 */
import { intPow } from '../../engine/numerics/pow.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** What all outcomes of the same cases share. */
export interface RidgePath {
  readonly terms: number
  readonly weights: Float64Array
  readonly totalWeight: number
  readonly centres: Float64Array
  /** From centred terms to z: `[component * terms + term]`. */
  readonly turn: Float64Array
  readonly eigenvalues: Float64Array
  /** Cases in the turned terms: `[case * terms + component]`. */
  readonly turned: Float64Array
  /** Strengths tried, and the leverage of every case under each. */
  readonly strengths: Float64Array
  readonly leverages: readonly Float64Array[]
}

export interface RidgeFit {
  readonly strength: number
  readonly centre: number
  /** By component. */
  readonly coefficients: Float64Array
  readonly residuals: Float64Array
  /** Of a case of weight 1: Σwe² / (cases − what the fit used up). */
  readonly residualVariance: number
  /** 1 − Σw(error of a case left out)² / Σw(y − ȳ)². */
  readonly leaveOneOutR2: number
}

/** λ from a hundred-thousandth of the cases' weight to a hundred times it, in half powers of ten. */
const LEAST_EXPONENT = -5
const MOST_EXPONENT = 2
const ROOT_10 = Math.sqrt(10)
/** A case that predicts itself alone has no error left out to speak of. */
const LEAST_FREEDOM = 1e-6

/** @param design  `[case * terms + term]` */
export function ridgePath(
  design: Float64Array,
  penalties: Float64Array,
  weights: Float64Array,
): RidgePath {
  const terms = penalties.length
  const cases = weights.length
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
  const centres = new Float64Array(terms)
  for (let i = 0; i < cases; i++) {
    for (let t = 0; t < terms; t++) centres[t] += (weights[i] / totalWeight) * design[i * terms + t]
  }
  const scales = penalties.map((penalty) => 1 / Math.sqrt(penalty))
  const scaled = new Float64Array(design.length)
  for (let i = 0; i < cases; i++) {
    for (let t = 0; t < terms; t++) {
      scaled[i * terms + t] = (design[i * terms + t] - centres[t]) * scales[t]
    }
  }
  const { values, vectors } = symmetricEigen(gramOf(scaled, weights, terms), terms)
  const turned = new Float64Array(design.length)
  for (let i = 0; i < cases; i++) turnInto(turned, vectors, scaled, i, terms)
  const eigenvalues = values.map((value) => Math.max(0, value))
  const strengths = strengthsFor(totalWeight)
  return {
    terms,
    weights,
    totalWeight,
    centres,
    turn: vectors.map((entry, place) => entry * scales[place % terms]),
    eigenvalues,
    turned,
    strengths,
    leverages: Array.from(strengths, (strength) =>
      leveragesOf(turned, eigenvalues, strength, totalWeight),
    ),
  }
}

function gramOf(scaled: Float64Array, weights: Float64Array, terms: number): Float64Array {
  const gram = new Float64Array(terms * terms)
  for (let i = 0; i < weights.length; i++) {
    for (let t = 0; t < terms; t++) {
      const weighted = weights[i] * scaled[i * terms + t]
      for (let u = 0; u <= t; u++) gram[t * terms + u] += weighted * scaled[i * terms + u]
    }
  }
  for (let t = 0; t < terms; t++) {
    for (let u = 0; u < t; u++) gram[u * terms + t] = gram[t * terms + u]
  }
  return gram
}

function turnInto(
  out: Float64Array,
  vectors: Float64Array,
  rows: Float64Array,
  row: number,
  terms: number,
): void {
  for (let k = 0; k < terms; k++) {
    let sum = 0
    for (let t = 0; t < terms; t++) sum += vectors[k * terms + t] * rows[row * terms + t]
    out[row * terms + k] = sum
  }
}

function strengthsFor(totalWeight: number): Float64Array {
  const first = totalWeight / intPow(10, -LEAST_EXPONENT)
  return Float64Array.from(
    { length: 2 * (MOST_EXPONENT - LEAST_EXPONENT) + 1 },
    (_, k) => first * intPow(ROOT_10, k),
  )
}

function leveragesOf(
  turned: Float64Array,
  eigenvalues: Float64Array,
  strength: number,
  totalWeight: number,
): Float64Array {
  const terms = eigenvalues.length
  const leverages = new Float64Array(turned.length / terms)
  for (let i = 0; i < leverages.length; i++) {
    let sum = 1 / totalWeight
    for (let k = 0; k < terms; k++) {
      const z = turned[i * terms + k]
      sum += (z * z) / (eigenvalues[k] + strength)
    }
    leverages[i] = sum
  }
  return leverages
}

/** @param outcomes  one per case of the path, all defined */
export function fitRidge(path: RidgePath, outcomes: Float64Array): RidgeFit {
  const { terms, weights, totalWeight, eigenvalues, turned, strengths, leverages } = path
  let centre = 0
  for (let i = 0; i < outcomes.length; i++) centre += (weights[i] / totalWeight) * outcomes[i]
  const moved = outcomes.map((outcome) => outcome - centre)
  const products = new Float64Array(terms)
  let total = 0
  for (let i = 0; i < moved.length; i++) {
    const weighted = weights[i] * moved[i]
    total += weighted * moved[i]
    for (let k = 0; k < terms; k++) products[k] += weighted * turned[i * terms + k]
  }

  let best = { press: Infinity, strength: 0, used: 0, residuals: moved }
  strengths.forEach((strength, s) => {
    const coefficients = products.map((product, k) => product / (eigenvalues[k] + strength))
    const residuals = new Float64Array(moved.length)
    let press = 0
    let used = 0
    for (let i = 0; i < moved.length; i++) {
      let predicted = 0
      for (let k = 0; k < terms; k++) predicted += coefficients[k] * turned[i * terms + k]
      residuals[i] = moved[i] - predicted
      const own = weights[i] * leverages[s][i]
      used += own
      const leftOut = residuals[i] / Math.max(LEAST_FREEDOM, 1 - own)
      press += weights[i] * leftOut * leftOut
    }
    // Of equals the strongest: the flattest surface that predicts as well.
    if (press <= best.press) best = { press, strength, used, residuals }
  })

  let left = 0
  for (let i = 0; i < moved.length; i++) {
    left += weights[i] * best.residuals[i] * best.residuals[i]
  }
  return {
    strength: best.strength,
    centre,
    coefficients: products.map((product, k) => product / (eigenvalues[k] + best.strength)),
    residuals: best.residuals,
    residualVariance: left / (moved.length - best.used),
    leaveOneOutR2: total > 0 ? 1 - best.press / total : NaN,
  }
}
