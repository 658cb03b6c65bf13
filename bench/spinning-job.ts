/**
 * Jobs of a chosen length that touch no memory but their result: what remains is the executor's.
 * @module
 */
import type { Outcome } from '../engine/executors/executor.ts'
import { processorTime } from './measure.ts'

/** Numbers of a result: about 2 KB. */
const NUMBERS = 250
const WORDS = 24
/** Turns after which the clock can tell how long one takes. */
const TRIAL = 4000

/** How long jobs spin. */
export interface SpinningSetup {
  /** Searches of a few microseconds. */
  readonly turns: number
}

const haystack = new Float64Array(4096)
let turns = 0

export function prepare(setup: unknown): void {
  turns = (setup as SpinningSetup).turns
}

export function runJob(index: number): Outcome {
  const result = new Float64Array(NUMBERS).fill(spin(turns, index))
  return { ok: true, result, hashes: new Uint32Array(WORDS) }
}

/**
 * Looks `count` times for what is not there, in native code: how well a thread happens to have compiled
 * a loop of ours must not show.
 */
export function spin(count: number, sought: number): number {
  let found = 0
  for (let i = 0; i < count; i++) found += haystack.indexOf(sought + 1)
  return found
}

/** Turns that take `milliseconds` of a processor of this machine. */
export function turnsIn(milliseconds: number): number {
  spin(TRIAL, 0)
  const begun = processorTime()
  spin(TRIAL, 1)
  return Math.max(1, Math.round((TRIAL * milliseconds) / (processorTime() - begun)))
}
