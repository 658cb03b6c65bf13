/**
 * Luck by name: every random number is looked up by what it is for, never by when it is taken.
 *
 *     uniform(key; purpose, agent, counterpart, period)
 *
 * Two lanes of 32 bits absorb the words one after the other through two different hashes; the two
 * results make one number in (0, 1). Adding an agent, a phase or a thread leaves everyone else's
 * luck as it was, and baseline and reform share every draw.
 *
 * A hot loop absorbs in stages: `setStream` once per agent and period, `drawAt` per counterpart,
 * with the same bits as `uniform`.
 *
 * @source Salmon et al. (2011), Parallel random numbers: as easy as 1, 2, 3 (counter-based draws);
 * hash constants by Wellons (2018), Prospecting for hash functions
 * @module
 */
import seedrandom from 'seedrandom'
import { log } from './numerics/log.ts'
import { normalQuantile } from './numerics/normal.ts'
import type { Period } from './time.ts'

/** Four words made once per replicate from the text of the seed. */
export interface Key {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** A named sequence of draws, ready to be read by counterpart. Reused between agents. */
export interface Stream {
  /** Two lanes with all words but the agent and counterpart, then two with the agent as well. */
  readonly lanes: Int32Array
}

const LANES = 4
const LOW_BITS_DROPPED = 6
const TWO_26 = 67108864
const UNIT = 1 / (TWO_26 * TWO_26) // 2⁻⁵²
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * The key of one replicate. It never depends on the scenario.
 *
 * @param seed  any text; `'0123'` and `'123'` differ
 */
export function makeKey(seed: string, replicate: number): Key {
  const words = seedrandom(`${seed}|${replicate}`)
  return { a: words.int32(), b: words.int32(), c: words.int32(), d: words.int32() }
}

/** The word that stands for a purpose: a stable hash of its name. */
export function purpose(name: string): number {
  let word = FNV_OFFSET | 0
  for (let i = 0; i < name.length; i++) word = Math.imul(word ^ name.charCodeAt(i), FNV_PRIME)
  return mixFirst(word)
}

/**
 * The number in (0, 1) that belongs to one decision of one replicate.
 *
 * @param purpose  which decision, from `purpose(name)`
 * @param agent  persistent id, never an array position; so is `counterpart` (0 when there is none)
 * @returns (n + ½) / 2⁵² with n a 52-bit integer: 0 and 1 never occur, and 1 − u is exact
 */
export function uniform(
  key: Key,
  purpose: number,
  agent: number,
  counterpart: number,
  period: Period,
): number {
  const first = mixFirst(mixFirst(mixFirst(key.a ^ purpose) ^ key.c ^ period) ^ agent)
  const second = mixSecond(mixSecond(mixSecond(key.b ^ purpose) ^ key.d ^ period) ^ agent)
  return toOpenUnit(mixFirst(first ^ counterpart), mixSecond(second ^ counterpart))
}

/** A stream without a place yet: `setStream` gives it one. */
export function createStream(): Stream {
  return { lanes: new Int32Array(LANES) }
}

/** A new stream at its place. Allocates: in a hot loop use `setStream`. */
export function openStream(key: Key, purpose: number, agent: number, period: Period): Stream {
  const stream = createStream()
  setStream(stream, key, purpose, agent, period)
  return stream
}

/** Moves a stream to another purpose, agent and period, without allocating. */
export function setStream(
  stream: Stream,
  key: Key,
  purpose: number,
  agent: number,
  period: Period,
): void {
  stream.lanes[0] = mixFirst(mixFirst(key.a ^ purpose) ^ key.c ^ period)
  stream.lanes[1] = mixSecond(mixSecond(key.b ^ purpose) ^ key.d ^ period)
  moveStream(stream, agent)
}

/** Moves a stream to another agent of the same purpose and period: a third of the work. */
export function moveStream(stream: Stream, agent: number): void {
  const lanes = stream.lanes
  lanes[2] = mixFirst(lanes[0] ^ agent)
  lanes[3] = mixSecond(lanes[1] ^ agent)
}

/** The draw of a stream for one counterpart: the same bits as `uniform`. */
export function drawAt(stream: Stream, counterpart: number): number {
  const lanes = stream.lanes
  return toOpenUnit(mixFirst(lanes[2] ^ counterpart), mixSecond(lanes[3] ^ counterpart))
}

/**
 * Gumbel error −ln(−ln u): adding one per alternative and taking the largest is a logit choice.
 *
 * @source Gumbel (1935); McFadden (1974), Conditional logit analysis of qualitative choice
 */
export function gumbel(u: number): number {
  return -log(-log(u))
}

/** Standard normal draw Φ⁻¹(u). */
export function normalDraw(u: number): number {
  return normalQuantile(u)
}

function toOpenUnit(first: number, second: number): number {
  return ((first >>> LOW_BITS_DROPPED) * TWO_26 + (second >>> LOW_BITS_DROPPED) + 0.5) * UNIT
}

function mixFirst(word: number): number {
  let x = word ^ (word >>> 16)
  x = Math.imul(x, 0x21f0aaad)
  x ^= x >>> 15
  x = Math.imul(x, 0xd35a2d97)
  return x ^ (x >>> 15)
}

function mixSecond(word: number): number {
  let x = word ^ (word >>> 16)
  x = Math.imul(x, 0x7feb352d)
  x ^= x >>> 15
  x = Math.imul(x, 0x846ca68b)
  return x ^ (x >>> 16)
}
