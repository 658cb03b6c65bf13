/**
 * A fast 64-bit fingerprint of typed arrays, to tell whether two markets are equal bit for bit.
 *
 * Words at even and at odd places go to two pairs of lanes that run side by side. Each lane turns,
 * absorbs a word by exclusive or, and multiplies by an odd constant, so that a change of one word
 * always changes both lanes of its pair. Not for secrets.
 *
 * @source Appleby (2011), MurmurHash3: turn, absorb and multiply
 * @module
 */

const FIRST_FACTOR = 0x9e3779b1 | 0
const SECOND_FACTOR = 0x85ebca77 | 0
const FIRST_TURN = 13
const SECOND_TURN = 17
const FIRST_START = 0x243f6a88 | 0 // digits of π
const SECOND_START = 0x85a308d3 | 0
const WORD = 32
const HEX = 16
const HEX_DIGITS = 8

/** A fresh state: two words. */
export function createHash(): Uint32Array {
  const state = new Uint32Array(2)
  clearHash(state)
  return state
}

/** Makes a state as good as new. */
export function clearHash(state: Uint32Array): void {
  state[0] = FIRST_START
  state[1] = SECOND_START
}

/** Absorbs 32-bit words, in order. */
export function hashWords(state: Uint32Array, words: Uint32Array): void {
  let evenFirst = state[0] | 0
  let evenSecond = state[1] | 0
  let oddFirst = evenSecond ^ FIRST_START
  let oddSecond = evenFirst ^ SECOND_START
  const pairs = words.length & ~1
  for (let i = 0; i < pairs; i += 2) {
    const even = words[i] | 0
    const odd = words[i + 1] | 0
    evenFirst = absorbFirst(evenFirst, even)
    evenSecond = absorbSecond(evenSecond, even)
    oddFirst = absorbFirst(oddFirst, odd)
    oddSecond = absorbSecond(oddSecond, odd)
  }
  if (pairs < words.length) {
    evenFirst = absorbFirst(evenFirst, words[pairs] | 0)
    evenSecond = absorbSecond(evenSecond, words[pairs] | 0)
  }
  close(state, absorbFirst(evenFirst, oddFirst), absorbSecond(evenSecond, oddSecond), words.length)
}

/** Absorbs doubles, every NaN as the same one: the bits of a NaN may differ between machines. */
export function hashNumbers(state: Uint32Array, numbers: Float64Array): void {
  const canonical = numbers.slice()
  const words = new Uint32Array(canonical.buffer)
  for (let i = 0; i < canonical.length; i++) {
    if (canonical[i] === canonical[i]) continue
    words[2 * i] = 0
    words[2 * i + 1] = NAN_WORD
  }
  hashWords(state, words)
}

const NAN_WORD = 0x7ff80000

/** The state as 16 hexadecimal digits. */
export function hashText(state: Uint32Array): string {
  return hex(state[0]) + hex(state[1])
}

function hex(word: number): string {
  return word.toString(HEX).padStart(HEX_DIGITS, '0')
}

function absorbFirst(lane: number, word: number): number {
  const turned = (lane << FIRST_TURN) | (lane >>> (WORD - FIRST_TURN))
  return Math.imul(turned ^ word, FIRST_FACTOR)
}

function absorbSecond(lane: number, word: number): number {
  const turned = (lane << SECOND_TURN) | (lane >>> (WORD - SECOND_TURN))
  return Math.imul(turned ^ word, SECOND_FACTOR)
}

/** Spreads every bit over the whole word, and marks the length. */
function close(state: Uint32Array, first: number, second: number, length: number): void {
  state[0] = scramble(first ^ length)
  state[1] = scramble(second + length)
}

function scramble(word: number): number {
  let x = word ^ (word >>> 16)
  x = Math.imul(x, 0x21f0aaad)
  x ^= x >>> 15
  x = Math.imul(x, 0xd35a2d97)
  return x ^ (x >>> 15)
}
