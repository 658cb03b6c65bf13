/**
 * All parts of a folder: which jobs they hold, and their arrays one job at a time.
 * @module
 */
import { closeSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically, type Disk } from './disk.ts'
import {
  encodePart,
  hashesAt,
  readArray,
  readPart,
  type PartShape,
  type StoredFailure,
  type StoredJob,
  type StoredSuccess,
} from './part.ts'
import type { FinishedJob } from './result-plan.ts'

export interface Parts {
  /** Indices of all jobs they hold. */
  indices(): Iterable<number>
  has(index: number): boolean
  /** One file of jobs; those already there are left out. */
  add(jobs: readonly FinishedJob[]): void
  failureOf(index: number): StoredFailure | undefined
  /** The result of a finished job; its array is used again for the next one. */
  result(index: number): Float64Array
  /** Fingerprints of a finished job; their array is used again for the next one. */
  hashes(index: number): Uint32Array
  /** Kept rows of a finished job; none where it kept none. */
  kept(index: number, table: string): Float64Array
  /** Forgets everything and lets go of the files. */
  clear(): void
}

const NAME = /^part-(\d{6,})\.bin$/
const DIGITS = 6
/** Files held open at once. */
const MOST_OPEN = 32

/**
 * Opens the parts in a folder.
 *
 * @param onNote  told of every part that is not trusted
 */
export function openParts(
  disk: Disk,
  folder: string,
  shape: PartShape,
  onNote: (note: string) => void,
): Parts {
  // One number per job and list: there may be many thousands.
  const slots = new Map<number, number>()
  const partOf: number[] = []
  const startOf: number[] = []
  const failures = new Map<number, StoredFailure>()
  const keptOf = new Map<number, StoredSuccess['kept']>()
  const result = new Float64Array(shape.numbers)
  const hashes = new Uint32Array(shape.words)
  const open = new Map<number, number>()
  let next = 0
  for (const name of readdirSync(folder).sort()) {
    const match = NAME.exec(name)
    if (match === null) continue
    const part = Number(match[1])
    next = Math.max(next, part + 1)
    const found = readPart(join(folder, name), shape)
    if ('fault' in found) {
      onNote(`parts/${name} is ${found.fault} and was left out: its jobs run again`)
      continue
    }
    note(part, found.jobs)
  }

  function note(part: number, jobs: readonly StoredJob[]): void {
    for (const job of jobs) {
      if (slots.has(job.index)) continue
      slots.set(job.index, partOf.length)
      partOf.push(part)
      startOf.push(job.ok ? job.at : -1)
      if (!job.ok) failures.set(job.index, job)
      else if (Object.keys(job.kept).length > 0) keptOf.set(job.index, job.kept)
    }
  }

  function successOf(index: number): { file: number; at: number } {
    const slot = slots.get(index)
    if (slot === undefined || startOf[slot] < 0)
      throw new RangeError(`no job ${index} in the parts`)
    return { file: fileOf(partOf[slot]), at: startOf[slot] }
  }

  function pathOf(part: number): string {
    return join(folder, `part-${String(part).padStart(DIGITS, '0')}.bin`)
  }

  function fileOf(part: number): number {
    const known = open.get(part)
    if (known !== undefined) return known
    const [oldest] = open.entries() as Iterable<[number, number] | undefined>
    if (oldest !== undefined && open.size >= MOST_OPEN) {
      closeSync(oldest[1])
      open.delete(oldest[0])
    }
    const file = openSync(pathOf(part), 'r')
    open.set(part, file)
    return file
  }

  return {
    indices: () => slots.keys(),
    has: (index) => slots.has(index),
    add(jobs) {
      const fresh = jobs.filter(({ index }) => !slots.has(index))
      if (fresh.length === 0) return
      const part = next++
      const encoded = encodePart(shape, fresh)
      writeAtomically(disk, pathOf(part), encoded.bytes)
      note(part, encoded.jobs)
    },
    failureOf: (index) => failures.get(index),
    result(index) {
      const { file, at } = successOf(index)
      readArray(file, at, result)
      return result
    },
    hashes(index) {
      const { file, at } = successOf(index)
      readArray(file, hashesAt(at, shape), hashes)
      return hashes
    },
    kept(index, table) {
      const { file } = successOf(index)
      const [at, length] = keptOf.get(index)?.[table] ?? [0, 0]
      const rows = new Float64Array(length)
      if (length > 0) readArray(file, at, rows)
      return rows
    },
    clear() {
      for (const file of open.values()) closeSync(file)
      open.clear()
      slots.clear()
      failures.clear()
      keptOf.clear()
      partOf.length = 0
      startOf.length = 0
      next = 0
    },
  }
}
