/**
 * One worker thread that starts again when it dies, as seen from the thread that asks.
 *
 * @module
 */
import { setImmediate } from 'node:timers/promises'
import { Piscina } from 'piscina'
import type { ChunkTimes } from './allotment.ts'
import { createBufferSink } from './buffer-sink.ts'
import { STARTED } from './chunk-messages.ts'
import type { ChunkOrder, ChunkReply, Message, Streamed } from './chunk-messages.ts'
import type { JobSource, Outcome } from './executor.ts'
import { movable, unpack } from './parcel.ts'
import type { Parcel } from './parcel.ts'

/** How a chunk ended: at its end or where it was told to stop, or with its thread. */
export type ChunkEnd =
  ({ readonly lost: false } & ChunkTimes) | { readonly lost: true; readonly reason: unknown }

/** A thread. It runs one chunk after the other. */
export interface Thread {
  /**
   * Runs a chunk.
   *
   * @param receive  takes the outcomes of its jobs in order, as they come; must not throw
   * @throws when the thread cannot be started, or its module cannot be prepared
   */
  run(
    indices: readonly number[],
    stop: Int32Array,
    receive: (outcome: Outcome) => void,
  ): Promise<ChunkEnd>
  close(): Promise<void>
}

/** Where a thread differs from the default. */
export interface ThreadSource {
  readonly jobs: JobSource
  /** URL of the worker file. */
  readonly worker: string
  /** Most memory for objects; typed arrays do not count [MB]. */
  readonly heap: number | undefined
}

/** Outcomes of a chunk under way. */
interface Reception {
  streamed: number
  take(message: Streamed): void
}

/** A thread that lives until `close`. */
export function createThread({ jobs, worker, heap }: ThreadSource): Thread {
  const pool = new Piscina<ChunkOrder, ChunkReply>({
    filename: worker,
    workerData: jobs,
    minThreads: 1, // a pool that shrinks pays for starting and warming up again
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
    ...(heap === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heap } }),
  })
  const receptions = new Map<number, Reception>()
  const free = createBufferSink()
  let started = false
  let count = 0

  // A thread that cannot even load its files would be started again for ever.
  const broken = new AbortController()
  pool.on('error', (error) => {
    broken.abort(error)
  })
  pool.on('message', (message: Message) => {
    if (message === STARTED) started = true
    else receptions.get(message.id)?.take(message)
  })

  function open(parcel: Parcel, receive: (outcome: Outcome) => void): void {
    for (const outcome of unpack(parcel)) receive(outcome)
    free(movable(parcel))
  }

  async function run(
    indices: readonly number[],
    stop: Int32Array,
    receive: (outcome: Outcome) => void,
  ): Promise<ChunkEnd> {
    const id = count++
    let wake: (() => void) | undefined
    const reception: Reception = {
      streamed: 0,
      take({ count, parcel }) {
        this.streamed += count
        open(parcel, receive)
        wake?.()
      },
    }
    receptions.set(id, reception)
    try {
      const reply = await pool.run({ id, indices, stop }, { signal: broken.signal })
      if (!reply.prepared) throw new PreparationError(reply.failure.message, reply.failure)
      // The end of a chunk may overtake what it streamed: they come by different ports.
      while (reception.streamed < reply.streamed) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      open(reply.parcel, receive)
      return { lost: false, milliseconds: reply.milliseconds, first: reply.first }
    } catch (thrown) {
      if (thrown instanceof PreparationError) throw thrown
      await setImmediate() // the thread's last messages may still be on their way
      if (broken.signal.aborted) throw broken.signal.reason as Error
      if (!started) throw thrown
      return { lost: true, reason: thrown }
    } finally {
      receptions.delete(id)
    }
  }

  return { run, close: () => pool.destroy() }
}

/** The job module of a thread could not be prepared: no other thread can do it either. */
class PreparationError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause })
  }
}
