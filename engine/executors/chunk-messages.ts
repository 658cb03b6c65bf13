/**
 * What passes between a worker thread and the thread that asks.
 *
 * @module
 */
import type { Failure, Outcome } from './executor.ts'

/** What a thread is asked to run. */
export interface ChunkOrder {
  readonly id: number
  readonly indices: readonly number[]
  /** Not 0 once the run is to stop. Shared with the thread that asks. */
  readonly stop: Int32Array
}

/** Outcomes of a chunk that is still running, in order. */
export interface Streamed {
  readonly id: number
  readonly outcomes: readonly Outcome[]
}

/** Chunk number of the message that says the thread has started. */
export const STARTED = -1

/** What a chunk sends back at its end, or why the module could not be prepared. */
export type ChunkReply =
  | {
      readonly prepared: true
      /** Jobs run: fewer than asked for when told to stop. */
      readonly finished: number
      /** The last of their outcomes: those that were not streamed. */
      readonly outcomes: readonly Outcome[]
      readonly milliseconds: number
      /** Its first job alone [ms]. */
      readonly first: number
    }
  | { readonly prepared: false; readonly failure: Failure }
