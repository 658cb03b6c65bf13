/**
 * What passes between a worker thread and the thread that asks.
 *
 * @module
 */
import type { Failure } from './executor.ts'
import type { Parcel } from './parcel.ts'

/** What a thread is asked to run. */
export interface ChunkOrder {
  readonly id: number
  readonly indices: readonly number[]
  /** Not 0 once the run is to stop. Shared with the thread that asks. */
  readonly stop: Int32Array
}

/** The message that says the thread has loaded its files. */
export const STARTED = 'started'

/** What a thread says between the beginning and the end of a chunk. */
export type Message = typeof STARTED | Streamed

/** Outcomes of a chunk that is still running, in order. */
export interface Streamed {
  readonly id: number
  readonly count: number
  readonly parcel: Parcel
}

/** What a chunk sends back at its end, or why the module could not be prepared. */
export type ChunkReply =
  | {
      readonly prepared: true
      /** Outcomes sent before, while the chunk was running. */
      readonly streamed: number
      /** The others, in order. Told to stop, a chunk leaves jobs out. */
      readonly parcel: Parcel
      readonly milliseconds: number
      /** Its first job alone [ms]. */
      readonly first: number
    }
  | { readonly prepared: false; readonly failure: Failure }
