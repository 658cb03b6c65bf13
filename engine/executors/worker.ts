/**
 * One worker thread: imports the job module once, prepares it once, then runs chunks of jobs.
 *
 * @module
 */
import { performance } from 'node:perf_hooks'
import { workerData } from 'node:worker_threads'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { failureOf } from './executor.ts'
import type { Failure, JobModule, JobSource, Outcome } from './executor.ts'
import { loadJobs, runSafely } from './job-runner.ts'

/** What a chunk sends back: one outcome per index, or why the module could not be prepared. */
export type ChunkReply =
  | {
      readonly prepared: true
      readonly outcomes: readonly Outcome[]
      readonly milliseconds: number
    }
  | { readonly prepared: false; readonly failure: Failure }

const source = workerData as JobSource
let ready: Promise<JobModule> | undefined

/** Runs a chunk. The arrays of the outcomes move to the caller without being copied. */
export default async function runChunk(indices: readonly number[]): Promise<ChunkReply> {
  let module: JobModule
  try {
    ready ??= loadJobs(source)
    module = await ready
  } catch (thrown) {
    return { prepared: false, failure: failureOf(thrown) }
  }
  const begun = performance.now()
  const outcomes: Outcome[] = []
  for (const index of indices) outcomes.push(await runSafely(module, index))
  const milliseconds = performance.now() - begun
  return moved({ prepared: true, outcomes, milliseconds }, buffersOf(outcomes))
}

/** The buffers that may move: those an outcome holds as a whole. */
function buffersOf(outcomes: readonly Outcome[]): ArrayBufferLike[] {
  const buffers = new Set<ArrayBufferLike>()
  for (const outcome of outcomes) {
    if (!outcome.ok) continue
    for (const array of [outcome.result, outcome.hashes]) {
      if (array.byteLength === array.buffer.byteLength) buffers.add(array.buffer)
    }
  }
  return [...buffers]
}

function moved(reply: ChunkReply, buffers: readonly ArrayBufferLike[]): ChunkReply {
  const transferable = { [transferableSymbol]: buffers, [valueSymbol]: reply }
  return move(transferable) as unknown as ChunkReply
}
