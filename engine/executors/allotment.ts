/**
 * Which jobs go to which thread, and how many in one message.
 *
 * A thread that begins a group keeps it, message by message, so that what its jobs share is made
 * once. Messages are short enough that the rest of a group can go to a thread that has nothing left,
 * which then makes it again. None of it moves a result.
 *
 * @module
 */

const SHORTEST_MESSAGE = 5 // [ms] below this the message costs more than 1 % of the work
const LONGEST_MESSAGE = 100 // [ms] a thread with nothing left waits no longer for its share
const MOST_OF_GROUP = 32 // jobs that are run again, each alone, when their thread dies
const MOST_JOINED = 256
/** Messages that every thread still gets when the list is nearly empty, so that all end together. */
const LAST_MESSAGES = 2

/** Jobs of one message: positions in the list from `first` to before `last`. */
export interface Chunk {
  readonly first: number
  readonly last: number
  /** Whether its first job begins a group for this thread. */
  readonly opens: boolean
}

/** How long a chunk took [ms]. */
export interface ChunkTimes {
  readonly milliseconds: number
  /** Its first job alone. */
  readonly first: number
}

/** The list of jobs as far as it is not given away. */
export interface Allotment {
  /** The next chunk of a thread; `later` when its first job may not start yet. */
  take(thread: number, mayStart: (position: number) => boolean): Chunk | 'later' | undefined
  /** Sets the length of the chunks to come. */
  learn(chunk: Chunk, times: ChunkTimes): void
}

/** How a list is cut. */
export interface AllotmentOptions {
  readonly threads: number
  /** Whether two neighbours in the list belong together. */
  readonly sameGroup: (position: number, next: number) => boolean
  /** Most jobs of a chunk; default: as many as suit their length. */
  readonly chunk?: number | undefined
}

/** Positions from `first` to before `last`, begun by nobody or by the thread they belong to. */
interface Piece {
  first: number
  last: number
  begun: boolean
}

/** An allotment of `jobs` positions. */
export function createAllotment(jobs: number, options: AllotmentOptions): Allotment {
  const { threads, chunk: fixed, sameGroup } = options
  const pieces = Array.from({ length: threads }, (): Piece => ({ first: 0, last: 0, begun: true }))
  let next = 0
  let typical: number | undefined // [ms] of a job that need not make what its group shares
  let opening: number | undefined // [ms] of a job that does

  function groupEnd(first: number): number {
    let last = first + 1
    while (last < jobs && sameGroup(last - 1, last)) last++
    return last
  }

  /** Gives a thread the next group, or part of the longest rest of another thread's. */
  function refill(piece: Piece): void {
    piece.begun = false
    piece.first = next
    if (next < jobs) next = groupEnd(next)
    piece.last = next
    if (piece.first === piece.last) share(piece)
  }

  function share(piece: Piece): void {
    const longest = pieces.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a))
    const count = sharedCount(longest.last - longest.first)
    piece.last = longest.last
    piece.first = longest.last - count
    longest.last -= count
  }

  /** Of `rest` jobs, as many that both threads end together, the opening made again included. */
  function sharedCount(rest: number): number {
    const lost = opening === undefined || !typical ? 0 : Math.max(0, opening / typical - 1)
    return Math.max(0, Math.floor((rest - lost) / 2))
  }

  /** Jobs that last `milliseconds`; one as long as nothing is known. */
  function jobsIn(milliseconds: number, most: number): number {
    if (typical === undefined) return 1
    return Math.max(1, Math.min(most, Math.ceil(milliseconds / typical)))
  }

  /** Jobs that short groups are joined up to: fewer when little is left for all threads. */
  function wantedJobs(): number {
    if (fixed !== undefined) return fixed
    const fair = ((jobs - next) * (typical ?? 0)) / (threads * LAST_MESSAGES)
    return jobsIn(Math.max(SHORTEST_MESSAGE, Math.min(LONGEST_MESSAGE, fair)), MOST_JOINED)
  }

  /** Takes whole groups of the list until the chunk is long enough; returns where it ends. */
  function join(first: number): number {
    const wanted = wantedJobs()
    while (next < jobs && next - first < wanted) {
      const last = groupEnd(next)
      if (last - first > (fixed ?? MOST_JOINED)) break
      next = last
    }
    return next
  }

  return {
    take(thread, mayStart) {
      const piece = pieces[thread]
      if (piece.first === piece.last) refill(piece)
      const { first } = piece
      if (first === piece.last) return undefined
      if (!mayStart(first)) return 'later'
      const most = fixed ?? jobsIn(LONGEST_MESSAGE, MOST_OF_GROUP)
      if (piece.last - first > most) piece.first = first + most
      else {
        if (piece.last === next) piece.last = join(first)
        piece.first = piece.last
      }
      const opens = !piece.begun
      piece.begun = true
      return { first, last: piece.first, opens }
    },
    learn({ first, last, opens }, times) {
      const others = last - first - 1
      if (others > 0) typical = (times.milliseconds - times.first) / others
      else if (!opens) typical = times.milliseconds
      else typical = Math.min(typical ?? Infinity, times.milliseconds)
      if (opens) opening = times.first
    },
  }
}
