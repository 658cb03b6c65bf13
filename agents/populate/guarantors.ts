/**
 * Guarantors before the burn-in: what they would guarantee at target balances.
 *
 *     G = Σ_p γ_p·balance_p ;   K = G / (ν_g · .7)
 *
 * @source model document, section 10, step 4 (assumed: almost no public data), and section 19.3
 * @module
 */
import type { Parameters } from '../parameters.ts'
import type { GuarantorPopulation, PlatformPopulation } from './population.ts'

/** Share of the exposure limit in use at the start. */
const LIMIT_IN_USE = 0.7

export function targetGuarantors(
  size: number,
  platforms: PlatformPopulation,
  parameters: Parameters,
): GuarantorPopulation {
  const id = Int32Array.from({ length: size }, (_, g) => g)
  const outstanding = new Float64Array(size)
  const equity = new Float64Array(size)
  for (let p = 0; p < platforms.size; p++) {
    const g = platforms.guarantor[p]
    if (g >= 0) outstanding[g] += platforms.guaranteeCover[p] * platforms.balance[p]
  }
  for (let g = 0; g < size; g++) equity[g] = openingGuarantorEquity(outstanding[g], parameters)
  return { size, id, outstanding, equity }
}

/** K for a guaranteed balance G [mn]. */
export function openingGuarantorEquity(outstanding: number, parameters: Parameters): number {
  return outstanding / (parameters.guarantorExposureMultiple * LIMIT_IN_USE)
}
