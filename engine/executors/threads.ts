/**
 * Runs jobs on worker threads. The results are those of the inline executor, bit for bit.
 *
 * @module
 */
import { setMaxListeners } from 'node:events'
import { Piscina } from 'piscina'
import { createDelivery } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import { failureOf, indicesOf } from './executor.ts'
import type { Executor, JobSource, RunOptions, RunReport } from './executor.ts'
import type { ChunkReply } from './worker.ts'

const CHUNK_MILLISECONDS = 5 // below this the message costs more than 1 % of the work
const LARGEST_CHUNK = 256
const CHUNKS_PER_THREAD = 2 // one running, one waiting: a thread never idles between chunks

/** Where the threads of an executor differ from the default. */
export interface ThreadOptions {
  readonly threads: number
  /** URL of the worker file; default: the compiled one beside this file. */
  readonly worker?: string
}

/** The pool, and the signal that its threads cannot be started. */
interface Workers {
  readonly pool: Piscina<readonly number[], ChunkReply>
  readonly threads: number
  readonly broken: AbortSignal
}

/** Jobs of one message: their positions in the list of indices. */
interface Chunk {
  readonly first: number
  readonly last: number
}

/** A pool of `threads` workers that live until `close`. */
export function createThreadExecutor(source: JobSource, options: ThreadOptions): Executor {
  const { threads } = options
  const pool = new Piscina<readonly number[], ChunkReply>({
    filename: options.worker ?? new URL('./worker.js', import.meta.url).href,
    workerData: source,
    minThreads: threads,
    maxThreads: threads, // a pool that shrinks pays for starting and warming up again
    concurrentTasksPerWorker: 1,
  })

  // A thread that cannot even load its files would be started again for ever.
  const broken = new AbortController()
  setMaxListeners(0, broken.signal)
  pool.on('error', (error) => {
    broken.abort(error)
  })

  function run(jobs: number | readonly number[], options: RunOptions): Promise<RunReport> {
    const indices = indicesOf(jobs)
    const delivery = createDelivery(indices, options)
    return runChunks({ pool, threads, broken: broken.signal }, indices, delivery, options)
  }

  return { threads, run, close: () => pool.destroy() }
}

/** Keeps every thread supplied; waits for all that was submitted before it returns. */
async function runChunks(
  workers: Workers,
  indices: readonly number[],
  delivery: Delivery,
  options: RunOptions,
): Promise<RunReport> {
  const { pool, threads, broken } = workers
  let next = 0
  let size = options.chunk ?? 1
  let fatal: Error | undefined

  function isOver(): boolean {
    return next >= indices.length || fatal !== undefined || options.signal?.aborted === true
  }

  /** One of several lanes that take chunks until none is left. */
  async function takeChunks(): Promise<void> {
    while (!isOver()) {
      const last = Math.min(next + size, indices.length)
      const chunk = { first: next, last }
      next = last
      const milliseconds = await runChunk(chunk)
      if (options.chunk === undefined && milliseconds > 0) {
        size = suitableSize(milliseconds / (last - chunk.first))
      }
    }
  }

  /** @returns how long the chunk worked; 0 when it was lost */
  async function runChunk(chunk: Chunk): Promise<number> {
    let reply: ChunkReply
    try {
      reply = await pool.run(indices.slice(chunk.first, chunk.last), { signal: broken })
    } catch (thrown) {
      if (broken.aborted) throw broken.reason as Error
      await salvage(chunk, thrown)
      return 0
    }
    if (!reply.prepared) {
      fatal ??= new Error(reply.failure.message, { cause: reply.failure })
      return 0
    }
    reply.outcomes.forEach((outcome, i) => delivery.accept(chunk.first + i, outcome))
    return reply.milliseconds
  }

  /** The thread died: its other jobs get another chance, each alone, so that one fails by itself. */
  async function salvage(chunk: Chunk, thrown: unknown): Promise<void> {
    if (chunk.last - chunk.first === 1) {
      delivery.accept(chunk.first, { ...failureOf(thrown), code: 'JOB_LOST' })
      return
    }
    for (let position = chunk.first; position < chunk.last; position++) {
      await runChunk({ first: position, last: position + 1 })
    }
  }

  const lanes = Array.from({ length: threads * CHUNKS_PER_THREAD }, takeChunks)
  // All lanes end before anything is thrown: a pool closed under running work loses it.
  for (const lane of await Promise.allSettled(lanes)) {
    if (lane.status === 'rejected') fatal ??= lane.reason as Error
  }
  if (fatal !== undefined) throw fatal
  return delivery.finish(next < indices.length)
}

function suitableSize(millisecondsPerJob: number): number {
  const wanted = Math.ceil(CHUNK_MILLISECONDS / millisecondsPerJob)
  return Math.max(1, Math.min(LARGEST_CHUNK, wanted))
}
