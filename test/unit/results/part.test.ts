import { mkdtempSync, openSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  encodePart,
  hashesAt,
  readArray,
  readPart,
  type PartShape,
} from '../../../analysis/results/part.ts'
import { toyJobs, toyOutcome, toyPlan } from './toy.ts'

const shape: PartShape = { fingerprint: toyPlan.fingerprint, numbers: 12, words: 6 }
const path = join(mkdtempSync(join(tmpdir(), 'part-')), 'part-000000.bin')
const { bytes } = encodePart(shape, toyJobs(0, 9))

function readBack(written: Uint8Array, asked: PartShape = shape) {
  writeFileSync(path, written)
  return readPart(path, asked)
}

describe('a part', () => {
  it('gives back every bit of its arrays', () => {
    const found = readBack(bytes)
    if (!('jobs' in found)) throw new Error(found.fault)
    expect(found.jobs.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    const file = openSync(path, 'r')
    for (const job of found.jobs) {
      const outcome = toyOutcome(job.index)
      if (!job.ok || !outcome.ok) {
        expect(job).toMatchObject({ ok: false, code: 'IDENTITY_BROKEN', period: 1 })
        expect(outcome.ok).toBe(false)
        continue
      }
      const result = new Float64Array(shape.numbers)
      const hashes = new Uint32Array(shape.words)
      readArray(file, job.at, result)
      readArray(file, hashesAt(job.at, shape), hashes)
      expect(new Uint8Array(result.buffer)).toEqual(new Uint8Array(outcome.result.buffer))
      expect(hashes).toEqual(outcome.hashes)
    }
  })

  it('that was cut off anywhere is torn', () => {
    for (let length = 0; length < bytes.length; length += 37) {
      expect(readBack(bytes.slice(0, length)), `${length}`).toEqual({ fault: 'torn' })
    }
    expect(readBack(bytes.slice(0, -8))).toEqual({ fault: 'torn' })
  })

  it('with one bit changed is not trusted, wherever the bit is', () => {
    for (let at = 0; at < bytes.length; at += 13) {
      const changed = bytes.slice()
      changed[at] ^= 1 << (at % 8)
      expect('fault' in readBack(changed), `byte ${at}`).toBe(true)
    }
  })

  it('of another plan or shape is foreign', () => {
    expect(readBack(bytes, { ...shape, fingerprint: 'ab' })).toEqual({ fault: 'foreign' })
    expect(readBack(bytes, { ...shape, numbers: 11 })).toEqual({ fault: 'foreign' })
    expect(readBack(new Uint8Array(64))).toEqual({ fault: 'foreign' })
  })

  it('takes no result of the wrong length', () => {
    expect(() => encodePart({ ...shape, numbers: 11 }, toyJobs(0, 1))).toThrow('12 numbers, not 11')
  })
})
