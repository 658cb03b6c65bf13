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

/** A finished replicate and the fingerprint of its last month, two words. */
export interface FinalState {
  readonly point: number
  readonly replicate: number
  readonly high: number
  readonly low: number
}

/** Notes the final state of every replicate as it finishes. */
export interface CopyWatch {
  /** @throws CopiesFound when another replicate of the point ended in that state */
  note(state: FinalState): void
}

const TWO_20 = 1 << 20
const LOW_BITS = 12
const LOW_SIZE = 1 << LOW_BITS
const HEX = 16
const HALF = 8

/** A watch that has seen nothing. @param points  their ids, in order */
export function watchCopies(points: readonly string[]): CopyWatch {
  // 52 bits of the fingerprint are the key, the last 12 go with the replicate: two numbers a state.
  const seen = points.map(() => new Map<number, number>())
  return {
    note({ point, replicate, high, low }) {
      const key = high * TWO_20 + (low >>> LOW_BITS)
      const rest = low & (LOW_SIZE - 1)
      const twin = seen[point].get(key)
      if (twin === undefined) seen[point].set(key, replicate * LOW_SIZE + rest)
      else if (twin % LOW_SIZE === rest && Math.floor(twin / LOW_SIZE) !== replicate) {
        throw new CopiesFound(points[point], Math.floor(twin / LOW_SIZE), replicate)
      }
    },
  }
}

/** The two words of a fingerprint of 16 hexadecimal digits. */
export function wordsOfHash(hash: string): { readonly high: number; readonly low: number } {
  return { high: parseInt(hash.slice(0, HALF), HEX), low: parseInt(hash.slice(HALF), HEX) }
}

/** @throws CopiesFound for the first two finished replicates of a point with equal final states */
export function refuseCopies(
  replicates: Iterable<{
    readonly point: string
    readonly replicate: number
    readonly hash: string | null
  }>,
): void {
  const all = [...replicates]
  const points = [...new Set(all.map(({ point }) => point))]
  const numbers = new Map(points.map((id, number) => [id, number]))
  const watch = watchCopies(points)
  for (const { point, replicate, hash } of all) {
    if (hash !== null) watch.note({ point: numbers.get(point)!, replicate, ...wordsOfHash(hash) })
  }
}
