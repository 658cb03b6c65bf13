/**
 * Draws in bulk, in sequence, for work outside the market: bootstraps and samples of a design.
 *
 * Inside the market every draw is keyed (`stream.ts`).
 *
 * @source Doty-Humphrey (2010), PractRand: the small fast counting generator sfc32
 * @module
 */
import seedrandom from 'seedrandom'

/** State of one generator; every fill moves it on. */
export type Sfc32 = Int32Array

const WORDS = 4
const HALF = 0.5
const TWO_32 = 4294967296
const LOW_BITS_DROPPED = 6
const TWO_26 = 67108864
const UNIT = 1 / (TWO_26 * TWO_26)

/** A generator named by a text; the same name gives the same numbers. */
export function createSfc32(name: string): Sfc32 {
  const words = seedrandom(`sfc32|${name}`)
  const state = new Int32Array(WORDS)
  for (let i = 0; i < WORDS; i++) state[i] = words.int32()
  return state
}

/** Fills `out` with uniforms in (0, 1), of 52 bits each. */
export function fillUniform(state: Sfc32, out: Float64Array): void {
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let counter = state[3]
  for (let i = 0; i < out.length; i++) {
    let high = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + high) | 0
    high >>>= LOW_BITS_DROPPED
    const low = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + low) | 0
    out[i] = (high * TWO_26 + (low >>> LOW_BITS_DROPPED) + HALF) * UNIT
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = counter
}

/** Fills `out` with whole numbers 0..size−1, each as likely up to size / 2³²: a resample. */
export function fillIndices(state: Sfc32, out: Int32Array, size: number): void {
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let counter = state[3]
  for (let i = 0; i < out.length; i++) {
    const word = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + word) | 0
    out[i] = Math.floor(((word >>> 0) / TWO_32) * size)
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = counter
}
