/**
 * How the price of a loan is split, fixed at origination.
 *
 *     S_b = S + ῡ_pℓ − υ_b ;  EL = LGD·π̄
 *     y   = υ_b + (1−γ)·EL + ψ·S_b                      bank yield
 *     g   = γ·EL·(1+λ_g)                                guarantee fee
 *     φ   = a + u + (1−ψ)·S_b (+ any legacy cost)       platform fee;  y + g + φ = r
 *
 * @source Model document, section 5.4
 * @module
 */

/** g [1/year]. */
export function guaranteeFeeOf(cover: number, expectedLoss: number, feeLoad: number): number {
  return cover * expectedLoss * (1 + feeLoad)
}

/** y [1/year]; `surplus` is S_b, with this bank's own unit cost. */
export function yieldOf(
  unitCost: number,
  cover: number,
  expectedLoss: number,
  share: number,
  surplus: number,
): number {
  return unitCost + (1 - cover) * expectedLoss + share * surplus
}

/** φ [1/year]; `running` is a + u with any uplift and legacy cost. */
export function platformFeeOf(running: number, share: number, surplus: number): number {
  return running + (1 - share) * surplus
}
