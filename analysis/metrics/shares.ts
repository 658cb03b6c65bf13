/**
 * Shares of a total: how far an amount has gathered on few.
 * @module
 */
import { exp } from '../../engine/numerics/exp.ts'
import { log } from '../../engine/numerics/log.ts'

/** Σ of the amounts, in order. */
export function total(amounts: Float64Array): number {
  let sum = 0
  for (let i = 0; i < amounts.length; i++) sum += amounts[i]
  return sum
}

/**
 * Herfindahl–Hirschman index: Σ sᵢ², with sᵢ the share of i in the total.
 *
 * @param amounts  non-negative, any unit, any order
 * @returns from 1/n (all equal) to 1 (one has all); NaN when the total is 0
 * @source Hirschman (1964), The Paternity of an Index
 */
export function herfindahl(amounts: Float64Array): number {
  let squares = 0
  for (let i = 0; i < amounts.length; i++) squares += amounts[i] * amounts[i]
  const sum = total(amounts)
  return squares / (sum * sum)
}

/** Share of the k largest; NaN when the total is 0. */
export function topShare(amounts: Float64Array, k: number): number {
  const sorted = Float64Array.from(amounts).sort()
  let top = 0
  for (let i = sorted.length - 1; i >= 0 && i >= sorted.length - k; i--) top += sorted[i]
  return top / total(amounts)
}

/**
 * Entropy of shares: -Σ s·ln s, with 0·ln 0 = 0; from 0 to ln n; NaN when the total is 0.
 * @source Shannon (1948), A Mathematical Theory of Communication
 */
export function shareEntropy(amounts: Float64Array): number {
  const sum = total(amounts)
  if (!(sum > 0)) return NaN
  let entropy = 0
  for (let i = 0; i < amounts.length; i++) {
    const share = amounts[i] / sum
    if (share > 0) entropy -= share * log(share)
  }
  return entropy
}

/** How many equal platforms would be as concentrated: exp(entropy), from 1 to n. */
export function effectiveCount(amounts: Float64Array): number {
  const entropy = shareEntropy(amounts)
  return Number.isNaN(entropy) ? NaN : exp(entropy)
}

/**
 * Gini coefficient: Σᵢ Σⱼ |kᵢ - kⱼ| / (2n²k̄), computed from the sorted values.
 *
 * @returns from 0 (all equal, also when all are 0) to 1 - 1/n; NaN for no values
 * @source Gini (1912), Variabilità e mutabilità
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  if (n === 0) return NaN
  let sum = 0
  let weighted = 0
  for (let i = 0; i < n; i++) {
    sum += sorted[i]
    weighted += (2 * i + 1 - n) * sorted[i]
  }
  return sum > 0 ? weighted / (n * sum) : 0
}
