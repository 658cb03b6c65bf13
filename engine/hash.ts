/**
 * A fast 64-bit fingerprint of typed arrays, to tell whether two markets are equal bit for bit.
 *
 * Each of two lanes turns, absorbs a word by exclusive or, and multiplies by an odd constant, so
 * that a change of one word always changes both lanes. Not for secrets.
 *
 * @source Appleby (2011), MurmurHash3: turn, absorb and multiply
 * @module
 */

const FIRST_FACTOR = 0x9e3779b1 | 0
const SECOND_FACTOR = 0x85ebca77 | 0
const FIRST_TURN = 13
const SECOND_TURN = 17
const WORD = 32
const HEX = 16
const HEX_DIGITS = 8
const CANONICAL_NAN = NaN

/** A fresh state: two lanes. */
export function createHash(): Uint32Array {
  const state = new Uint32Array(2)
  clearHash(state)
  return state
}

/** Makes a state as good as new. */
export function clearHash(state: Uint32Array): void {
  state[0] = 0x243f6a88
  state[1] = 0x85a308d3
}

/** Absorbs 32-bit words, in order. */
export function hashWords(state: Uint32Array, words: Uint32Array): void {
  let first = state[0] | 0
  let second = state[1] | 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] | 0
    first = Math.imul(
      ((first << FIRST_TURN) | (first >>> (WORD - FIRST_TURN))) ^ word,
      FIRST_FACTOR,
    )
    second = Math.imul(
      ((second << SECOND_TURN) | (second >>> (WORD - SECOND_TURN))) ^ word,
      SECOND_FACTOR,
    )
  }
  state[0] = scramble(first ^ words.length)
  state[1] = scramble(second + words.length)
}

const double = new Float64Array(1)
const doubleWords = new Uint32Array(double.buffer)

/** Absorbs doubles, every NaN as the same one: the bits of a NaN may differ between machines. */
export function hashNumbers(state: Uint32Array, numbers: Float64Array): void {
  let first = state[0] | 0
  let second = state[1] | 0
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]
    double[0] = value === value ? value : CANONICAL_NAN
    for (let half = 0; half < 2; half++) {
      const word = doubleWords[half] | 0
      first = Math.imul(
        ((first << FIRST_TURN) | (first >>> (WORD - FIRST_TURN))) ^ word,
        FIRST_FACTOR,
      )
      second = Math.imul(
        ((second << SECOND_TURN) | (second >>> (WORD - SECOND_TURN))) ^ word,
        SECOND_FACTOR,
      )
    }
  }
  state[0] = scramble(first ^ (2 * numbers.length))
  state[1] = scramble(second + 2 * numbers.length)
}

/** The state as 16 hexadecimal digits. */
export function hashText(state: Uint32Array): string {
  return hex(state[0]) + hex(state[1])
}

function hex(word: number): string {
  return word.toString(HEX).padStart(HEX_DIGITS, '0')
}

function scramble(word: number): number {
  let x = word ^ (word >>> 16)
  x = Math.imul(x, 0x21f0aaad)
  x ^= x >>> 15
  x = Math.imul(x, 0xd35a2d97)
  return x ^ (x >>> 15)
}
