/**
 * The standard normal distribution: density ϕ and distribution Φ; its inverse has a file of its own.
 *
 *     Φ(x) = ½ + x · P(x²)/Q(x²)                            |x| ≤ 0.674…
 *     Φ(−y) = ϕ-like factor e^(−y²/2) · C(y)/D(y)           0.674… < y ≤ √32
 *     Φ(−y) = e^(−y²/2) · (1/√2π − P(y⁻²)/Q(y⁻²)) / y       y > √32
 *
 * with rational P/Q and C/D. Both tails keep their relative accuracy: use Φ(−x), never 1 − Φ(x).
 *
 * @source Cody (1969), Rational Chebyshev approximations for the error function, in the form of
 * Cody (1993), ACM Algorithm 715 (SPECFUN)
 * @module
 */
import { exp } from './exp.ts'

export { normalQuantile } from './normal-quantile.ts'

const INVERSE_ROOT_TWO_PI = 0.3989422804014327
const CENTRE = 0.67448975
const ROOT_32 = 5.656854249492381
const SMALLEST_ARGUMENT = -38.6 // Φ is 0 below
const LARGEST_ARGUMENT = 8.3 // Φ is 1 above
const SPLITTER = 134217729 // 2²⁷ + 1: splits a double into two halves whose products are exact

const A1 = 2.2352520354606837
const A2 = 161.02823106855587
const A3 = 1067.6894854603709
const A4 = 18154.98125334356
const A0 = 0.06568233791820745
const B1 = 47.202581904688245
const B2 = 976.0985517377767
const B3 = 10260.932208618979
const B4 = 45507.78933502673

const C0 = 0.39894151208813466
const C1 = 8.883149794388377
const C2 = 93.50665613217785
const C3 = 597.2702763948002
const C4 = 2494.5375852903726
const C5 = 6848.190450536283
const C6 = 11602.65143764735
const C7 = 9842.714838383978
const C8 = 1.0765576773720192e-8
const D0 = 22.266688044328117
const D1 = 235.387901782625
const D2 = 1519.3775994075547
const D3 = 6485.558298266761
const D4 = 18615.571640885097
const D5 = 34900.95272114598
const D6 = 38912.00328609327
const D7 = 19685.429676859992

const P0 = 0.215898534057957
const P1 = 0.12740116116024736
const P2 = 0.022235277870649807
const P3 = 0.0014216191932278934
const P4 = 2.9112874951168793e-5
const P5 = 0.023073441764940174
const Q0 = 1.284260096144911
const Q1 = 0.4682382124808651
const Q2 = 0.06598813786892856
const Q3 = 0.0037823963320275824
const Q4 = 7.297515550839662e-5

/**
 * Density ϕ(x) = e^(−x²/2) / √(2π).
 *
 * @source de Moivre (1733); named formula of `model.md` section 2
 */
export function normalDensity(x: number): number {
  return INVERSE_ROOT_TWO_PI * bell(x)
}

/**
 * Distribution Φ(x) = P(Z ≤ x); relative error below 1e-14 in both tails.
 *
 * @source Cody (1969)
 */
export function normalCdf(x: number): number {
  const y = x < 0 ? -x : x
  if (y <= CENTRE) return 0.5 + x * centralRatio(x * x)
  if (!(x > SMALLEST_ARGUMENT && x < LARGEST_ARGUMENT)) return x < 0 ? 0 : x > 0 ? 1 : NaN
  const tail = bell(y) * (y <= ROOT_32 ? middleRatio(y) : farRatio(y))
  return x < 0 ? tail : 1 - tail
}

/**
 * Turns x into Φ(x) at the given places of a column: the same bits as `normalCdf`, without a call and a
 * boxed number for each.
 *
 * @source Cody (1969)
 */
export function normalCdfAt(column: Float64Array, places: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const place = places[i]
    const x = column[place]
    const y = x < 0 ? -x : x
    if (y > CENTRE && y < ROOT_32) {
      const tail = bell(y) * middleRatio(y)
      column[place] = x < 0 ? tail : 1 - tail
    } else column[place] = normalCdf(x)
  }
}

/**
 * Φ(x) where the density is needed as well: the same bits as `normalCdf(x)`.
 *
 * @param bellOfX  `bell(x)`, which is `bell(−x)`: the density is 1/√(2π) times it
 * @source Cody (1969)
 */
export function normalCdfFromBell(x: number, bellOfX: number): number {
  const y = x < 0 ? -x : x
  if (y <= CENTRE) return 0.5 + x * centralRatio(x * x)
  if (!(x > SMALLEST_ARGUMENT && x < LARGEST_ARGUMENT)) return x < 0 ? 0 : x > 0 ? 1 : NaN
  const tail = bellOfX * (y <= ROOT_32 ? middleRatio(y) : farRatio(y))
  return x < 0 ? tail : 1 - tail
}

/** Density ϕ(x) from `bell(x)`. */
export function normalDensityFromBell(bellOfX: number): number {
  return INVERSE_ROOT_TWO_PI * bellOfX
}

/** e^(−x²/2) with the rounding error of x² put back, which far out would be all that is left. */
export function bell(x: number): number {
  const square = x * x
  const shifted = SPLITTER * x
  const upper = shifted - (shifted - x)
  const lower = x - upper
  const rest = upper * upper - square + 2 * upper * lower + lower * lower
  return exp(-0.5 * square) * (1 - 0.5 * rest)
}

function centralRatio(z: number): number {
  const numerator = (((A0 * z + A1) * z + A2) * z + A3) * z + A4
  const denominator = (((z + B1) * z + B2) * z + B3) * z + B4
  return numerator / denominator
}

/** Even and odd powers apart: the two short chains of operations run side by side. */
function middleRatio(y: number): number {
  const z = y * y
  const evenTop = (((C8 * z + C1) * z + C3) * z + C5) * z + C7
  const oddTop = ((C0 * z + C2) * z + C4) * z + C6
  const evenBottom = (((z + D1) * z + D3) * z + D5) * z + D7
  const oddBottom = ((D0 * z + D2) * z + D4) * z + D6
  return (evenTop + y * oddTop) / (evenBottom + y * oddBottom)
}

function farRatio(y: number): number {
  const z = 1 / (y * y)
  const numerator = ((((P5 * z + P0) * z + P1) * z + P2) * z + P3) * z + P4
  const denominator = ((((z + Q0) * z + Q1) * z + Q2) * z + Q3) * z + Q4
  return (INVERSE_ROOT_TWO_PI - (z * numerator) / denominator) / y
}
