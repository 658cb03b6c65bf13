/**
 * How a steady flow of instalment loans turns into a stock.
 *
 *     D̄        = Σ_{j<T} (1 − j/T)(1−ϱ)^j                 stock per unit of monthly origination [month]
 *     D̄(π̄)     = Σ_{j<T} (1 − j/T)((1−ϱ)(1 − π̄/12))^j     the same with defaults
 *     ov(n)    = Σ_{n≤j<T} (1 − j/T)(1−ϱ)^j / D̄           share of balance-months after month n
 *
 * @source Model document, sections 5.2 and 10 step 6
 * @module
 */

/** Share of the origination still owed at the end of month j without default. */
export function ageProfile(tenor: number, prepayment: number, averageDefault = 0): Float64Array {
  const profile = new Float64Array(tenor)
  const survival = (1 - prepayment) * (1 - averageDefault / 12)
  let kept = 1
  for (let j = 0; j < tenor; j++) {
    profile[j] = (1 - j / tenor) * kept
    kept *= survival
  }
  return profile
}

/** D̄, with defaults at the yearly hazard `averageDefault` when given [month]. */
export function stockPerFlow(tenor: number, prepayment: number, averageDefault = 0): number {
  const survival = (1 - prepayment) * (1 - averageDefault / 12)
  let sum = 0
  let kept = 1
  for (let j = 0; j < tenor; j++) {
    sum += (1 - j / tenor) * kept
    kept *= survival
  }
  return sum
}

/** ov(n): share of a loan's balance-months that fall after its first n months, in [0, 1]. */
export function overhang(months: number, tenor: number, prepayment: number): number {
  const profile = ageProfile(tenor, prepayment)
  let rest = 0
  for (let j = Math.max(0, months); j < tenor; j++) rest += profile[j]
  return rest / stockPerFlow(tenor, prepayment)
}
