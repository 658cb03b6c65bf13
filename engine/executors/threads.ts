/**
 * Runs jobs on worker threads. The results are those of the inline executor, bit for bit.
 *
 * @module
 */
import { createAllotment } from './allotment.ts'
import type { Chunk } from './allotment.ts'
import { createDelivery } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import { failureOf, indicesOf } from './executor.ts'
import type { Executor, JobSource, Outcome, RunOptions, RunReport } from './executor.ts'
import { createThread } from './thread.ts'
import type { Thread } from './thread.ts'

/** Where the threads of an executor differ from the default. */
export interface ThreadOptions {
  readonly threads: number
  /** URL of the worker file; default: the compiled one beside this file. */
  readonly worker?: string
  /** Most memory for objects of one thread; default: the machine's share [MB]. */
  readonly heap?: number
}

/** `threads` workers that live until `close`. */
export function createThreadExecutor(jobs: JobSource, options: ThreadOptions): Executor {
  const worker = options.worker ?? new URL('./worker.js', import.meta.url).href
  const threads = Array.from({ length: options.threads }, () =>
    createThread({ jobs, worker, heap: options.heap }),
  )
  return {
    threads: options.threads,
    run(jobs, options) {
      const indices = indicesOf(jobs)
      return runOn(threads, indices, createDelivery(indices, options), options)
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

/** Keeps every thread supplied; waits for all that was asked for before it returns. */
async function runOn(
  threads: readonly Thread[],
  indices: readonly number[],
  delivery: Delivery,
  options: RunOptions,
): Promise<RunReport> {
  const { signal, group, chunk } = options
  const allotment = createAllotment(indices.length, {
    threads: threads.length,
    chunk,
    sameGroup: (position, next) =>
      group !== undefined && group(indices[position]) === group(indices[next]),
  })
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const waiting: (() => void)[] = []
  let fatal: Error | undefined

  function wakeAll(): void {
    for (const wake of waiting.splice(0)) wake()
  }

  function stopAll(): void {
    Atomics.store(stop, 0, 1)
    wakeAll()
  }

  function isStopped(): boolean {
    return Atomics.load(stop, 0) !== 0
  }

  function fail(thrown: unknown): void {
    fatal ??= thrown instanceof Error ? thrown : new Error(String(thrown))
    stopAll()
  }

  function deliver(position: number, outcome: Outcome): void {
    if (fatal !== undefined) return
    try {
      delivery.accept(position, outcome)
    } catch (thrown) {
      fail(thrown)
    }
    wakeAll()
  }

  /** One thread at work until nothing is left for it. */
  async function work(thread: Thread, number: number): Promise<void> {
    while (!isStopped()) {
      const chunk = allotment.take(number, (position) => delivery.mayStart(position))
      if (chunk === undefined) return
      if (chunk === 'later') {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
        })
      } else await runChunk(thread, chunk)
    }
  }

  async function runChunk(thread: Thread, chunk: Chunk): Promise<void> {
    let position = chunk.first
    const receive = (outcome: Outcome) => deliver(position++, outcome)
    const end = await thread.run(indices.slice(chunk.first, chunk.last), stop, receive)
    if (!end.lost) allotment.learn(chunk, end)
    // The thread died: what it left gets another chance, each alone, so that one fails by itself.
    else while (position < chunk.last && !isStopped()) await runAgain(thread, position++)
  }

  async function runAgain(thread: Thread, position: number): Promise<void> {
    const receive = (outcome: Outcome) => deliver(position, outcome)
    const end = await thread.run([indices[position]], stop, receive)
    if (end.lost) deliver(position, { ...failureOf(end.reason), code: 'JOB_LOST' })
  }

  if (signal?.aborted === true) stopAll()
  signal?.addEventListener('abort', stopAll)
  try {
    await Promise.all(threads.map((thread, number) => work(thread, number).catch(fail)))
  } finally {
    signal?.removeEventListener('abort', stopAll)
  }
  if (fatal !== undefined) throw fatal
  return delivery.finish()
}
