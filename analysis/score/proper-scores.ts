/**
 * Proper scores: a forecast gets its best expected score by saying what it believes.
 * @module
 */

/** Share of outcomes an interval of 5 to 95% leaves out. */
export const OUTSIDE = 0.1

/**
 * Continuous ranked probability score of an ensemble against one observation, fair: its expectation is
 * the score of the distribution the members are drawn from, however few they are.
 *
 *     CRPS = (1/m) Σ|xᵢ − y| − 1/(2m(m−1)) ΣᵢΣⱼ|xᵢ − xⱼ|
 *
 * In the unit of what is observed; smaller is better. It may fall below 0 by luck.
 *
 * @param members  any order, all defined; fewer than two: NaN
 * @source Gneiting, Raftery (2007), JASA 102:359; Ferro (2014), QJRMS 140:1917
 */
export function fairCrps(members: ArrayLike<number>, observed: number): number {
  const m = members.length
  if (m < 2) return NaN
  const sorted = Float64Array.from(members).sort()
  let distance = 0
  let spread = 0
  for (let i = 0; i < m; i++) {
    distance += Math.abs(sorted[i] - observed)
    // Σᵢ<ⱼ (xⱼ − xᵢ) over the order statistics: each is added below it and taken off above it.
    spread += (2 * i + 1 - m) * sorted[i]
  }
  return distance / m - spread / (m * (m - 1))
}

/**
 * Score of a central interval: its width, and what it misses by, made dear.
 *
 *     S = (u − l) + (2/α)(l − y)⁺ + (2/α)(y − u)⁺
 *
 * @param outside  α, the share of outcomes the interval should leave out
 * @source Gneiting, Raftery (2007), JASA 102:359, equation 43
 */
export function intervalScore(
  low: number,
  high: number,
  observed: number,
  outside: number = OUTSIDE,
): number {
  const missed = Math.max(0, low - observed) + Math.max(0, observed - high)
  return high - low + (2 / outside) * missed
}
