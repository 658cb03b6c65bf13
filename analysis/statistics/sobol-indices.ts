/**
 * Sobol indices: which share of a function's variance is due to each input.
 *
 *     first order   Sᵢ = V[E(f | xᵢ)] / V        = (1/n) Σ (f(B) − f̄)(f(Aᵢ) − f(A)) / V
 *     total order   Tᵢ = E[V(f | all but xᵢ)] / V = (1/2n) Σ (f(A) − f(Aᵢ))² / V
 *
 * with A, B, Aᵢ the sets of `saltelli-points.ts` and V the variance over A and B together. First order
 * is what would go if the input were known; total order what would stay if all others were. They differ
 * by what the input does in combination with others.
 *
 * Intervals come from resampling the n rows, the same rows for all inputs. They take the points as drawn
 * at random; those of a Sobol design are spread more evenly, so the intervals are on the wide side.
 *
 * @source Sobol (1993); first order: Saltelli et al. (2010), Computer Physics Communications 181:259;
 *   total order: Jansen (1999), Computer Physics Communications 117:35; bootstrap: Archer, Saltelli,
 *   Sobol (1997), Journal of Statistical Computation and Simulation 58:99
 * @module
 */
import { createSfc32, fillIndices } from '../../engine/sfc32.ts'
import { CONFIDENCE } from './interval.ts'
import { mean } from './moments.ts'
import { sortedQuantile } from './quantile.ts'
import { saltelliCount } from './saltelli-points.ts'

/** A share of variance with its 95% interval. */
export interface VarianceShare {
  readonly share: number
  readonly low: number
  readonly high: number
  /** The interval is at most ±5 points wide: further points would not change the picture. */
  readonly converged: boolean
}

export interface SobolIndices {
  readonly first: VarianceShare
  readonly total: VarianceShare
}

/**
 * Half-width up to which a share of variance counts as settled.
 * @source after Sarrazin, Pianosi, Wagener (2016), Environmental Modelling and Software 79:135, who
 *   ask for widths of the order of .05
 */
export const CONVERGED_HALF_WIDTH = 0.05

export const INDEX_RESAMPLES = 1_000

/**
 * Indices of every input.
 *
 * @param values  of the function at `saltelliPoints(n, inputs, …)`, in their order
 * @param seed  text that names the intervals
 * @returns NaN, and not converged, for a function that is constant or undefined somewhere
 */
export function sobolIndices(
  values: ArrayLike<number>,
  inputs: number,
  seed: string,
  resamples: number = INDEX_RESAMPLES,
): SobolIndices[] {
  const n = values.length / saltelliCount(1, inputs)
  if (!Number.isInteger(n)) throw new RangeError(`${values.length} values for ${inputs} inputs`)
  const terms = rowTerms(values, n, inputs)
  const everyRow = Int32Array.from({ length: n }, (_, j) => j)
  const found = indicesOf(terms, everyRow, inputs)

  const generator = createSfc32(`sobol|${seed}`)
  const rows = new Int32Array(n)
  const drawn = Array.from(found, () => new Float64Array(resamples))
  for (let k = 0; k < resamples; k++) {
    fillIndices(generator, rows, n)
    indicesOf(terms, rows, inputs).forEach((index, i) => (drawn[i][k] = index))
  }
  const shares = Array.from(found, (share, i) => withInterval(share, drawn[i]))
  return Array.from({ length: inputs }, (_, i) => ({
    first: shares[i],
    total: shares[inputs + i],
  }))
}

/** A share with the 95% interval of its resampled values, which are put in order. */
export function withInterval(share: number, drawn: Float64Array): VarianceShare {
  drawn.sort()
  const low = sortedQuantile(drawn, (1 - CONFIDENCE) / 2)
  const high = sortedQuantile(drawn, (1 + CONFIDENCE) / 2)
  return { share, low, high, converged: (high - low) / 2 <= CONVERGED_HALF_WIDTH }
}

/** What each row adds: f(A) + f(B), f(A)² + f(B)², then products of first order, then of total. */
function rowTerms(values: ArrayLike<number>, n: number, inputs: number): Float64Array[] {
  const centre = mean(Array.from({ length: 2 * n }, (_, j) => values[j]))
  const terms = Array.from({ length: 2 + 2 * inputs }, () => new Float64Array(n))
  for (let j = 0; j < n; j++) {
    const a = values[j] - centre
    const b = values[n + j] - centre
    terms[0][j] = a + b
    terms[1][j] = a * a + b * b
    for (let i = 0; i < inputs; i++) {
      const moved = values[(2 + i) * n + j] - centre
      terms[2 + i][j] = b * (moved - a)
      terms[2 + inputs + i][j] = ((a - moved) * (a - moved)) / 2
    }
  }
  return terms
}

/** First orders, then total orders, of the rows named. */
function indicesOf(terms: readonly Float64Array[], rows: Int32Array, inputs: number): Float64Array {
  const n = rows.length
  const level = meanAt(terms[0], rows) / 2
  const variance = meanAt(terms[1], rows) / 2 - level * level
  const found = new Float64Array(2 * inputs)
  for (let i = 0; i < 2 * inputs; i++) {
    found[i] = variance > 0 && n > 1 ? meanAt(terms[2 + i], rows) / variance : NaN
  }
  return found
}

function meanAt(term: Float64Array, rows: Int32Array): number {
  let sum = 0
  for (let j = 0; j < rows.length; j++) sum += term[rows[j]]
  return sum / rows.length
}
