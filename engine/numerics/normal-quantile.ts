/**
 * The inverse of the standard normal distribution.
 *
 *     Φ⁻¹(p) = q·E(r)/F(r), q = p − ½, r = 0.425² − q²      |q| ≤ 0.425
 *     Φ⁻¹(p) = ∓G(r)/H(r) or ∓I(r)/J(r), r = √(−ln min(p, 1−p)) less a shift     further out
 *
 * @source Wichura (1988), Algorithm AS 241 (PPND16)
 * @module
 */
import { log } from './log.ts'

const CENTRAL_BAND = 0.425
const CENTRAL_BAND_SQUARED = 0.180625
const TAIL_SPLIT = 5
const TAIL_SHIFT = 1.6

/**
 * Quantile Φ⁻¹(p), the inverse of `normalCdf`; relative error about 1e-16.
 *
 * @param p  in [0, 1]; above ½ the answer is −Φ⁻¹(1−p)
 * @returns −Infinity at 0, Infinity at 1, NaN outside
 * @source Wichura (1988), Algorithm AS 241 (PPND16)
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q <= CENTRAL_BAND && q >= -CENTRAL_BAND)
    return q * centralQuantile(CENTRAL_BAND_SQUARED - q * q)
  const tail = q < 0 ? p : 1 - p
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN
  const r = Math.sqrt(-log(tail))
  const size = r <= TAIL_SPLIT ? middleQuantile(r - TAIL_SHIFT) : farQuantile(r - TAIL_SPLIT)
  return q < 0 ? -size : size
}

/** Coefficients of AS 241, constant term first: E/F for |p − ½| ≤ 0.425, G/H for r ≤ 5, I/J beyond. */
const E0 = 3.3871328727963665
const E1 = 133.14166789178438
const E2 = 1971.5909503065513
const E3 = 13731.69376550946
const E4 = 45921.95393154987
const E5 = 67265.7709270087
const E6 = 33430.57558358813
const E7 = 2509.0809287301227
const F1 = 42.31333070160091
const F2 = 687.1870074920579
const F3 = 5394.196021424751
const F4 = 21213.794301586597
const F5 = 39307.89580009271
const F6 = 28729.085735721943
const F7 = 5226.495278852854
const G0 = 1.4234371107496835
const G1 = 4.630337846156546
const G2 = 5.769497221460691
const G3 = 3.6478483247632045
const G4 = 1.2704582524523684
const G5 = 0.2417807251774506
const G6 = 0.022723844989269184
const G7 = 0.0007745450142783414
const H1 = 2.053191626637759
const H2 = 1.6763848301838038
const H3 = 0.6897673349851
const H4 = 0.14810397642748008
const H5 = 0.015198666563616457
const H6 = 0.0005475938084995345
const H7 = 1.0507500716444169e-9
const I0 = 6.657904643501103
const I1 = 5.463784911164114
const I2 = 1.7848265399172913
const I3 = 0.29656057182850487
const I4 = 0.026532189526576124
const I5 = 0.0012426609473880784
const I6 = 0.000027115555687434876
const I7 = 2.0103343992922881e-7
const J1 = 0.599832206555888
const J2 = 0.1369298809227358
const J3 = 0.014875361290850615
const J4 = 0.0007868691311456133
const J5 = 0.000018463183175100548
const J6 = 1.421511758316446e-7
const J7 = 2.0442631033899397e-15

/** The rational functions of the three bands, each of degree 7 over degree 7, by Horner's rule. */
function centralQuantile(r: number): number {
  const top = ((((((E7 * r + E6) * r + E5) * r + E4) * r + E3) * r + E2) * r + E1) * r + E0
  const bottom = ((((((F7 * r + F6) * r + F5) * r + F4) * r + F3) * r + F2) * r + F1) * r + 1
  return top / bottom
}

function middleQuantile(r: number): number {
  const top = ((((((G7 * r + G6) * r + G5) * r + G4) * r + G3) * r + G2) * r + G1) * r + G0
  const bottom = ((((((H7 * r + H6) * r + H5) * r + H4) * r + H3) * r + H2) * r + H1) * r + 1
  return top / bottom
}

function farQuantile(r: number): number {
  const top = ((((((I7 * r + I6) * r + I5) * r + I4) * r + I3) * r + I2) * r + I1) * r + I0
  const bottom = ((((((J7 * r + J6) * r + J5) * r + J4) * r + J3) * r + J2) * r + J1) * r + 1
  return top / bottom
}
