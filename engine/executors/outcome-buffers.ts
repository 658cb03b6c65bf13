import type { Outcome } from './executor.ts'

/** Memory an outcome holds [bytes]. */
export function bytesOf(outcome: Outcome): number {
  let bytes = 0
  for (const array of arraysOf(outcome)) bytes += array.byteLength
  return bytes
}

/** Adds the buffers that may move to another thread: those an outcome holds as a whole. */
export function addMovable(outcome: Outcome, buffers: Set<ArrayBuffer>): void {
  for (const { buffer, byteLength } of arraysOf(outcome)) {
    if (byteLength === buffer.byteLength && buffer instanceof ArrayBuffer) buffers.add(buffer)
  }
}

function arraysOf(outcome: Outcome): readonly (Float64Array | Uint32Array)[] {
  if (!outcome.ok) return []
  const { result, hashes, kept } = outcome
  return kept === undefined ? [result, hashes] : [result, hashes, ...Object.values(kept)]
}
