/**
 * Sobol points: evenly spread over the unit cube, so that n of them integrate a smooth function about
 * as well as n² random ones. A design can be extended: its first n points stay as they are.
 *
 *     xᵢ = xᵢ₋₁ ⊕ v(c),     c = number of trailing zeros of i
 *     vₖ = mₖ / 2ᵏ,         mₖ = 2a₁mₖ₋₁ ⊕ … ⊕ 2^(s−1) a₍s₋₁₎ mₖ₋ₛ₊₁ ⊕ 2ˢ mₖ₋ₛ ⊕ mₖ₋ₛ
 *
 * Scrambling flips every binary digit of a coordinate or not, by a coin that belongs to the digits
 * before it. It takes no point out of its share of any box and makes every point uniform by itself.
 *
 * @source Sobol (1967); Antonov and Saleev (1979) for the order; Joe and Kuo (2008) for the numbers;
 * Owen (1995), Randomly permuted (t, m, s)-nets and (t, s)-sequences
 * @module
 */
import { makeKey, purpose, uniform, type Key } from '../../engine/stream.ts'
import { directionNumbers } from './direction-numbers.ts'

/** Most coordinates a point can have. */
export const SOBOL_DIMENSIONS = directionNumbers.length + 1

const BITS = 32
const TWO_32 = 4294967296
const HALF = 0.5
const SCRAMBLE = purpose('design.sobolScramble')

/** The sequence as defined, its first point the origin: `[point * dimensions + dimension]`. */
export function sobolPoints(points: number, dimensions: number): Float64Array {
  const out = new Float64Array(points * dimensions)
  for (let d = 0; d < dimensions; d++) {
    const words = coordinateWords(points, d)
    for (let i = 0; i < points; i++) out[i * dimensions + d] = words[i] / TWO_32
  }
  return out
}

/**
 * The sequence scrambled, in (0, 1): `[point * dimensions + dimension]`.
 *
 * @param seed  any text; coordinates of two seeds have nothing to do with one another
 */
export function scrambledSobolPoints(
  points: number,
  dimensions: number,
  seed: string,
): Float64Array {
  const key = makeKey(seed, 0)
  const out = new Float64Array(points * dimensions)
  for (let d = 0; d < dimensions; d++) {
    const words = coordinateWords(points, d)
    for (let i = 0; i < points; i++) {
      out[i * dimensions + d] = (scrambled(words[i], d, key) + HALF) / TWO_32
    }
  }
  return out
}

/** One coordinate of the first points, as 32 binary digits. */
function coordinateWords(points: number, dimension: number): Uint32Array {
  const directions = directionWords(dimension)
  const words = new Uint32Array(points)
  for (let i = 1; i < points; i++) {
    const trailingZeros = BITS - 1 - Math.clz32(i & -i)
    words[i] = words[i - 1] ^ directions[trailingZeros]
  }
  return words
}

/** v₁, v₂ … of a dimension from 0, the first binary digit in the highest bit. */
function directionWords(dimension: number): Uint32Array {
  const words = new Uint32Array(BITS)
  if (dimension === 0) {
    for (let k = 0; k < BITS; k++) words[k] = 1 << (BITS - 1 - k)
    return words
  }
  const { degree, coefficients, initial } = directionNumbers[dimension - 1]
  for (let k = 0; k < degree; k++) words[k] = initial[k] << (BITS - 1 - k)
  for (let k = degree; k < BITS; k++) {
    let word = words[k - degree] ^ (words[k - degree] >>> degree)
    for (let j = 1; j < degree; j++) {
      if ((coefficients >>> (degree - 1 - j)) & 1) word ^= words[k - j]
    }
    words[k] = word
  }
  return words
}

function scrambled(word: number, dimension: number, key: Key): number {
  let flips = 0
  for (let depth = 0; depth < BITS; depth++) {
    const before = depth === 0 ? 0 : word >>> (BITS - depth)
    const flip = uniform(key, SCRAMBLE, dimension, before, depth) < HALF
    flips = (flips << 1) | Number(flip)
  }
  return (word ^ flips) >>> 0
}
