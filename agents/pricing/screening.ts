/**
 * Screening with one latent variable: who is approved at a cut-off, and at what loss.
 *
 *     α(x) = Φ(−x)                          approval rate
 *     π(x) = Φ((d − c·x)/√(1−c²))           default probability of the marginal borrower
 *     π̄(x) = Φ₂(d, −x; −c) / Φ(−x)          average default probability of the approved
 *
 * d = Φ⁻¹(PD); c is the platform's data advantage. Φ₂(d, −x; −c) depends on x alone once segment and
 * platform are fixed, and its first two derivatives are closed forms, so it is tabulated once per
 * (PD, c) as quintic Hermite pieces (error below 1e-14, tested against the quadrature).
 *
 * @source Model document, section 5.1; Vasicek (2002) for the latent variable
 * @module
 */
import { bivariateNormalAt, prepareCorrelation } from '../../engine/numerics/bivariate-normal.ts'
import {
  bell,
  normalCdf,
  normalCdfFromBell,
  normalDensity,
  normalDensityFromBell,
  normalQuantile,
} from '../../engine/numerics/normal.ts'
import { quintic } from '../../engine/numerics/quintic.ts'

const LOWEST_CUTOFF = -9
const HIGHEST_CUTOFF = 6
const PIECES_PER_UNIT = 64
const PIECES = (HIGHEST_CUTOFF - LOWEST_CUTOFF) * PIECES_PER_UNIT
const COEFFICIENTS = 6
/** Steps of the gap by which a piece is looked up. */
const STEPS = 512
/** Tables kept at most: draws of a parameter would otherwise fill the memory. */
const MOST_TABLES = 400
/** Approval rates below this are not formed: nobody is served. */
export const LEAST_APPROVAL = 1e-9

/** Everything about screening one segment with one precision. */
export interface Screening {
  readonly defaultProbability: number
  readonly dataAdvantage: number
  /** d, and √(1−c²). */
  readonly threshold: number
  readonly noise: number
  /** Six coefficients per piece of Φ₂(d, −x; −c). */
  readonly approvedDefaults: Float64Array
  /** π(x) − π̄(x) at the left end of each piece and the right end of the last, and dx per unit of it. */
  readonly gap: Float64Array
  readonly inverseSlope: Float64Array
  /** π(x) at the same places. */
  readonly marginal: Float64Array
  /** A piece at or before that of the gaps of each step, and steps per unit of the gap. */
  readonly pieceBefore: Int16Array
  readonly stepsPerGap: number
}

const tables = new Map<string, Screening>()

/**
 * The screening table of a segment and a precision; made once, then looked up.
 *
 * @param defaultProbability  PD in [1e-12, 0.5)
 * @param dataAdvantage  c in [1e-6, 0.95]
 */
export function screening(defaultProbability: number, dataAdvantage: number): Screening {
  const name = `${defaultProbability}|${dataAdvantage}`
  let table = tables.get(name)
  if (table === undefined) {
    table = tabulate(defaultProbability, dataAdvantage)
    if (tables.size >= MOST_TABLES) tables.clear()
    tables.set(name, table)
  }
  return table
}

/** π(x): default probability of the borrower at the cut-off. */
export function marginalDefault(s: Screening, x: number): number {
  return normalCdf((s.threshold - s.dataAdvantage * x) / s.noise)
}

/** Φ₂(d, −x; −c): share of all applicants who are approved and default. */
export function approvedDefaults(s: Screening, x: number): number {
  if (x <= LOWEST_CUTOFF) return s.defaultProbability
  if (x >= HIGHEST_CUTOFF) return 0
  const position = (x - LOWEST_CUTOFF) * PIECES_PER_UNIT
  const piece = Math.floor(position)
  const u = position - piece
  const k = s.approvedDefaults
  const i = piece * COEFFICIENTS
  return k[i] + u * (k[i + 1] + u * (k[i + 2] + u * (k[i + 3] + u * (k[i + 4] + u * k[i + 5]))))
}

/**
 * π̄(x): average default probability of the approved, in [0, 1].
 *
 * @param approval  α(x) = Φ(−x), which the caller has at hand
 */
export function averageDefault(s: Screening, x: number, approval: number): number {
  const ratio = approvedDefaults(s, x) / approval
  return ratio < 0 ? 0 : ratio > 1 ? 1 : ratio
}

/**
 * The cut-off at which the marginal borrower breaks even at the pooled price: π(x) − π̄(x) = markup.
 *
 *     d/dx (π − π̄) = −(c/√(1−c²))·ϕ((d−cx)/√(1−c²)) + (ϕ(x)/Φ(−x))·(π − π̄)
 *
 * @param markup  μ/LGD' in (0, 1−PD); the left side falls from 1−PD to 0, so there is one root
 * @returns x in [-9, 6]; residual at most 1e-12 inside the table
 */
