/**
 * Two replicates that end in the same state would be one counted twice: the run stops.
 * @module
 */

/** Our fault: the luck of two replicates was the same. Exit code 1. */
export class CopiesFound extends Error {
  override readonly name = 'CopiesFound'
  readonly code = 'COPIES'

  constructor(point: string, first: number, second: number) {
    super(`COPIES: replicates ${first} and ${second} of ${point} ended in the same state`)
  }
}

/** Notes the final state of every replicate as it finishes. */
export interface CopyWatch {
  /** @throws CopiesFound when another replicate of the point ended in that state */
  note(point: string, replicate: number, hash: string): void
}

/** A watch that has seen nothing. */
export function watchCopies(): CopyWatch {
  const seen = new Map<string, number>()
  return {
    note(point, replicate, hash) {
      const key = `${point} ${hash}`
      const other = seen.get(key)
      if (other !== undefined && other !== replicate) throw new CopiesFound(point, other, replicate)
      seen.set(key, replicate)
    },
  }
}

/** @throws CopiesFound for the first two finished replicates of a point with equal final states */
export function refuseCopies(
  replicates: Iterable<{
    readonly point: string
    readonly replicate: number
    readonly hash: string
  }>,
): void {
  const watch = watchCopies()
  for (const { point, replicate, hash } of replicates) watch.note(point, replicate, hash)
}
