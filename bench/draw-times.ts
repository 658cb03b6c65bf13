/**
 * What a keyed draw costs.
 * @module
 */
import {
  drawAt,
  makeKey,
  openStream,
  purpose,
  setStream,
  type Key,
  type Stream,
} from '../engine/stream.ts'
import { interleave, timed } from './measure.ts'

const DRAWS = 2_000_000
const STREAMS = 500_000
const KEYS = 2_000
const ROUNDS = 7
const NANOSECONDS = 1e6
const MICROSECONDS = 1e3

/** A draw in a hot loop and moving a stream [ns], opening a key [us]. */
export function drawTimes(): { draw: number; stream: number; key: number } {
  const key = makeKey('bench', 0)
  const stream = openStream(key, purpose('bench.draw'), 1, 1)
  let sum = 0
  const [draw, move, open] = interleave(ROUNDS, [
    () => timed(() => (sum += sumDraws(stream))),
    () => timed(() => (sum += moveOften(stream, key))),
    () => timed(() => (sum += sumKeys())),
  ])
  if (Number.isNaN(sum)) throw new Error('a draw is no number')
  return {
    draw: (draw * NANOSECONDS) / DRAWS,
    stream: (move * NANOSECONDS) / STREAMS,
    key: (open * MICROSECONDS) / KEYS,
  }
}

function sumDraws(stream: Stream): number {
  let sum = 0
  for (let i = 0; i < DRAWS; i++) sum += drawAt(stream, i)
  return sum
}

function moveOften(stream: Stream, key: Key): number {
  const word = purpose('bench.move')
  for (let i = 0; i < STREAMS; i++) setStream(stream, key, word, i, 1)
  return drawAt(stream, 0)
}

function sumKeys(): number {
  let sum = 0
  for (let i = 0; i < KEYS; i++) sum += makeKey('bench', i).a
  return sum
}
