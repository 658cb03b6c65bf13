/**
 * Split of a platform's balance over borrower segments, by tier; each row sums to 1.
 *
 * Puts about 11% of facilitation above 24%; published shares imply 7-11%.
 *
 * @source model document, section 10, step 5 (assumed)
 * @module
 */
export const SEGMENT_SHARES: readonly (readonly number[])[] = [
  [0.42, 0.3, 0.2, 0.06, 0.02],
  [0.1, 0.22, 0.3, 0.22, 0.16],
  [0.03, 0.1, 0.22, 0.33, 0.32],
]
