/**
 * One worker thread: imports the job module once, prepares it once, then runs chunks of jobs.
 *
 * What is finished leaves while the chunk is still running, so that it is never lost with the thread
 * for longer than a blink and the thread holds little of it.
 *
 * @module
 */
import { performance } from 'node:perf_hooks'
import { parentPort, workerData } from 'node:worker_threads'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { STARTED } from './chunk-messages.ts'
import type { ChunkOrder, ChunkReply, Message } from './chunk-messages.ts'
import { failureOf } from './executor.ts'
import type { JobModule, JobSource, Outcome } from './executor.ts'
import { loadJobs, runSafely } from './job-runner.ts'
import { bytesOf } from './outcome-bytes.ts'
import { movable, pack } from './parcel.ts'

const STREAM_MILLISECONDS = 100
const STREAM_BYTES = 1024 * 1024

const source = workerData as JobSource
let ready: Promise<JobModule> | undefined

parentPort?.postMessage(STARTED satisfies Message)

/** Runs a chunk. */
export default async function runChunk({ id, indices, stop }: ChunkOrder): Promise<ChunkReply> {
  let module: JobModule
  try {
    ready ??= loadJobs(source)
    module = await ready
  } catch (thrown) {
    return { prepared: false, failure: failureOf(thrown) }
  }
  const begun = performance.now()
  let now = begun
  let sent = begun
  let first = 0
  let bytes = 0
  let finished = 0
  let outcomes: Outcome[] = []
  while (finished < indices.length && Atomics.load(stop, 0) === 0) {
    if (now - sent > STREAM_MILLISECONDS || bytes > STREAM_BYTES) {
      const parcel = pack(outcomes)
      const message: Message = { id, count: outcomes.length, parcel }
      parentPort?.postMessage(message, movable(parcel))
      outcomes = []
      bytes = 0
      sent = now
    }
    const outcome = await runSafely(module, indices[finished])
    outcomes.push(outcome)
    bytes += bytesOf(outcome)
    finished++
    now = performance.now()
    if (finished === 1) first = now - begun
  }
  const milliseconds = now - begun
  const parcel = pack(outcomes)
  const streamed = finished - outcomes.length
  return moved({ prepared: true, streamed, parcel, milliseconds, first }, movable(parcel))
}

function moved(reply: ChunkReply, buffers: readonly ArrayBuffer[]): ChunkReply {
  const transferable = { [transferableSymbol]: buffers, [valueSymbol]: reply }
  return move(transferable) as unknown as ChunkReply
}
