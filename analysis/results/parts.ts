/**
 * All parts of a folder: which jobs they hold, and their arrays one job at a time.
 * @module
 */
import { closeSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically, type Disk } from './disk.ts'
import {
  encodePart,
  readHashes,
  readNumbers,
  readPart,
  type PartShape,
  type StoredFailure,
  type StoredJob,
} from './part.ts'
import type { FinishedJob } from './result-plan.ts'

/** A finished job read back. */
export interface ReadJob {
  readonly result: Float64Array
  readonly hashes: Uint32Array
  readonly kept: Readonly<Record<string, Float64Array>>
}

export interface Parts {
  /** Indices of all jobs they hold. */
  indices(): Iterable<number>
  has(index: number): boolean
  /** One file of jobs; those already there are left out. */
  add(jobs: readonly FinishedJob[]): void
  failureOf(index: number): StoredFailure | undefined
  read(index: number): ReadJob
  /** Fingerprints of a finished job. */
  hashes(index: number): Uint32Array
  /** Forgets everything and lets go of the files. */
  clear(): void
}

const NAME = /^part-(\d{6,})\.bin$/
const DIGITS = 6
/** Files held open at once. */
const MOST_OPEN = 32

interface Place {
  readonly part: number
  readonly job: StoredJob
}

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
  const places = new Map<number, Place>()
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
    for (const job of jobs) if (!places.has(job.index)) places.set(job.index, { part, job })
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
    indices: () => places.keys(),
    has: (index) => places.has(index),
    add(jobs) {
      const fresh = jobs.filter(({ index }) => !places.has(index))
      if (fresh.length === 0) return
      const part = next++
      const encoded = encodePart(shape, fresh)
      writeAtomically(disk, pathOf(part), encoded.bytes)
      note(part, encoded.jobs)
    },
    failureOf(index) {
      const job = places.get(index)?.job
      return job?.ok === false ? job : undefined
    },
    read(index) {
      const place = places.get(index)
      if (place === undefined || !place.job.ok) throw new RangeError(`no job ${index} in the parts`)
      const { job } = place
      const file = fileOf(place.part)
      const kept = Object.entries(job.kept).map(([name, [at, length]]) => {
        return [name, readNumbers(file, at, length)] as const
      })
      return {
        result: readNumbers(file, job.at, shape.numbers),
        hashes: readHashes(file, job, shape),
        kept: Object.fromEntries(kept),
      }
    },
    hashes(index) {
      const place = places.get(index)
      if (place === undefined || !place.job.ok) throw new RangeError(`no job ${index} in the parts`)
      return readHashes(fileOf(place.part), place.job, shape)
    },
    clear() {
      for (const file of open.values()) closeSync(file)
      open.clear()
      places.clear()
      next = 0
    },
  }
}
