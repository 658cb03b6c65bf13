/**
 * A part: some finished jobs in one file, while a run lasts.
 *
 * Sixteen bytes of name, a checksum of all that follows, lengths, a small JSON header, then the raw
 * arrays, little-endian. A part that was torn or belongs to another plan is told apart, never trusted.
 * @module
 */
import { readFileSync, readSync } from 'node:fs'
import { createHash, hashWords } from '../../engine/hash.ts'
import type { FinishedJob } from './result-plan.ts'

/** Where a finished job's arrays lie in its file [byte]. */
export interface StoredSuccess {
  readonly index: number
  readonly ok: true
  readonly at: number
  /** Place and length of kept rows by table [byte, numbers]. */
  readonly kept: Readonly<Record<string, readonly [at: number, length: number]>>
}

export interface StoredFailure {
  readonly index: number
  readonly ok: false
  readonly code: string
  readonly message: string
  readonly period: number | null
}

export type StoredJob = StoredSuccess | StoredFailure

/** To which plan a part belongs, and how long its arrays are. */
export interface PartShape {
  readonly fingerprint: string
  /** Numbers in the result of a job, and words of its fingerprints. */
  readonly numbers: number
  readonly words: number
}

interface Header extends PartShape {
  readonly schema: string
  readonly jobs: readonly StoredJob[]
}

const SCHEMA = 'part/1'
const MAGIC = 'zhudai results\n\n'
const MAGIC_BYTES = 16
const CHECKSUM_AT = MAGIC_BYTES
const LENGTHS_AT = 24
const PREAMBLE = 32
const WORD = 4
const DOUBLE = 8

/** Jobs as a file, and where each lies in it. */
export function encodePart(
  shape: PartShape,
  jobs: readonly FinishedJob[],
): { readonly bytes: Uint8Array; readonly jobs: readonly StoredJob[] } {
  const arrays: (Float64Array | Uint32Array)[] = []
  let at = 0
  const place = (array: Float64Array | Uint32Array): number => {
    const start = at
    arrays.push(array)
    at += padded(array.byteLength)
    return start
  }
  const stored = jobs.map(({ index, outcome }): StoredJob => {
    if (!outcome.ok) {
      const { code, message, period = null } = outcome
      return { index, ok: false, code, message, period }
    }
    const { result, hashes, kept = {} } = outcome
    if (result.length !== shape.numbers || hashes.length !== shape.words) {
      throw new RangeError(`job ${index} has ${result.length} numbers, not ${shape.numbers}`)
    }
    const start = place(result)
    place(hashes)
    const tables = Object.keys(kept).sort()
    const places = tables.map((name) => [name, [place(kept[name]), kept[name].length]])
    const keptPlaces = Object.fromEntries(places) as StoredSuccess['kept']
    return { index, ok: true, at: start, kept: keptPlaces }
  })
  const header = new TextEncoder().encode(headerText({ schema: SCHEMA, ...shape, jobs: stored }))
  const bytes = new Uint8Array(PREAMBLE + header.length + at)
  bytes.set(new TextEncoder().encode(MAGIC))
  new Uint32Array(bytes.buffer, LENGTHS_AT).set([header.length, at])
  bytes.set(header, PREAMBLE)
  let to = PREAMBLE + header.length
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), to)
    to += padded(array.byteLength)
  }
  new Uint32Array(bytes.buffer, CHECKSUM_AT).set(checksum(bytes))
  return { bytes, jobs: absolute(stored, PREAMBLE + header.length) }
}

/** Header as JSON, padded so that the arrays begin at a multiple of eight bytes. */
function headerText(header: Header): string {
  const text = JSON.stringify(header)
  const length = new TextEncoder().encode(text).length
  return text + ' '.repeat(padded(length) - length)
}

function padded(length: number): number {
  return Math.ceil(length / DOUBLE) * DOUBLE
}

/** Of everything after the checksum. */
function checksum(bytes: Uint8Array): Uint32Array {
  const state = createHash()
  hashWords(state, new Uint32Array(bytes.buffer, LENGTHS_AT, (bytes.length - LENGTHS_AT) / WORD))
  return state
}

/** The jobs of a part with absolute places, or why it is not to be trusted. */
export function readPart(
  path: string,
  shape: PartShape,
): { readonly jobs: readonly StoredJob[] } | { readonly fault: 'torn' | 'foreign' } {
  const bytes = new Uint8Array(readFileSync(path)) // a copy of its own, so that words are aligned
  if (bytes.length < PREAMBLE || bytes.length % DOUBLE !== 0) return { fault: 'torn' }
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC_BYTES)) !== MAGIC)
    return { fault: 'foreign' }
  const [headerLength, bodyLength] = new Uint32Array(bytes.buffer, LENGTHS_AT, 2)
  if (bytes.length !== PREAMBLE + headerLength + bodyLength) return { fault: 'torn' }
  const said = new Uint32Array(bytes.buffer, CHECKSUM_AT, 2)
  const sum = checksum(bytes)
  if (said[0] !== sum[0] || said[1] !== sum[1]) return { fault: 'torn' }
  const header = parseHeader(bytes.subarray(PREAMBLE, PREAMBLE + headerLength))
  const fits =
    header?.schema === SCHEMA &&
    header.fingerprint === shape.fingerprint &&
    header.numbers === shape.numbers &&
    header.words === shape.words
  if (!fits) return { fault: 'foreign' }
  const start = PREAMBLE + headerLength
  return { jobs: absolute(header.jobs, start) }
}

function parseHeader(bytes: Uint8Array): Header | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header
  } catch {
    return undefined
  }
}

/** Places in the body become places in the file. */
function absolute(jobs: readonly StoredJob[], start: number): StoredJob[] {
  return jobs.map((job) => {
    if (!job.ok) return job
    const kept = Object.entries(job.kept).map(([name, [at, length]]) => {
      return [name, [at + start, length]] as const
    })
    return { ...job, at: job.at + start, kept: Object.fromEntries(kept) }
  })
}

/** Reads an array that begins at a byte of an open part. */
export function readArray(file: number, at: number, into: Float64Array | Uint32Array): void {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  const read = readSync(file, bytes, 0, bytes.length, at)
  if (read !== bytes.length) throw new Error('a part became shorter while it was read')
}

/** Where the fingerprints of a job begin. */
export function hashesAt(start: number, shape: PartShape): number {
  return start + shape.numbers * DOUBLE
}