export function breakEvenCutoff(s: Screening, markup: number): number {
  const { gap } = s
  if (markup >= gap[0]) return LOWEST_CUTOFF
  if (markup <= gap[PIECES]) return HIGHEST_CUTOFF
  const x = startingCutoff(s, pieceOf(s, markup), markup)
  const z = (s.threshold - s.dataAdvantage * x) / s.noise
  const bellX = bell(x)
  const bellZ = bell(z)
  const approval = normalCdfFromBell(-x, bellX)
  const distance = normalCdfFromBell(z, bellZ) - approvedDefaults(s, x) / approval
  const densityX = normalDensityFromBell(bellX)
  const densityZ = normalDensityFromBell(bellZ)
  return x - (distance - markup) / gapSlope(s, densityX, densityZ, approval, distance)
}

/**
 * A default probability that the marginal borrower at the break-even cut-off certainly exceeds: that of
 * the next place of the table, where marginal borrowers are better.
 */
export function marginalAtLeast(s: Screening, markup: number): number {
  if (markup >= s.gap[0] || markup <= s.gap[PIECES]) return 0
  return s.marginal[pieceOf(s, markup) + 1]
}

/** The last piece at whose left end the gap is above the mark-up; the gap falls from place to place. */
function pieceOf(s: Screening, markup: number): number {
  const { gap, pieceBefore } = s
  const step = (markup * s.stepsPerGap) | 0
  let low = pieceBefore[step + 1]
  let high = pieceBefore[step] + 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (gap[middle] > markup) low = middle
    else high = middle
  }
  return low
}

/** d/dx (π − π̄) at x from ϕ(x), ϕ(z) with z = (d−cx)/√(1−c²), approval Φ(−x) and distance π − π̄. */
function gapSlope(
  s: Pick<Screening, 'dataAdvantage' | 'noise'>,
  densityX: number,
  densityZ: number,
  approval: number,
  distance: number,
): number {
  return (-s.dataAdvantage / s.noise) * densityZ + (densityX / approval) * distance
}

/**
 * By step of the gap, the last piece at whose left end the gap is above the step's lower end: a gap in
 * a step lies in a piece from that of the next step to its own.
 */
function lookUpPieces(gap: Float64Array, stepsPerGap: number): Int16Array {
  const pieceBefore = new Int16Array(STEPS + 2)
  let piece = PIECES - 1
  for (let step = 0; step < pieceBefore.length; step++) {
    while (piece > 0 && !(gap[piece] > step / stepsPerGap)) piece--
    pieceBefore[step] = piece
  }
  return pieceBefore
}

/**
 * The inverse of the gap inside a piece, by cubic Hermite interpolation of x over the gap: close enough
 * for one Newton step to reach the root (residual below 1e-12, tested).
 */
function startingCutoff(s: Screening, piece: number, markup: number): number {
  const { gap, inverseSlope } = s
  const width = gap[piece + 1] - gap[piece]
  const u = (markup - gap[piece]) / width
  const left = inverseSlope[piece] * width
  const right = inverseSlope[piece + 1] * width
  const rise = 1 / PIECES_PER_UNIT
  const square = u * u
  const step =
    left * u + (3 * rise - 2 * left - right) * square + (left + right - 2 * rise) * square * u
  return LOWEST_CUTOFF + piece / PIECES_PER_UNIT + step
}

function tabulate(defaultProbability: number, dataAdvantage: number): Screening {
  const threshold = normalQuantile(defaultProbability)
  const noise = Math.sqrt(1 - dataAdvantage * dataAdvantage)
  const correlation = prepareCorrelation(-dataAdvantage)
  const pieces = new Float64Array(PIECES * COEFFICIENTS)
  const gap = new Float64Array(PIECES + 1)
  const inverseSlope = new Float64Array(PIECES + 1)
  const marginal = new Float64Array(PIECES + 1)
  const step = 1 / PIECES_PER_UNIT
  let left = derivatives(LOWEST_CUTOFF)
  for (let piece = 0; piece < PIECES; piece++) {
    const right = derivatives(LOWEST_CUTOFF + (piece + 1) * step)
    gap[piece] = left.gap
    inverseSlope[piece] = 1 / left.gapSlope
    marginal[piece] = left.marginal
    quintic(pieces, piece * COEFFICIENTS, left, right, step)
    left = right
  }
  gap[PIECES] = left.gap
  inverseSlope[PIECES] = 1 / left.gapSlope
  marginal[PIECES] = left.marginal
  const stepsPerGap = STEPS / gap[0]
  return {
    defaultProbability,
    dataAdvantage,
    threshold,
    noise,
    approvedDefaults: pieces,
    gap,
    inverseSlope,
    marginal,
    pieceBefore: lookUpPieces(gap, stepsPerGap),
    stepsPerGap,
  }

  function derivatives(x: number) {
    const z = (threshold - dataAdvantage * x) / noise
    const marginal = normalCdf(z)
    const density = normalDensity(x)
    const value = bivariateNormalAt(correlation, threshold, -x)
    const approval = normalCdf(-x)
    const distance = marginal - value / approval
    return {
      value,
      first: -density * marginal,
      second: density * (x * marginal + (dataAdvantage / noise) * normalDensity(z)),
      marginal,
      gap: distance,
      gapSlope: gapSlope({ dataAdvantage, noise }, density, normalDensity(z), approval, distance),
    }
  }
}
